"""The export command: what is written is whole, or is not there, and nothing is lost for it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from dateline.cli.output import output
from dateline.errors import DatelineError

FULL = Path("/dev/full")
FORMS = ("gexf", "prov", "stix")


def _export(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, words)])


def _rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_an_archive_is_never_replaced(bundled: Path) -> None:
    """An archive named as the output by mistake is left as it is."""
    before = bundled.read_bytes()
    result = _export("gexf", bundled, "--out", bundled)
    assert result.exit_code == 1
    assert "is an archive" in result.stderr
    assert bundled.read_bytes() == before


def test_a_file_is_replaced_whole(bundled: Path, tmp_path: Path) -> None:
    """A file that is there is replaced, with the rights of a new one; a folder is refused."""
    made = tmp_path / "made.gexf"
    made.write_text("old", "utf-8")
    (tmp_path / "fresh").touch()
    assert _export("gexf", bundled, "--out", made).exit_code == 0
    assert made.read_text("utf-8").endswith("</gexf>\n")
    assert _rights(made) == _rights(tmp_path / "fresh")
    assert _export("csv", bundled, "--out", made).exit_code == 1
    folder = tmp_path / "tables"
    assert _export("csv", bundled, "--out", folder).exit_code == 0
    assert _export("csv", bundled, "--out", folder).exit_code == 1
    (tmp_path / "new").mkdir()
    assert _rights(folder) == _rights(tmp_path / "new")


def test_what_fails_midway_leaves_nothing(tmp_path: Path) -> None:
    """A key pressed to stop, or any fault, leaves the old file and no other."""
    made = tmp_path / "made"
    made.write_text("old", "utf-8")

    def stopped() -> None:
        with output(made) as stream:
            stream.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert made.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [made]


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("form", FORMS)
def test_a_full_disk_is_one_line(bundled: Path, form: str) -> None:
    """Where no room is left the fault is told in one line, on a file and on standard output."""
    result = _export(form, bundled, "--out", FULL)
    assert (result.exit_code, len(result.stderr.splitlines()[-1:])) == (1, 1)
    assert "No space left" in result.stderr
    command = [sys.executable, "-m", "dateline", "export", form, str(bundled)]
    with FULL.open("wb") as full:
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    assert "No space left" in ran.stderr


def test_who_reads_may_stop(bundled: Path) -> None:
    """A reader that closes the pipe early is no fault to tell of."""
    command = [sys.executable, "-m", "dateline", "export", "prov", str(bundled)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        assert ran.stdout is not None
        assert ran.stderr is not None
        ran.stdout.readline()
        ran.stdout.close()
        assert b"Traceback" not in ran.stderr.read()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_written_to(bundled: Path, tmp_path: Path) -> None:
    """A pipe named as the output is written to and stays a pipe."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    assert _export("gexf", bundled, "--out", pipe).exit_code == 0
    reader.join(timeout=10)
    assert got[0].endswith(b"</gexf>\n")
    assert pipe.is_fifo()


def test_a_folder_that_is_not_there(bundled: Path, tmp_path: Path) -> None:
    """An output in a folder that is not there is refused in one line."""
    for form in ("gexf", "csv"):
        result = _export(form, bundled, "--out", tmp_path / "no" / "made")
        assert result.exit_code == 1
        assert "cannot be written" in result.stderr


def test_conditions_that_no_article_meets(bundled: Path) -> None:
    """An outlet that the archive has not is told, as an empty file tells little."""
    result = _export("gexf", bundled, "--outlet", "Nowhere News")
    assert result.exit_code == 0
    assert "no article is within these conditions" in result.stderr


def test_faults_are_errors_of_ours(tmp_path: Path) -> None:
    """What cannot be written is a `DatelineError` that names the file."""
    with pytest.raises(DatelineError, match="made"), output(tmp_path / "no" / "made"):
        pass
