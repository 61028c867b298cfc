"""Tables as data frames of other libraries: extras that are imported here, and only when asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any

from dateline.errors import DatelineError


def to_polars(rows: Sequence[Mapping[str, Any]], types: Mapping[str, type]) -> Any:
    """Return a `polars.DataFrame` with one column for each type, also where there are no rows.

    Raises:
        DatelineError: if polars is not installed.
    """
    polars = _installed("polars")
    kinds = {str: polars.String, int: polars.Int64, float: polars.Float64, bool: polars.Boolean}
    schema = {name: kinds.get(kind, polars.List(polars.String)) for name, kind in types.items()}
    return polars.DataFrame(list(rows), schema=schema)


def to_pandas(rows: Sequence[Mapping[str, Any]], types: Mapping[str, type]) -> Any:
    """Return a `pandas.DataFrame` whose columns can hold nothing, as ours can.

    Raises:
        DatelineError: if pandas is not installed.
    """
    pandas = _installed("pandas")
    kinds = {str: "string", int: "Int64", float: "Float64", bool: "boolean"}
    frame = pandas.DataFrame(list(rows), columns=list(types))
    return frame.astype({name: kinds.get(kind, "object") for name, kind in types.items()})


def _installed(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError:
        remedy = f"pip install 'dateline[{name}]'"
        raise DatelineError(name, "is not installed", remedy) from None
