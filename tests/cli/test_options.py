"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main


@pytest.mark.parametrize("size", ["nan", "inf", "1e300", "-1", "0", "many"])
def test_a_size_is_a_number(tmp_path: Path, size: str) -> None:
    """A size that no input can have is an error of usage."""
    page = tmp_path / "a.txt"
    page.write_text("Calm sea.")
    found = CliRunner().invoke(main, ["read", str(page), "--max-size", size])
    assert found.exit_code == 2
    assert "--max-size" in found.stderr


def test_the_number_of_a_correction_has_an_end(bundled: Path) -> None:
    """A number that no correction can have is an error of usage."""
    found = CliRunner().invoke(main, ["undo", str(bundled), "9" * 30])
    assert found.exit_code == 2
