"""The readers' thread in text copies."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.layout import Page
from dateline.record import Comment
from dateline.text.thread import plain
from dateline.text.thread.shape import Thread

Told = tuple[str, str, str | None, str, str | None]

TIME_LAST = """\
The story ends here.

soundoff (7 Responses)
  1. Ada

    Well said.

    And again.

    June 29, 2012 at 10:57 pm | Reply
  2. Bo


    June 28, 2012 at 8:55 am | Reply
    • Cy Holm

      I am not so sure.

      June 28, 2012 at 9:10 am | Reply
      • Ada

        I am.

        June 28, 2012 at 9:12 am |
  3. Dag

    Nice.

    June 27, 2012 at 1:02 pm | Reply

Leave a Reply to Dag

We welcome a lively discussion.
"""

TIME_FIRST = """\
3 thoughts on “A bridge”

    1.
   Ada says:
       June 28, 2012 at 8:55 am
       They close it every year and
       nobody is told.
       Reply
         1.
        Bo says:
            June 28, 2012 at 9:10 am
            Not every year.
            Reply
    2. Pingback: A bridge |
       The Quay Notes

Leave a Reply Cancel reply
"""

LINES = """\
Die Brücke bleibt zu.
2 Kommentare
Ada
sagt:
1. Februar 2022 um 21:53 Uhr
Das war zu erwarten.
Antworten
Bo
sagt:
1. Februar 2022 um 18:34 Uhr
Leider ja.
Antworten
Kommentar schreiben
Name
"""

IN_ONE_LINE = """\
Comments (2)

Ada · 3 May 2019 at 12:04

They close it every year.

Reply

Bo · 3 May 2019 at 12:09

Not every year.

Reply

Post a comment
"""

WORDS_FIRST = """\
Vos réactions

     * La route est fermée.
       Ada Le 11 septembre 2018 à 12:57
       Répondre

          + Encore !
            Bo Le 13 septembre 2018 à 22:30

Qui êtes-vous ?
"""

RUN_ON = """\
2 Kommentare:

Ada6. Juni 2015 um 10:23
Schön geschrieben.
AntwortenLöschen
Bo6. Juni 2015 um 10:33
Finde ich auch.
AntwortenLöschen
Kommentar hinzufügen
"""


def _page(text: str) -> Page:
    return Page(path="page.txt", kind="plain", text=text)


def _read(text: str) -> Thread:
    found = plain.read(_page(text))
    assert found is not None
    return found


def _told(text: str) -> list[Told]:
    return [_tell(text, comment) for comment in _read(text).responses.comments]


def _tell(text: str, comment: Comment) -> Told:
    words = " ".join(comment.span.of(text).split())
    return comment.id, comment.author, comment.time, words, comment.reply_to


def test_time_below_the_words() -> None:
    """Author, words, time: each comment is read, an empty one too, and indent tells replies."""
    assert _told(TIME_LAST) == [
        ("1", "Ada", "2012-06-29T22:57", "Well said. And again.", None),
        ("2", "Bo", "2012-06-28T08:55", "", None),
        ("2.1", "Cy Holm", "2012-06-28T09:10", "I am not so sure.", "2"),
        ("2.1.1", "Ada", "2012-06-28T09:12", "I am.", "2.1"),
        ("3", "Dag", "2012-06-27T13:02", "Nice.", None),
    ]


def test_declared_beside_held() -> None:
    """The number that the heading claims stands, whatever the copy holds."""
    assert _read(TIME_LAST).responses.declared == 7
    assert _read(TIME_LAST).responses.held


def test_area() -> None:
    """The area runs from the heading to the reply form; the story is left out of it."""
    (area,) = _read(TIME_LAST).area
    assert area.of(TIME_LAST).startswith("soundoff")
    assert area.of(TIME_LAST).endswith("Leave a Reply to Dag")


def test_time_above_the_words() -> None:
    """Author, time, words, as text browsers show them; a link from another page is a pingback."""
    assert _told(TIME_FIRST) == [
        ("1", "Ada", "2012-06-28T08:55", "They close it every year and nobody is told.", None),
        ("1.1", "Bo", "2012-06-28T09:10", "Not every year.", "1"),
        ("2", "A bridge | The Quay Notes", None, "", None),
    ]
    kinds = [comment.kind for comment in _read(TIME_FIRST).responses.comments]
    assert kinds == ["comment", "comment", "pingback"]


def test_each_word_on_a_line_of_its_own() -> None:
    """A copy without indent gives comments, but no replies."""
    assert _told(LINES) == [
        ("1", "Ada", "2022-02-01T21:53", "Das war zu erwarten.", None),
        ("2", "Bo", "2022-02-01T18:34", "Leider ja.", None),
    ]


def test_author_beside_the_time() -> None:
    """The author may stand in the line of the time."""
    assert _told(IN_ONE_LINE) == [
        ("1", "Ada", "2019-05-03T12:04", "They close it every year.", None),
        ("2", "Bo", "2019-05-03T12:09", "Not every year.", None),
    ]


def test_author_and_time_below_the_words() -> None:
    """Author and time may both stand under the words; the bullet is none of them."""
    assert _told(WORDS_FIRST) == [
        ("1", "Ada", "2018-09-11T12:57", "La route est fermée.", None),
        ("1.1", "Bo", "2018-09-13T22:30", "Encore !", "1"),
    ]


SIGNED_BELOW = """\
Old bridge opens again

