"""Of a large archive the newest part is looked at, and of a small one all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.ask.scope import ALL, Scope
from dateline.explore import newest
from dateline.store import EVERY, Selection, View, sqlite


@pytest.fixture
def view(bundled: Path) -> Iterator[View]:
    """Return the bundled corpus."""
    with sqlite.view(bundled) as found:
        yield found


def test_a_small_archive_is_looked_at_whole(view: View) -> None:
    """Where there is not too much, nothing is left out."""
    assert newest.newest(view, ALL) is None


@pytest.mark.parametrize(
    "scope", [ALL, Scope(until="2013"), Scope(since="2012-02", until="2012-09")]
)
def test_the_newest(view: View, monkeypatch: pytest.MonkeyPatch, scope: Scope) -> None:
    """The part begins with the day on which there is too much, and is within what was asked."""
    monkeypatch.setattr(newest, "MOST", 5)
    told = sorted((one.published or "")[:10] for one in view.articles(scope.selection()))
    part = newest.newest(view, scope)
    if len(told) <= 5:
        assert part is None
        return
    assert part is not None
    assert part.until == scope.until
    assert part.since == max(told[-6], scope.since or "")
    assert sum(1 for _ in view.articles(part.selection())) == sum(one >= told[-6] for one in told)


def test_of_an_actor(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an actor who is told of a great deal, the newest statements are looked at."""
    monkeypatch.setattr(newest, "STATEMENTS", 3)
    leading = view.leading(("person",), 1)[0]
    every = list(view.claims(Selection(actors=(leading.number,))))
    assert len(every) > 3
    part = newest.newest(view, ALL, (leading.number,))
    assert part is not None
    kept = list(view.claims(part.selection(actors=(leading.number,))))
    assert 3 < len(kept) <= len(every)
    assert max(one.told or "" for one in every) in {one.told for one in kept}


def test_what_has_no_date_cannot_be_new(tmp_path: Path) -> None:
    """An archive without a date has no newest part."""
    sqlite.writer(tmp_path / "empty.dateline").close()
    with sqlite.view(tmp_path / "empty.dateline") as view:
        assert newest.newest(view, ALL) is None
        assert not list(view.articles(EVERY))
