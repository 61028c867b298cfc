"""The kinds of event."""

from __future__ import annotations

import pytest

from dateline.errors import DatelineError
from dateline.vocabulary import events


def test_the_kinds_of_event_are_sound() -> None:
    """The shipped table has no fault, and each kind but the abstract ones has a doer."""
    types = events.event_types()
    assert {"assault", "appoint", "accident", "agree"} <= set(types)
    assert all(one.who for one in types.values() if not one.abstract)


def test_a_bad_table_tells_all_its_faults() -> None:
    """Unknown kinds, missing ends, circles and bad codes are told with their lines."""
    text = (
        '[a]\nlabel = "A"\ndescription = "."\nbroader = "b"\nwho = ["animal"]\n'
        'codes = { cameo = ["x"] }\n'
        '[a.modes]\nm = { label = "M", broader = "n" }\nn = { label = "N", broader = "m" }\n'
        '[b]\nlabel = "B"\ndescription = "."\n'
    )
    with pytest.raises(DatelineError) as caught:
        events.read("mine.toml", text)
    told = str(caught.value)
    assert "mine.toml:5: a: unknown kind of entity 'animal'" in told
    assert "mine.toml:6: a: 'x' is no code of cameo" in told
    assert "mine.toml:8: m: stands above itself" in told
    assert "mine.toml:10: b: nothing can be its 'who'" in told
