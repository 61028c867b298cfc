"""Whom words stand for."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from dateline.events import relations
from dateline.events.context import Context
from dateline.record import Entity, Mention
from dateline.span import Span
from dateline.syntax import Sentence, Syntax, Token

CAST = {"Jane Roe=Roe": "person", "Acme": "organisation", "River Front": "organisation"}


def test_its_is_the_organisation_named_before(ties: Callable[..., Any]) -> None:
    """A pronoun that nothing resolves stands for the body named last in its sentence."""
    text = "She left Acme after a quarrel with its chairman, Jane Roe."
    assert ties(text, CAST).rows() == {"Jane Roe leads Acme"}


def test_the_group_is_what_was_called_a_group(ties: Callable[..., Any]) -> None:
    """A definite noun takes up the body that was brought in by the same noun."""
    text = "She joined a new group, the River Front. Jane Roe is the leader of the group."
    assert "Jane Roe leads River Front" in ties(text, CAST).rows()


def test_a_party_and_its_state_are_no_name(ties: Callable[..., Any]) -> None:
    """What stands behind a senator's name for party and state holds no office."""
    cast = CAST | {"D-Ohio": "person"}
    text = "They heard Jane Roe, D-Ohio, chairman of Acme."
    assert ties(text, cast).rows() == {"Jane Roe leads Acme"}


def test_long_lists_are_read_in_linear_time() -> None:
    """A sentence of ten thousand roles, each joined to the one before, is no trouble."""
    words = ["head", "and"] * 5000 + ["Roe"]
    tokens, at = [], 0
    for index, word in enumerate(words):
        last = index == len(words) - 1
        tokens.append(
            Token(
                index=index,
                span=Span(at, at + len(word)),
                text=word,
                lemma=word,
                tag="NN" if word != "and" else "CC",
                pos="NOUN" if word != "and" else "CCONJ",
                dep="ROOT" if not index else "conj" if word != "and" else "cc",
                head=max(0, index - 2 + index % 2),
                children=(index + 1, index + 2) if not index % 2 and not last else (),
                sentence=0,
            )
        )
        at += len(word) + 1
    text = " ".join(words)
    whole = Sentence(first=0, last=len(tokens), span=Span(0, len(text)))
    roe = Entity(
        id="e1", kind="person", name="Roe", mentions=(Mention(span=tokens[-1].span, form="name"),)
    )
    context = Context(text, Syntax(tuple(tokens), (whole,)), (roe,), (), (), None)
    start = time.process_time()
    assert relations.find(context) == ()
    assert time.process_time() - start < 5
