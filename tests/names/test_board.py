"""The board: evidence by key, and keys made one."""

from __future__ import annotations

from collections.abc import Callable

from dateline.names.board import Board
from dateline.names.context import Context, Vote
from dateline.names.mentions import find
from dateline.span import Span
from dateline.syntax import Proposal

Parses = Callable[[str], Context]


def _board(context: Context, *proposed: tuple[int, int, str]) -> Board:
    proposals = [Proposal(span=Span(a, b), label=label) for a, b, label in proposed]
    return Board(context, find(context, proposals))


def test_first_in_the_text_stands_for_both(context: Parses) -> None:
    """Of keys made one, the one that comes first in the text stands for all."""
    board = _board(context("Blue Tide met Red Sand."), (0, 9, "ORG"), (14, 22, "ORG"))
    board.unite("red sand", "blue tide")
    assert board.root("red sand") == board.root("blue tide") == "blue tide"


def test_full_name_and_surname_settle_each_other(context: Parses) -> None:
    """A tagger that is wrong on a full name is set right by the person that the surname is."""
    text = "Tove Quillon won. Its leader, Quillon, wept. Quillon, 44, married Ole Holm."
    board = _board(context(text), (0, 12, "ORG"), (30, 37, "PERSON"), (45, 52, "PERSON"))
    assert board.kind["tove quillon"] == "person"


def test_weight_of_one_rule(context: Parses) -> None:
    """What one rule says of a key is the sum over its mentions."""
    board = _board(context("Quillon met Quillon."), (0, 7, "ORG"), (12, 19, "ORG"))
    assert board.weight("quillon", "tagger", "organisation") == 2.0
    assert Vote("organisation", 1.0, "tagger") in board.votes[0]
