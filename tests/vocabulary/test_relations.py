"""The kinds of tie."""

from __future__ import annotations

import pytest
from followthemoney import model

from dateline.errors import DatelineError
from dateline.vocabulary import relations


def test_the_kinds_of_tie_are_sound() -> None:
    """The shipped table has no fault, and says what joins and what parts."""
    types = relations.relation_types()
    assert {"leads", "renamed_to", "born_in", "knows"} <= set(types)
    assert types["rival_of"].sign == -1
    assert types["allied_with"].symmetric
    assert not types["born_in"].lasts


def test_the_broader_ties_come_nearest_first() -> None:
    """To lead is to hold an office, and that is to work for someone."""
    assert list(relations.broader("leads"))[:2] == ["holds_position", "employed_by"]


def test_a_tie_holds_between_its_own_kinds_only() -> None:
    """People are born in places."""
    born = relations.relation_types()["born_in"]
    assert born.holds_between("person", "place")
    assert not born.holds_between("place", "person")


def test_the_codes_of_followthemoney_are_schemas_of_links() -> None:
    """Each code names a schema of the model that joins two things, and its ends can be ours."""
    ours = {"Person", "Organization", "LegalEntity", "Thing", "Asset"}
    for name, tie in relations.relation_types().items():
        if "ftm" in tie.codes:
            schema = model.get(str(tie.codes["ftm"]))
            assert schema is not None, name
            assert schema.edge, name
            ends = [schema.get(end) for end in (schema.edge_source, schema.edge_target) if end]
            assert {end.range.name for end in ends if end and end.range} <= ours, name


def test_a_bad_table_tells_all_its_faults() -> None:
    """Circles, unknown events, missing ends and bad codes are told with their lines."""
    head = 'label = "A"\ninverse = "B"\ndescription = "."\n'
    text = (
        f'[a]\n{head}subject = ["person"]\nobject = []\nbroader = "b"\n'
        f'[b]\n{head}subject = ["person"]\nobject = ["place"]\nbroader = "a"\nsymmetric = true\n'
        f'closed_by = ["dance"]\n'
        f'[c]\n{head}subject = ["animal"]\nobject = ["place"]\n'
        f'[d]\n{head}subject = ["person"]\nobject = ["place"]\nbroader = "e"\n'
        'codes = { wikidata = "Q5", isbn = "1" }\n'
    )
    with pytest.raises(DatelineError) as caught:
        relations.read("mine.toml", text)
    told = str(caught.value)
    assert "mine.toml:6: a: nothing can be its 'object'" in told
    assert "a: stands above itself" in told
    assert ": b: symmetric, but its ends differ" in told
    assert ": b: unknown kind of event 'dance'" in told
    assert "c: " in told
    assert "d: unknown tie 'e'" in told
    assert "'Q5' is no code of wikidata" in told
    assert "unknown standard 'isbn'" in told
