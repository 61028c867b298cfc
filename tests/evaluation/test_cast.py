"""Entities of a record are known by the names of the cast."""

from __future__ import annotations

import pytest

from dateline.evaluation.article import Member
from dateline.evaluation.cast import members
from dateline.record import (
    Document,
    Entity,
    EntityKind,
    Mention,
    MentionForm,
    Reader,
    Record,
    Responses,
)
from dateline.span import Span

TEXT = "The Harbour Board met. Its crew of nine, they said, and the crewman left."


def record(kind: EntityKind, name: str, form: MentionForm, words: str) -> Record:
    """Return a record of one entity with one mention."""
    at = TEXT.index(words)
    mention = Mention(span=Span(at, at + len(words)), form=form)
    return Record(
        dateline="0",
        reader=Reader(profile="fast"),
        document=Document(
            id="0", path="-", url=None, outlet=None, title=None, byline=(), published=None,
            language="en", text=TEXT,
        ),
        sections=(),
        responses=Responses(),
        entities=(Entity(id="e1", kind=kind, name=name, mentions=(mention,)),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "form", "words", "wanted"),
    [
        ("HARBOUR BOARD", "pronoun", "they", ("Harbour Board",)),
        ("HB", "name", "The Harbour Board", ("Harbour Board",)),
        ("The Board's", "pronoun", "they", ("Harbour Board",)),
        ("HB", "nominal", "The Harbour Board", ()),
        ("Harbour", "pronoun", "they", ()),
        ("nine", "nominal", "Its crew of nine", ("crew",)),
        ("nine", "nominal", "the crewman", ()),
        ("crew", "pronoun", "they", ()),
    ],
)
def test_an_entity_is_who_bears_the_name(
    name: str, form: MentionForm, words: str, wanted: tuple[str, ...]
) -> None:
    """A name counts however it is written; a nameless member by the words of a mention."""
    cast = [
        Member(name="Harbour Board", kind="organisation", aliases=("the board",)),
        Member(name="crew", kind="group"),
    ]
    assert members(record("group", name, form, words), cast) == {"e1": wanted}
