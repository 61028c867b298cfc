"""The article in text copies and PDF."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.layout import Given, Page
from dateline.span import Span
from dateline.text import article, thread
from dateline.text.article import plain
from dateline.text.article.model import Article

BLOG = """\
Bridge across the Orrin to close for two years
January 30th, 2013
04:47 PM ET

Bridge across the Orrin to close for two years

By Ada Lund and Bo Grim

The bridge across the Orrin will be closed for two years from March, the council said on Tuesday.

Councillors had been told in 2011 that the northern pier was moving, two people who saw it said.

READ: Who knew about the northern pier

"We should have listened," said Cy Holm, who sat on the council then.

A costly delay

The repair is now thought to cost three times as much as it would have cost two years ago.

Traders on the north bank fear for their trade, which depends on the bridge.
"""

WRAPPED = """\
   #The Orrin Post » Feed

   The Orrin Post

     * Home
     * Sport
     * Weather

   Search for: ____________ Search

   The bridge from the north. (Photo: Dag Moe)

Bridge to close for two years

   By Ada Lund, August 14, 2020 2:30 pm

   The bridge across the Orrin will be closed for two years from
   March, the council said on Tuesday, and nobody will be able to
   cross the river by car.

   Councillors had been told that the northern pier was moving, two
   people who saw the report said.

Costs rise

   The repair is now thought to cost three times as much as it would
   have cost two years ago, and the traders fear for their trade.

   Tagged Bridge, Orrin, Council

   RELATED ARTICLES

     * Who knew about the northern pier
       November 16, 2018

   © 2020 The Orrin Post
"""

LINES = """\
Brücke bleibt zwei Jahre zu - Orriner Bote
Nachrichten
Sport
Wetter
Suche
Brücke bleibt zwei Jahre zu
1. Februar 2022
Ada Lund
6
Foto: Dag Moe
Die Brücke über den Orrin bleibt ab März zwei Jahre lang geschlossen, wie der
Stadtrat
am Dienstag mitteilte
. Niemand wird den Fluss dann noch mit dem Auto überqueren können.
Was die Händler sagen
Die Händler am Nordufer fürchten um ihr Geschäft, das von der Brücke abhängt.
Newsletter
Über Ada Lund
"""

MARKDOWN = """\
Skip to content

  * [Home](/)
  * [Sport](/sport)

# Bridge to close for two years

By [Ada Lund](/ada)

LONDON, Oct. 4 (Reuters) - The [bridge](/b) across the Orrin will be closed for two years.

## Costs rise

The repair is now thought to cost three times as much as it would have cost two years ago.

## Published by

### Ada Lund
"""


def _read(text: str) -> Article:
    page = Page(path="page.txt", kind="plain", text=text)
    return article.read(page, thread.read(page).area)


def _shown(text: str, found: Article, kind: str) -> list[str]:
    sections = (section for section in found.sections if section.kind == kind)
    return [" ".join(section.span.of(text).split()) for section in sections]


def test_blog_post() -> None:
    """Headline twice, date and hour on two lines, byline, related line and head are told apart."""
    found = _read(BLOG)
    title = "Bridge across the Orrin to close for two years"
    assert found.title == title
    assert found.byline == ("Ada Lund", "Bo Grim")
    assert found.published == "2013-01-30T16:47-05:00"
    assert found.language == "en"
    assert _shown(BLOG, found, "headline") == [title, title]
    assert _shown(BLOG, found, "timestamp") == ["January 30th, 2013 04:47 PM ET"]
    assert _shown(BLOG, found, "byline") == ["By Ada Lund and Bo Grim"]
    assert _shown(BLOG, found, "related") == ["READ: Who knew about the northern pier"]
    assert _shown(BLOG, found, "subhead") == ["A costly delay"]
    assert len(_shown(BLOG, found, "body")) == 3
    assert not _shown(BLOG, found, "other")


def test_wrapped_page() -> None:
    """In a text browser's dump the lines are joined, and the furniture is kept out of the body."""
    found = _read(WRAPPED)
    assert found.title == "Bridge to close for two years"
    assert found.byline == ("Ada Lund",)
    assert found.published == "2020-08-14T14:30"
    assert found.outlet == "The Orrin Post"
    assert _shown(WRAPPED, found, "subhead") == ["Costs rise"]
    assert _shown(WRAPPED, found, "caption") == ["The bridge from the north. (Photo: Dag Moe)"]
    body = _shown(WRAPPED, found, "body")
    assert body[0].startswith("The bridge across")
    assert body[-1].endswith("for their trade.")
    assert _shown(WRAPPED, found, "footer") == ["© 2020 The Orrin Post"]


def test_lines_of_a_parser() -> None:
    """A sentence cut at its links is one again; a bare name by the date is the author."""
    found = _read(LINES)
    assert found.title == "Brücke bleibt zwei Jahre zu"
    assert found.byline == ("Ada Lund",)
    assert found.published == "2022-02-01"
    assert found.outlet == "Orriner Bote"
    assert _shown(LINES, found, "subhead") == ["Was die Händler sagen"]
    first, last = _shown(LINES, found, "body")
    assert first.startswith("Die Brücke")
    assert first.endswith("überqueren können.")
    assert last.startswith("Die Händler")


