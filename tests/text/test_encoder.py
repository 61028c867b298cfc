"""The encoder: what stands where, exactly, the same every time, in any text."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.languages import lexicon
from dateline.span import Span
from dateline.text import encoder
from dateline.text.encoder import Encoding, Model, encode, load

pytest.importorskip("onnxruntime")

FOLDER = resources.files("dateline.languages").joinpath("en", "encoder")
STORY = (
    "QUELL HARBOUR - The mayor, Anna Kroll, said on Friday that the Northern Ferry Company "
    "had broken its promise to the islands.\n\n"
    "“We were told the boats would run all winter,” Kroll told reporters in Oslo. "
    "The Norwegian operator denied the claim, according to a spokesman for the firm."
)


@pytest.fixture(scope="module")
def story() -> Encoding:
    """Return the story, encoded once."""
    return encode(STORY)


def words(encoding: Encoding, label: str) -> set[str]:
    """Return the story's words under the names or parts of that label."""
    every = (*encoding.names, *encoding.parts)
    return {found.span.of(STORY) for found in every if found.label == label}


def test_names_have_their_kind_and_exact_characters(story: Encoding) -> None:
    """People, organisations, places and peoples are told apart, titles left out."""
    assert {"Anna Kroll", "Kroll"} <= words(story, "PERSON")
    assert "Northern Ferry Company" in words(story, "ORG")
    assert "Oslo" in words(story, "PLACE")
    assert "Norwegian" in words(story, "NORP")


def test_statements_have_source_cue_and_content(story: Encoding) -> None:
    """The direct quote is found as a content, its speaker as a source, its verb as a cue."""
    assert any("boats would run all winter" in content for content in words(story, "content"))
    assert "Kroll" in words(story, "source")
    assert "told" in " ".join(words(story, "cue"))


def test_the_likeliest_link_of_a_quote_is_its_own_speaker(story: Encoding) -> None:
    """Links come likeliest first, and point from the content to the source in the same sentence."""
    quote = next(
        at
        for at, part in enumerate(story.parts)
        if part.label == "content" and "boats" in part.span.of(STORY)
    )
    best = next(link for link in story.links if (link.of, link.role) == (quote, "source"))
    assert best.part is not None
    assert story.parts[best.part].span.of(STORY) == "Kroll"


def test_beliefs_speak_of_any_words(story: Encoding) -> None:
    """A name's kind is believed most, plain words are hardly believed a name, no words get none."""
    at = STORY.index("Oslo")
    place = story.named.of(Span(at, at + 4))
    assert max(place, key=lambda kind: place[kind]) == "PLACE"
    at = STORY.index("all winter")
    assert sum(story.named.of(Span(at, at + 10)).values()) < 0.2
    assert set(story.named.of(Span(0, 0)).values()) == {0.0}


def test_the_statements_head_speaks_of_any_words_too(story: Encoding) -> None:
    """Inside the quote the words are believed to be content, the speaker's name a source."""
    at = STORY.index("the boats")
    assert story.said.of(Span(at, at + 9))["content"] > 0.9
    at = STORY.index("Kroll told")
    assert story.said.of(Span(at, at + 5))["source"] > 0.9


def check(text: str, found: Encoding) -> None:
    """Assert what must hold of every encoding of `text`."""
    for before, after in pairwise(found.names):
        assert before.span.end <= after.span.start
    assert [part.span for part in found.parts] == sorted(part.span for part in found.parts)
    for item in (*found.names, *found.parts):
        assert 0 <= item.span.start < item.span.end <= len(text)
        assert 0.0 <= item.score <= 1.0
    for link in found.links:
        assert found.parts[link.of].label in {"content", "cue"}
        assert link.part is None or found.parts[link.part].label == link.role


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    """Surrogates, controls, emoji, right-to-left script: spans stay inside, in order."""
    check(text, encode(text))


@pytest.mark.parametrize("text", ["", " \n\t", "“", "\ud800", "a" * 5000, "x.y " * 900])
def test_odd_texts_are_read(text: str) -> None:
    """Nothing, white space, one mark, half a character, one endless word, many short ones."""
    check(text, encode(text))


def test_a_long_text_is_read_in_windows_as_its_parts_are() -> None:
    """A name far behind the first window is found where it stands."""
    text = "Nothing happened on the pier that day, and nobody complained. " * 60 + STORY
    found = encode(text)
    check(text, found)
    assert "Anna Kroll" in {name.span.of(text) for name in found.names}


def test_the_same_text_gives_the_same_values(story: Encoding) -> None:
    """Two readings are equal, beliefs included, and a fresh session agrees with a used one."""
    assert encode(STORY) == story
    fresh = load(lexicon("en", "encoder/model", Model), FOLDER).read(STORY)
    assert fresh == story


def test_weights_that_are_not_those_of_the_card_are_refused(tmp_path: Path) -> None:
    """A changed file is an error that names the file and says what to do."""
    model = lexicon("en", "encoder/model", Model)
    (tmp_path / model.weights).write_bytes(b"not the weights")
    with pytest.raises(DatelineError, match=r"not the file that model\.toml names"):
        load(model, tmp_path)


def test_missing_weights_are_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    """A folder without weights is told of, with a remedy."""
    with pytest.raises(DatelineError, match=r"missing .*--reader fast"):
        load(lexicon("en", "encoder/model", Model), tmp_path)


def test_a_missing_extra_is_an_error_that_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without onnxruntime the error says what to install."""

    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(encoder, "import_module", absent)
    with pytest.raises(DatelineError, match=r"pip install onnxruntime"):
        load(lexicon("en", "encoder/model", Model), FOLDER)


def test_a_language_without_an_encoder_is_an_error() -> None:
    """The error names the file that the language lacks."""
    with pytest.raises(DatelineError, match="xx/encoder/model"):
        encode("Text", "xx")


def test_the_card_names_data_licences_and_figures() -> None:
    """Whoever ships the weights can read what they learned from and how well they do."""
    model = lexicon("en", "encoder/model", Model)
    assert model.weights_sha256[:16] in encoder.name()
    assert all(corpus.licence and corpus.words > 0 for corpus in model.data)
    assert model.figures


@dataclass
class Anything:
    """Equal to nothing that the encoder gives."""


def test_beliefs_equal_only_beliefs(story: Encoding) -> None:
    """Comparing with another type is false, not an error; equal beliefs hash alike."""
    assert story.named != Anything()
    assert hash(story.named) == hash(encode(STORY).named)
