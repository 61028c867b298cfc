"""Copies of one report are found, also cut or touched up; other reports are not."""

import random
from collections.abc import Sequence

from dateline.matching.copies import Text, copies, text
from dateline.record import Document, Reader, Record, Responses, Section
from dateline.span import Span


def article(number: int, words: Sequence[str], published: str = "2020-01-01") -> Text:
    """Return the shingles of an article of these words."""
    body = " ".join(words)
    headline = f"Headline {number}"
    whole = f"{headline}\n\n{body}"
    start = len(headline) + 2
    record = Record(
        dateline="0",
        reader=Reader(profile="page"),
        document=Document(
            id=f"{number:064x}",
            path=f"{number}.txt",
            url=None,
            outlet=None,
            title=headline,
            byline=(),
            published=published,
            language="en",
            text=whole,
        ),
        sections=(
            Section(kind="headline", span=Span(0, start)),
            Section(kind="body", span=Span(start, len(whole))),
        ),
        responses=Responses(),
    )
    return text(number, record)


def prose(seed: int, size: int = 300) -> list[str]:
    """Return words of a small vocabulary in an order of their own."""
    rng = random.Random(seed)
    return [f"word{rng.randrange(400)}" for _ in range(size)]


def test_copies_are_one_report_and_the_earliest_comes_first() -> None:
    """A whole copy, a third of it, and one with a paragraph more are one; another is not."""
    words = prose(1)
    texts = [
        article(1, words, "2020-01-02"),
        article(2, words, "2020-01-01"),
        article(3, words[:100], "2020-01-03"),
        article(4, [*words, *prose(2, 60)], "2020-01-03"),
        article(5, prose(3), "2020-01-01"),
    ]
    assert copies(texts) == ((2, 1, 3, 4),)


def test_a_copy_may_be_touched_up() -> None:
    """A word changed here and there leaves a copy; every third word changed does not."""
    words = prose(1)
    some = [f"other{at}" if at % 14 == 0 else word for at, word in enumerate(words)]
    most = [f"other{at}" if at % 3 == 0 else word for at, word in enumerate(words)]
    assert copies([article(1, words), article(2, some), article(3, most)]) == ((1, 2),)


def test_a_quotation_in_common_makes_no_copy() -> None:
    """Two reports that quote the same two sentences are two."""
    quotation = prose(9, 40)
    one = [*prose(1, 200), *quotation]
    other = [*quotation, *prose(2, 200)]
    assert copies([article(1, one), article(2, other)]) == ()


def test_short_texts_are_left_alone() -> None:
    """A text too short to tell is no copy, and an empty one neither."""
    assert copies([article(1, ["a", "b"]), article(2, ["a", "b"]), article(3, [])]) == ()


def test_a_round_up_does_not_make_its_parts_one() -> None:
    """A page that prints many reports in a row is no copy of each."""
    parts = [prose(seed, 60) for seed in range(8)]
    whole = [word for part in parts for word in part]
    texts = [article(at, part) for at, part in enumerate(parts)] + [article(99, whole)]
    assert copies(texts) == ()
