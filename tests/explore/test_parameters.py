"""What an address asks for is understood, or refused with what would be right."""

from __future__ import annotations

import pytest
from starlette.datastructures import QueryParams

from dateline.explore import parameters
from dateline.explore.parameters import BadParameter


def test_good_values() -> None:
    """Each kind of value is taken as it is meant, and what is missing has its default."""
    query = QueryParams("page=3&on=2012-09&stance=deny&stance=deny&q=+peace+&since=2012")
    assert parameters.number(query, "page", 1) == 3
    assert parameters.number(query, "limit", 7) == 7
    assert parameters.moment(query, "on") == "2012-09"
    assert parameters.moment(query, "off") is None
    assert parameters.chosen(query, "stance", parameters.STANCES) == ("deny",)
    assert parameters.text(query, "q") == "peace"
    assert parameters.scope(query).since == "2012"


@pytest.mark.parametrize("value", ["x", "-1", "99999999999", "²"])
def test_no_number(value: str) -> None:
    """A number that is none is refused, not guessed."""
    with pytest.raises(BadParameter, match="not understood") as caught:
        parameters.number(QueryParams({"page": value}), "page", 1)
    assert caught.value.status_code == 400


@pytest.mark.parametrize("value", ["yesterday", "2012-13", "2012-02-30", "1"])
def test_no_date(value: str) -> None:
    """A date that is none is refused with an example of one."""
    with pytest.raises(BadParameter, match="such as 2012"):
        parameters.moment(QueryParams({"on": value}), "on")


def test_choices() -> None:
    """What is not on the list is refused with the list, and a very long value shortened."""
    with pytest.raises(BadParameter, match="choose from assert, deny"):
        parameters.chosen(QueryParams("stance=shout"), "stance", parameters.STANCES)
    with pytest.raises(BadParameter, match="at most 500") as caught:
        parameters.text(QueryParams({"q": "x" * 501}), "q")
    assert len(caught.value.detail) < 120
