"""The commands, as a user calls them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import Mock

import jsonschema
import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from dateline.errors import DatelineError
from dateline.record import Record

STORY = """Ferry stops in Ellery

By Ana Brandt

The ferry to Port Ellery did not sail on Tuesday, the harbour master said. It had sailed every day
for eleven years, and nobody on the quay could remember a morning without it.
"""


def run(*words: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Return the path of a small page."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


def test_prints_one_record_a_line(story: Path) -> None:
    """`read --json` prints a line for each page, in order, valid by the schema that it prints."""
    result = run("read", "--json", story, story)
    schema = json.loads(run("schema").stdout)
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert len(lines) == 2
    for line in lines:
        jsonschema.validate(json.loads(line), schema)
        assert Record.from_json(line).document.text == STORY


def test_same_bytes_on_every_run(story: Path) -> None:
    """Two processes with different hash seeds print the same bytes."""
    command = [sys.executable, "-m", "dateline", "read", "--json", str(story)]
    runs = {
        subprocess.run(
            command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_prints_a_dossier_for_people(story: Path) -> None:
    """Without `--json` people get title, author and outline, plain where it is piped."""
    shown = run("read", story).stdout
    assert "Ferry stops in Ellery" in shown
    assert "Ana Brandt" in shown
    assert "\x1b" not in shown


def test_a_page_cannot_command_the_terminal(tmp_path: Path) -> None:
    """Control characters of a page, those that turn its direction too, never reach the terminal."""
    page = tmp_path / "page.txt"
    page.write_text("A \x1b[31mred\x1b[0m\u202e title\n\nBy \x07Ana\n\n" + STORY, "utf-8")
    shown = run("read", page).stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_goes_on_after_a_bad_page(story: Path, tmp_path: Path) -> None:
    """What cannot be read is named with its reason, the others are read, and the status is 1."""
    missing = tmp_path / "missing.html"
    result = run("read", "--json", missing, story)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    [line] = result.stderr.splitlines()
    assert line.startswith(f"dateline: {missing}: ")


def test_refuses_what_is_too_large(story: Path) -> None:
    """An input beyond `--max-size` is named with the option that raises the limit."""
    result = run("read", "--max-size", "0.0001", story)
    assert result.exit_code == 1
    assert "--max-size" in result.stderr


def test_writes_a_file_whole(story: Path, tmp_path: Path) -> None:
    """`--out` leaves the file with all records in it, and nothing else in its folder."""
    folder = tmp_path / "out"
    folder.mkdir()
    result = run("read", "--json", story, "--out", folder / "records.jsonl")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert [path.name for path in folder.iterdir()] == ["records.jsonl"]
    assert len((folder / "records.jsonl").read_text("utf-8").splitlines()) == 1


def test_says_where_it_cannot_write(story: Path, tmp_path: Path) -> None:
    """A file that cannot be written is one clear line, not a trace."""
    result = run("read", story, "--out", tmp_path / "no" / "such" / "folder.txt")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
    assert "Traceback" not in result.stderr


def test_says_once_what_is_not_installed(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What every page would fail on is one line with its remedy, and nothing is printed."""
    lack = DatelineError("the parser", "is not installed", "pip install it")
    monkeypatch.setattr("dateline.text.grammar.parse", Mock(side_effect=lack))
    result = run("read", story, story)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.splitlines() == ["Error: the parser: is not installed (pip install it)"]


@pytest.mark.parametrize("name", sorted(main.commands))
def test_each_command_and_option_has_help(name: str) -> None:
    """A command says what it does, and so does each of its options."""
    command = main.commands[name]
    assert command.help
    for parameter in command.params:
        if parameter.param_type_name == "option":
            assert getattr(parameter, "help", None), parameter.name
