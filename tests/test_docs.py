"""The documentation says what is so: what it shows is what the program prints."""

import io
import re
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main

ROOT = Path(__file__).parent.parent
EXAMPLE = "examples/pages/harbour.txt"


def blocks(page: str, language: str) -> Iterator[str]:
    """Yield the blocks of code of that language on a page."""
    text = (ROOT / page).read_text("utf-8")
    yield from re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def read(*words: str) -> str:
    """Return what `dateline read` prints in the project's folder."""
    with chdir(ROOT):
        result = CliRunner().invoke(main, ["read", *words])
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_the_readme_shows_what_is_printed() -> None:
    """The lines of the first block of README are printed, in that order; `[...]` marks a cut."""
    first, *shown = next(blocks("README.md", "console")).splitlines()
    assert first == f"$ dateline read {EXAMPLE}"
    printed = iter(read(EXAMPLE).splitlines())
    for line in shown:
        assert line == "[...]" or line in printed, line


def test_the_readme_shows_a_time_of_the_record() -> None:
    """The time that README shows as JSON stands so in the record."""
    (shown,) = blocks("README.md", "json")
    assert shown.strip() in read(EXAMPLE, "--json")


@pytest.mark.parametrize("page", ["docs/tutorial.md", "docs/how-to/record.md"])
def test_the_code_of_a_page_runs(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python code in the documentation runs on the example's record, and prints something."""
    record = read(EXAMPLE, "--json")
    (tmp_path / "harbour.jsonl").write_text(record, "utf-8")
    names: dict[str, object] = {"__name__": "__main__"}
    for code in blocks(page, "python"):
        monkeypatch.setattr("sys.stdin", io.StringIO(record))
        printed = io.StringIO()
        with chdir(tmp_path), redirect_stdout(printed):
            exec(compile(code, page, "exec"), names)
        assert printed.getvalue().strip()
