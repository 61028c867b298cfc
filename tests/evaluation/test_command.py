"""`dateline evaluate`, as a user calls it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from dateline import evaluation
from dateline.cli import main
from dateline.reading import read
from dateline.record import Record

GOLD = evaluation.articles()


def run(*words: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["evaluate", *(str(word) for word in words)])


def records(path: Path) -> Path:
    """Write records of the gold's pages, of which only the page was read."""
    found = [read(page, "page") for page in evaluation.pages(GOLD)]
    path.write_bytes(b"".join(one.to_json() + b"\n" for one in found))
    return path


def test_records_from_a_file_are_scored(tmp_path: Path) -> None:
    """Records without statements score nothing, of all statements of the gold."""
    result = run("--json", records(tmp_path / "records.jsonl"))
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert found["statements"]["found"] == 0
    assert found["statements"]["gold"] == sum(len(article.statements) for article in GOLD)


def test_misses_are_listed_before_the_tables(tmp_path: Path) -> None:
    """With --misses each statement that was not found has its line."""
    result = run("--misses", records(tmp_path / "records.jsonl"))
    assert result.stdout.count(" missed: ") >= 400
    assert "given the content" in result.stdout


def test_a_layer_can_be_asked_for_alone(tmp_path: Path) -> None:
    """With --layer only the figures of that layer are told, as tables or as data."""
    path = records(tmp_path / "records.jsonl")
    ties = json.loads(run("--json", "--layer", "ties", path).stdout)
    wanted = sum(not tie.optional for article in GOLD for tie in article.ties)
    assert (ties["ties"]["gold"], ties["ties"]["found"]) == (wanted, 0)
    assert json.loads(run("--json", "--layer", "statements", path).stdout)["events"] is None
    text = run("--misses", "--layer", "events", path).stdout
    assert text.count(" missed: ") == sum(
        not event.optional for article in GOLD for event in article.events
    )
    assert "given the content" not in text


def test_the_gold_is_a_table_that_can_be_read(tmp_path: Path) -> None:
    """What --gold prints is a table whose rows, once read, belong to the gold's articles."""
    table = tmp_path / "gold.jsonl"
    table.write_text(run("--gold").stdout, "utf-8")
    result = CliRunner().invoke(main, ["read", "--json", "--reader", "page", str(table)])
    texts = [Record.from_json(line).document.text for line in result.stdout.splitlines()]
    assert texts == [article.text for article in GOLD]


def test_agreement_is_told() -> None:
    """--agreement prints a table, and with --json the same as data."""
    assert "kappa" in run("--agreement").stdout
    assert json.loads(run("--agreement", "--json").stdout)["articles"] >= 10


def test_what_is_no_record_is_named(tmp_path: Path) -> None:
    """A line that is no record ends the run with its place and reason, and exit status 1."""
    path = tmp_path / "records.jsonl"
    path.write_text("{}\n", "utf-8")
    result = run(path)
    assert result.exit_code == 1
    assert f"{path}:1: not a record" in result.output
