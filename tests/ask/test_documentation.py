"""The guide and the notebook on asking do what they show, on the corpus that they are about."""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
from contextlib import chdir, redirect_stdout
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main
from dateline.cli.asking import ask

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "how-to" / "asking.md"
NOTEBOOK = ROOT / "docs" / "notebooks" / "archive.ipynb"


@pytest.fixture(scope="module")
def folder(bundled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds the corpus's archive and the examples, as the guide has it."""
    folder = tmp_path_factory.mktemp("guide")
    shutil.copy(bundled, folder / "news.dateline")
    shutil.copytree(ROOT / "examples" / "pages", folder / "examples" / "pages")
    return folder


COMMANDS = re.findall(r"^\$ dateline (ask .+)$", GUIDE.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_of_the_guide_answer(command: str, folder: Path) -> None:
    """Each command of the guide finds something."""
    with chdir(folder):
        found = CliRunner().invoke(main, shlex.split(command))
    assert found.exit_code == 0, found.output
    assert found.stdout.strip() != "Nothing in the archive."


def test_every_command_is_in_the_guide() -> None:
    """The guide shows each of the commands that ask, and names each of their options."""
    text = GUIDE.read_text("utf-8")
    shown = {command.split()[1] for command in COMMANDS}
    assert shown == set(ask.commands)
    for command in ask.commands.values():
        for option in (name for one in command.params for name in one.opts):
            known = not option.startswith("--") or re.search(rf"{option}\b", text)
            assert known or option in {"--hops", "--type"}, option


def test_the_notebook_runs(folder: Path) -> None:
    """The cells of the notebook run in their order, and what they print is kept in it."""
    pytest.importorskip("polars")
    notebook = json.loads(NOTEBOOK.read_text("utf-8"))
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    names: dict[str, object] = {"__name__": "__main__"}
    with chdir(folder):
        for cell in cells:
            with redirect_stdout(io.StringIO()) as printed:
                exec(compile("".join(cell["source"]), str(NOTEBOOK), "exec"), names)
            kept = any(one["output_type"] == "stream" for one in cell["outputs"])
            assert bool(printed.getvalue()) == kept
