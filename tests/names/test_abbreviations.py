"""Long names marked out by the acronym beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.names.abbreviations import find
from dateline.names.context import Context


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Members of the Free Harbour Union (FHU) met.", ["Free Harbour Union", "FHU"]),
        ("It joined Blue Tide in the Northern Isles, or BTNI, in May.",
         ["Blue Tide in the Northern Isles", "BTNI"]),
        ("The Popular Front for Work and Water, or FPWW, split.",
         ["Popular Front for Work and Water", "FPWW"]),
        ("The Partido Social de los Pescadores (PSP) met.",
         ["Partido Social de los Pescadores", "PSP"]),
        ("The Amt für Fische (AfF) closed.", ["Amt für Fische", "AfF"]),
        ("We saw Old McAdam (McA) there.", []),
        ("The harbour was closed (AP).", []),
        ("Oslo (AP) Anna Kern left.", []),
    ],
)  # fmt: skip
def test_long_names(context: Callable[[str], Context], text: str, expected: list[str]) -> None:
    """The words whose first letters make up the acronym are a name, as it is; or there is none."""
    assert [name.shown for name in find(context(text))] == expected
