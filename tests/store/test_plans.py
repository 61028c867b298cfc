"""No question on the hot paths reads a whole table: asked of the database's own planner."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.store import Selection
from dateline.store.sqlite import ArchiveView, ArchiveWriter
from dateline.store.sqlite.selecting import Query, Words
from dateline.store.sqlite.shaping import COLUMNS

Writing = Callable[..., Record]
SMALL = ("SCAN h", "SCAN j", "SCAN json_each", "SCAN w VIRTUAL TABLE")
ACTOR = Selection(actors=(1,))


@pytest.mark.parametrize(
    ("table", "selection"),
    [
        ("claim", ACTOR),
        ("claim", Selection(speakers=(1,), stances=("deny",))),
        ("claim", Selection(about=(1,), told_since="2012", current=False)),
        ("claim", Selection(articles=(1, 2))),
        ("happening", ACTOR),
        ("happening", Selection(accounts=(1,))),
        ("happening", Selection(articles=(1,))),
        ("tie", ACTOR),
        ("tie", Selection(actors=(1,), held_from="2010", held_until="2011")),
        ("tie", Selection(accounts=(1,))),
        ("moment", Selection(articles=(1,))),
        ("article", Selection(articles=(1,))),
        ("article", Selection(outlets=("x",))),
        ("article", Selection(told_since="2012", told_until="2013")),
    ],
)
def test_looks_things_up(
    table: str, selection: Selection, write: Writing, writer: ArchiveWriter, view: ArchiveView
) -> None:
    """Each table is searched by an index, but for the few rows of what is asked for."""
    writer.add(write(), "a.txt", "1")
    assert scans(Query(table, selection), table, view) == []


@pytest.mark.parametrize(
    ("table", "index", "selection"),
    [
        ("claim", "claim_word", Selection(limit=50)),
        ("claim", "claim_word", ACTOR),
        ("article", "title_word", Selection(limit=50)),
        ("article", "text_word", Selection(told_since="2012", limit=50)),
        ("article", "comment_word", ACTOR),
    ],
)
def test_words_lead(table: str, index: str, selection: Selection, view: ArchiveView) -> None:
    """What has some words is looked up in their index, and all else from there."""
    assert scans(Query(table, selection, Words(index, '"ferry"')), table, view) == []


def scans(query: Query, table: str, view: ArchiveView) -> list[str]:
    """Return the steps of a query that read a whole table that is not small."""
    sql, given = query.sql(COLUMNS[table])
    plan = [row[3] for row in view._connection.execute(f"EXPLAIN QUERY PLAN {sql}", given)]
    return [step for step in plan if step.startswith("SCAN") and not step.startswith(SMALL)]


@pytest.mark.parametrize("table", ["claim", "happening", "tie", "moment"])
def test_what_stands_in_order_is_not_sorted(table: str, view: ArchiveView) -> None:
    """Who wants the first rows of many need not wait for the last."""
    sql, given = Query(table, Selection()).sql(COLUMNS[table])
    plan = [row[3] for row in view._connection.execute(f"EXPLAIN QUERY PLAN {sql}", given)]
    assert not [step for step in plan if "ORDER BY" in step]
