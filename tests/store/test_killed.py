"""An archive survives the end of its writer at any moment."""

import random
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from dateline.record import Record
from dateline.store.sqlite import ArchiveView, ArchiveWriter, check
from dateline.store.sqlite.ids import key

Writing = Callable[..., Record]
KILLS = 50
PAGES = 60
ADDING = """
import sys
from pathlib import Path
from dateline.record import Record
from dateline.store.sqlite import ArchiveWriter
writer = ArchiveWriter(Path(sys.argv[1]))
for line in Path(sys.argv[2]).read_bytes().splitlines():
    record = Record.from_json(line)
    if not writer.has(record.document.path, sys.argv[3]):
        print(record.document.path, flush=True)
        writer.add(record, record.document.path, sys.argv[3])
"""


def test_kill_9_costs_the_page_in_hand_at_most(path: Path, write: Writing) -> None:
    """Killed fifty times while it adds, an archive is sound and has all but the page in hand."""
    rng = random.Random(5)
    pages = path.with_name("pages.jsonl")
    records = [write(f"{number}.txt") for number in range(PAGES)]
    pages.write_bytes(b"\n".join(record.to_json() for record in records))
    digest, done = 1, set[str]()
    for kill in range(KILLS):
        code = [sys.executable, "-c", ADDING, str(path), str(pages), str(digest)]
        with subprocess.Popen(code, stdout=subprocess.PIPE, text=True) as adding:
            assert adding.stdout is not None
            begun = [
                line.strip()
                for line, _ in zip(adding.stdout, range(rng.randint(1, 9)), strict=False)
            ]
            wait = rng.random() / 200
            try:
                adding.wait(wait)
            except subprocess.TimeoutExpired:
                adding.kill()
            begun += [line.strip() for line in adding.stdout]
        done.update(begun[:-1])
        with closing(ArchiveWriter(path)) as writer:
            missing = [one for one in done if not writer.has(one, str(digest))]
            done.update(one for one in begun if writer.has(one, str(digest)))
        assert missing == []
        if kill % 10 == 9:
            assert list(check(path)) == []
        if len(done) == PAGES:  # from then on, pages are read anew by another reader
            digest, done = digest + 1, set()
    with closing(ArchiveView(path)) as view:
        for record in records[:5]:
            article = view.article(key(record.document.path, record.document.id))
            assert article is not None
            assert view.record(article.number) == record
    assert list(check(path)) == []
