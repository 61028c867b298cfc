"""What an archive answers: rows with their evidence, selected in every way that is offered."""

from collections.abc import Callable

import msgspec
import pytest

from dateline.record import Count, Reason, Record
from dateline.span import Span
from dateline.store import Selection, View, Writer
from dateline.store.sqlite import ArchiveView

Writing = Callable[..., Record]


@pytest.fixture
def held(write: Writing, writer: Writer, view: ArchiveView) -> View:
    """Return a view of an archive with two articles of one text, and one of another."""
    for number, published in enumerate(("2012-05-04T08:00:00-05:00", "2013-01"), 1):
        record = write(f"{number}.txt", published=published, outlet=f"Paper {number}")
        writer.add(record, f"{number}.txt", "1")
    writer.add(write("3.txt", "Nothing\n\nAt all.\n", published=None), "3.txt", "1")
    return view


def actor(view: View, name: str) -> int:
    """Return the number of the first actor of a name."""
    return view.named(name)[0].number


def test_articles_have_what_their_pages_say(held: View) -> None:
    """An article's row has the document's fields, and is selected by outlet and date."""
    first, second, third = held.articles()
    assert first.title == "Ferry stops in Ellery"
    assert first.byline == ("Li Wen", "J. Oduya")
    assert (first.path, first.outlet, first.language) == ("1.txt", "Paper 1", "en")
    assert first.published == "2012-05-04T08:00:00-05:00"
    assert first.added.endswith("Z")
    assert held.article(first.key) == first
    assert held.article(first.key[:12]) == first
    assert held.article("") is None
    assert list(held.articles(Selection(outlets=("Paper 2",)))) == [second]
    assert list(held.articles(Selection(told_since="2012", told_until="2013"))) == [first]
    assert list(held.articles(Selection(articles=(third.number,)))) == [third]
    assert held.period() == (first.published, "2013-01")


def test_a_claim_has_its_words_and_its_people(held: View) -> None:
    """A statement's row names speaker, addressee and who is spoken of, and quotes the text."""
    first, second, third = held.claims(Selection(articles=(1,)))
    assert first.content == "Tomas Vidal had sunk the ferry"
    assert (first.source, first.cue, first.source_kind) == ("Ana Brandt", "said", "named")
    assert first.speaker == actor(held, "Ana Brandt")
    assert first.addressee == actor(held, "Harbour Board")
    assert first.about == (actor(held, "Tomas Vidal"),)
    assert [span.of(held.text(1)) for span in first.spans] == [first.content]
    assert (second.stance, second.within) == ("deny", first.id)
    assert (third.speaker, third.manner, third.certainty) == (None, "direct", "probable")
    assert third.about == (actor(held, "Port Ellery"),)


def test_an_event_has_when_where_and_in_whose_words(held: View) -> None:
    """A telling of an event names its people, its interval and the statements around it."""
    first, second = held.happenings()
    assert (first.type, first.mode, first.words) == ("attack", "sinking", "sunk")
    assert (first.from_, first.until) == ("2012-05-03", "2012-05-04")
    assert first.who == (actor(held, "Tomas Vidal"),)
    assert first.where == (actor(held, "Port Ellery"),)
    key = first.id.partition(":")[0]
    assert first.said_in == (f"{key}:s2", f"{key}:s1")
    (victims,) = first.victims
    assert (victims.what, victims.least, victims.most) == ("killed", 3, None)
    assert isinstance(victims, Count)
    assert first.account != second.account


def test_a_tie_has_its_reasons(held: View) -> None:
    """A telling of a tie has its ends as precise as given, its role and why it is dated so."""
    tie, _ = held.ties()
    assert (tie.subject, tie.object) == (actor(held, "Ana Brandt"), actor(held, "Harbour Board"))
    assert (tie.type, tie.role, tie.status) == ("leads", "master", "current")
    assert (tie.from_, tie.until) == ("2004", None)
    assert tie.reasons == (Reason(end="from", bound="at", time="t2", rule="since"),)
    assert [span.of(held.text(1)) for span in tie.evidence] == ["led"]


def test_moments_keep_their_precision(held: View) -> None:
    """An expression of time has its value and interval as they were read."""
    day, year, vague = held.moments(Selection(articles=(1,)))
    assert (day.value, day.from_, day.until) == ("2012-05-03", "2012-05-03", "2012-05-04")
    assert (year.value, year.from_, year.until) == ("2004", "2004", "2005")
    assert (vague.type, vague.value, vague.from_, vague.until) == ("DURATION", "PXX", None, None)
    assert day.span.of(held.text(1)) == "3 May 2012"


