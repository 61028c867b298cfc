"""How pages word counts, names and what stands around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.languages import holding, lexicon
from dateline.text.thread import wording


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("30 Responses to “Old bridge”", 30),
        ("142 thoughts on “Old bridge”", 142),
        ("One Response", 1),
        ("Comments (7)", 7),
        ("(7 comments)", 7),
        ("Comments - 7", 7),
        ("1.204 Kommentare", 1204),
        ("12 345 commentaires", 12345),
        ("Ein Kommentar zu Brücke", 1),
        ("Member discussion: 3 comments", 3),
        ("No comments yet", 0),
        ("Keine Kommentare", 0),
        ("2 bridges", None),
        ("Comments", None),
        ("7", None),
        ("He had 12 comments to make", None),
        ("Leave a comment", None),
        ("", None),
    ],
)
def test_a_count_is_what_a_heading_claims(words: str, number: int | None) -> None:
    """Counts are known in all languages; running text and prompts are none."""
    assert wording.count(words) == number


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("By Ina Holt", "Ina Holt"),
        ("Posted by: Ina Holt |", "Ina Holt"),
        ("Ina Holt says:", "Ina Holt"),
        ("Ina Holt schrieb:", "Ina Holt"),
        ("Anonymous said...", "Anonymous"),
        ("Name: Ina", "Ina"),
        ("von Trapp", "von Trapp"),
        ("De Vries", "De Vries"),
        ("Byron", "Byron"),
        ("1009", "1009"),
    ],
)
def test_a_name_is_left_whole(words: str, name: str) -> None:
    """What surrounds a name is cut off, and nothing that may be part of it."""
    assert wording.name(words) == name


@pytest.mark.parametrize("words", ["von Jo schrieb am", "— Jo", "by Jo on", "Jo a dit le"])
def test_a_name_beside_a_date(words: str) -> None:
    """Beside a date, prepositions are no part of the name."""
    assert wording.name_beside(words) == "Jo"


def test_fillers() -> None:
    """Words and marks between name and date are told from words of a comment."""
    assert wording.is_filler(" | on — ")
    assert not wording.is_filler("On time.")
    assert wording.leading_filler("says: Well") == len("says: ")
    assert wording.leading_filler("says who") == 0


def test_pingbacks_and_answers() -> None:
    """Phrases before a linking page's title and before a link to what is answered are known."""
    assert wording.pingback_title("Pingback: Bridges | Other") == "Bridges | Other"
    assert wording.answers("Als Antwort auf Ina")
    assert not wording.answers("Antworten")


def test_every_lexicon_counts() -> None:
    """Each language's phrases for the number of comments hold a place for it."""
    for code in holding("responses"):
        phrases = lexicon(code, "responses", wording.Phrases)
        assert phrases.counts
        assert all("{n}" in phrase for phrase in phrases.counts)


@given(st.text(max_size=80))
def test_any_words_are_survived(words: str) -> None:
    """No words raise, and a name is never longer than what it was read from."""
    wording.count(words)
    wording.is_filler(words)
    assert len(wording.name_beside(words)) <= len(words)