def test_markdown() -> None:
    """Marks are no words of a headline; wire copy has its dateline before the body."""
    found = _read(MARKDOWN)
    assert found.title == "Bridge to close for two years"
    assert found.byline == ("Ada Lund",)
    assert found.dateline is not None
    assert found.dateline.agency == "Reuters"
    assert _shown(MARKDOWN, found, "dateline") == ["LONDON, Oct. 4 (Reuters) -"]
    assert _shown(MARKDOWN, found, "subhead") == ["Costs rise"]
    assert _shown(MARKDOWN, found, "body")[0].startswith("The [bridge]")


def test_story_alone() -> None:
    """A text that is nothing but a story is all body."""
    text = "The bridge will be closed, the council said.\n\nTraders on the bank fear for trade."
    found = _read(text)
    assert [section.kind for section in found.sections] == ["body"]
    assert found.title is None


def test_what_the_container_says() -> None:
    """What the container says of a page goes before what its text shows."""
    given = Given(
        title="A bridge", byline=("Cy Holm",), outlet="The Quay", url="https://example.org"
    )
    found = plain.read(Page(path="x", kind="pdf", text=BLOG, given=given), ())
    assert (found.title, found.byline, found.outlet) == ("A bridge", ("Cy Holm",), "The Quay")
    assert found.url == "https://example.org"


@pytest.mark.parametrize("given", [None, "2013-05-04T10:00:00Z"])
def test_a_day_that_the_story_tells_of_is_not_its_own(given: str | None) -> None:
    """A short sentence that ends in a date does not date the article, nor undo its container."""
    text = (
        "Bridge closed\n\n“We never signed it,” she told them after a meeting on 3 March 2013."
        "\n\nTraders on the bank fear for trade, the council said, and so do the ferrymen."
    )
    told = Given(title="Bridge closed", published=given)
    found = plain.read(Page(path="x", kind="plain", text=text, given=told), ())
    assert found.published == given


def test_a_list_of_quotations_is_story() -> None:
    """Quotations that are signed with a dash and a name are prose, though no line of them ends."""
    text = (
        "What they said\n\nLeaders spoke on Wednesday of the bridge and of those who closed it.\n\n"
        "“It is a fine day for the whole of the town.” — Ada Lund, harbour master\n\n"
        "“It was a farce from the very first hour.” — Bo Grim\n\n"
        "The council welcomed the end of the works on the bridge.\n"
    )
    found = _read(text)
    assert [one.kind for one in found.sections] == ["headline", "body"]


def test_the_questions_of_an_interview_are_no_subheads() -> None:
    """A question that opens with who asks it, like the answer below it, is part of the story."""
    text = (
        "Ada Lund led the works for eleven years, and she spoke to us on Friday in her office.\n\n"
        "Q: Will you stay?\n\nA: No. I will not stay another summer, and nobody asked me to.\n\n"
        "Grim: Who will come?\n\nLund: Somebody younger, who likes the cold and the noise of it.\n"
    )
    assert [one.kind for one in _read(text).sections] == ["body"]


def test_thread_is_kept_out() -> None:
    """What the thread takes up is `responses`, whole."""
    text = f"{BLOG}\n2 Comments\n\nAda says:\n3 May 2013 at 10:02\n\nThey close it every year.\n"
    area = Span(text.index("2 Comments"), len(text))
    found = plain.read(Page(path="x", kind="plain", text=text), (area,))
    assert found.sections[-1].kind == "responses"
    assert found.sections[-1].span == area


def test_empty() -> None:
    """An empty text has no sections and says nothing."""
    assert _read("") == Article()


WORDS = st.sampled_from(
    [
        "Bridge to close for two years",
        "# Bridge to close",
        "By Ada Lund",
        "January 30th, 2013",
        "04:47 PM ET",
        "The bridge across the Orrin will be closed for two years, the council said.",
        "LONDON (Reuters) - The bridge across the Orrin is closed, the council said.",
        "READ: Who knew",
        "Photo: Dag Moe",
        "  * Home",
        "Related articles",
        "© 2020 The Orrin Post",
        "13 Comments",
        "Ada says:",
        "3 May 2019 at 12:04",
        "Reply",
        "",
        "\t",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS | st.text(max_size=40), max_size=40).map("\n".join))
def test_partition(text: str) -> None:
    """Whatever the text, each of its characters lies in exactly one section, in order."""
    found = _read(text)
    at = 0
    for section in found.sections:
        assert section.span.start == at
        assert section.span.end > at
        at = section.span.end
    assert at == len(text)


@pytest.mark.parametrize(
    "line",
    [
        "June 29, 2021 at 10:57 pm\n",
        "Ada Lund says:\n",
        "13 Comments\n",
        "ab c\n",
        "By Ada Lund\n",
        "[](",
        "* ",
        "\n",
        "The mayor said that the bridge would be closed.\n\n",
    ],
)
def test_long_texts(line: str) -> None:
    """A long text of one kind of line is read in a time that grows with its length alone."""
    found = _read(line * 4000)
    assert found.sections[-1].span.end == len(line) * 4000