@pytest.mark.parametrize(
    ("selection", "count"),
    [
        ({"stances": ("deny",)}, 2),
        ({"certainties": ("probable", "possible")}, 2),
        ({"sources": ("anonymous",)}, 2),
        ({"articles": (2,), "stances": ("assert",)}, 2),
        ({"outlets": ("Paper 1",)}, 3),
        ({"told_since": "2013"}, 3),
        ({"told_since": "2012-05-04", "told_until": "2012-05-05"}, 3),
        ({"told_until": "2012-05-04"}, 0),
        ({"limit": 4}, 4),
        ({}, 6),
    ],
)
def test_claims_are_selected(held: View, selection: dict[str, object], count: int) -> None:
    """Each condition narrows the claims; together all must hold."""
    assert len(list(held.claims(Selection(**selection)))) == count  # type: ignore[arg-type]


def test_claims_are_selected_by_people(held: View) -> None:
    """By speaker, by who is spoken of, by any part; of one article's actor each."""
    brandt, vidal = actor(held, "Ana Brandt"), actor(held, "Tomas Vidal")
    assert [one.stance for one in held.claims(Selection(speakers=(vidal,)))] == ["deny"]
    assert [one.id[-2:] for one in held.claims(Selection(about=(vidal,)))] == ["s1"]
    assert [one.id[-2:] for one in held.claims(Selection(actors=(vidal,)))] == ["s1", "s2"]
    assert list(held.claims(Selection(speakers=(brandt,), about=(brandt,)))) == []
    assert len(list(held.happenings(Selection(actors=(vidal,))))) == 1
    assert list(held.ties(Selection(actors=(vidal,)))) == []
    assert len(list(held.ties(Selection(actors=(brandt, vidal), types=("leads",))))) == 1
    assert list(held.moments(Selection(actors=(brandt,)))) == []


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("sunk", 4),
        ("SUNK ferry", 2),
        ('"sunk the ferry"', 2),
        ('"ferry the sunk"', 0),
        ("fer*", 2),
        ("fer", 0),
        ('"had su"*', 2),
        ("sunk OR nothing", 0),
        ("content:sunk", 0),
        ("sunk -ferry", 2),
        ("NEAR(sunk ferry)", 0),
        ('"unclosed', 0),
        ("' ; DROP TABLE claim; --", 0),
        ('"""', 0),
        ("* ? %", 0),
        ("\0sunk", 4),
        ("", 0),
    ],
)
def test_words_are_data(held: View, words: str, count: int) -> None:
    """Words are searched as they are typed; the syntax of SQL and of the index means nothing."""
    assert len(list(held.claims(Selection(text=words)))) == count
    assert held.counts()["claims"] == 6


@pytest.mark.parametrize(
    ("from_", "until", "count"),
    [
        ("2012-05-03", "2012-05-04", 2),
        ("2012", "2013", 2),
        ("2012-05-04", "2014", 0),
        ("2011", "2012-05-03", 0),
        (None, "2012-05-03", 0),
        ("2012-05-03T12:00", None, 2),
        (None, None, 2),
    ],
)
def test_facts_are_selected_by_their_own_time(
    held: View, from_: str | None, until: str | None, count: int
) -> None:
    """Half-open intervals that share a moment are selected, whenever they were told."""
    assert len(list(held.happenings(Selection(held_from=from_, held_until=until)))) == count


def test_an_end_that_is_not_known_may_be_late(held: View) -> None:
    """A tie with no end may hold on any later day, on no earlier one; undated times never do."""
    assert len(list(held.ties(Selection(held_from="2030", held_until="2031")))) == 2
    assert list(held.ties(Selection(held_from="1990", held_until="2004"))) == []
    assert len(list(held.moments(Selection(held_from="1000", held_until="3000")))) == 4


def test_any_id_leads_to_its_row(held: View) -> None:
    """`one` finds each kind of thing, by a shortened key too; `these` finds many."""
    key = next(held.articles()).key
    kinds = {"e1": "Member", "s1": "Claim", "v1": "Happening", "r1": "Tie", "t1": "Moment"}
    for within, kind in kinds.items():
        found = held.one(f"{key[:10]}:{within}")
        assert found is not None
        assert type(found).__name__ == kind
        assert found.id == f"{key}:{within}"
    for wrong in ("e1", f"{key}:e9", f"{key}:x1", f"{key}:e0", "ffffffffffffffff:e1", ":e1", "'"):
        assert held.one(wrong) is None
    ids = [f"{key}:{within}" for within in kinds]
    assert list(held.these([*ids, f"{key}:s9"])) == ids


def test_actors_are_found_by_name(held: View) -> None:
    """An equal name comes first, then names with all its words; alias and accents count."""
    assert held.named("Brandt")[0].name == "Ana Brandt"
    assert [one.name for one in held.named("harb")] == ["Harbour Board"] * 2
    assert held.named("port éllery")[0].kind == "place"
    assert held.named("Brandt", kinds=("place",)) == []
    assert len(held.named("Brandt", limit=1)) == 1
    for odd in ("", '"', "Brandt OR Vidal", "name:Brandt", "Brandt*)", "%", "\0"):
        assert held.named(odd) == [] or odd == "Brandt*)"
    assert {one.name for one in held.leading(limit=3)} <= {
        "Ana Brandt",
        "Tomas Vidal",
        "Harbour Board",
        "Port Ellery",
    }
    assert {one.kind for one in held.leading(kinds=("place",))} == {"place"}
    place = held.named("Port Ellery")[0].place
    assert place is not None
    assert place.country == "DZ"


