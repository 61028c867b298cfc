"""What a line among the article is: the rules, in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, Literal

import msgspec
from lxml import etree

from dateline.record import SectionKind
from dateline.text.article import marks, wording
from dateline.text.article.lines import Line

Verdict = SectionKind | Literal["none"] | None
"""The kind of section; `none` for what is no part of the article; `None` if a rule has no say."""

HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
PARAGRAPHS: Final = frozenset({"p", "li", "blockquote", "dd", "dt", "pre", "td"})
_APART: Final = frozenset({"nav", "footer", "form", "button", "aside"})
_BOLD: Final = frozenset({"strong", "b"})
_LISTED: Final = frozenset({"li", "td", "th"})
_SENTENCE_END: Final = (".", "…", ":", ";", ",", '"', "”", "’", "»", "“", ")")
_LED: Final = (":", ">", "|", "»", "-", "–", "—", "→")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\W{0,3}(?:\d{4}|by\b)", re.IGNORECASE)

_SIGNATURE = 160
_NOTICE = 120
_LINK = 300
_TITLE = 3
"""From how many spaces on a line that is a link is the title of another article."""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A line that may be the article's.

    Attributes:
        words: what it says.
        around: the elements around it, innermost first, up to what holds the whole article.
        share: how much of it was found to be the article, 0 to 1.
    """

    line: Line
    words: str
    around: tuple[etree._Element, ...]
    share: float

    @property
    def tags(self) -> set[str]:
        """The tags of the elements around it."""
        return {element.tag for element in self.around}

    @property
    def found(self) -> bool:
        """Whether most of it was found to be the article."""
        return self.share >= 0.5


def caption(candidate: Candidate) -> Verdict:
    """Words in a `figcaption`, or in an element that is called a caption, are a caption."""
    named = marks.known().caption
    for element in candidate.around:
        if element.tag in {"figcaption", "caption"}:
            return "caption"
        if element.tag not in HEADINGS and not named.isdisjoint(marks.names(element)):
            return "caption"
    return None


def copyright_notice(candidate: Candidate) -> Verdict:
    """A short line that claims a right of copy is the page's foot."""
    short = len(candidate.words) < _NOTICE
    return "footer" if short and _COPYRIGHT.match(candidate.words) else None


def related(candidate: Candidate) -> Verdict:
    """A line that is a link to another article leads away from this one.

    It says so ("READ ALSO"), or it is nothing but a link, as long as a title and no sentence.
    """
    words, line = candidate.words, candidate.line
    if len(words) > _LINK or line.linked == 0:
        return None
    cue = wording.opening(words, "related")
    if cue is not None and len(words) - line.linked - len(cue) <= 30:
        rest = words[len(cue) :].lstrip()
        if rest.startswith(_LED) or " " in cue or words[: len(cue)].isupper():
            return "related"
    title = words.count(" ") >= _TITLE and not words.endswith((".", ",", ";"))
    return "related" if title and line.link_share > 0.95 else None


def furniture(candidate: Candidate) -> Verdict:
    """What stands in an element with a name of the page's furniture is not the article.

    But a quotation is, whatever it is wrapped in: posts of social media are shown in one.
    """
    named = marks.known().furniture
    for element in candidate.around:
        if element.tag == "blockquote":
            return None
        if element.tag in _APART or not named.isdisjoint(marks.names(element)):
            return "none"
    return None


def signature(candidate: Candidate) -> Verdict:
    """A short line in an element that is named after authors or dates is not the article."""
    if len(candidate.words) >= _SIGNATURE:
        return None
    known = marks.known()
    for element in candidate.around:
        names = marks.names(element)
        if element.tag == "time" or names & known.byline or names & known.timestamp:
            return "none"
    return None


def notice(candidate: Candidate) -> Verdict:
    """A short line that opens like an advertisement or an invitation is not the article."""
    words = candidate.words
    return "none" if len(words) < _NOTICE and wording.opening(words, "furniture") else None


def heading(candidate: Candidate) -> Verdict:
    """A heading, or a short paragraph that is bold throughout, heads a section."""
    words, tags = candidate.words, candidate.tags
    if tags & HEADINGS:
        return "subhead" if len(words) < 200 else "body"
    bold = tags & _BOLD and not tags & _LISTED
    return "subhead" if bold and len(words) < 100 and not words.endswith(_SENTENCE_END) else None


def paragraph(candidate: Candidate) -> Verdict:
    """What was found is the article; so is what stands between it as a paragraph of few links."""
    if candidate.found:
        return "body"
    prose = candidate.tags & PARAGRAPHS or len(candidate.words) >= 80
    return "body" if prose and candidate.line.link_share < 0.5 else "none"


Rule = Callable[[Candidate], Verdict]

RULES: tuple[Rule, ...] = (
    caption,
    copyright_notice,
    related,
    furniture,
    signature,
    notice,
    heading,
    paragraph,
)
"""The rules that say what a line among the article is; the first that has a say counts."""


def kind(candidate: Candidate) -> SectionKind | None:
    """Return what a line is, or `None` if it is no part of the article."""
    for rule in RULES:
        verdict = rule(candidate)
        if verdict is not None:
            return None if verdict == "none" else verdict
    return None
