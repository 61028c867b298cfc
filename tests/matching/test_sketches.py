"""A sketch of an entity holds its company, its roles and its age."""

from dateline.matching.sketches import Sketch, key, sketches
from dateline.record import (
    Document,
    Entity,
    EntityKind,
    Mention,
    Place,
    Reader,
    Record,
    Responses,
)
from dateline.span import Span
from dateline.store.rows import Member

TEXT = "Mayor Ana Hale, 45, met Karl Vogel, a retired judge, in Kiel. Analysts agreed."


def entity(number: int, kind: EntityKind, name: str) -> Entity:
    """Return an entity that is named once."""
    start = TEXT.index(name)
    mention = Mention(span=Span(start, start + len(name)), form="name")
    return Entity(id=f"e{number}", kind=kind, name=name, mentions=(mention,))


def drawn(published: str | None = "2020-03-05", language: str = "en") -> dict[str, Sketch]:
    """Return the sketches of the text by name."""
    entities = (
        entity(1, "person", "Ana Hale"),
        entity(2, "person", "Karl Vogel"),
        entity(3, "place", "Kiel"),
        entity(4, "group", "Analysts"),
    )
    record = Record(
        dateline="0",
        reader=Reader(profile="page"),
        document=Document(
            id="0" * 64,
            path="a.txt",
            url=None,
            outlet=None,
            title=None,
            byline=(),
            published=published,
            language=language,
            text=TEXT,
        ),
        sections=(),
        responses=Responses(),
        entities=entities,
    )
    members = [
        Member(
            id=f"{0:016x}:{one.id}",
            article=1,
            actor=0,
            kind=one.kind,
            name=one.name,
            aliases=(),
            mentions=1,
        )
        for one in entities
    ]
    return {found.names[0]: found for found in sketches(members, record)}


def test_titles_and_appositions_are_roles() -> None:
    """What stands before and just after a person's name tells what they are."""
    found = drawn()
    assert "mayor" in found["Ana Hale"].roles
    assert "judge" in found["Karl Vogel"].roles
    assert found["Kiel"].roles == frozenset()


def test_an_age_tells_the_year_of_birth() -> None:
    """An age after the name leaves two years; without a day of publication it tells nothing."""
    assert drawn()["Ana Hale"].born == (1974, 1975)
    assert drawn()["Karl Vogel"].born is None
    assert drawn(published=None)["Ana Hale"].born is None


def test_company_is_all_others_with_a_name() -> None:
    """Oneself is no company, and unnamed people are neither company nor sketched."""
    found = drawn()
    assert set(found) == {"Ana Hale", "Karl Vogel", "Kiel"}
    assert found["Ana Hale"].company == {key("person", "Karl Vogel"), key("place", "Kiel")}


def test_spellings_have_one_key() -> None:
    """Whom one is named with is the same whoever spells it; a place goes by the gazetteer."""
    assert key("person", "Mokhtar Ben Salah") == key("person", "Saleh, Moktar bin")
    place = Place(gazetteer="geonames", id=7, lat=0, lon=0, country=None)
    assert key("place", "Kiel", place) == key("place", "KIEL", place) == "geonames:7"


def test_a_language_without_words_for_roles_has_none() -> None:
    """Where Dateline has no words of a language, it finds no roles, and that is no error."""
    assert drawn(language="xx")["Ana Hale"].roles == frozenset()