def test_counts_are_of_current_articles(held: View) -> None:
    """What it holds, counted."""
    assert held.counts() == {
        "articles": 3,
        "actors": 8,
        "claims": 6,
        "happenings": 2,
        "ties": 2,
    }


def test_an_excerpt_is_the_sentence_around(held: View) -> None:
    """Evidence is shown with the sentence that it stands in."""
    claim = next(held.claims())
    around = held.excerpt(1, claim.spans[0].start, claim.spans[0].end)
    assert around.text == (
        "Harbour master Ana Brandt said on 3 May 2012 that Tomas Vidal had sunk the ferry."
    )
    assert held.excerpts([(1, Span(0, 5)), (2, Span(0, 5))])[1].text == "Ferry stops in Ellery"


def test_a_view_sees_what_is_written_meanwhile(
    write: Writing, writer: Writer, view: ArchiveView
) -> None:
    """A view that is open sees each page as soon as it is added, and each matching."""
    assert list(view.claims()) == []
    for name in ("a.txt", "b.txt"):
        writer.add(write(name), name, "1")
    before = [one.speaker for one in view.claims()]
    ids = [member.id for member in view.entities() if member.name == "Ana Brandt"]
    writer.match([ids], [])
    after = [one.speaker for one in view.claims()]
    assert before[3] != before[0] == after[0] == after[3]


def test_rows_come_in_order(write: Writing, writer: Writer, view: ArchiveView) -> None:
    """Whatever is asked, rows come by article, then by their number in it, each once."""
    for number in range(12):
        writer.add(write(f"{number}.txt"), f"{number}.txt", "1")
    names = ["Ana Brandt", "Tomas Vidal", "Harbour Board"]
    groups = [[m.id for m in view.entities() if m.name == name][::-1] for name in names]
    writer.match(groups, [])
    actors = tuple(actor(view, name) for name in names)
    for selection in (
        Selection(),
        Selection(actors=actors),
        Selection(actors=actors, current=False, told_since="2000"),
        Selection(text="sunk"),
        Selection(articles=(9, 2, 5)),
        Selection(held_from="2000", held_until="2030", actors=actors),
    ):
        for name in ("claims", "happenings", "ties", "moments"):
            rows = getattr(view, name)(selection)
            places = [(row.article, int(row.id.rpartition(":")[2][1:])) for row in rows]
            assert places == sorted(set(places))
    assert len(list(view.ties(Selection(actors=actors, limit=5)))) == 5


def test_articles_are_counted_and_put_in_order_of_time(held: View) -> None:
    """Articles that name somebody are selected, counted (by outlet too), the oldest first."""
    brandt = Selection(actors=(actor(held, "Ana Brandt"),))
    assert [one.number for one in held.articles(brandt)] == [1]
    assert [one.number for one in held.articles(oldest=True)] == [1, 2, 3]
    assert [one.number for one in held.articles(Selection(limit=1), oldest=True)] == [1]
    assert held.number("articles", Selection()) == 3
    assert held.number("articles", Selection(told_since="2013")) == 1
    assert held.number("claims", Selection(stances=("deny",))) == 2
    assert held.number("claims", Selection(limit=4)) == 4
    assert held.outlets() == {"Paper 1": 1, "Paper 2": 1, "The Ellery Herald": 1}
    assert held.outlets(brandt) == {"Paper 1": 1}


def test_an_actor_is_called_by_its_names(write: Writing, writer: Writer, view: ArchiveView) -> None:
    """Names are counted over the entities that have them, which can be narrowed to later ones."""
    for name, published in (("a", "2012"), ("b", "2013"), ("c", None)):
        writer.add(write(name, published=published), name, "1")
    writer.match([[one.id for one in view.entities() if one.name == "Ana Brandt"]], ())
    (brandt,) = view.named("Ana Brandt")
    assert view.called(brandt.number) == {"Ana Brandt": 3, "Brandt": 3}
    assert [one.article for one in view.members(brandt.number)] == [1, 2, 3]
    assert [one.article for one in view.members(brandt.number, told_since="2012-06")] == [2]


def test_plain_ties_lack_their_evidence_alone(held: View) -> None:
    """A plain tie is the same but for its reasons and evidence."""
    for plain, whole in zip(held.ties(plain=True), held.ties(), strict=True):
        assert whole.reasons
        assert plain == msgspec.structs.replace(whole, reasons=(), evidence=())
