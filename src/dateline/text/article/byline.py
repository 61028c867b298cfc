"""The byline of an article: a line such as "By A and B, special to The C" into people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from dateline.languages import holding, lexicon
from dateline.text import clock

_LONGEST = 400  # characters of a byline that are looked at
_LINK = re.compile(r"\[([^\]\[]{1,120})\]\([^()\s]{0,300}\)")
_NOISE = re.compile(
    r"<[^<>\s]{3,80}>|\(?\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}\)?|\(?(?<!\w)@\w{1,30}\)?"
    r"|https?://\S{1,300}|\*\*|__|(?<!\w)[*_#>•●■»«]+(?!\w)"
)
_BARS = re.compile(r"\s*[|•·●\n\t]\s*|\s+[—–/-]{1,2}\s+|\s{3,}")
_AFTER_NAME = re.compile(
    r"(?:Jr|Sr|II|III|IV|M\.?D|Ph\.?\s?D|Esq|OBE|MBE|CBE|MP|RN|DDS|JD|J\.D|LL\.?M)\.?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’.\-‐]*")


class Wording(msgspec.Struct, frozen=True):
    """How one language words a byline; see the comments in `languages/en/byline.toml`."""

    cues: tuple[str, ...]
    joiners: tuple[str, ...]
    ends: tuple[str, ...]
    stops: tuple[str, ...]
    roles: frozenset[str]
    nobody: frozenset[str]
    surnames: frozenset[str] = frozenset()


class Agencies(msgspec.Struct, frozen=True):
    """The names of news agencies, as they are written."""

    names: tuple[str, ...]


class _Rules(msgspec.Struct, frozen=True):
    """The wording of one language, or of all, made ready to match."""

    cue: re.Pattern[str]
    cues: frozenset[str]
    joint: re.Pattern[str]
    end: re.Pattern[str]
    stop: re.Pattern[str]
    roles: frozenset[str]
    nobody: frozenset[str]
    surnames: frozenset[str]


def people(words: str, language: str | None = None) -> tuple[str, ...]:
    """Return the people that a byline names, one each, as shown, in order, each once.

    What stands before the names ("By", "Opinion by", "Posted by"), jobs, places, the outlet, mail
    addresses, handles and times are left out. An agency is returned only where the byline opens
    with such a word and names nobody else ("By Reuters"): then it is all that is shown.

    Args:
        words: the byline as shown; markup of links and emphasis may still be in it.
        language: ISO 639-1 code of the page; with `None`, or a language that Dateline has no
            words for, those of all its languages are tried.
    """
    rules = _rules(language)
    plain = _plain(words)
    found: dict[str, None] = {}
    agencies: dict[str, None] = {}
    for segment in _BARS.split(plain):
        names, cued = _uncued(" ".join(segment.split()), rules)
        if found and not cued:
            continue
        for name in _names(names, rules, cued=cued):
            (agencies if is_agency(name) else found)[name] = None
        if not cued:
            agencies.clear()
    return tuple(found or agencies)


def is_byline(line: str, language: str | None = None) -> bool:
    """Tell whether a line opens as bylines do and names somebody: "By A", "Von B"."""
    rules = _rules(language)
    for segment in _BARS.split(_plain(line).strip())[:3]:
        rest, cued = _uncued(" ".join(segment.split()), rules)
        if cued:
            return any(_cased(name) for name in _names(rest, rules, cued=True))
    return False


def is_cue(line: str) -> bool:
    """Tell whether a line is nothing but the words before a name: "Published by", "Autor:"."""
    return " ".join(_plain(line).split()).strip(" :").casefold() in _rules(None).cues


def is_agency(name: str) -> bool:
    """Tell whether `name` is that of a news agency."""
    return name.strip(" .()").casefold() in _agencies()


def is_name(words: str) -> bool:
    """Tell whether `words` could be a person's full name: two to five capitalised words."""
    parts = words.split()
    return (
        2 <= len(parts) <= 5
        and len(words) <= 60
        and all(_WORD.fullmatch(part) for part in parts)
        and parts[0][0].isupper()
        and parts[-1][0].isupper()
        and sum(part[0].isupper() for part in parts) >= len(parts) - 2
    )


def _plain(words: str) -> str:
    """Return the words without markup, addresses and handles, and a bar where a date stands."""
    plain = _NOISE.sub(" ", _LINK.sub(r"\1", words[:_LONGEST]))
    for place, _ in reversed(clock.find(plain)):
        plain = f"{plain[: place.start]} | {plain[place.end :]}"
    return plain


