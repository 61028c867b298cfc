"""A language is a folder of data: cues, months, titles, hedges as TOML, and this loader.

Nothing else asks which language it is: a stage asks for its lexicon by name and gets what the
folder of that language holds, checked against the type that the stage declares.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from dateline.errors import DatelineError

T = TypeVar("T")


def languages() -> tuple[str, ...]:
    """Return the codes (ISO 639-1) of the languages that have a folder, in order."""
    folders = (entry for entry in files(__name__).iterdir() if entry.is_dir())
    return tuple(sorted(folder.name for folder in folders if len(folder.name) == 2))


def holding(name: str) -> tuple[str, ...]:
    """Return the codes of the languages that have a lexicon of that name, in order."""
    root = files(__name__)
    return tuple(code for code in languages() if root.joinpath(code, f"{name}.toml").is_file())


@cache
def lexicon(language: str, name: str, shape: type[T]) -> T:
    """Return `LANGUAGE/NAME.toml`, read and checked once.

    Args:
        language: ISO 639-1 code, or `any` for data that holds in all languages (zones, markup).
        name: the file's name without its ending.
        shape: the type that the file must have, a `msgspec.Struct`.

    Raises:
        DatelineError: if there is no such file, or it is not of that shape; the message holds the
            path to the fault within the file.
    """
    where = f"languages/{language}/{name}.toml"
    try:
        data = files(__name__).joinpath(language, f"{name}.toml").read_bytes()
        return msgspec.toml.decode(data, type=shape)
    except FileNotFoundError:
        raise DatelineError(where, "no such lexicon", "add the file, or name another") from None
    except msgspec.DecodeError as fault:
        raise DatelineError(where, str(fault), "mend the file") from fault
