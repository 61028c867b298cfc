"""The grammar of a language's times: data of `languages/LANG`, compiled once into regexes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Final

import msgspec

from dateline.errors import DatelineError
from dateline.languages import lexicon
from dateline.times import tokens
from dateline.times.tokens import Lexing

Value = int | float | str
"""What a field of an expression is worth."""

_ITEM: Final = re.compile(
    r"(?P<set>[a-z]\w*=(?:-?[\w.:-]+))|(?P<name>[a-z]\w*):|\{(?P<macro>[a-z]\w*)\}"
    r"|(?P<class>[A-Z][A-Z0-9_]*)|(?P<times>\{\d(?:,\d)?\})|(?P<word>[a-z]+)|(?P<sign>[()|?])|\s+"
)
_REACH: Final = 32
"""How many symbols a phrase of time, with what must stand beside it, can be long at most."""

_PLAIN: Final = frozenset(
    {"INT", "TWO_DIGITS", "N12", "N24", "N31", "GROUPED", "DECIMAL", "MONEY", "DASH", "BREAK"}
    | {"POSSESSIVE", "CAP", "LOWER", "OTHER", *tokens.MARKS.values()}
)
"""Classes that alone make no phrase of time."""

_NOT_WORDS: Final = (
    *(("INT", *more) for more in tokens.NUMBER_CLASSES),
    *((kind,) for kind in tokens.KINDS),
    *((mark,) for mark in tokens.MARKS.values()),
    *(("CAP",), ("LOWER",), ("BREAK",), ("OTHER",)),
)


class Calendar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`calendar.toml`: classes of words, and the words that need their capital."""

    words: dict[str, dict[str, Value]]
    cased: tuple[str, ...] = ()
    endings: dict[str, tuple[str, ...]] = {}


