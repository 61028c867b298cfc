"""Entities of many articles become actors, and what users said binds."""

from collections.abc import Iterable

import msgspec
import pytest

from dateline.matching.blocking import LARGEST, pairs
from dateline.matching.entities import Matched, match
from dateline.matching.sketches import Sketch, key
from dateline.matching.weighing import Profile, Scales, probability
from dateline.record import EntityKind, Place
from dateline.store.rows import Correction, CorrectionKind

KIEL = Place(gazetteer="geonames", id=1, lat=54.3, lon=10.1, country="DE")
OTHER = Place(gazetteer="geonames", id=2, lat=38.6, lon=-121.0, country="US")


def sketch(  # noqa: PLR0917 - what an entity is
    article: int,
    name: str,
    company: str = "",
    kind: EntityKind = "person",
    aliases: Iterable[str] = (),
    roles: str = "",
    born: int | None = None,
    place: Place | None = None,
    number: int = 1,
) -> Sketch:
    """Return an entity of an article; its company are people and towns by one word each."""
    return Sketch(
        id=f"{article:016x}:e{number}",
        article=article,
        kind=kind,
        names=(name, *aliases),
        place=place,
        company=frozenset(key("place", word) for word in company.split()),
        roles=frozenset(roles.split()),
        born=(born - 1, born) if born else None,
    )


def said(kind: CorrectionKind, one: int, other: int, undone: str | None = None) -> Correction:
    """Return what a user said of the first entities of two articles."""
    return Correction(
        number=1,
        kind=kind,
        of=f"{one:016x}:e1",
        other=f"{other:016x}:e1",
        author="ana",
        made="2020-01-01T00:00:00+00:00",
        undone=undone,
    )


def together(found: Matched, *articles: int) -> bool:
    """Tell whether the first entities of some articles are one actor."""
    wanted = {f"{article:016x}:e1" for article in articles}
    return any(wanted <= set(group) for group in found.groups)


DOCKS = "kiel rostock seeger brandt lindt vogel"
COURT = "lima piura salas ortega rivas pardo"


def test_spellings_of_one_person_are_one() -> None:
    """One person in three spellings, among the same people, is one actor."""
    found = match(
        [
            sketch(1, "Mokhtar Ben Salah", DOCKS),
            sketch(2, "Moktar Bin Saleh", DOCKS),
            sketch(3, "Mukhtar Ben Saleh", DOCKS),
        ]
    )
    assert together(found, 1, 2, 3)


def test_two_people_of_one_name_are_two() -> None:
    """Two of one name whose company never meets stay apart, however many tell of each."""
    found = match(
        [sketch(number, "Daniel Hale", DOCKS if number % 2 else COURT) for number in range(1, 21)]
    )
    assert together(found, *range(1, 21, 2))
    assert together(found, *range(2, 21, 2))
    assert not together(found, 1, 2)


def test_ages_keep_people_of_one_name_apart() -> None:
    """Born in other decades, they are two, even in the same company."""
    old, young = 1950, 1990
    found = match(
        [sketch(1, "Ana Hale", DOCKS, born=old), sketch(2, "Ana Hale", DOCKS, born=young)]
    )
    assert not together(found, 1, 2)
    found = match([sketch(1, "Ana Hale", DOCKS, born=old), sketch(2, "Ana Hale", DOCKS, born=old)])
    assert together(found, 1, 2)


def test_a_family_stays_apart() -> None:
    """Brothers share surname, town and company, and a surname alone is neither of them."""
    found = match(
        [
            sketch(1, "Samir Haddad", DOCKS, number=1),
            sketch(2, "Karim Haddad", DOCKS, number=1),
            sketch(1, "Karim Haddad", DOCKS, number=2),
            sketch(3, "Samir Haddad", DOCKS, number=1),
        ]
    )
    assert together(found, 1, 3)
    assert not together(found, 1, 2)


def test_what_one_article_tells_apart_stays_apart() -> None:
    """Two spellings in one article are two, and others join either, never both."""
    found = match(
        [
            sketch(1, "Ana Halle", DOCKS, number=1),
            sketch(1, "Ana Hale", DOCKS, number=2),
            sketch(2, "Ana Hale", DOCKS),
        ]
    )
    assert len(found.groups) == 1
    assert len(found.groups[0]) == 2


