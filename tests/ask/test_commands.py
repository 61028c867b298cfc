"""The commands that ask print what the views answer, in every form, and say what is wrong."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.ask.archive import Archive
from dateline.cli import main


def asked(archive: Archive | None, *words: str, path: Path | None = None) -> Result:
    """Return what `dateline ask` prints, asked of an archive in the folder of the test."""
    where = path or Path("news.dateline")
    assert archive is None or where.exists()
    return CliRunner().invoke(main, ["ask", *words], env={"DATELINE_ARCHIVE": str(where)})


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test be in a folder of its own, where its archive is."""
    monkeypatch.chdir(tmp_path)


EVERY = [
    ("who", "Ada Quill"),
    ("claims",),
    ("timeline",),
    ("network",),
    ("disputes",),
    ("sources",),
    ("forecasts",),
]


@pytest.mark.parametrize("words", EVERY, ids=lambda words: words[0])
def test_every_command_prints_every_form(archive: Archive, words: tuple[str, ...]) -> None:
    """Each command prints lines for people that end in ids, JSON lines, and CSV with a head."""
    shown = asked(archive, *words)
    assert shown.exit_code == 0, shown.output
    assert any(line.rstrip().endswith((":s1", ":v1", ":r1", ":s2")) for line in lines(shown))
    for line in lines(asked(archive, *words, "--json")):
        assert isinstance(json.loads(line), dict)
    head, *rows = csv.reader(io.StringIO(asked(archive, *words, "--csv").stdout, newline=""))
    assert "id" in head
    assert rows
    assert {len(row) for row in rows} == {len(head)}


def test_a_search_prints_passages(archive: Archive) -> None:
    """A search prints each article with its passage and an id that opens it, JSON lines, or CSV."""
    shown = lines(asked(archive, "search", "mill denied"))
    assert "Sallow Gazette" in shown[0]
    assert shown[1].strip() == "Jon Sedge denied that the League had bombed the mill."
    assert "bombed the mill" in asked(archive, "show", shown[0].split()[-1]).stdout
    found = json.loads(asked(archive, "search", "mill denied", "--json").stdout)
    assert found["id"] == f"{found['article']['key']}:{found['span'][0]}-{found['span'][1]}"
    table = asked(archive, "search", "mill", "--copies", "--csv").stdout
    assert [row["part"] for row in csv.DictReader(io.StringIO(table, newline=""))] == ["text"] * 3
    assert "Nothing" in asked(archive, "search", "zeppelin").stdout


def lines(result: Result) -> list[str]:
    """Return the lines of standard output that are not empty."""
    return [line for line in result.stdout.splitlines() if line.strip()]


def test_an_id_that_was_printed_can_be_shown(archive: Archive) -> None:
    """The id at the end of a row, shortened as it is, opens its sentence."""
    row = lines(asked(archive, "claims", "--stance", "deny"))[0]
    shown = asked(archive, "show", row.split()[-1])
    assert "Jon Sedge denied that the League had bombed the mill." in shown.stdout
    assert "by_hand" in shown.stdout
    assert (
        json.loads(asked(archive, "show", row.split()[-1], "--json").stdout)["layer"] == "statement"
    )
    assert asked(archive, "show", row.split()[-1], "--csv").stdout.startswith("start,end,layer")


def test_the_network_of_a_period(archive: Archive) -> None:
    """`--on`, and `--from` with `--until`, choose by when a tie held; `--told-since` by telling."""
    held = json.loads(asked(archive, "network", "--on", "2012-03-06", "--json").stdout)
    assert {edge["held"] for edge in held["edges"]} == {"certainly"}
    earlier = asked(archive, "network", "--from", "2001", "--until", "2002", "--json")
    assert {edge["held"] for edge in json.loads(earlier.stdout)["edges"]} == {"possibly"}
    later = asked(archive, "network", "--told-since", "2013", "--json")
    assert json.loads(later.stdout)["edges"] == []


def test_dates_and_outlets_narrow(archive: Archive) -> None:
    """The options that all commands share reach the view."""
    words = ("claims", "--since", "2012-03-07", "--outlet", "Sallow Gazette", "--json")
    found = [json.loads(line) for line in lines(asked(archive, *words))]
    assert {one["article"]["outlet"] for one in found} == {"Sallow Gazette"}
    assert len(lines(asked(archive, *words, "--limit", "1"))) == 1
    assert "Nothing" in asked(archive, "timeline", "--held-until", "1990").stdout


def test_namesakes_are_told_of(page: type, opened: object) -> None:
    """Where a name means several, standard error says so and how to mean one."""
    pages = []
    for outlet in ("The Post", "The Courier"):
        one = page("Ida Moss said it rained.", outlet, "2012-03-05")
        one.entity("Ida Moss")
        one.says("Ida Moss", "said", "it rained")
        pages.append(one)
    archive = opened(*pages, apart=["Ida Moss"])  # type: ignore[operator]
    found = asked(archive, "claims", "--by", "Ida Moss")
    assert "2 are called Ida Moss" in found.stderr
    assert "Not Ida Moss" in asked(archive, "who", "Ida Moss").stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("who", "Nobody Such"), "names nobody so"),
        (("who", "'; DROP TABLE claim; --"), "names nobody so"),
        (("claims", "--since", "soon"), "write it as 2012"),
        (("network", "--from", "2012", "--until", "2011"), "no period"),
        (("claims", "--since", "2012-02-30"), "2012-02-30: no such date"),
        (("claims", "--since", "20120"), "no such date"),
        (("show", "00:s1"), "no such thing"),
    ],
)
def test_a_wrong_question_ends_with_one_line(
    archive: Archive, words: tuple[str, ...], message: str
) -> None:
    """What cannot be answered is one line on standard error, without a trace, and status 1."""
    found = asked(archive, *words)
    assert found.exit_code == 1
    assert message in found.stderr
    assert len(found.stderr.splitlines()) == 1
    assert found.stdout == ""


@pytest.mark.parametrize("words", ['"', "a OR b", "NEAR(", "*", "content:x", "-", "' --", "^"])
def test_words_are_data(archive: Archive, words: str) -> None:
    """Whatever is searched for is words, and never a query."""
    assert asked(archive, "claims", "--", words).exit_code == 0


def test_no_archive(tmp_path: Path) -> None:
    """An archive that is not there is named."""
    found = asked(None, "claims", path=tmp_path / "none.dateline")
    assert found.exit_code == 1
    assert "none.dateline" in found.stderr
