"""Facts as bars: what is agreed, what any telling allows, what is open, what is doubted."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from dateline.ask.answers import Party, TieAccount
from dateline.explore import bars

ADA = Party(id="a:e1", name="Ada Roe", kind="person")
FIRM = Party(id="a:e2", name="Marram Mills", kind="organisation")


def _tie(**known: Any) -> TieAccount:
    fields: dict[str, Any] = {
        "id": "a:r1",
        "account": 1,
        "type": "leads",
        "label": "leads",
        "role": None,
        "sign": 1,
        "status": None,
        "subject": ADA,
        "object": FIRM,
        "realities": ("actual",),
        "certainty": "certain",
        "sources": 1,
        "reports": 1,
        "tellings": (),
        "told_first": "2012-03-01",
        "told_last": "2012-03-01",
    }
    return TieAccount(**{**fields, **known})


def test_what_has_no_date_is_left_out() -> None:
    """Facts without any date have no row, and an empty picture is drawn all the same."""
    drawn = bars.draw([_tie(), _tie(from_="2010", until="2012")])
    assert len(drawn.rows) == 1
    assert drawn.height == bars.TOP + bars.ROW
    assert bars.draw([]).rows == ()
    assert bars.draw([]).ticks


def test_bar_and_whisker() -> None:
    """The bar is what is agreed, the whisker what any telling allows, and wider than it."""
    row = bars.draw([_tie(from_="2011", until="2012", earliest="2010", latest="2013")]).rows[0]
    assert row.bar is not None
    assert row.whisker is not None
    assert row.whisker[0] < row.bar[0]
    assert row.whisker[1] > sum(row.bar)
    assert row.open == ()
    assert bars.draw([_tie(from_="2011", until="2012")]).rows[0].whisker is None


@pytest.mark.parametrize(
    ("known", "ends"),
    [({"from_": "2010"}, "right"), ({"until": "2012"}, "left"), ({"latest": "2012"}, "left")],
)
def test_an_open_end_is_open(known: dict[str, str], ends: str) -> None:
    """Where nobody tells an end, a broken line leads on from the bar, within the picture."""
    row = bars.draw([_tie(**known), _tie(from_="2000", until="2020")]).rows[0]
    (begin, end) = row.open[0]
    assert row.bar is not None
    assert len(row.open) == 1
    assert begin < end
    assert end <= bars.WIDTH
    assert (begin >= row.bar[0]) is (ends == "right")


@pytest.mark.parametrize(
    ("known", "doubtful"),
    [
        ({}, False),
        ({"certainty": "possible"}, True),
        ({"realities": ("planned",)}, True),
        ({"realities": ("actual", "denied")}, False),
    ],
)
def test_doubt_is_seen(known: dict[str, Any], doubtful: bool) -> None:
    """What is not held for certain, or not told as so, is drawn hollow."""
    assert bars.draw([_tie(from_="2010", **known)]).rows[0].doubtful is doubtful


def test_the_day_of_telling() -> None:
    """When it was first told is shown if asked for, and nothing of it otherwise."""
    account = _tie(from_="2010", until="2011", told_first="2015-01-01")
    assert bars.draw([account]).rows[0].told is None
    row = bars.draw([account], telling=True).rows[0]
    assert row.told is not None
    assert row.bar is not None
    assert row.told > sum(row.bar)


def test_a_row_is_named_in_words() -> None:
    """A row says who is what to whom, shortened in the picture and whole in its note."""
    firm = msgspec.structs.replace(FIRM, name="Marram Mills and Granaries of the Northern Shore")
    row = bars.draw([_tie(from_="2010", object=firm, role="head")]).rows[0]
    assert row.label.endswith("…")
    assert len(row.label) <= 46
    assert row.note == f"Ada Roe leads {firm.name} (head): from 2010; first told 2012-03-01"


def test_a_late_telling_is_joined_to_its_fact() -> None:
    """A thin line leads from what happened to when it was first told, unless the two meet."""
    late = bars.draw([_tie(from_="2010", until="2011", told_first="2015-01-01")], telling=True)
    (row,) = late.rows
    assert row.lag is not None
    assert row.bar is not None
    assert row.told is not None
    assert row.lag[0] >= sum(row.bar) - 1
    assert row.lag[1] < row.told
    soon = bars.draw(
        [
            _tie(from_="2010", until="2030", told_first="2015-01-01"),
            _tie(from_="2010", until="2011", told_first=None),
        ],
        telling=True,
    )
    assert [one.lag for one in soon.rows] == [None, None]
