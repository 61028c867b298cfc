"""A citation has all that a reader needs to find the words again."""

from __future__ import annotations

import re
from pathlib import Path

from dateline.ask.showing import show
from dateline.explore.citing import citation, voices
from dateline.store import EVERY, sqlite


def test_a_statement(bundled: Path) -> None:
    """The words, the speaker, the outlet, the title, the date, the address and the characters."""
    with sqlite.view(bundled) as view:
        claim = next(one for one in view.claims(EVERY) if one.speaker is not None)
        article = view.article(claim.id.partition(":")[0])
        assert article is not None
        assert claim.speaker is not None
        words = citation(show(view, claim.id), voices(view, claim.id))
        speaker = view.actors([claim.speaker])[claim.speaker].name
        text = view.text(article.number)
    for part in (speaker, article.outlet, article.title, article.url or article.path, claim.id):
        assert part
        assert part in words
    assert f"— {speaker}, in {article.outlet}" in words
    assert (article.published or "")[:10] in words
    found = re.search(r"characters (\d+)–(\d+)", words)
    assert found
    start, end = map(int, found.groups())
    cited = " ".join(text[start:end].split())
    assert cited
    assert cited in words


def test_an_unnamed_source(bundled: Path) -> None:
    """Words of somebody who is not named are cited as such, with the words that say who it is."""
    with sqlite.view(bundled) as view:
        claims = [
            one for one in view.claims(EVERY) if one.source_kind == "anonymous" and one.source
        ]
        claim = next(one for one in claims if not one.within)
        words = citation(show(view, claim.id), voices(view, claim.id))
    assert re.search(r"” — [^—]+ \(unnamed\), in ", words)


def test_an_event_in_the_voice_of_its_article(bundled: Path) -> None:
    """What nobody is said to say has no speaker in its citation."""
    with sqlite.view(bundled) as view:
        event = next(one for one in view.happenings(EVERY) if not one.said_in)
        words = citation(show(view, event.id), voices(view, event.id))
    assert event.id in words
    assert re.match(r"“.+” — [^—]+, “", words)


def test_what_is_not_known_is_said_to_be(harmful: tuple[Path, str]) -> None:
    """A citation of an article without outlet or date says that it has none."""
    archive, key = harmful
    with sqlite.view(archive) as view:
        words = citation(show(view, f"{key}:s1"), voices(view, f"{key}:s1"))
    assert "(characters " in words
    assert "2012-03-06" in words
