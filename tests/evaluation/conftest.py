"""A small annotated article, and statements made by hand."""

from __future__ import annotations

import pytest

from dateline.evaluation import deeds
from dateline.evaluation.article import Article
from dateline.evaluation.markup import parse

SOURCE = """title: The ferry stays in port
genre: wire
published: 2014-05-02

{c1 The ferry is “safe,”} {s1 a clerk} {q1 told} {a1 reporters} on Friday. \
{s2 Ana Orme, who owns it}, {q2 said} \
{c2 {s3 an engineer} had {q3 warned} {a3 her} {c3 that it might sink}}.

{q4 Rumours} {c4,c5 that it was sold} were {q5 denied} by {s5 the company}. \
{c6 “Never,”} {s6 Orme} {q6 said}. {c6 “Not for a crown.”}
---
1 anonymous
3 anonymous forecast possible
4 possible
2
5 collective deny
6 deny
"""


@pytest.fixture
def article() -> Article:
    """Return an article of six statements: one nested, two of one content, one in pieces."""
    return parse("ferry", SOURCE)


HARBOUR = """title: Harbour chief out
genre: wire
published: 2014-05-09

The Harbour Board dismissed its chief, Ana Orme, on Friday. {s1 Orme}, who led the yard from 2004, \
{q1 said} {c1 the crew had struck in March}. Her brother Jan Orme may lead the crew in a walkout, \
and the strike would end the board's lease of Pier Two.
---
1
"""
DEEDS = """cast
person Ana Orme = Orme
person Jan Orme
organisation Harbour Board = board
facility Pier Two
group crew

events
# the day of the week is reckoned from the day of publication
dismiss "dismissed its chief" | who board | whom Orme | when 2014-05-09
protest.strike or reject "had [struck]" "the [strike]" | who crew | when 2014-03
? protest "a [walkout]" | who crew | where Pier Two | hypothetical

ties
leads or holds_position "its chief" | Orme > board | role chief | until 2014-05-09 | former
family_of "Her brother Jan Orme" | Jan Orme > Ana Orme | role brother
? owns or ~part_of "the board's lease" | board > Pier Two | current
"""


@pytest.fixture
def harbour() -> Article:
    """Return an article of three events and three ties, one each of them optional."""
    return deeds.parse(parse("harbour", HARBOUR), "harbour.events", DEEDS)
