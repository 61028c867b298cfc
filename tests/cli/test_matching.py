"""An archive is matched, corrected and reviewed from the terminal."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from dateline.store import sqlite


@pytest.fixture
def archive(bundled: Path, tmp_path: Path) -> Path:
    """Return a copy of the archive of the bundled corpus, for changing."""
    return Path(shutil.copy(bundled, tmp_path / "corpus.dateline"))


def run(*words: str | Path, keys: str = "", author: str | None = "ana") -> Result:
    """Return what the command does, `keys` given as its input."""
    env = {"DATELINE_AUTHOR": author}
    return CliRunner().invoke(main, [str(word) for word in words], input=keys, env=env)


def pair(archive: Path) -> tuple[str, str]:
    """Return two entities of one person."""
    with sqlite.view(archive) as view:
        for one in view.leading(["person"]):
            members = [member.id for member in view.members(one.number)]
            if len(members) > 1:
                return members[0], members[-1]
    raise AssertionError


def actors(archive: Path, *entities: str) -> int:
    """Return how many actors some entities are."""
    with sqlite.view(archive) as view:
        return len({view.actor(one) for one in entities})


def test_match_says_what_was_found(archive: Path) -> None:
    """The counts are printed for people, and the same as JSON."""
    shown = run("match", archive)
    assert shown.exit_code == 0, shown.output
    figures = json.loads(run("match", archive, "--json").stdout)
    assert figures["articles"] == 60
    assert f"{figures['entities']:,} entities in 60 articles" in shown.stdout


def test_no_command_makes_an_archive(tmp_path: Path) -> None:
    """A path without an archive is an error, and there is none after it."""
    path = tmp_path / "none.dateline"
    for command, *more in (["match"], ["undo", "1"], ["review"], ["corrections"]):
        found = run(command, path, *more)
        assert found.exit_code == 1
        assert found.stderr.startswith("Error: ")
    assert not path.exists()


def test_two_are_told_apart_and_that_is_undone(archive: Path) -> None:
    """`differ` parts two at once, says who said so, and `undo` brings them together."""
    one, other = pair(archive)
    assert actors(archive, one, other) == 1
    made = run("differ", archive, one, other, "--note", "father and son")
    assert made.exit_code == 0, made.output
    assert re.match(rf"1: differ {one} \(.+\) {other} \(.+\); ana, ", made.stdout)
    assert "father and son" in made.stdout
    assert actors(archive, one, other) == 2
    taken = run("undo", archive, "1")
    assert "undone" in taken.stdout
    assert actors(archive, one, other) == 1
    assert run("undo", archive, "1").exit_code == 1
    listed = run("corrections", archive, "--json").stdout.splitlines()
    assert [json.loads(line)["kind"] for line in listed] == ["differ"]


def test_a_correction_can_wait_for_matching(archive: Path) -> None:
    """With --later it is noted, and the next matching acts on it."""
    one, other = pair(archive)
    assert run("differ", archive, one, other, "--later").exit_code == 0
    assert actors(archive, one, other) == 1
    run("match", archive)
    assert actors(archive, one, other) == 2


def test_an_actor_is_renamed(archive: Path) -> None:
    """The new name is the actor's, wherever it is asked for."""
    one, _ = pair(archive)
    assert run("rename", archive, one, "The  Harbour\tMaster").exit_code == 0
    assert run("rekind", archive, one, "group").exit_code == 0
    with sqlite.view(archive) as view:
        number = view.actor(one)
        assert number is not None
        actor = view.actors([number])[number]
    assert (actor.name, actor.kind) == ("The Harbour Master", "group")
    assert run("rename", archive, one, " ").exit_code == 1


def test_a_misread_statement_is_gone(archive: Path) -> None:
    """What is wrong is in no answer until that is undone; what is confirmed stays."""
    with sqlite.view(archive) as view:
        before = [claim.id for claim in view.claims()]
    assert run("wrong", archive, before[0]).exit_code == 0
    assert run("confirm", archive, before[1]).exit_code == 0
    with sqlite.view(archive) as view:
        assert [claim.id for claim in view.claims()] == before[1:]
    run("undo", archive, "1")
    with sqlite.view(archive) as view:
        assert [claim.id for claim in view.claims()] == before


@pytest.mark.parametrize("name", ["nobody at all", "0000:e1", "x'); DROP TABLE actor;--", '"'])
def test_names_that_nobody_has_are_errors(archive: Path, name: str) -> None:
    """What is no id and no name is one clear line, whatever it holds."""
    one, _ = pair(archive)
    for command, *more in (["same", one, name], ["rename", name, "A"]):
        found = run(command, archive, *more)
        assert found.exit_code == 1
        assert found.stderr.startswith("Error: ")
    assert run("corrections", archive).stdout == ""


def test_one_is_not_the_same_as_itself(archive: Path) -> None:
    """Two ends of a correction are two entities."""
    one, _ = pair(archive)
    assert "is one entity" in run("same", archive, one, one).stderr


def test_doubtful_pairs_are_gone_through(archive: Path) -> None:
    """Each is shown with sentences and reasons; answers are kept, skipped ones come again."""
    found = run("review", archive, "--least", "0", "--most", "1", keys="s\n?\nn\ny\nq\n")
    assert found.exit_code == 0, found.output
    assert "one actor?" in found.stdout
    assert "2 answered" in found.stdout
    listed = run("corrections", archive, "--json").stdout.splitlines()
    assert [json.loads(line)["kind"] for line in listed] == ["differ", "same"]
    again = run("review", archive, "--least", "0", "--most", "1", keys="q\n")
    first = [line for line in found.stdout.splitlines() if ":e" in line][:2]
    assert [line for line in again.stdout.splitlines() if ":e" in line][:2] == first


def test_review_ends_with_its_input(archive: Path) -> None:
    """When the input ends, so does the review, and nothing was answered."""
    found = run("review", archive, keys="")
    assert found.exit_code == 0
    assert "0 answered" in found.stdout


def test_an_entity_is_not_misread_as_a_whole(archive: Path) -> None:
    """`wrong` is of what was read; for an entity it says which command corrects it."""
    one, _ = pair(archive)
    refused = run("wrong", archive, one)
    assert refused.exit_code == 1
    assert "rekind" in refused.stderr
    assert run("confirm", archive, one).exit_code == 0


def test_a_review_says_what_is_taken_for_one(archive: Path) -> None:
    """Each pair is shown with what matching has made of it so far."""
    shown = run("review", archive, "--least", "0", "--most", "1", keys="q\n").stdout
    assert re.search(r"one actor\? \d+%; taken for (one|two)", shown)
