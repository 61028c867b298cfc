"""Every view answers from an archive, quotes its sources, and is narrowed by the same scope."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from dateline.ask.archive import Archive
from dateline.ask.scope import Scope
from dateline.errors import DatelineError


def test_a_dossier(archive: Archive) -> None:
    """A dossier has names with counts, roles, events, statements by and about, and where from."""
    found = archive.who("Ada Quill")
    assert found.actor.name == "Ada Quill"
    assert [(one.name, one.articles) for one in found.spellings] == [("Ada Quill", 3)]
    [role] = found.roles
    assert (role.type, role.object.name, role.role, role.from_) == (
        "leads",
        "Marram",
        "mayor",
        "2009",
    )
    assert [str(why) for why in role.tellings[0].why] == ["from: at 2012-03-05 (since)"]
    assert {event.type for event in found.events} == {"consult", "publish"}
    assert "a full report by June 2012" in [one.content for one in found.said]
    assert [one.content for one in found.about] == ["Ada Quill had met Jon Sedge in Sallow"]
    assert len(found.reports) == found.articles == 3
    assert {one.articles for one in found.outlets} == {1}
    assert found.cut == ()


def test_a_dossier_is_cut_where_there_is_more(archive: Archive) -> None:
    """Parts that have more rows than were asked for are named."""
    found = archive.who("Ada Quill", limit=1)
    assert len(found.said) == 1
    assert {"said", "events", "reports"} <= set(found.cut)


def test_a_dossier_as_one_table(archive: Archive) -> None:
    """The table of a dossier has a row for each fact, with its part."""
    table = archive.who("Quill").table
    assert {one.part for one in table} == {"role", "event", "said", "about"}
    assert "part,id,from,until,what" in table.to_csv()


def test_search_finds_articles_by_their_best_passage(archive: Archive) -> None:
    """A search gives each report once, with the sentence that has most of the words."""
    first, second = archive.search("mill BOMBED")
    assert (first.article.outlet, first.part) == ("Sallow Gazette", "text")
    assert first.quote == "Jon Sedge denied that the League had bombed the mill."
    assert [words for words, is_word in first.pieces() if is_word] == ["bombed", "mill"]
    assert "".join(words for words, _ in first.pieces()) == first.quote
    assert archive.show(first.id).excerpt.text == first.quote
    assert (second.article.outlet, second.article.told) == ("The Marram Post", "2012-03-06")
    copied = archive.search("mill", scope=Scope(outlets=("The Reed Courier",)))
    assert [one.article.origin for one in copied] == [second.article.key]
    (quoted,) = archive.search('"bombed the mill in"')
    assert quoted.article == second.article
    assert {one.article.origin for one in archive.search("mill", copies=True)} == {
        first.article.origin,
        second.article.origin,
    }
    assert len(archive.search("mill", copies=True)) == 3


def test_search_is_narrowed(archive: Archive) -> None:
    """Times of telling, outlets, a name and a limit narrow a search; no word finds nothing."""
    since = archive.search("mill", scope=Scope(since="2012-03-07"))
    assert [one.article.outlet for one in since] == ["Sallow Gazette"]
    assert len(archive.search("mill", scope=Scope(outlets=("The Marram Post",)))) == 1
    named = archive.search("mill", naming="Marram", copies=True)
    assert {one.article.outlet for one in named} == {"The Marram Post", "The Reed Courier"}
    assert len(archive.search("mill", limit=1)) == 1
    assert len(archive.search('"mill the"')) == len(archive.search("?")) == 0
    with pytest.raises(DatelineError, match="names nobody so"):
        archive.search("mill", naming="Nobody Such")


def test_who_by_id_and_by_part_of_a_name(archive: Archive) -> None:
    """An id, another case and a part of the name lead to the same actor."""
    whole = archive.who("Ada Quill").actor
    assert archive.who("ada  QUILL").actor == whole
    assert archive.who("Quill").actor == whole
    assert archive.who(whole.id).actor == whole


@pytest.mark.parametrize(
    "name", ["Nobody Such", '" OR 1=1 --', "'; DROP TABLE actor; --", "e1", ""]
)
def test_nobody_of_that_name(archive: Archive, name: str) -> None:
    """A name that the archive has not is an error that names it, whatever is in it."""
    with pytest.raises(DatelineError, match="names nobody so"):
        archive.who(name)


def test_claims_are_found_by_every_trait(archive: Archive) -> None:
    """Words, speaker, matter, stance and kind of source narrow the statements."""
    assert {one.speaker.name for one in archive.claims("bombed mill") if one.speaker} == {
        "Ada Quill",
        "Jon Sedge",
    }
    assert {one.stance for one in archive.claims(by="Jon Sedge")} == {"deny"}
    assert all(one.about for one in archive.claims(about="Ada Quill"))
    assert [one.source_kind for one in archive.claims(sources=("anonymous",))] == ["anonymous"]
    assert {one.stance for one in archive.claims(stances=("promise",))} == {"promise"}
    assert len(archive.claims(limit=2)) == 2


def test_the_scope_narrows_by_telling_and_outlet(archive: Archive) -> None:
    """Dates of telling are half open, and outlets are named exactly."""
    late = archive.claims(scope=Scope(since="2012-03-07"))
    assert {one.article.outlet for one in late} == {"Sallow Gazette"}
    early = archive.claims(scope=Scope(until="2012-03-08", outlets=("The Reed Courier",)))
    assert {one.article.outlet for one in early} == {"The Reed Courier"}
    assert not archive.claims(scope=Scope(outlets=("No Such Paper",)))


def test_a_scope_refuses_what_is_no_date() -> None:
    """A date that is none is an error that says how to write one."""
    with pytest.raises(DatelineError, match="2012-09"):
        Scope(since="last week")


def test_a_timeline(archive: Archive) -> None:
    """An event is one row with all its tellings, reports before copies; others stand apart."""
    found = archive.timeline()
    [blast] = found.dated
    assert (blast.from_, blast.until) == ("2012-03-05", "2012-03-06")
    assert blast.realities == ("actual", "denied")
    assert blast.reports == 2
    assert [one.article.outlet for one in blast.tellings][:2] == ["The Marram Post"] * 2
    assert {one.type for one in found.undated} == {"consult", "publish"}
    assert len(found.table) == 3


def test_a_timeline_of_facts_is_not_one_of_tellings(archive: Archive) -> None:
    """The date of the fact and the date of telling narrow apart from each other."""
    on_the_day = Scope(held_from="2012-03-05", held_until="2012-03-06")
    assert len(archive.timeline(scope=on_the_day).dated) == 1
    assert not archive.timeline(scope=Scope(since="2012-03-05", until="2012-03-06")).table


def test_a_timeline_by_actor_place_and_type(archive: Archive) -> None:
    """Events are chosen by who takes part, where they were, and their type."""
    assert len(archive.timeline("Tern League").table) == 1
    assert [one.type for one in archive.timeline(place="Sallow").table] == ["consult"]
    assert [one.type for one in archive.timeline(types=("publish",)).table] == ["publish"]


def test_a_network_on_a_day(archive: Archive) -> None:
    """Ties that held on the day are told certain or possible, signed, each with its tellings."""
    found = archive.network(on="2012-03-06")
    ties = {(one.subject.name, one.object.name): one for one in found.edges}
    assert ties["Jon Sedge", "Tern League"].held == "certainly"
    assert ties["Ada Quill", "Marram"].sign == 1
    earlier = archive.network(on="2008")
    assert [(one.subject.name, one.held) for one in earlier.edges] == [("Jon Sedge", "possibly")]
    assert {node.party.name for node in earlier.nodes} == {"Jon Sedge", "Tern League"}


def test_a_network_around_somebody(archive: Archive) -> None:
    """Only what is within some hops of the one in the middle is there, and how far."""
    found = archive.network(around="Tern League", hops=2)
    assert {node.party.name: node.hops for node in found.nodes} == {
        "Tern League": 0,
        "Jon Sedge": 1,
    }
    assert archive.network(around="Tern League", on="2012-03").edges


def test_a_dispute_has_both_sides_quoted(archive: Archive) -> None:
    """What is asserted and denied is one dispute, each side with its sentences."""
    [found] = archive.disputes()
    assert found.kind == "denied"
    asserted, denied = found.sides
    assert [one.quote for one in denied.tellings] == [
        "Jon Sedge denied that the League had bombed the mill."
    ]
    assert "Ada Quill" in [v.party.name for t in asserted.tellings for v in t.voices if v.party]
    assert "The Reed Courier" not in [one.article.outlet for one in asserted.tellings]


def test_sources(archive: Archive) -> None:
    """Copies count once; what rests on one source, and on unnamed ones only, is told apart."""
    found = archive.sources()
    assert (found.articles, found.reports, found.claims) == (3, 2, 4)
    assert (found.shares[0].name, found.shares[0].claims) == ("Ada Quill", 2)
    assert sum(one.share for one in found.shares) == pytest.approx(1)
    assert "Ada Quill: consult, Jon Sedge, Sallow" in [one.matter for one in found.unnamed]
    lead = next(one for one in found.single if one.matter == "Jon Sedge leads Tern League")
    assert (lead.source, lead.articles, lead.reports) == ("The Marram Post", 2, 1)
    assert not any("assault" in one.matter for one in found.table)


def test_forecasts(archive: Archive) -> None:
    """A promise has its time, and what a later sentence says came of it."""
    [found] = archive.forecasts()
    assert (found.horizon, found.from_, found.until) == ("June 2012", "2012-06-01", "2012-07-01")
    assert found.outcome == "borne out"
    assert "as she had promised" in found.because
    assert found.later[0].telling.article.outlet == "Sallow Gazette"


def test_a_forecast_by_its_own_time(archive: Archive) -> None:
    """Dates of facts choose forecasts by the time that is foretold."""
    assert archive.forecasts(scope=Scope(held_from="2012-06"))
    assert not archive.forecasts(scope=Scope(held_from="2013"))


def test_every_id_of_an_answer_can_be_shown(archive: Archive) -> None:
    """Whatever a view answers, the ids in it open the sentence that it was read from."""
    answers: tuple[Any, ...] = (
        *archive.claims(),
        *archive.timeline().table,
        *archive.network().edges,
        *archive.disputes(),
        *archive.sources().table,
        *archive.forecasts(),
    )
    for one in answers:
        shown = archive.show(one.id)
        assert shown.id == one.id
        assert shown.excerpt.text
    [forecast] = archive.forecasts()
    assert "as she had promised" in archive.show(forecast.later[0].telling.id).excerpt.text


def test_a_sentence_shown(archive: Archive) -> None:
    """What stands in the sentence is marked, with the rule that made it and what is near it."""
    denial = next(one for one in archive.claims(stances=("deny",)))
    shown = archive.show(denial.id)
    assert shown.layer == "statement"
    assert shown.rule == "by_hand"
    assert {(mark.layer, mark.part) for mark in shown.marks} >= {
        ("statement", "source"),
        ("statement", "cue"),
        ("statement", "content"),
        ("event", "trigger"),
        ("entity", "name"),
    }
    text = archive.view.text(1) if shown.article.key in denial.id else ""
    assert all(shown.excerpt.span.contains(mark.span) for mark in shown.marks), text
    assert [one.source_kind for one in shown.around] == ["anonymous"]


def test_an_article_opens_by_its_key(archive: Archive) -> None:
    """The key of an article, as rows on articles end in it, shows how the article begins."""
    key = archive.claims()[0].article.key
    shown = archive.show(key[:8])
    assert (shown.id, shown.layer, shown.article.key) == (key, "text", key)
    assert shown.excerpt.text
    assert shown.marks


@pytest.mark.parametrize("id_", ["", "zz", "00:s1", "0:1-2", "' OR 1=1"])
def test_nothing_of_that_id(archive: Archive, id_: str) -> None:
    """An id that the archive has not is an error that says where ids stand."""
    with pytest.raises(DatelineError, match="no such thing"):
        archive.show(id_)


def test_a_place_outside_the_text(archive: Archive) -> None:
    """Characters that the article does not have are an error."""
    key = archive.claims()[0].article.key
    with pytest.raises(DatelineError, match="no such place"):
        archive.show(f"{key}:5-99999")


def test_answers_are_deterministic_json(archive: Archive) -> None:
    """Asked twice, a view answers the same bytes."""
    for ask in (archive.timeline, archive.network, archive.disputes, archive.sources):
        assert msgspec.json.encode(ask()) == msgspec.json.encode(ask())


def test_an_archive_shows_what_it_holds(archive: Archive) -> None:
    """The archive says how much it holds, and gives the record of an article."""
    assert repr(archive).startswith("<Archive of 3 articles")
    key = archive.claims()[0].article.key
    record = archive.record(key[:8])
    assert record is not None
    assert record.document.outlet == "The Marram Post"
    assert archive.record("0000") is None
