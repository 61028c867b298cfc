"""Faults of vocabulary files: all of them, each with file and line."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.vocabulary import checking


class Thing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of thing, for the tests."""

    label: str
    broader: str | None = None
    codes: dict[str, str | tuple[str, ...]] = {}


def check(file: checking.File, things: dict[str, Thing]) -> None:
    """Check what the tests need."""
    file.circles({name: one.broader for name, one in things.items()})
    for name, one in things.items():
        if one.broader:
            file.unknown("thing", [one.broader], things, name, "broader")
        checking.codes(file, {"iso": r"\d+"}, one.codes, name)


def faults(text: str) -> str:
    """Return what is wrong with a file."""
    with pytest.raises(DatelineError) as caught:
        checking.load("things.toml", text, Thing, check)
    return caught.value.reason


def test_a_good_file_is_read() -> None:
    """What is right is returned by name."""
    text = '[a]\nlabel = "A"\n[b]\nlabel = "B"\nbroader = "a"\n'
    assert checking.load("things.toml", text, Thing, check) == {
        "a": Thing(label="A"),
        "b": Thing(label="B", broader="a"),
    }


def test_all_faults_are_told_at_once() -> None:
    """One error holds every fault with the line of its table or key."""
    text = (
        '[a]\nlabel = "A"\nbroader = "b"\n\n[b]\nlabel = "B"\nbroader = "a"\n\n'
        '[c]\nlabel = 3\n\n[d]\nlabel = "D"\nbroader = "nowhere"\n'
        'codes = { iso = "x", abc = "1" }\n'
    )
    told = faults(text)
    assert told.startswith("6 faults: ")
    assert "things.toml:3: a: stands above itself" in told
    assert "things.toml:7: b: stands above itself" in told
    assert "things.toml:10: c: Expected `str`, got `int`" in told
    assert "things.toml:14: d: unknown thing 'nowhere'" in told
    assert "things.toml:15: d: 'x' is no code of iso" in told
    assert "things.toml:15: d: unknown standard 'abc'" in told


def test_an_unknown_field_is_a_fault() -> None:
    """A typing error in a key is told at its table."""
    assert "things.toml:1: a: Object contains unknown field `lable`" in faults(
        '[a]\nlabel = "A"\nlable = "A"\n'
    )


def test_what_is_no_toml_is_told_with_its_line() -> None:
    """A syntax error is a fault like others."""
    assert faults("[a]\nlabel = \n").startswith("1 fault: things.toml:2: ")


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes the check fail otherwise than by its own error."""
    try:
        things = checking.load("things.toml", text, Thing, check)
    except DatelineError:
        return
    assert all(isinstance(thing, Thing) for thing in things.values())
