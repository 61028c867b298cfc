"""Templates into pages: escaped, turned text shown, groups of one name once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from dateline.ask.answers import Party
from dateline.explore.rendering import ENVIRONMENT, once, plain


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("plain", "plain"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("\x00", "⟨U+0000⟩"),
        ("line\nline\t", "line\nline\t"),
        (7, 7),
    ],
)
def test_plain(given: object, wanted: object) -> None:
    """Characters that turn or control text are written out; all else is left as it is."""
    assert plain(given) == wanted


def test_markup_of_ours_is_left() -> None:
    """What a template made is not made again."""
    assert plain(Markup("<b>\u202e</b>")) == "<b>\u202e</b>"


@given(st.text())
def test_everything_is_escaped(text: str) -> None:
    """Whatever a value holds, it opens no element and closes no attribute."""
    shown = ENVIRONMENT.from_string('<a title="{{ it }}">{{ it }}</a>').render(it=text)
    assert shown.count("<") == 2
    assert shown.count('"') == 2
    assert not set("\u202e\u2066\x00\x1b") & set(shown)


def test_groups_of_one_name_are_named_once() -> None:
    """Groups that no name tells apart are one to a reader, people of one name are not."""
    many = [
        Party(id="a:e1", name="residents", kind="group"),
        Party(id="a:e2", name="Ada Roe", kind="person"),
        Party(id="b:e1", name="residents", kind="group"),
        Party(id="b:e2", name="Ada Roe", kind="person"),
    ]
    assert [one.id for one in once(many)] == ["a:e1", "a:e2", "b:e2"]
