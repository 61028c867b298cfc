"""What rests on one source: other reports, and other voices, are looked through before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dateline.ask.archive import Archive

Make = Callable[..., Any]
Opened = Callable[..., Archive]
BOMBED = "The Heron Guard bombed Alder Works."


def attack(make: Make, more: str = "") -> Any:
    """Return a report of an attack, and what else stands in it."""
    one = make(f"{BOMBED} {more}".rstrip(), "The Post", "2012-03-01")
    one.entity("Heron Guard", "organisation")
    one.entity("Alder Works", "organisation")
    one.happens("assault", "bombed", who=("Heron Guard",), whom=("Alder Works",))
    return one


def other(make: Make, text: str, *names: str) -> Any:
    """Return an article of another paper in which no event was read."""
    one = make(text, "The Courier", "2012-03-03")
    for name in names:
        one.entity(name, "organisation")
    return one


def lone(archive: Archive) -> list[str]:
    """Return what rests on one source."""
    return [one.matter for one in archive.sources().single]


def test_nobody_else_tells_it(page: Make, opened: Opened) -> None:
    """An event that one paper tells rests on that paper."""
    assert lone(opened(attack(page), other(page, "The Heron Guard sings.", "Heron Guard")))


def test_another_paper_has_it_in_other_words(page: Make, opened: Opened) -> None:
    """A sentence of another paper that names both and what was done is told as perhaps the same."""
    told = other(page, "Since the Heron Guard bombed Alder Works, it rains.", "Heron Guard")
    archive = opened(attack(page), told)
    assert not lone(archive)
    [found] = archive.sources().perhaps
    assert [one.article.outlet for one in found.elsewhere] == ["The Courier"]


def test_the_others_are_found_by_either_actor(page: Make, opened: Opened) -> None:
    """A paper in which one of the names was cut short is found by the other."""
    told = other(page, "Since the Heron Guard bombed Alder Works, it rains.", "Alder Works")
    assert not lone(opened(attack(page), told))


@pytest.mark.parametrize(
    ("stance", "kind", "alone"),
    [("assert", "named", False), ("deny", "named", True), ("assert", "anonymous", True)],
)
def test_another_voice_in_the_same_article(
    page: Make, opened: Opened, stance: str, kind: str, alone: bool
) -> None:
    """Who is quoted to say so beside the paper's own word is a second source, if named."""
    one = attack(page, "Ada Quill said the Heron Guard bombed Alder Works by night.")
    one.entity("Ada Quill")
    content = "the Heron Guard bombed Alder Works by night"
    one.says("Ada Quill", "said", content, stance=stance, kind=kind)
    assert bool(lone(opened(one))) is alone


def test_whoever_is_quoted_on_something_else_is_no_source(page: Make, opened: Opened) -> None:
    """A sentence that tells it in passing is the paper's word, whoever is quoted in it."""
    one = attack(page, "Ada Quill, of Alder Works that the Heron Guard bombed, said it rains.")
    one.entity("Ada Quill")
    one.says("Ada Quill", "said", "it rains")
    assert lone(opened(one))


def test_a_surname_elsewhere_may_be_anothers(page: Make, opened: Opened) -> None:
    """A person is named by a surname only in an article that was read to name them."""
    one = page("Ida Moss leads the Reed Party. Moss sings.", "The Post", "2012-03-01")
    one.entity("Ida Moss", "person", "Moss")
    one.entity("Reed Party", "organisation")
    one.tied("Ida Moss", "leads", "Reed Party", "leads")
    told = other(page, "Moss leads the Reed Party, as his sister did.", "Reed Party")
    assert lone(opened(one, told))


@pytest.mark.parametrize(("deed", "alone"), [("sings", True), ("marched in the rain", False)])
def test_members_stand_for_their_body(page: Make, opened: Opened, deed: str, alone: bool) -> None:
    """What members of a body did is looked for under the name of the body."""
    one = page("Members of the Heron Guard marched.", "The Post", "2012-03-01")
    one.entity("Heron Guard", "organisation")
    one.entity("Members of the Heron Guard", "group")
    one.happens("protest", "marched", who=("Members of the Heron Guard",))
    told = other(page, f"The Heron Guard {deed}.", "Heron Guard")
    assert bool(lone(opened(one, told))) is alone


@pytest.mark.parametrize(("deed", "alone"), [("sings of", True), ("assaulted", False)])
def test_another_verb_for_the_same_deed(page: Make, opened: Opened, deed: str, alone: bool) -> None:
    """Where two are named, any word for that kind of deed is looked for."""
    told = other(page, f"Since the Heron Guard {deed} Alder Works, it rains.", "Heron Guard")
    assert bool(lone(opened(attack(page), told))) is alone


def test_a_name_that_was_cut_short_is_found_in_the_whole(page: Make, opened: Opened) -> None:
    """An article that names somebody whose name holds a rare one is looked through."""
    one = page("Alder Works struck.", "The Post", "2012-03-01")
    one.entity("Alder Works", "organisation")
    one.happens("protest", "struck", who=("Alder Works",))
    told = other(page, "Alder Works Company struck at noon.", "Alder Works Company")
    assert not lone(opened(one, told))