def test_one_whole_name_in_one_article_is_one() -> None:
    """What a reader took for two under one whole name is one; under one surname, it is not."""
    whole = [sketch(1, "Ana Hale", DOCKS, number=one) for one in (1, 2)]
    assert match(whole).groups == ((whole[0].id, whole[1].id),)
    assert match([sketch(1, "Hale", DOCKS, number=one) for one in (1, 2)]).groups == ()


def test_a_surname_goes_to_who_bears_it_most() -> None:
    """Of two of a surname in the company of one, it means the one that most articles name."""
    known = [sketch(number, "Ana Hale", DOCKS) for number in range(1, 9)]
    other = sketch(9, "Karl Hale", DOCKS)
    assert together(match([*known, other, sketch(10, "Hale", DOCKS)]), 1, 10)


def test_a_surname_brings_no_two_together() -> None:
    """A family stays apart though many articles name its surname alone."""
    family = [sketch(1, "Ana Hale", DOCKS), sketch(2, "Karl Hale", DOCKS)]
    surnames = [sketch(number, "Hale", DOCKS) for number in range(3, 20)]
    assert not together(match([*family, *surnames]), 1, 2)


def test_a_surname_beside_its_bearer_goes_to_nobody_else() -> None:
    """A surname that an article tells apart from its bearer there is not another bearer's."""
    beside = msgspec.structs.replace(sketch(1, "Hale", DOCKS, number=2), contested=True)
    found = match([sketch(1, "Ana Hale", DOCKS), beside, sketch(2, "Karl Hale", DOCKS)])
    assert found.groups == ()


def test_few_articles_tell_little_against_one_name() -> None:
    """Two articles with one whole name and nobody else in common tell of one person."""
    assert together(match([sketch(1, "Ana Hale", DOCKS), sketch(2, "Ana Hale", COURT)]), 1, 2)


def test_who_is_named_everywhere_is_company_for_nobody() -> None:
    """One of many companions of a frequent name tells less than one of few."""
    often = [sketch(number, "Ana Hale", f"kiel w{number:02}x") for number in range(1, 30)]
    rare = sketch(40, "Anna Hale", "w07x")
    few = sketch(41, "Anna Hale", "w07x")
    scales = Scales([*often, rare, few])
    against = dict(scales.by_context(Profile(often), Profile([rare])))
    along = dict(scales.by_context(Profile([few]), Profile([rare])))
    assert sum(along.values()) > sum(against.values())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Acme Salt Inc.", "Acme Salt Company", True),
        ("Hale Foundation", "Hale Organization", False),
        ("National Union of Dyers", "Dyers' Union", True),
    ],
)
def test_kinds_of_body(one: str, other: str, same: bool) -> None:
    """A firm's forms are written for each other, other kinds of body of one name are two."""
    pair = [sketch(1, one, DOCKS, "organisation"), sketch(2, other, DOCKS, "organisation")]
    assert together(match(pair), 1, 2) is same


def test_acronyms_join_what_they_are_short_for() -> None:
    """An acronym joins the name beside which some article put it."""
    found = match(
        [
            sketch(1, "Union of Port Weavers", DOCKS, "organisation", aliases=["UPW"]),
            sketch(2, "UPW", DOCKS, "organisation"),
            sketch(3, "Port Weavers' Union", DOCKS, "organisation"),
        ]
    )
    assert together(found, 1, 2, 3)


def test_one_acronym_of_two_bodies_joins_neither_to_the_other() -> None:
    """Two bodies with one acronym stay two, and articles that have only it go by company."""
    found = match(
        [
            sketch(1, "Union of Port Weavers", DOCKS, "organisation", aliases=["UPW"]),
            sketch(2, "United Party of Women", COURT, "organisation", aliases=["UPW"]),
            sketch(3, "UPW", DOCKS, "organisation"),
            sketch(4, "UPW", COURT, "organisation"),
        ]
    )
    assert together(found, 1, 3)
    assert together(found, 2, 4)
    assert not together(found, 1, 2)


def test_places_are_told_apart_by_the_gazetteer() -> None:
    """One town under two names is one; two towns of one name are two."""
    found = match(
        [
            sketch(1, "Kiel", DOCKS, "place", place=KIEL),
            sketch(2, "KIEL", COURT, "place", place=KIEL),
            sketch(3, "Kiel", "fresno lodi napa ukiah", "place", place=OTHER),
        ]
    )
    assert together(found, 1, 2)
    assert not together(found, 1, 3)


