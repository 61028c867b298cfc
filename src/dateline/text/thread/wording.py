"""How pages word what belongs to a thread: counts, "says:", "in reply to".

The words of all languages are known at once: themes are often left untranslated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Final

import msgspec

from dateline.languages import holding, lexicon


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The phrases of one language, in lower case: `LANGUAGE/responses.toml`."""

    counts: tuple[str, ...]
    none: tuple[str, ...]
    one: tuple[str, ...]
    says: tuple[str, ...]
    by: tuple[str, ...]
    beside: tuple[str, ...]
    labels: tuple[str, ...]
    fillers: tuple[str, ...]
    answers: tuple[str, ...]
    pingback: tuple[str, ...]


_MARKS: Final = r"[\s:,;.|•·»«→›#()\[\]\-–—/…@^]"
_EDGES: Final = " \u00a0,:;|•·–—-»"
_LONGEST_COUNT: Final = 300
_NUMBERED: Final = re.compile(r"^\s{0,9}#\s?\d{0,6}(?:\.\d{1,4}){0,9}\s")
_NUMBER_LINE: Final = re.compile(r"#\s?\d{1,6}[ \t]{0,9}\n\s{0,9}")
_NUMBER_LAST: Final = re.compile(r"\s{0,2}[:(–—-]?\s{0,2}\(?(\d[\d.,’' ]{0,12})\)?$")
_NUMBER: Final = r"(\d{1,3}(?:[.,’' \u00a0\u202f]\d{3}){1,2}|\d{1,7})"


def count(words: str) -> int | None:
    """Return the number of comments that a heading or link claims ("30 Responses to ..."), if any.

    The words must begin with the claim and go on with nothing but the article's title, so that
    running text is no claim.
    """
    line = _plain(words)
    if not line or len(line) > _LONGEST_COUNT:
        return None
    found = _counts().match(line) or _counts().match(line.rpartition(": ")[2])
    if found:
        number = next(group for group in found.groups() if group is not None)
        return int(re.sub(r"\D", "", number))
    if _starts(line, _phrases().one):
        return 1
    return 0 if line in _phrases().none else None


def _plain(words: str) -> str:
    """Return a line in lower case, "comments (30)" and "comments: 30" both as "comments 30"."""
    line = " ".join(words.split()).casefold().strip(" |·•:")
    if line[:1] + line[-1:] in ("()", "[]"):
        line = line[1:-1]
    return _NUMBER_LAST.sub(r" \1", line)


def bare_number(words: str) -> int | None:
    """Return the number that is all there is in `words`, or `None`."""
    found = re.fullmatch(_NUMBER, words.strip().strip("()[]"))
    return int(re.sub(r"\D", "", found[1])) if found else None


def name(words: str) -> str:
    """Return a commenter's name without "By" before it and "says:" after it."""
    line = _by_before().sub("", _edged(" ".join(words.split())))
    return _edged(_says_after().sub("", line))


def name_beside(words: str) -> str:
    """Return the name in what stands beside a date: "von Jo schrieb am" is "Jo"."""
    line = _beside_before().sub("", name(_NUMBERED.sub("", words)))
    return name(_filler_after().sub("", line))


def introduces(words: str) -> bool:
    """Tell whether `words` begin with what stands before a name: "by", "posted by"."""
    line = _edged(words)
    return bool(_by_before().match(line) or _beside_before().match(line))


def _edged(line: str) -> str:
    return line.lstrip(_EDGES).rstrip(_EDGES + "([")


def is_filler(words: str) -> bool:
    """Tell whether `words` are only what stands around name and date: "on", "says:", "|"."""
    return _fillers().fullmatch(words.casefold()) is not None


def leading_filler(words: str) -> int:
    """Return how many characters of `words` stand before the comment: "says:", a line "#12"."""
    number = _NUMBER_LINE.match(words)
    begin = number.end() if number else 0
    found = _says_first().match(words, begin)
    return found.end() if found else begin


def answers(words: str) -> bool:
    """Tell whether `words` say that what follows is what is answered ("In reply to")."""
    return _answers().search(words.casefold()) is not None


def pingback_title(words: str) -> str:
    """Return the title that follows "Pingback:"."""
    return _pingback().sub("", " ".join(words.split()), count=1).strip()


@cache
def _phrases() -> Phrases:
    """Return the phrases of all languages as if they were one."""
    each = [lexicon(code, "responses", Phrases) for code in holding("responses")]
    fields = Phrases.__struct_fields__
    return Phrases(
        **{f: tuple(dict.fromkeys(w for p in each for w in getattr(p, f))) for f in fields}
    )


def _any(words: Iterable[str]) -> str:
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ordered)


def _starts(line: str, phrases: Iterable[str]) -> bool:
    return any(line == phrase or line.startswith(phrase + " ") for phrase in phrases)


def _once(build: Callable[[], str]) -> Callable[[], re.Pattern[str]]:
    """Return a function that compiles the pattern when it is first asked for."""
    return cache(lambda: re.compile(build(), re.IGNORECASE))


def _count_pattern() -> str:
    # "30 responses" may go on with anything, as in 'to "Title"'; "comments (30)" must end there.
    ends = {
        p: "$" if p.endswith("{n}") else r"(?=$|\s(?!\d)|[:!.,“\"„«])" for p in _phrases().counts
    }
    ordered = sorted(ends, key=lambda phrase: (-len(phrase), phrase))
    number = re.escape("{n}")
    return "|".join(f"{re.escape(p).replace(number, _NUMBER)}{ends[p]}" for p in ordered)


_counts = _once(_count_pattern)


def _around() -> tuple[str, ...]:
    """Return the words that stand around a name or a date and are part of neither."""
    return (*_phrases().fillers, *_phrases().by, *_phrases().beside, *_phrases().labels)


_by_before = _once(
    lambda: (
        rf"^(?:(?:{_any(_phrases().by)})(?:\s?:\s?|\s{{1,3}})"
        rf"|(?:{_any(_phrases().labels)})\s?:\s?)(?=\S)"
    )
)
_beside_before = _once(lambda: rf"^(?:{_any(_phrases().beside)})\s{{1,3}}(?=\S)")
_says_after = _once(lambda: rf"\s{{1,3}}(?:{_any(_phrases().says)}){_MARKS}{{0,5}}$")
_filler_after = _once(lambda: rf"\s{{1,3}}(?:{_any(_phrases().fillers)}){_MARKS}{{0,5}}$")
_says_first = _once(lambda: rf"{_MARKS}{{0,3}}(?:{_any(_phrases().says)})\s?:\s{{0,3}}")
_fillers = _once(lambda: rf"(?:{_MARKS}|(?:{_any(_around())})(?!\w)|\d{{1,4}}$)*")
_answers = _once(lambda: rf"(?<!\w)(?:{_any(_phrases().answers)})(?!\w)")
_pingback = _once(lambda: rf"^(?:{_any(_phrases().pingback)})s?\s?(?::|-|–|by|from|von|de)?\s?")
