"""Why a sentence yields an event, or none."""

from __future__ import annotations

import pytest

from dateline import explaining
from dateline.errors import DatelineError
from dateline.layout import Page
from dateline.page import pages

TEXT = (
    "Harbour talks end\n\n"
    "The mayor of Velmont, Ida Crane, fired the harbour director, Tom Reed, on Tuesday after a "
    "long quarrel. "
    "Gulls circled the quay in a light breeze and nobody in the town cared about it.\n"
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """Return an invented page."""
    path = tmp_path_factory.mktemp("page") / "harbour.txt"
    path.write_text(TEXT, "utf-8")
    (found,) = pages([str(path)])
    assert isinstance(found, Page)
    return found


def test_a_sentence_tells_what_was_tried_and_found(page: Page) -> None:
    """The steps of a sentence hold what was found, and only words of that sentence."""
    found = explaining.explain(page, at=TEXT.index("fired"), profile="fast")
    assert any(step.outcome == "found" for step in found.steps)
    assert found.sentences is not None
    assert all(found.sentences.contains(step.span) for step in found.steps)
    assert [one.type for one in found.events] == ["dismiss"]


def test_a_sentence_without_events_says_why(page: Page) -> None:
    """A verb that no frame knows is told."""
    found = explaining.explain(page, at=TEXT.index("Gulls"), profile="fast")
    assert found.events == ()
    reasons = {step.span.of(TEXT): step.reason for step in found.steps}
    assert "in no frame" in reasons["circled"]


def test_a_line_holds_all_its_sentences(page: Page) -> None:
    """The sentences of a line are explained together."""
    found = explaining.explain(page, line=3, profile="fast")
    assert found.sentences is not None
    assert found.sentences.of(TEXT).startswith("The mayor")
    assert found.sentences.of(TEXT).endswith("about it.")


@pytest.mark.parametrize("where", [{"at": 10_000}, {"line": 99}, {}])
def test_a_place_that_is_not_there_is_an_error(page: Page, where: dict[str, int]) -> None:
    """An offset or a line beyond the text is one clear error."""
    with pytest.raises(DatelineError, match="its text has"):
        explaining.explain(page, **where)  # type: ignore[arg-type]
