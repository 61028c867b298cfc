"""Fuzz the readers of text copies with atheris: no exception, a whole partition, sound replies.

    pip install atheris
    python benchmarks/fuzz_plain.py -max_total_time=60 -max_len=4000

Every option after the script's name is libFuzzer's. atheris has wheels for Linux alone, so it is
no dependency of the tests; the same invariants hold there over texts that hypothesis makes.
"""

from __future__ import annotations

import sys

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

with atheris.instrument_imports(include=["dateline.text"]):
    from dateline.layout import Page
    from dateline.text import article, thread


def read(data: bytes) -> None:
    """Read any bytes as a text copy and check what must hold of every record."""
    text = data.decode("utf-8", "replace")
    page = Page(path="fuzz.txt", kind="plain", text=text)
    found = thread.read(page)
    sections = article.read(page, found.area).sections
    assert "".join(section.span.of(text) for section in sections) == text
    seen: set[str] = set()
    for comment in found.responses.comments:
        assert comment.span.end <= len(text)
        assert comment.reply_to is None or comment.reply_to in seen
        seen.add(comment.id)


if __name__ == "__main__":
    atheris.Setup(sys.argv, read)
    atheris.Fuzz()
