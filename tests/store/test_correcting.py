"""Corrections are rows of their own: they survive a new reading, and can be taken back."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from dateline.errors import DatelineError
from dateline.record import Record
from dateline.store import Selection, View, Writer
from dateline.store.rows import Correction
from dateline.store.sqlite import ArchiveView

Writing = Callable[..., Record]
LATER = "2024-01-02T00:00:00Z"


def correction(kind: str, of: str, **more: Any) -> Correction:
    """Return a correction to be made."""
    return Correction(
        number=0,
        kind=kind,  # type: ignore[arg-type]
        of=of,
        author="ana",
        made="2024-01-01T00:00:00Z",
        **more,
    )


@pytest.fixture
def key(write: Writing, writer: Writer, view: ArchiveView) -> str:
    """Return the key of the one article."""
    writer.add(write(), "a.txt", "1")
    return next(view.articles()).key


def test_a_correction_is_kept_with_author_and_time(key: str, writer: Writer, view: View) -> None:
    """What was said, by whom and when, comes back; taken back, it stays, marked so."""
    made = writer.correct(correction("same", f"{key}:e1", other=f"{key}:e2", note="sure"))
    assert made.number == 1
    assert (made.author, made.made, made.note, made.undone) == (
        "ana",
        "2024-01-01T00:00:00Z",
        "sure",
        None,
    )
    assert list(view.corrections()) == [made]
    undone = writer.undo(1, LATER)
    assert undone == msgspec.structs.replace(made, undone=LATER)
    assert list(view.corrections()) == [undone]
    with pytest.raises(DatelineError, match="none to be undone"):
        writer.undo(1, LATER)
    with pytest.raises(DatelineError, match="nothing of that id"):
        writer.correct(correction("wrong", f"{key}:s99"))


def test_an_actor_is_renamed_and_of_another_kind(key: str, writer: Writer, view: View) -> None:
    """The name and kind that a user gave are the actor's, until they are taken back."""
    entity = f"{key}:e3"
    number = view.actor(entity)
    assert number is not None
    writer.correct(correction("rename", entity, value="Board of the Harbour"))
    writer.correct(correction("kind", entity, value="group"))
    actor = view.actors([number])[number]
    assert (actor.name, actor.kind) == ("Board of the Harbour", "group")
    assert actor.aliases == ("Harbour Board",)
    assert view.named("Board of the Harbour") == [actor]
    writer.match([], [])
    assert view.actors([number])[number] == actor
    writer.undo(1, LATER)
    writer.undo(2, LATER)
    actor = view.actors([number])[number]
    assert (actor.name, actor.kind) == ("Harbour Board", "organisation")


@pytest.mark.parametrize(
    ("within", "view_of"), [("s1", "claims"), ("v1", "happenings"), ("r1", "ties")]
)
def test_what_is_wrong_is_left_out(
    key: str, writer: Writer, view: View, within: str, view_of: str
) -> None:
    """What a user marked wrong is in no view, is still found by its id, and may come back."""
    wanted = {one.id for one in getattr(view, view_of)()}
    writer.correct(correction("wrong", f"{key}:{within}"))
    assert {one.id for one in getattr(view, view_of)()} == wanted - {f"{key}:{within}"}
    assert view.one(f"{key}:{within}") is not None
    writer.undo(1, LATER)
    assert {one.id for one in getattr(view, view_of)()} == wanted


def reordered(record: Record) -> Record:
    """Return the record with its first two people and statements in each other's place."""
    one, two, *others = record.entities
    swapped = {"e1": "e2", "e2": "e1", "s1": "s2", "s2": "s1"}
    replace = msgspec.structs.replace
    first, second, third = record.statements
    (tie,) = record.relations
    return replace(
        record,
        entities=(replace(two, id="e1"), replace(one, id="e2"), *others),
        statements=(
            replace(second, id="s1", within="s2", source=replace(second.source, entity="e1")),
            replace(first, id="s2", source=replace(first.source, entity="e2")),
            third,
        ),
        events=(replace(record.events[0], who=("e1",), said_in=("s1", "s2")),),
        relations=(replace(tie, subject=swapped[tie.subject]),),
    )


def test_a_correction_follows_its_evidence(
    key: str, write: Writing, writer: Writer, view: View
) -> None:
    """Read by another reader, what a correction is of is known again by its words."""
    writer.correct(correction("rename", f"{key}:e1", value="A. Brandt"))
    writer.correct(correction("wrong", f"{key}:s1"))
    writer.correct(correction("same", f"{key}:e1", other=f"{key}:e2"))
    writer.add(reordered(write()), "a.txt", "2")
    renamed, wrong, same = view.corrections()
    assert (renamed.of, wrong.of) == (f"{key}:e2", f"{key}:s2")
    assert (same.of, same.other) == (f"{key}:e2", f"{key}:e1")
    assert not renamed.lost
    number = view.actor(f"{key}:e2")
    assert number is not None
    assert view.actors([number])[number].name == "A. Brandt"
    assert [one.id for one in view.claims()] == [f"{key}:s1", f"{key}:s3"]


def test_a_correction_follows_to_a_new_version(
    key: str, write: Writing, writer: Writer, view: View
) -> None:
    """In a changed copy of the page it bears on the thing with the same words there."""
    writer.correct(correction("wrong", f"{key}:s3"))
    changed = write("a.txt", write().document.text.replace("Ferry stops", "No ferry"))
    writer.add(changed, "a.txt", "2")
    new = next(view.articles()).key
    assert new != key
    assert [one.of for one in view.corrections()] == [f"{new}:s3"]
    assert len(list(view.claims())) == 2


def test_a_correction_whose_evidence_is_gone_is_kept(
    key: str, write: Writing, writer: Writer, view: View
) -> None:
    """Where no thing has the evidence it is lost, and bears on it again when it comes back."""
    writer.correct(correction("wrong", f"{key}:s1"))
    bare = msgspec.structs.replace(write(), statements=(), events=())
    writer.add(bare, "a.txt", "2")
    assert [(one.of, one.lost) for one in view.corrections()] == [(f"{key}:s1", True)]
    writer.add(write(), "a.txt", "3")
    assert [(one.of, one.lost) for one in view.corrections()] == [(f"{key}:s1", False)]
    assert [one.id for one in view.claims(Selection(articles=()))] == [f"{key}:s2", f"{key}:s3"]
