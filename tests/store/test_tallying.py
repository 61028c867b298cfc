"""The tallies are those of the tables, whatever is written."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.record import Record
from dateline.store.sqlite import ArchiveView, ArchiveWriter
from dateline.store.sqlite.ids import key
from dateline.store.sqlite.tallying import count, counted

Writing = Callable[..., Record]
SHORT = "Noon\n\nIt rained.\n"
PAGES = st.lists(
    st.tuples(st.sampled_from(["a", "b", "c"]), st.booleans(), st.booleans()), max_size=8
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(PAGES)
def test_tallies_are_kept(
    tmp_path: Path, write: Writing, pages: list[tuple[str, bool, bool]]
) -> None:
    """Pages that are new, changed, changed back, read anew and matched leave the tallies right."""
    path = tmp_path / "news.dateline"
    path.unlink(missing_ok=True)
    with closing(ArchiveWriter(path)) as writer:
        for digest, (name, is_short, matches) in enumerate(pages):
            record = write(name, SHORT) if is_short else write(name)
            writer.add(record, name, str(digest))
            if matches:
                writer.match(_groups(path, key(name, record.document.id)), ())
            assert counted(writer._connection) == count(writer._connection)


def _groups(path: Path, first: str) -> list[list[str]]:
    """Return one group, of all who are called Ana Brandt."""
    with closing(ArchiveView(path)) as view:
        found = [one.id for one in view.entities() if one.name == "Ana Brandt"]
    return [sorted(found, key=lambda one: not one.startswith(first))] if len(found) > 1 else []
