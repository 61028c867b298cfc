"""The invented corpus is the same each time, and its truth points at its words."""

import random
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from examples.corpus.copying import WAYS, applied, edits, moved
from examples.corpus.growing import Row
from examples.corpus.truth import Truth

ROOT = Path(__file__).parent.parent


def grow(folder: Path, *words: str) -> tuple[dict[str, Row], Truth]:
    """Return the articles by id and the truth that the command writes."""
    command = [sys.executable, "-m", "examples.corpus", str(folder), *words]
    subprocess.run(command, cwd=ROOT, check=True)
    lines = (folder / "articles.jsonl").read_bytes().splitlines()
    rows = [msgspec.json.decode(line, type=Row) for line in lines]
    truth = Truth.from_json((folder / "truth.json").read_bytes())
    return {row.id: row for row in rows}, truth


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Row], Truth]:
    """Return the corpus in full size."""
    return grow(tmp_path_factory.mktemp("corpus"))


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two runs agree to the byte, and another seed tells another way."""
    for folder, seed in (("one", "1"), ("two", "1"), ("other", "2")):
        grow(tmp_path / folder, "--pages", "30", "--seed", seed)
    for name in ("articles.jsonl", "truth.json"):
        one, two, other = (
            (tmp_path / folder / name).read_bytes() for folder in ("one", "two", "other")
        )
        assert one == two
        assert one != other


def test_names_stand_where_the_truth_says(corpus: tuple[dict[str, Row], Truth]) -> None:
    """Each name of an actor is one of its spellings, a town's in a dateline in capitals."""
    rows, truth = corpus
    names = {actor.id: {name.casefold() for name in actor.names} for actor in truth.actors}
    for article in truth.articles:
        for name in article.names:
            assert rows[article.id].text[name.start : name.end].casefold() in names[name.actor]


def test_there_is_what_was_asked_for(corpus: tuple[dict[str, Row], Truth]) -> None:
    """300 pages, many actors in three spellings, two of one name, disputes, single sources."""
    rows, truth = corpus
    assert len(rows) == len(truth.articles) == 300
    people = [actor for actor in truth.actors if actor.kind == "person"]
    assert sum(len(actor.names) >= 3 for actor in people) > 60
    assert len({"moncton-chief", "hull-engineer"} & {actor.id for actor in people}) == 2
    assert {dispute.kind for dispute in truth.disputes} == {"denied", "values"}
    assert len(truth.disputes) >= 20
    assert sum(fact.single and fact.planted for fact in truth.facts) >= 20
    assert any(article.origin != article.id for article in truth.articles)
    assert {forecast.came for forecast in truth.forecasts} >= {True, False}


def test_tellings_are_whole_sentences(corpus: tuple[dict[str, Row], Truth]) -> None:
    """What tells a fact begins with a capital and ends with a full stop, or is touched up."""
    rows, truth = corpus
    facts = {fact.id for fact in truth.facts}
    for telling in truth.tellings:
        assert telling.fact in facts
        sentence = rows[telling.article].text[telling.start : telling.end]
        assert sentence.rstrip('"')[-1] in ".," or sentence.endswith('."')
        assert sentence.lstrip('"')[0].isupper()


def test_a_dispute_has_two_sides(corpus: tuple[dict[str, Row], Truth]) -> None:
    """What is disputed is asserted and denied, or both values are asserted."""
    _, truth = corpus
    for dispute in truth.disputes:
        for fact in dispute.facts:
            stances = {telling.stance for telling in truth.tellings if telling.fact == fact}
            assert stances >= ({"assert", "deny"} if dispute.kind == "denied" else {"assert"})


@pytest.mark.parametrize("way", WAYS)
def test_offsets_move_with_the_edits(way: str) -> None:
    """What is left of a copied report is found where its offsets say."""
    text = "KIEL, May 1 (Agency) -- Residents said so for days.\n\nNobody came.\n\nThe end is near."
    done = edits(text, way, random.Random(1))
    after = applied(text, done)
    for words in ("Nobody came", "The end is near."):
        start = text.index(words)
        place = moved(start, start + len(words), done)
        assert place is None or after[place.start : place.end].endswith(words[-5:])
