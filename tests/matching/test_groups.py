"""Unnamed people stand for the body that their words name, in telling events together only."""

import pytest

from dateline.matching.groups import bodies, embodied
from dateline.record import Document, Entity, EntityKind, Mention, Reader, Record, Responses
from dateline.span import Span
from dateline.store.rows import Happening

TEXT = "Members of the Reed Union met people of Sedge and clerks of the Reed Union and Alder Works."


def entity(number: int, name: str, kind: EntityKind = "organisation") -> Entity:
    """Return an entity that is named wherever its name stands."""
    starts = [at for at in range(len(TEXT)) if TEXT.startswith(name, at)]
    mentions = (Mention(span=Span(at, at + len(name)), form="name") for at in starts)
    return Entity(id=f"e{number}", kind=kind, name=name, aliases=(), mentions=tuple(mentions))


def record(*entities: Entity) -> Record:
    """Return a record with some entities and nothing else."""
    document = Document(
        id="0" * 64,
        path="page",
        url=None,
        outlet=None,
        title=None,
        byline=(),
        published=None,
        language="en",
        text=TEXT,
    )
    return Record(
        dateline="0",
        reader=Reader(profile="full"),
        document=document,
        sections=(),
        responses=Responses(),
        entities=entities,
        times=(),
        statements=(),
        events=(),
        relations=(),
    )


@pytest.mark.parametrize(
    ("people", "found"),
    [
        ("Members of the Reed Union", {"k:e9": "k:e1"}),
        ("people of Sedge", {}),
        ("clerks of the Reed Union and Alder Works", {}),
    ],
)
def test_people_of_one_body(people: str, found: dict[str, str]) -> None:
    """People are of the one organisation that their words name, not of a place or of two."""
    named = entity(1, "Reed Union"), entity(2, "Alder Works"), entity(3, "Sedge", "place")
    assert bodies("k", record(*named, entity(9, people, "group"))) == found


def test_people_give_way_to_their_body() -> None:
    """In a telling a body stands for its people once, and people of none are left out."""
    telling = Happening(
        id="k:v1",
        article=1,
        type="protest",
        mode=None,
        who=(1, 9, 7),
        whom=(8,),
        where=(),
        reality="actual",
        certainty="certain",
        said_in=(),
        told=None,
        account=1,
        words="met",
        span=Span(0, 1),
        rule="test",
    )
    found = embodied(telling, {9: 1, 8: None})
    assert (found.who, found.whom) == ((1, 7), ())
    assert embodied(telling, {5: None}) is telling