by Dora Fields
Comments: 2

The old bridge over the river opened again on Thursday, the council said. It had been closed since
a flood washed away two of its piers, and nobody asked what it costs to keep.

Visitor comments Add your comment

Too late

It is old.

Posted by: Ina Horn, 27 Sep 2011 | 15:22

Good

I like it.

Posted by: Jo, a plumber, 28 Sep 2011 | 05:41

Add your comment
"""


def test_a_counter_above_the_article_does_not_open_the_thread() -> None:
    """Where comments are signed below, the first begins at the heading right above it."""
    page = Page(path="a.txt", kind="plain", text=SIGNED_BELOW)
    thread = plain.read(page)
    assert thread is not None
    assert thread.area[0].of(page.text).startswith("Visitor comments")
    assert thread.responses.declared == 2
    shown = [(c.author, c.span.of(page.text)) for c in thread.responses.comments]
    assert shown == [
        ("Ina Horn", "Too late\n\nIt is old."),
        ("Jo, a plumber", "Good\n\nI like it."),
    ]


def test_a_list_of_articles_is_no_thread() -> None:
    """Titles with their dates below a heading for comments are not comments."""
    listed = "".join(
        f"  {n}. Which bridge {n}?\n     May {n}, 2019 5:00 AM PDT\n" for n in range(2, 7)
    )
    text = f"The story ends here.\n\nComments\n\nmost discussed\n\n{listed}"
    assert plain.read(Page(path="a.txt", kind="plain", text=text)) is None


def test_run_on_lines() -> None:
    """Words that a tool ran together are told apart: author and date, button and button."""
    assert _told(RUN_ON) == [
        ("1", "Ada", "2015-06-06T10:23", "Schön geschrieben.", None),
        ("2", "Bo", "2015-06-06T10:33", "Finde ich auch.", None),
    ]


@pytest.mark.parametrize(
    ("heading", "count"),
    [
        ("13 Comments", 13),
        ("Comments (13)", 13),
        ("soundoff (30 Responses)", 30),
        ("20 thoughts on “A bridge”", 20),
        ("One thought on “A bridge”", 1),
        ("6 Kommentare zu „Eine Brücke“", 6),
        ("Vos réactions (11)", 11),
        ("142 Antworten zu Eine Brücke", 142),
        ("3 comentarios", 3),
        ("13 comments were deleted yesterday, the editors said.", None),
        ("Comments", None),
        ("13", None),
    ],
)
def test_declared(heading: str, count: int | None) -> None:
    """A heading's number is read in any of the languages; a sentence is no heading."""
    assert plain.declared(heading) == count


def test_not_in_this_copy() -> None:
    """A claim without comments, or a script's stand-in, is a thread that the copy does not hold."""
    for text in ("A story.\n\n16 Comments\n", "A story.\n\nBlog comments powered by Disqus.\n"):
        assert not _read(text).responses.held
        assert _read(text).responses.comments == ()


def test_no_comments_yet() -> None:
    """A page that says there are none holds its whole, empty thread."""
    found = _read("A story.\n\n0 Comments\n")
    assert found.responses.held
    assert found.responses.declared == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A story without a thread.\n\nIt has two paragraphs.",
        "Latest news\nBridge closed\n3 May 2019\nBridge open\n4 May 2019\n",
    ],
)
def test_no_thread(text: str) -> None:
    """A text without a thread's heading has none, whatever dates it shows."""
    assert plain.read(_page(text)) is None


def test_only_text_copies() -> None:
    """Rows and markup are left to other readers."""
    assert plain.read(Page(path="x", kind="row", text=TIME_LAST)) is None


WORDS = st.sampled_from(
    [
        "13 Comments",
        "soundoff (3 Responses)",
        "Ada says:",
        "  1. Bo",
        "    • Cy",
        "    June 29, 2012 at 10:57 pm | Reply",
        "3 May 2019",
        "12:04",
        "Reply",
        "Pingback: Elsewhere",
        "Leave a Reply",
        "The mayor said that the bridge would be closed.",
        "",
        "   ",
        "[x](y) **z**",
        "2 days ago",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS | st.text(max_size=30), max_size=40).map("\n".join))
def test_any_text(text: str) -> None:
    """Whatever the text, comments lie in order within the area and answer earlier ones."""
    found = plain.read(_page(text))
    if found is None:
        return
    seen: set[str] = set()
    at = 0
    for comment in found.responses.comments:
        assert comment.id not in seen
        assert comment.reply_to is None or comment.reply_to in seen
        assert any(area.contains(comment.span) for area in found.area)
        assert comment.span.start >= at
        at = comment.span.end
        seen.add(comment.id)
