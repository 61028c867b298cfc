"""Text into tokens, and each token into a symbol: what the grammar of times is written in.

A symbol is one character that stands for the set of word classes that a token may have: "second"
may be an ordinal or a unit. The symbols of a text are a string six times shorter than the text,
and a rule of the grammar is a regular expression over them.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from typing import Final

import msgspec

from dateline.span import Span

# Every repetition is bounded or cannot give back, so that time grows with the text's length.
_TOKEN: Final = re.compile(
    r"""(?x)
    (?P<BREAK> \n[^\S\n]*+\n\s*+ )
  | (?P<ISO> (?<![\w.,/:-]) \d{4}-\d\d-\d\d (?: [T ]\d\d:\d\d (?: :\d\d(?:[.,]\d{1,9})? )?
            (?: Z | [+-]\d\d:?\d\d )? )? (?![\w/] | [-.:,]\d) )
  | (?P<NUMERIC> (?<![\w.,/:-]) (?: \d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d\d)
            | \d{4}(?P<sep2>[/.])\d\d?(?P=sep2)\d\d? )
            (?![\w/] | [-.:,]\d) )
  | (?P<CLOCK> (?<![\w.,/:]) \d{1,2}:\d\d(?::\d\d)? (?! [\d/] | [.:,]\d ) )
  | (?P<DECADE> (?<![\w.,/]) (?<!\d-) (?: ['’‘`]\d0 | \d{2,3}0 ) ['’]?s\b )
  | (?P<SHORT_DECADE> (?<![\w.,/]) (?<!\d-) \d0['’]?s\b )
  | (?P<ORDINAL> (?<![\w.,/]) \d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)\b )
  | (?P<MONEY> [$£€¥#№§]\s?\d[\d.,]{0,30} | \d[\d.,]{0,30}\s?[%£€¥°] )
  | (?P<GROUPED> (?<![\w.,/-]) \d{1,3}(?:,\d{3}){1,9} (?![\w] | [.,/:-]\d) )
  | (?P<DECIMAL> (?<![\w.,/-]) \d{1,9}\.\d{1,9} (?= [ap]m\b | (?![\w] | [.,/:-]\d) ) )
  | (?P<SHORT_YEAR> ['’‘`]\d\d\b (?! ['’]) )
  | (?P<INT> (?<![\w.,:]) \d{1,9} (?= (?:am|pm|AM|PM)\b | [-–—/] | (?![\w] | [.,:]\d) ) )
  | (?P<LETTERS> (?: [^\W\d_]\. ){2,5} )
  | (?P<POSSESSIVE> ['’]s\b )
  | (?P<WORD> [^\W_]++ )
  | (?P<DASH> -{2,3} | (?<=\s)-(?=\s) )
  | (?P<MARK> [^\w\s] | _ )
    """
)

KINDS: Final = (
    *("ISO", "NUMERIC", "CLOCK", "DECADE", "ORDINAL", "MONEY", "GROUPED", "DECIMAL"),
    *("SHORT_DECADE", "SHORT_YEAR", "POSSESSIVE", "DASH"),
)
"""The classes of tokens that their form alone makes."""

MARKS: Final = {
    ",": "COMMA",
    ".": "DOT",
    "-": "HYPHEN",
    "–": "DASH",
    "—": "DASH",
    "_": "DASH",
    "/": "SLASH",
    ":": "COLON",
    ";": "SEMICOLON",
    "!": "STOP",
    "?": "STOP",
    "'": "APOS",
    "’": "APOS",
    "(": "LEFT",
    "[": "LEFT",
    ")": "RIGHT",
    "]": "RIGHT",
    '"': "QUOTE",
    "“": "QUOTE",
    "”": "QUOTE",
    "`": "QUOTE",
    "*": "MARK",
}
"""The classes of punctuation marks; `MARK` is any other."""

NUMBER_CLASSES: Final = (
    *((), ("YEAR4",), ("YEAR4_ROUND",), ("LARGE",), ("TWO_DIGITS",), ("TWO_DIGITS", "N24", "N31")),
    *(("TWO_DIGITS", "N31"), ("N24",), ("TWO_DIGITS", "N24"), ("N12", "N24", "N31")),
    *(("TWO_DIGITS", "N12", "N24", "N31"), ("N24", "N31")),
)
"""The classes that a whole number may have besides `INT`, by its size and length."""


class Lexing(msgspec.Struct, frozen=True):
    """A text in tokens: where each starts and ends, and the string of their symbols."""

    text: str
    starts: array[int]
    ends: array[int]
    symbols: str

    def span(self, first: int, last: int) -> Span:
        """Return the characters from token `first` up to token `last`, which is left out."""
        return Span(self.starts[first], self.ends[last - 1])

    def words(self, first: int, last: int) -> list[str]:
        """Return the tokens from `first` up to `last` as they are written."""
        return [self.text[self.starts[i] : self.ends[i]] for i in range(first, last)]


def lex(text: str, symbol: Callable[[str, str], str], start: int, end: int) -> Lexing:
    """Return the tokens of `text[start:end]`; `symbol` gives that of a token's kind and word."""
    starts, ends, symbols = array("q"), array("q"), []
    for found in _TOKEN.finditer(text, start, end):
        starts.append(found.start())
        ends.append(found.end())
        symbols.append(symbol(found.lastgroup or "", found[0]))
    return Lexing(text, starts, ends, "".join(symbols))


def shape(kind: str, word: str) -> tuple[str, ...]:
    """Return the classes that a token has by its form alone."""
    if kind == "MARK":
        return (MARKS.get(word, "MARK"),)
    if kind != "INT":
        return (kind,)
    value, out = int(word), ["INT"]
    if len(word) == 4 and 1000 <= value < 2200:
        return ("INT", "YEAR4" if value % 100 else "YEAR4_ROUND")
    if len(word) > 2:
        return ("INT", "LARGE")
    out += ["TWO_DIGITS"] if len(word) == 2 else []
    out += ["N12"] if 1 <= value <= 12 else []
    out += ["N24"] if value <= 24 else []
    out += ["N31"] if 1 <= value <= 31 else []
    return tuple(out)
