"""Comments that only a script holds become part of the page."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.layout import Page
from dateline.page import html
from dateline.record import Comment
from dateline.text import thread

ITEMS = r"""<div class="comments" id="comments"><h4>3 comments:</h4>
<div id="comment-holder"></div></div>
<script>
(function() {
  var items = [{'id': '71', 'body': 'At last.\x3cbr /\x3eIt\x27s good.',
    'timestamp': '1556792415000', 'author': {'name': 'Ina Holt', 'avatarUrl': '//x'},
    'displayTime': 'May 2, 2019 at 12:20 PM'},
   {'id': '72', 'body': 'Hm.', 'timestamp': '1556792415000', 'author': {'name': 'Kim'}},
   {'id': '73', 'parentId': '71', 'body': 'Yes \x26amp; no.', 'author': {'name': 'Jo'},
    'displayTime': 'May 3, 2019 at 1:00 PM'}];
  var msgs = {'loadMore': 'Load more...'}; run(items, document.cookie);
})();
</script>"""
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle",
            "text": "Not a comment.",
            "commentCount": 2,
            "comment": [
                {
                    "@type": "Comment",
                    "author": {"@type": "Person", "name": "Ina Holt"},
                    "dateCreated": "2019-05-02T10:12:00+02:00",
                    "text": "At last,\nthe bridge.",
                    "comment": {"@type": "Comment", "author": "Jo", "text": "Yes & no at all."},
                }
            ],
        }
    ],
}


def read(body: str, head: str = "") -> Page:
    """Return the page of an article with `body` below it."""
    article = "<h1>Bridge</h1><p>The bridge opened again on Thursday, the council said.</p>"
    return next(
        html.pages("x.html", f"<html><head>{head}</head><body>{article}{body}</body></html>")
    )


def rows(page: Page) -> list[tuple[str, str | None, str, str | None]]:
    """Return name, time, words and the comment answered."""
    found: tuple[Comment, ...] = thread.read(page).responses.comments
    return [(c.author, c.time, c.span.of(page.text), c.reply_to) for c in found]


def linked(data: object) -> str:
    """Return data as a JSON-LD script."""
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_the_list_of_bloggers_script_is_read() -> None:
    """Each answer follows what it answers; words are HTML, times as the page would show them."""
    page = read(ITEMS)
    assert rows(page) == [
        ("Ina Holt", "2019-05-02T12:20", "At last.\nIt's good.", None),
        ("Jo", "2019-05-03T13:00", "Yes & no.", "1"),
        ("Kim", "2019-05-02T10:20:15+00:00", "Hm.", None),
    ]
    assert (thread.read(page).responses.system, thread.read(page).responses.declared) == (
        "blogger",
        3,
    )


def test_comments_of_json_ld_are_read() -> None:
    """Nested comments answer the one that they stand in; line ends of plain text stay."""
    page = read("", linked(LINKED))
    assert rows(page) == [
        ("Ina Holt", "2019-05-02T10:12:00+02:00", "At last,\nthe bridge.", None),
        ("Jo", None, "Yes & no at all.", "1"),
    ]
    assert thread.read(page).responses.declared == 2


@pytest.mark.parametrize(
    "shown",
    [
        '<div class="comments"><p>At  last, the bridge.</p></div>',
        '<div class="comments"><p>At last,<br/>the bridge.</p></div>',
    ],
)
def test_what_is_shown_is_not_added(shown: str) -> None:
    """A thread that the page shows is not put there a second time."""
    assert read(shown, linked(LINKED)).text.count("the bridge.") == 1


def test_a_rendered_list_is_not_added() -> None:
    """Blogger's list stays in its script where its elements stand in the page."""
    shown = '<ol><li class="comment" id="c71">At last.</li></ol>'
    assert read(shown + ITEMS).text.count("At last.") == 1


def test_circles_and_orphans_are_kept() -> None:
    """Comments that answer each other or nobody are all there."""
    answers = {"71": "72", "72": "71", "73": "99"}
    items = [
        {"id": k, "parentId": v, "body": f"Word {k}", "displayTime": "", "author": k}
        for k, v in answers.items()
    ]
    page = read(f"<script>var items = {json.dumps(items)};</script>")
    assert sorted(row[2] for row in rows(page)) == ["Word 71", "Word 72", "Word 73"]


@pytest.mark.parametrize(
    "body",
    [
        "<script>var items = [{'displayTime': </script>",
        "<script>var items = [{'displayTime': alert(1)}]</script>",
        '<script type="application/ld+json">{"comment": [</script>',
        '<script type="application/ld+json">' + '{"comment": [' * 5000 + "</script>",
        '<script type="application/ld+json">{"comment": "5", "comments": [1, null]}</script>',
    ],
)
def test_broken_data_adds_nothing(body: str) -> None:
    """Data that cannot be read leaves the page as it is."""
    assert read(body).text.endswith("the council said.")


def test_scripts_in_a_comment_are_not_shown() -> None:
    """Markup in a comment's words is laid out like any other: its scripts show nothing."""
    items = [{"id": "1", "body": "Hi <script>evil()</script><b>there</b>", "displayTime": "x"}]
    data = json.dumps(items).replace("</", "\\x3c/")
    assert "evil" not in read(f"<script>var items = {data};</script>").text


@given(st.text(max_size=60))
def test_any_words_are_carried(words: str) -> None:
    """Whatever a comment's text is, the page can be laid out."""
    data = {"comment": [{"@type": "Comment", "author": words, "text": words}]}
    assert read(
        "", linked(data).replace("</scr", "<\\/scr").replace("<\\/script>", "</script>", 1)
    ).text
