"""The house keeps its plan: what may be imported, and what must be documented."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SOURCES = sorted((ROOT / "src" / "dateline").rglob("*.py"))

IMPORT_ALL = """
import importlib, pkgutil, sys
for name in {blocked!r}:
    sys.modules[name] = None  # an import of it now fails
import dateline
for module in pkgutil.walk_packages(dateline.__path__, "dateline."):
    if module.name != "dateline.__main__":
        importlib.import_module(module.name)
"""


def test_every_module_loads_without_extras() -> None:
    """The bare package imports: no module needs an optional library in order to load."""
    blocked = ["brotli", "pyarrow", "spacy", "onnxruntime", "tokenizers"]
    code = IMPORT_ALL.format(blocked=blocked)
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_every_dependency_is_a_decision() -> None:
    """Each library that the project names has its line in the page on dependencies."""
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    groups = PROJECT["dependency-groups"]
    named = [*PROJECT["project"]["dependencies"], *groups["test"], *groups["lint"], *groups["docs"]]
    for extra in PROJECT["project"]["optional-dependencies"].values():
        named += extra
    names = {
        line.split(">")[0].split("=")[0].split("[")[0] for line in named if isinstance(line, str)
    }
    assert {name for name in names if f"`{name.lower()}`" not in page} == set()


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_grows_past_reading(source: Path) -> None:
    """A module has 400 lines at most; a longer one is split by the field's next word."""
    assert len(source.read_text("utf-8").splitlines()) <= 400
