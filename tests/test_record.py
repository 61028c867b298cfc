"""The record: its JSON, and the schema that its JSON is held against."""

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.record import (
    Comment,
    Document,
    Flag,
    Reader,
    Record,
    Responses,
    Section,
    Time,
    json_schema,
)
from dateline.span import Span

words = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)
maybe = st.none() | words


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Any span of a short text."""
    start = draw(st.integers(0, 99))
    return Span(start, draw(st.integers(start, 99)))


def records() -> st.SearchStrategy[Record]:
    """Records of the kinds of thing that reading makes."""
    flags = st.builds(
        Flag, flag=st.just("spam"), score=st.floats(0, 1), why=st.lists(words).map(tuple)
    )
    comments = st.builds(
        Comment,
        id=words,
        author=words,
        time=maybe,
        span=spans(),
        reply_to=maybe,
        flags=st.lists(flags, max_size=2).map(tuple),
    )
    return st.builds(
        Record,
        dateline=words,
        reader=st.builds(Reader, profile=words, parser=maybe, encoder=maybe),
        document=st.builds(
            Document,
            id=words,
            path=words,
            url=maybe,
            outlet=maybe,
            title=maybe,
            byline=st.lists(words, max_size=2).map(tuple),
            published=maybe,
            language=maybe,
            text=words,
        ),
        sections=st.lists(st.builds(Section, kind=st.just("body"), span=spans())).map(tuple),
        responses=st.builds(Responses, comments=st.lists(comments, max_size=3).map(tuple)),
        times=st.lists(
            st.builds(
                Time,
                id=words,
                span=spans(),
                type=st.just("DATE"),
                value=words,
                from_=maybe,
                until=maybe,
                rule=words,
            ),
            max_size=2,
        ).map(tuple),
    )


@given(records())
def test_comes_back_equal_from_its_json(record: Record) -> None:
    """A record that was written and read again is the same record, and the same bytes."""
    line = record.to_json()
    again = Record.from_json(line)
    assert again == record
    assert again.to_json() == line
    assert b"\n" not in line


@given(records())
def test_its_json_holds_against_the_schema(record: Record) -> None:
    """Every record's JSON is valid by the JSON Schema that Dateline prints."""
    jsonschema.validate(msgspec.json.decode(record.to_json()), json_schema())


def test_the_schema_refuses_what_is_no_record() -> None:
    """The schema is a test that can fail: a span of three numbers is refused."""
    schema = json_schema()
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([1, 2, 3], {**schema, "$ref": "#/$defs/Span"})


def test_says_where_a_record_is_wrong() -> None:
    """A line that is no record is refused with the path to what is wrong in it."""
    with pytest.raises(msgspec.ValidationError, match="missing required field `dateline`"):
        Record.from_json(b'{"schema": "dateline.record/1"}')
