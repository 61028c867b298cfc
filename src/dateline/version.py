"""Which Dateline this is: known to every module, and knowing none."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0"
