"""One time out of the clock shown and the instant told."""

from __future__ import annotations

import pytest

from dateline.text.article.published import reconciled


@pytest.mark.parametrize(
    ("shown", "machine", "moment"),
    [
        ("2011-05-03", "2011-05-03T20:05:00+00:00", "2011-05-03T20:05:00+00:00"),
        ("2011-05-03T16:05", "2011-05-03T20:05:09+00:00", "2011-05-03T16:05:09-04:00"),
        ("2011-05-03T16:05", "2011-05-03T16:05:00-04:00", "2011-05-03T16:05:00-04:00"),
        ("2011-05-04T01:35", "2011-05-03T20:05:00+00:00", "2011-05-04T01:35:00+05:30"),
        ("2011-05-03T16:05", "2011-05-03T16:31:00-04:00", "2011-05-03T16:05-04:00"),
        ("2011-05-03T16:05", "2011-05-03T20:20:00+00:00", "2011-05-03T16:05"),
        ("2011-05-03T16:05+02:00", "2011-05-03T20:05:00+00:00", "2011-05-03T16:05+02:00"),
        ("2011-05-03T16:05", "2011-05-03", "2011-05-03T16:05"),
        ("2011-05-03T16:05", "2011-05-03T20:05:00", "2011-05-03T16:05"),
    ],
)
def test_reconciled(shown: str, machine: str, moment: str) -> None:
    """The clock is as shown, the offset what parts it from the instant, if offsets are so."""
    assert reconciled(shown, machine) == moment
