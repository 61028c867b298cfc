"""The build hook: no wheel and no source archive leaves without the explorer's bundle."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUNDLE = Path("src/dateline/explore/bundle")
FRONTEND = Path("frontend")


class Bundle(BuildHookInterface):  # type: ignore[type-arg]
    """Builds the bundle where Node is there; fails where it is missing and cannot be built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Put the bundle into what is built.

        An editable install goes without: `dateline serve` then says how to build it.

        Raises:
            RuntimeError: if there is no bundle and no Node to build it with.
        """
        if version == "editable":
            return
        root = Path(self.root)
        npm = shutil.which("npm")
        if npm and (root / FRONTEND / "package.json").exists():
            for command in (["ci", "--no-audit", "--no-fund"], ["run", "build"]):
                subprocess.run([npm, *command], cwd=root / FRONTEND, check=True)
        if not (root / BUNDLE / "explorer.js").is_file():
            raise RuntimeError(f"no bundle in {BUNDLE}: install Node 20 or later, then build again")
        build_data["artifacts"].append(f"/{BUNDLE}/*")
