"""Lay out an element tree as the text that a reader sees, and note where each element stands.

What `innerText` gives in a browser (HTML Living Standard, 3.2.7), as far as it can be known without
style sheets: blocks stand on lines of their own, paragraphs and headings have a blank line around
them, `<br>` ends a line, cells of a table row are parted by a tab, white space is collapsed except
in `<pre>`. Soft hyphens and zero-width spaces show nothing and are left out.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from dateline.span import Span


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


PARAGRAPHS: Final = _tags("p h1 h2 h3 h4 h5 h6 blockquote pre listing ul ol dl table figure hr")
BLOCKS: Final = PARAGRAPHS | _tags(
    "address article aside body caption center dd details dialog dir div dt fieldset figcaption"
    " footer form frameset header hgroup html legend li main menu nav noframes noscript optgroup"
    " option search section summary tbody tfoot thead tr"
)
NEVER_SHOWN: Final = _tags(
    "applet area audio base canvas col colgroup datalist embed frame head iframe input link math"
    " meta noembed object param progress rp script select source style svg template textarea title"
    " track video"
)
PREFORMATTED: Final = _tags("pre listing plaintext xmp")
CELLS: Final = _tags("td th")
APART: Final = _tags("a button label time")
"""Inline elements that are never halves of one word: side by side, they are kept apart.

So are those with a class, which a style sheet sets apart, unless the first is but one letter: an
initial that is set large belongs to its word.
"""

_HIDING_STYLE = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE
)
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_NOSCRIPT_PROSE = 400


def render(root: etree._Element, *, hidden: bool = False) -> tuple[str, dict[etree._Element, Span]]:
    """Return the text that `root` shows, and the span of every element that shows some of it.

    A span holds the element's first to last visible character, so it never starts or ends with
    white space. Elements without a visible character (scripts, images, empty or hidden ones) have
    no span. The spans come in document order.

    Args:
        root: the tree; it is not changed.
        hidden: whether to show what the page hides (`hidden`, `display: none`) as well.
    """
    canvas = _Canvas()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            tag = element.tag
            if tag in NEVER_SHOWN or _silent(element, tag, hidden=hidden):
                walk.skip_subtree()
                canvas.skip(element)
            else:
                canvas.enter(element, tag)
        else:
            canvas.leave(element)
            tail = element.tail
            if tail and element is not root:
                canvas.say(tail)
    return canvas.finish()


def _silent(element: etree._Element, tag: str, *, hidden: bool) -> bool:
    """Tell whether an element of a kind that is shown is not shown here."""
    if tag == "noscript":
        return sum(map(len, element.itertext())) < _NOSCRIPT_PROSE
    if tag == "dialog" and element.get("open") is None:
        return not hidden
    if hidden:
        return False
    style = element.get("style")
    if style is not None and _HIDING_STYLE.search(style):
        return True
    return element.get("hidden") is not None


def _is_box(element: etree._Element, tag: str) -> bool:
    return tag in APART or (tag == "span" and element.get("class") is not None)


class _Canvas:
    """The text so far, what must part it from the next word, and the elements open around it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._breaks = 0
        self._gap = ""
        self._apart = False
        self._words = 0
        self._preformatted = 0
        self._unsaid: list[etree._Element] = []
        self._starts: dict[etree._Element, int] = {}
        self._ends: dict[etree._Element, int] = {}

    def enter(self, element: etree._Element, tag: str) -> None:
        """Open an element and say the text before its first child."""
        self._border(tag)
        if tag == "br":
            self._breaks = min(2, self._breaks + 1)
        elif self._apart and _is_box(element, tag):
            self._gap = self._gap or " "
        elif tag in PREFORMATTED:
            self._preformatted += 1
        self._unsaid.append(element)
        text = element.text
        if text:
            self.say(text)

    def skip(self, element: etree._Element) -> None:
        """Open an element that shows nothing, so that it can be left like the others."""
        self._unsaid.append(element)

    def leave(self, element: etree._Element) -> None:
        """Close an element."""
        tag = element.tag
        if self._unsaid and self._unsaid[-1] is element:
            self._unsaid.pop()
        else:
            self._ends[element] = self._length
            if tag in CELLS:
                self._gap = "\t"
            self._apart = self._words > 1 and (_is_box(element, tag) or self._apart)
        if tag in PREFORMATTED:
            self._preformatted -= 1
        if tag not in NEVER_SHOWN:
            self._border(tag)

    def say(self, text: str) -> None:
        """Say a piece of text, its white space collapsed unless it is preformatted."""
        if not text.isascii():
            text = text.translate(_UNSEEN)
        if self._preformatted:
            self._say_lines(text)
            return
        words = " ".join(text.split())
        if not words:
            if text:
                self._gap = self._gap or " "
            return
        if text[0].isspace():
            self._gap = self._gap or " "
        self._put(words)
        if text[-1].isspace():
            self._gap = " "

    def finish(self) -> tuple[str, dict[etree._Element, Span]]:
        """Return the text and the spans."""
        ends = self._ends
        spans = {element: Span(start, ends[element]) for element, start in self._starts.items()}
        return "".join(self._parts), spans

    def _say_lines(self, text: str) -> None:
        for number, line in enumerate(text.replace("\r\n", "\n").split("\n")):
            if number:
                self._breaks = min(2, self._breaks + 1)
            if line.strip():
                self._put(line.rstrip())
                self._gap = " " if line[-1].isspace() else ""

    def _border(self, tag: str) -> None:
        if tag in BLOCKS:
            self._breaks = max(self._breaks, 2 if tag in PARAGRAPHS else 1)

    def _put(self, words: str) -> None:
        if self._parts:
            gap = "\n" * self._breaks or self._gap
            if gap:
                self._parts.append(gap)
                self._length += len(gap)
        for element in self._unsaid:
            self._starts[element] = self._length
        self._unsaid.clear()
        self._parts.append(words)
        self._length += len(words)
        self._words = len(words)
        self._breaks, self._gap, self._apart = 0, "", False