class Holiday(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A named day: its names, and the rule by which it is found (`feasts.holiday`).

    With `capital`, its words name the day only if they are written with capitals.
    """

    names: tuple[str, ...]
    day: str
    capital: bool = False


class Holidays(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`holidays.toml`."""

    holiday: tuple[Holiday, ...]


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule as `times.toml` has it."""

    name: str
    pattern: str
    reads: str
    gives: dict[str, Value] = {}
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()
    only_before: tuple[str, ...] = ()
    follows: str = ""
    followed_by: str = ""


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`times.toml`."""

    rule: tuple[Rule, ...]
    macros: dict[str, str] = {}


class Field(msgspec.Struct, frozen=True):
    """A named group of a compiled rule: the field that it fills, and from which class or value."""

    name: str
    of_class: str | None = None
    value: Value | None = None


class Compiled(msgspec.Struct, frozen=True):
    """A rule whose pattern is a regex over symbols; `fields` are its groups in order.

    `starts` finds the symbols that a match can begin with: to look for them first is quicker.
    """

    rule: Rule
    regex: re.Pattern[str]
    fields: tuple[Field, ...]
    starts: re.Pattern[str]


class Grammar:
    """All rules of a language, ready to be matched.

    Attributes:
        rules: the compiled rules in the order of the file.
        words: the classes of words with what each word is worth.
        holidays: from a name in lower case, its words joined by blanks, to its day.
        proper: the names of holidays, spelt like that, which need their capitals.
    """

    def __init__(self, calendar: Calendar, holidays: Holidays, rules: Rules) -> None:
        self.words: Mapping[str, Mapping[str, Value]] = calendar.words
        self.holidays = {plain(name): day.day for day in holidays.holiday for name in day.names}
        named = [day for day in holidays.holiday if day.capital]
        self.proper = frozenset(plain(name) for day in named for name in day.names)
        names = [name for day in holidays.holiday for name in day.names]
        names = [_spelt(name) for name in sorted(names, key=len, reverse=True)]
        macros = {**rules.macros, "holiday": f"holiday:({' | '.join(names)})"}
        expanded = [
            f"{f'BEHIND ({rule.follows})' if rule.follows else ''} "
            f"{_expand(rule.pattern, macros, rule.name)} "
            f"{f'AHEAD ({rule.followed_by})' if rule.followed_by else ''}"
            for rule in rules.rule
        ]
        used = {item["word"] for pattern in expanded for item in _items(pattern) if item["word"]}
        used |= {word for rule in rules.rule for word in _neighbours(rule) if word.islower()}
        self._symbols = _Symbols(calendar, used)
        plain_symbols = self._symbols.of_classes_only(_PLAIN)
        self._far = re.compile(f"[{plain_symbols}]{{{2 * _REACH + 1},}}")
        self.rules = tuple(
            self._compiled(rule, pattern)
            for rule, pattern in zip(rules.rule, expanded, strict=True)
        )

    def lex(self, text: str, start: int = 0, end: int | None = None) -> Lexing:
        """Return the tokens of `text[start:end]` with their symbols; offsets are the text's."""
        return tokens.lex(text, self._symbols, start, len(text) if end is None else end)

    def near(self, symbols: str) -> str:
        """Return the symbols with those blanked that are far from any that tells of a time.

        A long list of numbers need not be tried with every rule.
        """
        return self._far.sub(_blanked, symbols)

    def symbols_of(self, *names: str) -> frozenset[str]:
        """Return the symbols of all words that are of one of the classes."""
        return frozenset("".join(self._symbols.of_class(name) for name in names))

    def _compiled(self, rule: Rule, pattern: str) -> Compiled:
        fields: list[Field] = []
        body = "".join(self._translated(pattern, fields, rule.name))
        for names, before, after in (
            (rule.not_after, "(?<![", "])"),
            (rule.only_after, "(?<=[", "])"),
        ):
            body = f"{before}{self._class(names)}{after}{body}" if names else body
        for names, sign in ((rule.not_before, "(?![{}])"), (rule.only_before, r"(?=[{}]|\Z)")):
            body += sign.format(self._class(names)) if names else ""
        first, _ = _first(_items(pattern), self._symbols.of_class)
        return Compiled(rule, re.compile(body), tuple(fields), re.compile(f"[{first}]"))

    def _class(self, names: tuple[str, ...]) -> str:
        return "".join(self._symbols.of_class(name) for name in names)

    def _translated(self, pattern: str, fields: list[Field], rule: str) -> Iterator[str]:
        """Yield the pieces of a regex over symbols; fill `fields`, one for each group."""
        name, look = None, "(?:"
        for item in _items(pattern):
            kind, text = item.lastgroup, item[0]
            if kind == "name":
                name = item["name"]
                continue
            if kind == "set":
                key, _, value = text.partition("=")
                number = value.lstrip("-").isdigit()
                fields.append(Field(key, value=int(value) if number else value))
                yield "()"
            elif text in ("AHEAD", "BEHIND"):
                look = "(?=" if text == "AHEAD" else "(?<="
                continue
            elif kind in ("class", "word"):
                members = self._symbols.of_class(text)
                if not members:
                    raise DatelineError(f"times.toml: {rule}", f"no class {text}", "name another")
                fields += [Field(name, of_class=text)] if name else []
                yield f"([{members}])" if name else f"[{members}]"
            elif text == "(" and name:
                fields.append(Field(name))
                yield "("
            else:
                yield look if text == "(" else text.strip()
                look = "(?:" if text == "(" else look
            name = None


class _Symbols:
    """From words to symbols: one character for each set of classes that a word may have."""

    def __init__(self, calendar: Calendar, literals: set[str]) -> None:
        classes: dict[str, set[str]] = {word: {word} for word in literals}
        for name, words in calendar.words.items():
            for word in words:
                classes.setdefault(word, set()).add(name)
        self._endings = calendar.endings
        self._by_classes: dict[frozenset[str], str] = {}
        self._members: dict[str, str] = {}
        self._cache: dict[tuple[str, str], str] = {}
        self._lower = {
            word: frozenset({word} & literals or {"LOWER"} if word in calendar.cased else sorts)
            for word, sorts in classes.items()
        }
        self._capital = {word: frozenset(sorts | _titles(sorts)) for word, sorts in classes.items()}
        for sorts in (*self._lower.values(), *self._capital.values(), *map(frozenset, _NOT_WORDS)):
            self._symbol(sorts)
        for ending in self._endings:
            self._symbol(frozenset({"LOWER", ending}))

    def _symbol(self, classes: frozenset[str]) -> str:
        if classes not in self._by_classes:
            self._by_classes[classes] = symbol = chr(0x4E00 + len(self._by_classes))
            for name in classes:
                self._members[name] = self._members.get(name, "") + symbol
        return self._by_classes[classes]

    def of_classes_only(self, names: frozenset[str]) -> str:
        """Return the symbols that are of no class but these."""
        return "".join(symbol for sorts, symbol in self._by_classes.items() if sorts <= names)

    def of_class(self, name: str) -> str:
        """Return the symbols whose words may be of the class; empty if there is no such class."""
        return self._members.get(name, "")

    def __call__(self, kind: str, word: str) -> str:
        """Return the symbol of a token."""
        key = (kind, word)
        found = self._cache.get(key)
        if found is None:
            found = self._symbol(self._classes(kind, word))
            if len(self._cache) < 100_000:  # a text of endless new words must not fill the memory
                self._cache[key] = found
        return found

    def _classes(self, kind: str, word: str) -> frozenset[str]:
        if kind not in ("WORD", "LETTERS"):
            return frozenset(tokens.shape(kind, word))
        lower = word.lower()
        title = word[:1].isupper()
        known = (self._capital if title else self._lower).get(lower)
        if known:
            return known
        if not word.isalpha():
            return frozenset({"OTHER"})
        if title:
            return frozenset({"CAP"})
        for name, endings in self._endings.items():
            if lower.endswith(endings):
                return frozenset({"LOWER", name})
        return frozenset({"LOWER"})


def _titles(sorts: set[str]) -> set[str]:
    """Return the classes that a word has besides for its capital: `TITLE`, `TITLE_UNITS` ..."""
    return {"TITLE", *(f"TITLE_{name.upper()}" for name in sorts)}


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of a language, compiled once.

    Raises:
        DatelineError: if the language has none, or its files hold a fault.
    """
    return Grammar(
        lexicon(language, "calendar", Calendar),
        lexicon(language, "holidays", Holidays),
        lexicon(language, "times", Rules),
    )


def _items(pattern: str) -> Iterator[re.Match[str]]:
    """Yield the items of a pattern.

    Raises:
        DatelineError: if there is something in it that is none.
    """
    at = 0
    while at < len(pattern):
        item = _ITEM.match(pattern, at)
        if not item:
            raise DatelineError("times.toml", f"cannot read {pattern[at : at + 20]!r}", "mend it")
        at = item.end()
        if not item[0].isspace():
            yield item


def _blanked(run: re.Match[str]) -> str:
    """Return a run of plain symbols with all but its ends blanked."""
    return run[0][:_REACH] + "\0" * (len(run[0]) - 2 * _REACH) + run[0][-_REACH:]


def _first(items: Iterator[re.Match[str]], of_class: Callable[[str], str]) -> tuple[str, bool]:
    """Return the symbols that a match of a pattern can begin with, and whether it can be empty.

    Reads up to the bracket that closes the group, or up to the end.
    """
    whole, skippable = "", False  # of the alternatives read
    start, passable = "", True  # of the one being read
    atom, empty = "", True  # of its last item, which a `?` may follow
    for item in items:
        kind, text = item.lastgroup, item[0]
        if text == ")":
            break
        if kind == "name":
            continue
        if text == "?" or kind == "times":
            empty |= text == "?" or text.startswith("{0")
            continue
        start, passable = start + atom * passable, passable and empty
        atom, empty = "", True
        if text == "|":
            whole, skippable = whole + start, skippable or passable
            start, passable = "", True
        elif text in ("AHEAD", "BEHIND"):
            next(items)
            _first(items, of_class)
        elif text == "(":
            atom, empty = _first(items, of_class)
        elif kind in ("class", "word"):
            atom, empty = of_class(text), False
    start, passable = start + atom * passable, passable and empty
    return whole + start, skippable or passable


def _expand(pattern: str, macros: Mapping[str, str], rule: str, depth: int = 0) -> str:
    """Return the pattern with each macro replaced by its text in brackets."""
    if depth > 9:
        raise DatelineError(f"times.toml: {rule}", "a macro holds itself", "mend it")

    def replaced(found: re.Match[str]) -> str:
        if found[1] not in macros:
            raise DatelineError(f"times.toml: {rule}", f"no macro {found[1]}", "name another")
        return f"({_expand(macros[found[1]], macros, rule, depth + 1)})"

    return re.sub(r"\{([a-z]\w*)\}", replaced, pattern)


def _neighbours(rule: Rule) -> tuple[str, ...]:
    return rule.not_after + rule.not_before + rule.only_after + rule.only_before


def _spelt(name: str) -> str:
    """Return the pattern of a name: its words in lower case, its marks at will."""
    marks = {"'s": "POSSESSIVE", "'": "APOS?", ".": "DOT?", "-": "HYPHEN?"}
    pieces = re.findall(r"'s\b|\w+|[^\w\s]", name.lower())
    return " ".join(marks.get(piece, piece) for piece in pieces)


def plain(name: str) -> str:
    """Return the words of a name in lower case, its marks left out."""
    return " ".join(re.findall(r"\w+", name.lower()))
