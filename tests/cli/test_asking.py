"""The commands that ask: what their options must not do in silence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from dateline.cli.asking import ask


def asked(archive: Path, *words: str) -> Result:
    """Ask the archive."""
    return CliRunner().invoke(main, ["ask", *words, "--in", str(archive)])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("claims", "--json", "--csv"), "either --json or --csv"),
        (("network", "--on", "2015", "--from", "2014"), "either --on, or --from"),
        (("network", "--on", "2015", "--until", "2016"), "either --on, or --from"),
        (("timeline", "--type", "bombardment"), "'bombardment' is none of "),
        (("network", "--type", "married"), "'married' is none of "),
        (("claims", "--held-from", "2015"), "No such option"),
    ],
)
def test_no_option_is_passed_over(bundled: Path, words: tuple[str, ...], message: str) -> None:
    """What would have no effect, or undo another option, is an error and not an answer."""
    found = asked(bundled, *words)
    assert found.exit_code == 2
    assert message in found.stderr


@pytest.mark.parametrize(
    "words", [("timeline", "--type", "assault"), ("network", "--type", "leads")]
)
def test_types_narrow(bundled: Path, words: tuple[str, ...]) -> None:
    """A type of the vocabulary narrows the answer."""
    few, all_ = asked(bundled, *words, "--csv"), asked(bundled, words[0], "--csv")
    assert 1 < len(few.stdout.splitlines()) < len(all_.stdout.splitlines())


@pytest.mark.parametrize("limit", [2**31, 2**63, 10**30])
def test_any_number_is_a_limit(bundled: Path, limit: int) -> None:
    """However many rows are asked for, there are as many as there are."""
    found = asked(bundled, "claims", "--limit", str(limit), "--csv")
    assert found.exit_code == 0
    assert len(found.stdout.splitlines()) > 50


@pytest.mark.parametrize("name", sorted(ask.commands))
def test_each_option_has_help(name: str) -> None:
    """Each of the commands that ask says what it does, and so does each of its options."""
    command = ask.commands[name]
    assert command.help
    options = [one for one in command.params if isinstance(one, click.Option)]
    assert [one.name for one in options if not one.help] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("form", ["--csv", "--json", ""])
def test_a_full_disk_is_one_line(bundled: Path, form: str) -> None:
    """An answer that cannot be written is one clear line, not a trace."""
    command = [sys.executable, "-m", "dateline", "ask", "claims", "--in", str(bundled)]
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [*command, *filter(None, [form])],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ},
        )
    assert run.returncode == 1
    assert run.stderr.decode().splitlines() == [
        "Error: standard output: cannot be written: No space left on device"
    ]
