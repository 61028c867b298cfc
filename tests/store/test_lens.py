"""The look at few texts agrees with the indexes on what a word is, and keeps each offset."""

from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from dateline.store.sqlite.lens import Lens, plain
from dateline.store.sqlite.searching import Term, Typed

TEXTS = st.text(max_size=60)


@given(st.lists(TEXTS, max_size=5))
def test_the_words_of_any_text_stand_where_they_are_marked(texts: list[str]) -> None:
    """Whatever the text, each word that is looked for is marked at its own characters."""
    with closing(Lens()) as lens:
        for text, words in zip(texts, lens.words(texts), strict=True):
            asked = Typed(tuple(Term((word,)) for word in dict.fromkeys(words)))
            found = lens.best([text], asked) if words else None
            places = found[1] if found else []
            again = lens.words([plain(text)[place.start : place.end] for place in places])
            assert tuple(word for many in again for word in many) == words


@given(st.text(st.characters(exclude_categories=[]), max_size=200))
def test_plain_text_keeps_its_length(text: str) -> None:
    """What the database cannot take is replaced, a character by a character."""
    assert len(plain(text)) == len(text)
    plain(text).encode()


@given(st.text(st.characters(exclude_categories=[]), max_size=200))
def test_whatever_is_typed_is_a_query(text: str) -> None:
    """No text that is typed is an error, and what was typed has itself."""
    with closing(Lens()) as lens:
        asked = lens.typed(text)
        if asked.terms:
            assert lens.having([text.replace("*", " ")], asked) == [True]


def test_words_side_by_side_are_one_term() -> None:
    """Quoted words and hyphenated ones keep their order; others are terms of their own."""
    with closing(Lens()) as lens:
        asked = lens.typed('"Port Ellery"* Al-Gharbi café')
    assert asked.terms == (
        Term(("port", "ellery"), goes_on=True),
        Term(("al", "gharbi")),
        Term(("cafe",)),
    )
    assert asked.exact == '"port ellery"* AND "al gharbi" AND "cafe"'
    assert asked.loose == '"port" AND "ellery"* AND "al" AND "gharbi" AND "cafe"'
    assert asked.ordered


@given(st.text("aké?ı́ ’-ſZ\u0301", max_size=40), st.integers(0, 8), st.integers(1, 3))
def test_a_text_has_its_own_words_in_their_order(text: str, first: int, many: int) -> None:
    """Words that stand side by side in a text are found there, whatever accents it has."""
    with closing(Lens()) as lens:
        [words] = lens.words([text])
        if words[first : first + many]:
            asked = Typed((Term(words[first : first + many]),))
            assert lens.having([text], asked) == [True]
