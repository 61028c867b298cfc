"""A wheel holds the explorer's bundle, or is not made."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BUNDLE = "src/dateline/explore/bundle"
BUILD = "import sys, hatchling.build as b; print(b.build_wheel(sys.argv[1]))"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return what is needed of a checkout to build a wheel: a small package, and no bundle."""
    root = tmp_path / "checkout"
    package = root / "src" / "dateline"
    package.mkdir(parents=True)
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, root / name)
    for name in ("__init__.py", "version.py"):
        shutil.copy(ROOT / "src" / "dateline" / name, package / name)
    return root


def _build(root: Path) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own, where no npm is found."""
    out = root / "dist"
    out.mkdir()
    env = {"PATH": str(root / "nothing"), "HOME": str(root)}
    command = [sys.executable, "-c", BUILD, str(out)]
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


def test_without_bundle_and_node_there_is_no_wheel(checkout: Path) -> None:
    """Where the bundle is missing and cannot be built, the build fails and says what to do."""
    built = _build(checkout)
    assert built.returncode != 0
    assert "install Node 20 or later" in built.stderr.splitlines()[-1]
    assert not list((checkout / "dist").glob("*.whl"))


def test_a_wheel_holds_the_bundle(checkout: Path) -> None:
    """Where the bundle is there, the wheel holds it, though git is told to ignore it."""
    (checkout / ".gitignore").write_text("bundle/\n", "utf-8")
    (checkout / BUNDLE).mkdir(parents=True)
    for name in ("explorer.js", "explorer.css", "world.svg"):
        (checkout / BUNDLE / name).write_text(name, "utf-8")
    built = _build(checkout)
    assert built.returncode == 0, built.stderr
    with zipfile.ZipFile(next((checkout / "dist").glob("*.whl"))) as wheel:
        held = {name for name in wheel.namelist() if "/bundle/" in name}
    assert held == {
        f"dateline/explore/bundle/{one}" for one in ("explorer.js", "explorer.css", "world.svg")
    }
