"""Keep true what the guides print: run their commands and code on the invented corpus.

    python -m examples.guides            name each page that shows what is not so
    python -m examples.guides --write    put into the pages what is printed

In the guides that is each `dateline ask`, `match` and `check` in a console block with lines under
it; in the notebook each cell. All of it is run in one folder, in the order of the pages, with the
corpus's archive as `news.dateline` and the example pages.
"""

from __future__ import annotations

import ast
import io
import json
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from pathlib import Path
from typing import Any, Final

import click
from click.testing import CliRunner

from dateline.cli import main

ROOT: Final = Path(__file__).parents[1]
DOCS: Final = ROOT / "docs"
GUIDES: Final = (
    DOCS / "tutorial.md",
    DOCS / "how-to" / "asking.md",
    DOCS / "how-to" / "archive.md",
    DOCS / "how-to" / "correct.md",
)
NOTEBOOK: Final = DOCS / "notebooks" / "archive.ipynb"
PAGES: Final = 60

_BLOCK: Final = re.compile(r"(?<=^```console\n)(.*?)(?=^```)", re.DOTALL | re.MULTILINE)
_RUN: Final = re.compile(r"\$ (?:\.venv/bin/)?dateline ((?:ask|match|check) .*)")


def furnish(folder: Path) -> None:
    """Put into a folder what the guides speak of: the corpus, its archive, the example pages."""
    grow = [sys.executable, "-m", "examples.corpus", str(folder / "corpus"), "--pages", str(PAGES)]
    subprocess.run(grow, cwd=ROOT, check=True)
    shutil.copytree(ROOT / "examples" / "pages", folder / "examples" / "pages")
    with chdir(folder):
        _printed("add corpus/articles.jsonl --to news.dateline")


def renewed() -> Iterator[tuple[Path, str]]:
    """Yield each page and the text that it should have, in the furnished folder that is current."""
    for guide in GUIDES:
        yield guide, with_what_is_printed(guide.read_text("utf-8"))
    yield NOTEBOOK, _notebook(NOTEBOOK.read_text("utf-8"))


def with_what_is_printed(text: str) -> str:
    """Return a page of Markdown in which each command is followed by what it prints now."""
    return _BLOCK.sub(lambda block: _block(block[1]), text)


def _block(text: str) -> str:
    """Return a console block with what its commands print, where it shows that they print."""
    out = ""
    for part in re.split(r"^(?=\$ )", text, flags=re.MULTILINE):
        command, _, shown = part.partition("\n")
        run = _RUN.fullmatch(command)
        if run and shown.strip():
            space = shown[len(shown.rstrip()) :]
            out += f"{command}\n{_printed(run[1]).rstrip()}{space}"
        else:
            out += part
    return out


def _printed(command: str) -> str:
    """Return what a command prints.

    Raises:
        RuntimeError: if it fails.
    """
    found = CliRunner().invoke(main, shlex.split(command, comments=True))
    if found.exit_code:
        raise RuntimeError(f"dateline {command}: {found.output}")
    return found.stdout


def _notebook(text: str) -> str:
    """Return a notebook with what its cells print, and what the last line of each is."""
    notebook = json.loads(text)
    names: dict[str, object] = {"__name__": "__main__"}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = list(_outputs("".join(cell["source"]), names, cell))
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _outputs(
    code: str, names: dict[str, object], cell: dict[str, Any]
) -> Iterator[dict[str, object]]:
    """Yield what a cell prints, and then what its last line is, as notebooks keep it."""
    tree = ast.parse(code)
    end = tree.body[-1]
    last = ast.Expression(end.value) if isinstance(end, ast.Expr) else None
    tree.body = tree.body[:-1] if last else tree.body
    with redirect_stdout(io.StringIO()) as printed:
        exec(compile(tree, "cell", "exec"), names)
        value = eval(compile(last, "cell", "eval"), names) if last else None
    if printed.getvalue():
        yield {"output_type": "stream", "name": "stdout", "text": _lines(printed.getvalue())}
    if value is not None:
        yield {
            "output_type": "execute_result",
            "execution_count": cell["execution_count"],
            "data": {"text/plain": _lines(repr(value))},
            "metadata": {},
        }


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def stale(folder: Path) -> dict[Path, str]:
    """Return the pages that show what is not so, with the text that they should have.

    Args:
        folder: one that was furnished.
    """
    with chdir(folder):
        return {page: text for page, text in renewed() if page.read_text("utf-8") != text}


def run(words: list[str]) -> int:
    """Name the pages that show what is not so, or write them; return the exit status."""
    with tempfile.TemporaryDirectory() as name:
        furnish(Path(name))
        pages = stale(Path(name))
    for page, text in pages.items():
        if "--write" in words:
            page.write_text(text, "utf-8")
        click.echo(f"{page.relative_to(ROOT)}: {'written' if words else 'shows what is not so'}")
    return 1 if pages and not words else 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