@pytest.mark.parametrize("undone", [None, "2020-01-02T00:00:00+00:00"])
def test_a_user_decides_until_that_is_undone(undone: str | None) -> None:
    """What a user says is the same is, what differs does, unless it was taken back."""
    unlike = [sketch(1, "Ana Hale", DOCKS), sketch(2, "Commander Sun", COURT)]
    assert together(match(unlike, [said("same", 1, 2, undone)]), 1, 2) == (undone is None)
    like = [sketch(1, "Ana Hale", DOCKS), sketch(2, "Ana Hale", DOCKS)]
    assert together(match(like, [said("differ", 1, 2, undone)]), 1, 2) == (undone is not None)


def test_those_who_differ_stay_apart_through_others() -> None:
    """A third that is like both joins one of them and does not bring them together."""
    like = [sketch(number, "Ana Hale", DOCKS) for number in (1, 2, 3)]
    found = match(like, [said("differ", 1, 2)])
    assert not together(found, 1, 2)
    assert together(found, 1, 3) != together(found, 2, 3)


def test_reasons_are_told_and_add_up() -> None:
    """Each pair weighed says why, weightiest first, and its probability is that of the sum."""
    found = match([sketch(1, "Ana Hale", DOCKS), sketch(2, "Anna Hale", DOCKS)])
    assert found.pairs
    for pair in found.pairs:
        weights = [abs(weight) for _, weight in pair.why]
        assert weights == sorted(weights, reverse=True)
        assert pair.probability == pytest.approx(probability(pair.why), abs=0.01)


def test_the_same_entities_give_the_same_actors() -> None:
    """Matching twice gives the same groups and pairs."""
    every = [sketch(number, "Ana Hale", DOCKS if number % 3 else COURT) for number in range(1, 30)]
    assert match(every) == match(every)


def test_nothing_matches_nothing() -> None:
    """An empty archive, and a single entity, have no groups."""
    assert match([]).groups == ()
    assert match([sketch(1, "Ana Hale")]).groups == ()


def test_pairs_grow_with_the_profiles_and_not_with_their_square() -> None:
    """A given name that thousands share finds no pairs; a rare surname does."""
    many = [Profile([sketch(at, f"Ana {_surname(at)}")]) for at in range(2000)]
    many += [Profile([sketch(5000 + at, "Ana Quiroga")]) for at in range(2)]
    found = list(pairs(many))
    assert (2000, 2001) in found
    assert len(found) < LARGEST * len(many)


def _surname(number: int) -> str:
    letters = "bdfgklmnprstvz"
    digits = [letters[number // 14**place % 14] for place in range(4)]
    return "a".join(digits).capitalize() + "o"


def test_an_alias_alone_is_doubted() -> None:
    """Two whose own names differ are not one for an alias that a reader gave one of them."""
    scales = Scales([sketch(1, "Ana Hale", DOCKS)])
    one = Profile([sketch(1, "Ana Hale", DOCKS, aliases=["Berta Vogel"])])
    other = Profile([sketch(2, "Berta Vogel", DOCKS)])
    assert probability(scales.weigh(one, other)) < 0.5


def firm(article: int, name: str, human: bool = False) -> Sketch:
    """Return a firm that was read as a person, or a person that is called he or she."""
    return msgspec.structs.replace(sketch(article, name, "kiel moss fenn"), human=human)


def test_a_firm_that_was_read_as_a_person_is_found() -> None:
    """A name that only lacks the kind of body is the firm's, unless someone is called he or she."""
    body = sketch(1, "Karim Salt Company", "kiel moss fenn", "organisation", ("KSC",))
    assert together(match([body, firm(2, "Karim Salt")]), 1, 2)
    assert not together(match([body, firm(2, "Karim Salt", human=True)]), 1, 2)


def test_two_firms_and_a_person_of_two_words_are_paired() -> None:
    """A person is held beside firms whose names begin with the same two words, and no others."""
    body = Profile([sketch(1, "Karim Salt Company", kind="organisation")])
    assert list(pairs([body, Profile([firm(2, "Karim Salt")])])) == [(0, 1)]
    assert list(pairs([body, Profile([firm(2, "Karim Moss")])])) == []
