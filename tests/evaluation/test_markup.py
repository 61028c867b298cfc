"""The form in which people annotate is read to the character, or refused with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.evaluation.article import Article
from dateline.evaluation.markup import parse

HEAD = "title: T\ngenre: g\npublished: 2014-05-02\n\n"


def test_the_text_is_the_source_without_its_braces(article: Article) -> None:
    """Braces and what they name are no part of the text; everything else is."""
    assert article.text.startswith("The ferry is “safe,” a clerk told reporters on Friday.")
    assert "{" not in article.text
    assert article.title == "The ferry stays in port"


def test_a_role_is_the_words_in_its_braces(article: Article) -> None:
    """Each role of a statement covers exactly what was marked, also in pieces."""
    last = article.statements[-1]
    assert [span.of(article.text) for span in last.content] == ["“Never,”", "“Not for a crown.”"]
    assert [span.of(article.text) for span in last.source] == ["Orme"]
    assert last.addressee == ()


def test_a_brace_may_serve_several_statements(article: Article) -> None:
    """A rumour and its denial share one content."""
    rumour, denial = article.statements[3:5]
    assert rumour.content == denial.content
    assert (rumour.kind, rumour.certainty) == ("unstated", "possible")
    assert (denial.kind, denial.stance) == ("collective", "deny")


def test_a_statement_is_nested_where_its_cue_stands(article: Article) -> None:
    """A statement whose cue stands in another's content is within it; a shared content is not."""
    assert [one.within for one in article.statements] == [None, None, "2", None, None, None]


def test_what_is_not_said_is_the_default(article: Article) -> None:
    """A bare line means a named source, an assertion, certainty, and the manner of its marks."""
    bare = article.statements[1]
    assert (bare.kind, bare.stance, bare.certainty) == ("named", "assert", "certain")
    assert [one.manner for one in article.statements] == [
        "mixed",
        "indirect",
        "indirect",
        "indirect",
        "indirect",
        "direct",
    ]


def test_a_line_can_tell_what_a_statement_stands_within() -> None:
    """`in 1` nests a statement by hand, and `in none` takes it out."""
    body = "{c1 He {q2 said} {c2 no}}, {s1 she} {q1 said}. {c3 Yes}\n---\n1\n2 in none\n3 in 1\n"
    found = parse("x", HEAD + body)
    assert [one.within for one in found.statements] == [None, None, "1"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("{c1 No line", "no line '---'"),
        ("{c1 Open\n---\n1\n", "never closed"),
        ("Shut}\n---\n", "marks nothing"),
        ("{c1 A}\n---\n", "without a mark or without a line: 1"),
        ("A\n---\n1\n", "without a mark or without a line: 1"),
        ("{s1 A}\n---\n1\n", "no content"),
        ("{x1 A}\n---\n1\n", "no such role"),
        ("{c1 A}\n---\n1 denies\n", "cannot read 'denies'"),
        ("{c1 A}\n---\n1 deny doubt\n", "cannot read 'doubt'"),
    ],
)
def test_a_slip_is_named(body: str, reason: str) -> None:
    """What an annotator got wrong is told in one line, with the article's name."""
    with pytest.raises(DatelineError, match=reason) as raised:
        parse("slip", HEAD + body)
    assert raised.value.where == "slip"


def test_an_article_needs_its_fields() -> None:
    """Title, genre and day must stand above the text; fields of later versions may."""
    with pytest.raises(DatelineError, match="no line 'published"):
        parse("x", "title: T\ngenre: g\n\nText.\n---\n")
    assert parse("x", "layer: events\n" + HEAD + "Text.\n---\n").text == "Text."


words = st.lists(st.sampled_from(["ash", "birch", "“oak”", "—", "elm,"]), min_size=1, max_size=4)
trees = st.recursive(
    words.map(" ".join),
    lambda inner: st.lists(inner, min_size=1, max_size=3).map(tuple),
    max_leaves=12,
)
Tree = str | tuple["Tree", ...]


def render(tree: Tree, marked: list[str]) -> tuple[str, str]:
    """Return a tree with each branch in braces, and its bare text; add the branches' words."""
    if isinstance(tree, str):
        return tree, tree
    number = len(marked) + 1
    marked.append("")
    parts = [render(part, marked) for part in tree]
    bare = " ".join(part for _, part in parts)
    marked[number - 1] = bare
    return f"{{c{number} {' '.join(part for part, _ in parts)}}}", bare


@given(trees)
def test_braces_round_any_text_give_back_that_text(tree: Tree) -> None:
    """However deep braces nest, the text is what stands between them, and so is each span."""
    marked: list[str] = []
    source, bare = render(tree, marked)
    lines = "".join(f"{number}\n" for number in range(1, len(marked) + 1))
    found = parse("x", f"{HEAD}{source}\n---\n{lines}")
    assert found.text == bare
    assert [one.content[0].of(found.text) for one in found.statements] == marked
