"""A small annotated article, and statements made by hand."""

from __future__ import annotations

import pytest

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
