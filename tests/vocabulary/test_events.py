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


def test_the_verbs_of_plover_are_all_there() -> None:
    """Each of PLOVER's eighteen types is the code of one kind of event, and of no other."""
    codes = [one.codes["plover"] for one in events.event_types().values() if "plover" in one.codes]
    assert sorted(map(str, codes)) == sorted(events.STANDARDS["plover"].split("|"))


def test_a_mode_has_a_code_below_that_of_its_kind() -> None:
    """A mode's CAMEO code stands under a root of its kind; what PLOVER puts elsewhere says so."""
    elsewhere = []
    for kind, one in events.event_types().items():
        for name, mode in one.modes.items():
            inner = [code for code in mode.codes.get("cameo", ()) if "cameo" in one.codes]
            if any(not code.startswith(tuple(one.codes["cameo"])) for code in inner):
                elsewhere.append(f"{kind}.{name}")
    assert elsewhere == ["demand.appeal", "coerce.kidnapping"]


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
