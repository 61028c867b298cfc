"""The grammar: patterns over words, compiled from data, with faults named."""

from __future__ import annotations

import pytest

from dateline.errors import DatelineError
from dateline.times import expressions
from dateline.times.anchoring import READERS
from dateline.times.grammar import Calendar, Grammar, Holiday, Holidays, Rule, Rules, grammar

CALENDAR = Calendar(
    words={"MONTH": {"may": 5, "june": 6}, "UNIT": {"day": "D"}},
    cased=("may",),
    endings={"PAST": ("ed",)},
)
HOLIDAYS = Holidays(holiday=(Holiday(names=("Mayor's Day",), day="05-02"),))


def made(pattern: str, **more: object) -> Grammar:
    """Return a grammar of one rule."""
    rule = Rule(name="one", pattern=pattern, reads="date", **more)  # type: ignore[arg-type]
    return Grammar(
        CALENDAR, HOLIDAYS, Rules(rule=(rule,), macros={"month": "month:MONTH", "self": "{self}"})
    )


def found(rules: Grammar, text: str) -> list[tuple[str, dict[str, object]]]:
    """Return words and fields of each expression."""
    return [(e.span.of(text), dict(e.fields)) for e in expressions.find(rules.lex(text), rules)]


@pytest.mark.parametrize(
    ("pattern", "text", "words", "fields"),
    [
        ("month:MONTH", "in May it", "May", {"month": 5}),
        ("{month} INT?", "June 3", "June 3", {"month": 6}),
        ("the? day:INT of month:MONTH", "the 3 of June", "the 3 of June", {"day": 3, "month": 6}),
        ("UNIT sign=-1 past=x", "that day", "day", {"sign": -1, "past": "x"}),
        ("(month:MONTH | day:INT) unit:UNIT", "7 day", "7 day", {"day": 7, "unit": "D"}),
        ("holiday:HOLIDAY_NAME | {holiday}", "Mayor's Day", "Mayor's Day", {"holiday": "05-02"}),
    ],
)
def test_a_pattern_fills_fields(
    pattern: str, text: str, words: str, fields: dict[str, object]
) -> None:
    """Classes, words, macros and constants do what the head of the file says."""
    pattern = pattern.removeprefix("holiday:HOLIDAY_NAME | ")
    assert found(made(pattern), text) == [(words, fields)]


@pytest.mark.parametrize(
    ("more", "text", "hit"),
    [
        ({"not_after": ("no",)}, "no May", False),
        ({"not_after": ("no",)}, "yes May", True),
        ({"not_before": ("UNIT",)}, "May day", False),
        ({"only_after": ("in",)}, "in May", True),
        ({"only_after": ("in",)}, "on May", False),
        ({"only_before": ("STOP",)}, "May!", True),
        ({"only_before": ("STOP",)}, "May", True),
        ({"only_before": ("STOP",)}, "May it", False),
        ({"follows": "INT (to | or)"}, "3 to May", True),
        ({"follows": "INT (to | or)"}, "3 of May", False),
        ({"followed_by": "or day:INT"}, "May or 3", True),
        ({"followed_by": "or day:INT"}, "May or June", False),
    ],
)
def test_neighbours_decide(more: dict[str, object], text: str, hit: bool) -> None:
    """What stands beside a match can forbid or demand it, and is no part of it."""
    assert bool(found(made("month:MONTH", **more), text)) is hit


def test_a_cased_word_needs_its_capital() -> None:
    """A word that is a name only with a capital is none without."""
    assert found(made("month:MONTH"), "it may rain, in june or May") == [
        ("june", {"month": 6}),
        ("May", {"month": 5}),
    ]


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("WEEK", "no class WEEK"),
        ("{week}", "no macro week"),
        ("{self}", "itself"),
        ("a & b", "cannot read"),
    ],
)
def test_a_fault_names_its_rule(pattern: str, fault: str) -> None:
    """A grammar that cannot be compiled is refused with the place of the fault."""
    with pytest.raises(DatelineError, match=fault):
        made(pattern)


def test_the_english_grammar_is_whole() -> None:
    """Rules have names of their own, and something that reads them."""
    rules = [compiled.rule for compiled in grammar("en").rules]
    assert len({rule.name for rule in rules}) == len(rules)
    assert {rule.reads for rule in rules} <= set(READERS)
