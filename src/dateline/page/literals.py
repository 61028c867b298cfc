"""Values written in a script, read without running it: the literals of JavaScript.

Strings in either quote with their escapes, numbers, lists, objects with quoted or bare keys, and
the names `true`, `false`, `null`; anything else is no literal. Source: ECMA-262, 12.9 and 13.2.
"""

from __future__ import annotations

import re
from typing import Final, TypeAlias

Value: TypeAlias = "str | float | bool | list[Value] | dict[str, Value] | None"

DEEPEST: Final = 64

_TOKEN: Final = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')"""
    r"""|(?P<number>-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?)"""
    r"""|(?P<name>[A-Za-z_$][\w$]*)|(?P<sign>[\[\]{},:]))"""
)
_ESCAPE: Final = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|([\s\S]))"
)
_NAMED: Final = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "b": "\b",
    "f": "\f",
    "v": "\v",
    "0": "\0",
    "\n": "",
}
_CONSTANTS: Final[dict[str, bool | None]] = {"true": True, "false": False, "null": None}


def read(source: str, start: int) -> Value:
    """Return the value that begins at `start`.

    Raises:
        ValueError: if there is no literal, it is cut off, or it is nested deeper than `DEEPEST`.
    """
    return _Reader(source, start).value(0)


class _Reader:
    """Goes through a script from one sign to the next."""

    def __init__(self, source: str, start: int) -> None:
        self._source, self._at = source, start

    def value(self, depth: int) -> Value:
        found = self._next()
        kind, words = found.lastgroup, found[found.lastgroup or 0]
        if kind == "text":
            return _unescaped(words[1:-1])
        if kind == "number":
            return float(words)
        if kind == "name" and words in _CONSTANTS:
            return _CONSTANTS[words]
        if depth < DEEPEST and words == "[":
            return self._list(depth + 1)
        if depth < DEEPEST and words == "{":
            return self._object(depth + 1)
        raise ValueError(f"no literal at {found.start()}")

    def _list(self, depth: int) -> list[Value]:
        out: list[Value] = []
        while not self._taken("]"):
            out.append(self.value(depth))
            if not self._taken(","):
                self._expect("]")
                break
        return out

    def _object(self, depth: int) -> dict[str, Value]:
        out: dict[str, Value] = {}
        while not self._taken("}"):
            key = self._next()
            if key.lastgroup not in ("text", "name", "number"):
                raise ValueError(f"no key at {key.start()}")
            self._expect(":")
            words = key[key.lastgroup]
            out[_unescaped(words[1:-1]) if key.lastgroup == "text" else words] = self.value(depth)
            if not self._taken(","):
                self._expect("}")
                break
        return out

    def _next(self) -> re.Match[str]:
        found = _TOKEN.match(self._source, self._at)
        if not found:
            raise ValueError(f"no literal at {self._at}")
        self._at = found.end()
        return found

    def _taken(self, sign: str) -> bool:
        found = _TOKEN.match(self._source, self._at)
        if not found or found["sign"] != sign:
            return False
        self._at = found.end()
        return True

    def _expect(self, sign: str) -> None:
        if not self._taken(sign):
            raise ValueError(f"no {sign!r} at {self._at}")


def _unescaped(words: str) -> str:
    if "\\" not in words:
        return words
    # Scripts write a character beyond the first 65,536 as two, which UTF-16 makes one again.
    halves = _ESCAPE.sub(_sign, words).encode("utf-16-le", "surrogatepass")
    return halves.decode("utf-16-le", "surrogatepass")


def _sign(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code:
        return chr(int(code, 16)) if int(code, 16) < 0x110000 else "\ufffd"
    return _NAMED.get(found[4], found[4])
