"""The house keeps its plan: what may be imported, and what must be documented."""

import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from dateline.version import VERSION

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


def test_the_page_on_architecture_shows_the_contract() -> None:
    """What may import what is told as it is checked, and every part of the house is drawn."""
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    (contract,) = PROJECT["tool"]["importlinter"]["contracts"]
    layers = [layer.replace("(", "").replace(")", "") for layer in contract["layers"]]
    shown = re.findall(r"^    ([a-z |]+)$", page, re.MULTILINE)
    assert shown == layers
    drawn = set(re.findall(r"^  ([a-z]+)[/.]", page, re.MULTILINE))
    assert {part for layer in layers for part in layer.split(" | ")} <= drawn


def test_the_citation_is_of_this_version() -> None:
    """Who cites Dateline names the version that is there, under its licence."""
    told = (ROOT / "CITATION.cff").read_text("utf-8").splitlines()
    assert f"version: {VERSION}" in told
    assert f"license: {PROJECT['project']['license']}" in told


def installed(requirements: list[str], *, as_written: bool) -> set[str]:
    """Return what an installer gets for these; `as_written` it knows an extra by one spelling."""
    seen, to_do = set[tuple[str, str]](), [(Requirement(line), "") for line in requirements]
    while to_do:
        wanted, extra = to_do.pop()
        if wanted.marker and not wanted.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(wanted.name)
        lines = [Requirement(line) for line in metadata.requires(name) or ()]
        known = metadata.metadata(name).get_all("Provides-Extra") or []
        extras = wanted.extras if as_written else map(canonicalize_name, wanted.extras)
        for one in {"", *(one for one in extras if one in known)} - {
            one for package, one in seen if package == name
        }:
            seen.add((name, one))
            to_do += [(line, one) for line in lines]
    return {name for name, _ in seen}


def test_an_old_installer_gets_all() -> None:
    """An extra is found by any spelling of its name, also by a pip that knows but one (< 23.3)."""
    requirements = PROJECT["project"]["dependencies"]
    every = installed(requirements, as_written=False)
    assert {"spacy", "justext"} <= every
    assert every - installed(requirements, as_written=True) == set()


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_grows_past_reading(source: Path) -> None:
    """A module has 400 lines at most; a longer one is split by the field's next word."""
    assert len(source.read_text("utf-8").splitlines()) <= 400


def test_no_statement_numbers_its_parameters() -> None:
    """Parameters are `?` in order or `:named`: for `?1` Python 3.12 wants names, too, and warns."""
    numbered = re.compile(r"\b(?:SELECT|FROM|WHERE|AND|LIMIT)\b[^\n]*\?[1-9]")
    found = [source for source in SOURCES if numbered.search(source.read_text("utf-8"))]
    assert [str(source.relative_to(ROOT)) for source in found] == []
