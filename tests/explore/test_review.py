"""The review: what matching doubts, until somebody decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.store import Pair, sqlite

Visit = Callable[..., TestClient]


@pytest.fixture
def doubted(own: Path) -> tuple[Path, Pair]:
    """Return an archive in which matching doubts whether two actors are one."""
    with sqlite.view(own) as view:
        groups = [[one.id] for one in view.entities()]
        one, other = view.leading(("person",), 2)
    pair = Pair(one=one.id, other=other.id, probability=0.5, why=(("the same <surname>", 1.5),))
    sure = Pair(one=groups[0][0], other=other.id, probability=0.99, why=())
    with sqlite.ArchiveWriter(own) as writer:
        writer.match(groups, (pair, sure))
    return own, pair


def _pairs(page: str) -> list[tuple[str, str]]:
    form = r'name="of" value="([^"]+)"><input type="hidden" name="other" value="([^"]+)"'
    return re.findall(form, page)


def test_doubts_are_shown_with_their_reasons(doubted: tuple[Path, Pair], visit: Visit) -> None:
    """A pair is shown with how likely it is and why, and what is almost sure is not."""
    archive, pair = doubted
    page = visit(archive).get("/review").text
    assert [set(one) for one in _pairs(page)] == [{pair.one, pair.other}]
    assert "50 % likely the same" in page
    assert "the same &lt;surname&gt; (+1.5)" in page


@pytest.mark.parametrize("kind", ["same", "differ"])
def test_what_is_decided_is_in_doubt_no_more(
    doubted: tuple[Path, Pair], visit: Visit, kind: str
) -> None:
    """A button decides a pair; undone, the correction stays on the list as undone."""
    archive, pair = doubted
    client = visit(archive)
    found = re.search(r'name="seal" value="([^"]+)"', client.get("/review").text)
    assert found
    form = {"seal": found[1], "kind": kind, "of": pair.one, "other": pair.other}
    page = client.post("/review", data=form).text
    assert "Correction 1 is made." in page
    assert (pair.one, pair.other) not in _pairs(page)
    page = client.post("/review", data={"seal": found[1], "kind": "undo", "number": "1"}).text
    assert re.search(r"<td>undone \d{4}-", page)


def test_the_doubts_of_one_actor(doubted: tuple[Path, Pair], visit: Visit) -> None:
    """From an actor's page the review has that actor's doubts alone, and its id in the form."""
    archive, pair = doubted
    client = visit(archive)
    page = client.get("/review", params={"actor": pair.one}).text
    assert len(_pairs(page)) == 1
    assert f'<input name="of" value="{pair.one}"' in page
    with sqlite.view(archive) as view:
        third = view.leading(("person",), 9)[-1]
    assert not _pairs(client.get("/review", params={"actor": third.id}).text)