@cache
def _agencies() -> frozenset[str]:
    return frozenset(name.casefold() for name in lexicon("any", "agencies", Agencies).names)


@cache
def _rules(language: str | None) -> _Rules:
    """Return the rules of one language, or of all together if there are none for it."""
    codes = (language,) if language in holding("byline") else holding("byline")
    wordings = [lexicon(code, "byline", Wording) for code in codes]
    # In small letters or in a line of capitals: "En" and "Y" begin names.
    joiners = [re.escape(form) for w in wordings for j in w.joiners for form in (j, j.upper())]
    return _Rules(
        cue=re.compile(
            rf"(?:{_choice(w.cues for w in wordings)})(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE
        ),
        cues=frozenset(cue for w in wordings for cue in w.cues),
        joint=re.compile(rf"\s?[,;&]\s?(?:(?:{'|'.join(joiners)})\s)?|\s(?:{'|'.join(joiners)})\s"),
        end=re.compile(rf"\s(?:{_choice(w.ends for w in wordings)})(?!\S)"),
        stop=re.compile(
            rf"(?<!\w)(?:{_choice(w.stops for w in wordings)})(?!\w)|\d", re.IGNORECASE
        ),
        roles=frozenset().union(*(w.roles for w in wordings)),
        nobody=frozenset().union(*(w.nobody for w in wordings)),
        surnames=frozenset().union(*(w.surnames for w in wordings)),
    )


def _choice(groups: Iterable[Iterable[str]]) -> str:
    """Return the alternatives of a pattern, longest first, any white space between words."""
    words = sorted({word for group in groups for word in group}, key=lambda w: (-len(w), w))
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in words)


def _uncued(segment: str, rules: _Rules) -> tuple[str, bool]:
    """Return the segment without its opening words, and whether it had any."""
    rest, cued = segment.strip(" ,;:([{"), False
    while (cue := rules.cue.match(rest)) is not None:
        rest, cued = rest[cue.end() :].lstrip(" :"), True
    return rest, cued


def _names(words: str, rules: _Rules, *, cued: bool) -> list[str]:
    """Return the names in a list of names, jobs and places."""
    if (stop := rules.stop.search(words)) is not None:
        words = words[: stop.start()]
    names: list[str] = []
    for number, part in enumerate(rules.joint.split(words.rstrip(" ,;"))):
        name = _person(part, rules)
        if names and _AFTER_NAME.fullmatch(part.strip()):
            names[-1] = f"{names[-1]}, {part.strip()}"
        elif name and _possible(
            name, rules, cued=cued and not number, first=names[0] if names else ""
        ):
            names.append(name)
    return names


def _person(part: str, rules: _Rules) -> str:
    """Return what is left of `part` before the place, the outlet or the job begins."""
    part = rules.end.split(part, maxsplit=1)[0]
    part = part.split(" (", maxsplit=1)[0]
    if part.endswith(".") and not re.search(r"(?:\b\w|\bJr|\bSr)\.$", part):
        part = part[:-1]
    return part.strip(' ,;:()[]{}"“”|*_-–—')


def _possible(name: str, rules: _Rules, *, cued: bool, first: str) -> bool:
    """Tell whether `name` can be one of the people of a byline whose first name is `first`."""
    parts = name.split()
    if not parts or len(parts) > 6 or len(name) > 60 or not name[0].isalpha():
        return False
    if is_agency(name):
        return not first
    folded = [part.strip(".,").casefold() for part in parts]
    if name.casefold() in rules.nobody | rules.cues or any(w in rules.roles for w in folded[:-1]):
        return False
    if folded[-1] in rules.roles and not (len(parts) == 2 and folded[-1] in rules.surnames):
        return False
    if first:  # "By Jane Doe, Berlin": a single word after a full name is a place or an outlet
        return len(parts) > 1 and _cased(name) and (first.isupper() or not name.isupper())
    # A pen name may be in small letters ("bell hooks"); more such words are a sentence.
    return _cased(name) or (cued and len(parts) <= 2)


def _cased(name: str) -> bool:
    """Tell whether the first and the last word begin with capitals, or the script has none."""
    parts = name.split()
    return all(
        part[:1].isupper() or part[:1].lower() == part[:1].upper() for part in (parts[0], parts[-1])
    )
