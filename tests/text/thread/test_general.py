"""Threads that no other reader knows."""

from __future__ import annotations

from collections.abc import Callable

from dateline.layout import Page
from dateline.text.thread import general
from dateline.text.thread.shape import Thread

TEASERS = """<section class="more"><h2>More news</h2>
<article class="teaser"><h3><a href="/1">Road closed</a></h3><span class="author">Dora</span>
<span class="date">1 May 2019</span><p>The road is closed.</p>
<a href="/1#comments">3 comments</a></article>
<article class="teaser"><h3><a href="/2">Road open</a></h3><span class="author">Dora</span>
<span class="date">30 April 2019</span><p>The road is open.</p>
<a href="/2#comments">1 comment</a></article>
</section>"""


def test_teasers_are_no_comments(make_page: Callable[..., Page]) -> None:
    """Names, dates and words of other articles are not read as comments."""
    assert general.read(make_page(TEASERS)) is None


def test_answers_of_another_make_are_read(
    make_page: Callable[..., Page], rows: Callable[[Page, Thread], list[tuple[str, ...]]]
) -> None:
    """Answers that have a class of their own are found beside the comments, with their parents."""
    one = '<b class="user">{0}</b> <i class="date">{1} May 2019</i><p class="text">I am {0}.</p>'
    markup = (
        f'<div class="talk comments"><div class="remark">{one.format("Ina", 2)}'
        f'<div class="rejoinder">{one.format("Jo", 3)}</div></div>'
        f'<div class="remark">{one.format("Kim", 4)}</div></div>'
    )
    page = make_page(markup)
    thread = general.read(page)
    assert thread is not None
    assert rows(page, thread) == [
        ("Ina", "2019-05-02", "I am Ina.", ""),
        ("Jo", "2019-05-03", "I am Jo.", "Ina"),
        ("Kim", "2019-05-04", "I am Kim.", ""),
    ]


def test_the_words_may_stand_over_name_and_date(
    make_page: Callable[..., Page], rows: Callable[[Page, Thread], list[tuple[str, ...]]]
) -> None:
    """A comment signed below its words is taken whole, not its last line alone."""
    one = (
        '<div class="visitor_comment_box"><h3>{2}</h3><p>{3}</p>'
        '<p class="common_date">Posted by: {0}, {1} May 2019 | 10:20</p></div>'
    )
    long = "The bridge is old, and nobody asked what it costs to keep. " * 10
    page = make_page(
        '<div class="visitor_comment_area">'
        + one.format("Ina Horn", 2, "Old bridge", long)
        + one.format("Jo, a plumber", 3, "No", "I like it.")
        + "</div>"
    )
    thread = general.read(page)
    assert thread is not None
    assert rows(page, thread) == [
        ("Ina Horn", "2019-05-02T10:20", f"Old bridge\n\n{long.strip()}", ""),
        ("Jo, a plumber", "2019-05-03T10:20", "No\n\nI like it.", ""),
    ]


def test_a_byline_beside_a_counter_is_no_comment(make_page: Callable[..., Page]) -> None:
    """Name and date alone are no comment, even where markup speaks of comments."""
    byline = (
        '<div class="signature_comments"><span class="author">Mara Lind</span> '
        '<span class="date">27 October 2012 - 12:14 CET</span></div>'
    )
    assert general.read(make_page(byline)) is None


def test_the_list_of_comments_is_none_of_them(
    make_page: Callable[..., Page], rows: Callable[[Page, Thread], list[tuple[str, ...]]]
) -> None:
    """A list whose class its comments share does not become their parent."""
    one = (
        '<div class="comments odd"><span class="author">{0}</span> '
        '<span class="date">{1} May 2019</span><div class="text">I am {0}.</div></div>'
    )
    people = "".join(one.format(name, 2 + n) for n, name in enumerate(("Ina", "Jo", "Kim", "Lu")))
    page = make_page(f'<div class="comments"><h3>4 Comments</h3>{people}</div>')
    thread = general.read(page)
    assert thread is not None
    assert [(who, parent) for who, _, _, parent in rows(page, thread)] == [
        ("Ina", ""),
        ("Jo", ""),
        ("Kim", ""),
        ("Lu", ""),
    ]
    assert thread.responses.declared == 4


def test_a_box_of_recent_discussions_is_no_thread(make_page: Callable[..., Page]) -> None:
    """Posts listed from elsewhere on the site are no comments, boxed by class or by heading."""
    posts = "".join(
        f'<li><a href="/{n}">Which bridge {n}?</a> <p class="byline">by '
        f'<span class="author">Ina</span> <span class="date">{n} May 2019</span></p></li>'
        for n in range(2, 7)
    )
    assert (
        general.read(make_page(f'<section class="forum-recent"><ul>{posts}</ul></section>')) is None
    )
    lines = "".join(
        f"<h5><a href='/{n}'>Which bridge {n}?</a></h5> in Town by Ina on May {n}, 2019<br>"
        for n in range(2, 7)
    )
    unmarked = f'<div id="article-comments"><section><h4>Discussions</h4>{lines}</section></div>'
    assert general.read(make_page(unmarked)) is None


def test_quotations_are_no_comments(
    make_page: Callable[..., Page], rows: Callable[[Page, Thread], list[tuple[str, ...]]]
) -> None:
    """Of comments that quote each other, each is told once, by a head named for its author."""
    quote = "<blockquote><cite>Ina: 2 May 2019 - 7:56 AM</cite><p>It is old.</p></blockquote>"
    one = (
        '<li class="group"><div class="commenter-info"><a href="#">{0}</a><div>Member</div></div>'
        '<div class="comment-meta">Reply #{1} <div>May {2}, 2019 - 8:{2}0 AM</div></div>'
        '<div class="submitted-comment">{3}<p>I am {0}.</p></div></li>'
    )
    page = make_page(
        '<ol id="commentsList">'
        + one.format("Ina", 1, 2, "")
        + one.format("Jo", 2, 3, quote)
        + one.format("Kim", 3, 4, quote)
        + "</ol>"
    )
    thread = general.read(page)
    assert thread is not None
    assert [(who, when) for who, when, _, _ in rows(page, thread)] == [
        ("Ina", "2019-05-02T08:20"),
        ("Jo", "2019-05-03T08:30"),
        ("Kim", "2019-05-04T08:40"),
    ]
    assert rows(page, thread)[0][2] == "I am Ina."


def test_numeric_dates_follow_the_language_of_the_text(
    make_page: Callable[..., Page], rows: Callable[[Page, Thread], list[tuple[str, ...]]]
) -> None:
    """Where no language is declared, that of the words tells what 03/04/2019 means."""
    one = (
        '<li class="avis-comment"><a class="avis-user">{0}</a><div class="avis-msg"><p>Le pont est '
        "vieux, et personne n'a demandé ce qu'il coûte à la ville. Il faut le dire au conseil.</p>"
        '</div><div class="avis-footer"><span class="avis-timestamp">Le {1}/04/2019 à 17:29</span>'
        "</div></li>"
    )
    both = one.format("Ina", "03") + one.format("Jo", "05")
    page = make_page(f"<ul class='comments'>{both}</ul>", "")
    thread = general.read(page)
    assert thread is not None
    assert [when for _, when, _, _ in rows(page, thread)] == [
        "2019-04-03T17:29",
        "2019-04-05T17:29",
    ]
