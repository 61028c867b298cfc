"""What goes into an archive comes out of it again, whatever it is."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.record import Document, Entity, Mention, Reader, Record, Responses, Section
from dateline.span import Span
from dateline.store.sqlite import instants, packing, shredding, spans

Writing = Callable[..., Record]

whole = st.integers(-(2**53), 2**53)
scalars = (
    st.none()
    | st.booleans()
    | whole
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.sampled_from(["e1", "e2", "e10", "s3", "e01"])
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=6)
        | st.lists(st.tuples(whole, whole).map(list), max_size=4)
        | st.dictionaries(st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=40,
)
texts = st.text(st.characters(blacklist_categories=["Cs"]))


@settings(deadline=None)
@given(values)
def test_columns_hold_any_value(value: Any) -> None:
    """A value in columns, packed and unpacked, is the same value."""
    packed = msgspec.msgpack.encode(shredding.columns(value))
    again = shredding.value_of(msgspec.msgpack.decode(packed))
    assert msgspec.json.encode(again) == msgspec.json.encode(value)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Draw a record of some text, named by anything."""
    text = draw(texts)
    places = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(sorted)
    ends = st.builds(lambda pair: Span(*pair), places)
    mentions = st.lists(st.builds(Mention, span=ends, form=st.just("name")), max_size=5)
    names = draw(st.lists(st.tuples(texts, mentions), max_size=5))
    return Record(
        dateline=draw(texts),
        reader=Reader(profile="page"),
        document=Document(
            id=draw(texts),
            path=draw(texts),
            url=draw(st.none() | texts),
            outlet=None,
            title=draw(texts),
            byline=tuple(draw(st.lists(texts, max_size=3))),
            published=None,
            language="en",
            text=text,
        ),
        sections=(Section(kind="body", span=Span(0, len(text))),),
        responses=Responses(declared=None),
        entities=tuple(
            Entity(id=f"e{n}", kind="person", name=name, mentions=tuple(held))
            for n, (name, held) in enumerate(names, 1)
        ),
    )


@settings(deadline=None)
@given(records(), st.binary(max_size=50))
def test_a_record_is_packed_without_loss(record: Record, dictionary: bytes) -> None:
    """A record unpacked has the same bytes as JSON."""
    text = record.document.text
    packed = packing.pack(packing.shredded(record), dictionary, text)
    assert packing.unpack(packed, dictionary, text).to_json() == record.to_json()
    held = packing.pack_text(packing.encoded(text), dictionary)
    assert packing.unpack_text(held, dictionary) == text


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_damaged_bytes_are_a_value_error(data: bytes) -> None:
    """Bytes that are no record are refused as such."""
    with pytest.raises(ValueError, match=r"."):
        packing.unpack(data, b"", "text")
    with pytest.raises(ValueError, match=r"."):
        packing.unpack_text(data + b"\xff", b"")


def test_packing_pays(write: Writing) -> None:
    """A record after others of its kind takes a fifth of its JSON at most."""
    record = write()
    dictionary = packing.shredded(write("b.txt"))
    packed = packing.pack(packing.shredded(record), dictionary, record.document.text)
    assert len(packed) * 5 < len(record.to_json())


places = st.lists(
    st.tuples(st.integers(1, 9), st.integers(0, 10**7), st.integers(0, 10**4)).map(
        lambda drawn: (drawn[0], Span(drawn[1], drawn[1] + drawn[2]))
    ),
    max_size=9,
)


@settings(deadline=None)
@given(st.dictionaries(st.integers(0, 4), places))
def test_places_are_packed_without_loss(held: spans.Places) -> None:
    """Places unpacked are those that were packed, in order."""
    wanted: dict[tuple[int, int], tuple[Span, ...]] = {}
    for role, row in held.items():
        for n, span in row:
            wanted[role, n] = (*wanted.get((role, n), ()), span)
    unpacked = spans.unpack(spans.pack(held))
    read = {
        (role, n): found for role, row in unpacked.items() for n, found in spans.of(row).items()
    }
    assert read == wanted


@settings(deadline=None)
@given(
    st.integers(-9999, 9999),
    st.lists(st.integers(1, 12), max_size=5),
)
def test_moments_come_back_as_precise(year: int, rest: list[int]) -> None:
    """A moment packed and unpacked is the same text; packed moments sort by their first second."""
    sign, digits = ("-", -year) if year < 0 else ("", year)
    text = f"{sign}{digits:04d}" + "".join(
        f"{mark}{field:02d}" for mark, field in zip("--T::", rest, strict=False)
    )
    second, grain = instants.pack(text)
    assert second is not None
    assert instants.unpack(second, grain) == text
    later = instants.pack(f"{year + 1:04d}" if year >= 0 else "9999")[0]
    assert later is not None
    assert second < later


def test_what_is_no_moment_has_none() -> None:
    """Words, and days that are not in the calendar, have neither second nor precision."""
    for text in (None, "", "soon", "2012-13", "2012-02-30", "2012-01-01T24"):
        assert instants.pack(text) == (None, 0)
    assert instants.unpack(None, 0) is None


def test_telling_is_by_the_clock_of_the_page() -> None:
    """The zone of a publication does not move it to another day."""
    assert instants.told("2012-05-04T23:59:59-11:00") == instants.told("2012-05-04T23:59:59")
    assert instants.told("2012") == instants.told("2012-01-01T00:00:00Z")
    assert instants.told(None) is None
    assert instants.told("May 2012") is None
