"""Spam among the comments: told with reasons, and no reader wronged."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from time import process_time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.record import Comment, Responses
from dateline.span import Span
from dateline.text.thread import spam
from dateline.text.thread.spam.addresses import links
from dateline.text.thread.spam.letters import is_soup
from dateline.text.thread.spam.lexica import lexica
from dateline.text.thread.spam.likeness import likeness
from dateline.text.thread.spam.wording import Phrases, words

Said = tuple[str, int, str]
"""Author, days after the article, text."""


class Sample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An article and what stands under it."""

    title: str
    published: str
    body: str
    readers: tuple[Said, ...]
    spam: tuple[Said, ...]


class Samples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All samples of the file."""

    articles: tuple[Sample, ...]


SAMPLES = msgspec.toml.decode(
    Path(__file__).with_name("spam_cases.toml").read_bytes(), type=Samples
).articles
BRIDGE = SAMPLES[0]


def thread(
    said: tuple[Said, ...], published: str = BRIDGE.published, replies: dict[int, int] | None = None
) -> tuple[Responses, str]:
    """Return the responses and the text that they stand in; ids count from 0."""
    text, comments, day = "", [], date.fromisoformat(published[:10])
    for at, (author, days, body) in enumerate(said):
        span = Span(len(text), len(text) + len(body))
        parent = (replies or {}).get(at)
        comments.append(
            Comment(
                id=str(at),
                author=author,
                time=(day + timedelta(days)).isoformat(),
                span=span,
                reply_to=None if parent is None else str(parent),
            )
        )
        text += body + "\n"
    return Responses(comments=tuple(comments)), text


def flagged(
    *said: Said, sample: Sample = BRIDGE, replies: dict[int, int] | None = None
) -> list[bool]:
    """Return which of the comments are taken for spam under an article."""
    responses, text = thread(said, sample.published, replies)
    judged = spam.judge(responses, text, sample.published, f"{sample.title}\n{sample.body}")
    return [bool(comment.flags) for comment in judged.comments]


def test_sample_size() -> None:
    """The samples hold enough of either kind to mean something."""
    assert sum(len(sample.spam) for sample in SAMPLES) >= 60
    assert sum(len(sample.readers) for sample in SAMPLES) >= 100


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.title)
def test_no_reader_wronged(sample: Sample) -> None:
    """Precision is 1: short, late, angry and foreign readers are no spam, among spam or alone."""
    for said in (sample.readers, sample.readers + sample.spam):
        found = flagged(*said, sample=sample)[: len(sample.readers)]
        assert [who for who, wrong in zip(sample.readers, found, strict=True) if wrong] == []


def test_recall() -> None:
    """At least 95 in 100 of the spam is found."""
    found = [
        hit
        for sample in SAMPLES
        for hit in flagged(*sample.readers, *sample.spam, sample=sample)[len(sample.readers) :]
    ]
    assert sum(found) >= 0.95 * len(found)


def test_without_an_article() -> None:
    """Without the article's words fewer comments are found, but still no reader is wronged."""
    for sample in SAMPLES:
        responses, text = thread(sample.readers, sample.published)
        judged = spam.judge(responses, text, None)
        assert not any(comment.flags for comment in judged.comments)


def test_reasons() -> None:
    """A flag gives its reasons, and says how late the comment came."""
    responses, text = thread((("payday loans online", 3000, "Great post! Visit my blog."),))
    [flag] = spam.judge(responses, text, BRIDGE.published, BRIDGE.body).comments[0].flags
    assert flag.flag == "spam"
    assert spam.THRESHOLD <= flag.score <= 1
    assert flag.why[0] == "the name offers goods: “payday loans online”"
    assert "8 years after the article" in flag.why


@pytest.mark.parametrize("body", ["Still true.", "Great article!", "Any news of the repair?"])
def test_late_is_no_proof(body: str) -> None:
    """However late a comment comes, that alone does not make it spam."""
    assert flagged(("Ruth", 9000, body)) == [False]


def test_template_variants() -> None:
    """Two names with nearly the same words are programs; one name twice is a slip of the hand."""
    one = "Really well put and I will certainly come by again to see what else there is"
    two = "Really well said and I will certainly come by again to see what else there is"
    assert flagged(("Ada Fell", 800, one), ("Bo Marsh", 900, two)) == [True, True]
    assert flagged(("Ada Fell", 800, one), ("Ada Fell", 800, one)) == [False, False]


def test_quoting_a_parent() -> None:
    """A reply that repeats what it answers is no near-duplicate."""
    one = "Nobody in this county has ever asked the people who walk over it"
    assert flagged(("Ada", 0, one), ("Bo", 0, one + "!"), replies={1: 0}) == [False, False]


def test_pingbacks() -> None:
    """Pingbacks bear the article's title: being alike accuses none, being empty neither."""
    names = [f"Council votes to close Kettle Bridge to lorries | News Site {n}" for n in "AB"]
    responses, text = thread(tuple((name, 1, "") for name in names))
    pings = tuple(msgspec.structs.replace(c, kind="pingback") for c in responses.comments)
    judged = spam.judge(Responses(comments=pings), text, BRIDGE.published, "")
    assert not any(comment.flags for comment in judged.comments)


def test_empty_floods() -> None:
    """Several empty comments by one author are a flood; those of the nameless are not."""
    assert flagged(*[("xyzzkrtplm", 1, "")] * 3) == [True] * 3
    assert flagged(*[("Anonymous", 1, "")] * 3, *[("", 1, "")] * 3) == [False] * 6


def test_answered() -> None:
    """What other readers answer is less likely to be spam."""
    late = ("Nice Site Fan", 700, "Nice blog. Great content. Thanks.")
    alone, answered = flagged(late), flagged(late, ("Ann", 701, "@Fan thanks"), replies={1: 0})
    assert (alone[0], answered[0]) == (True, False)


def test_memory_across_pages() -> None:
    """The same words under another page and another name count; the same page again does not."""
    body = "So much to take in here, I had to read it twice before it made sense to me"
    memory = spam.Memory()
    for author, hit in (("Ada Fell", False), ("Ada Fell", False), ("Bo Marsh", True)):
        responses, text = thread(((author, 500, body),))
        judged = spam.judge(responses, text, BRIDGE.published, BRIDGE.body, memory)
        assert bool(judged.comments[0].flags) is hit


def test_memory_is_bounded() -> None:
    """A full memory forgets the oldest first."""
    memory = spam.Memory(limit=3)
    made = [likeness([f"w{i}{n}" for n in range(9)]) for i in range(5)]
    for one in made:
        assert one is not None
        memory.add(one, "a")
    assert len(memory) == 3
    assert [one is not None and memory.others(one, "b") for one in made] == [0, 0, 1, 1, 1]


def test_linear_time() -> None:
    """A flood of thousands of equal comments is judged in seconds."""
    said = tuple(
        (f"user {n}", 1, "the same old words come again and again here") for n in range(4000)
    )
    responses, text = thread(said)
    start = process_time()
    judged = spam.judge(responses, text, BRIDGE.published, BRIDGE.body)
    assert process_time() - start < 20
    assert len(judged.comments) == len(said)


comments = st.lists(st.tuples(st.text(max_size=20), st.integers(-900, 9000), st.text(max_size=80)))


@given(comments, st.text(max_size=40), st.none() | st.text(max_size=12) | st.just("2014"))
def test_nothing_is_dropped(said: list[Said], body: str, published: str | None) -> None:
    """Whatever the comments are, all stay as they were, but for their flags; twice the same."""
    responses, text = thread(tuple(said))
    judged = spam.judge(responses, text, published, body)
    bare = [msgspec.structs.replace(comment, flags=()) for comment in judged.comments]
    assert tuple(bare) == responses.comments
    assert spam.judge(responses, text, published, body) == judged


@given(st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=12))
def test_phrases(text: list[str]) -> None:
    """A gap stands for up to three words, and finds do not overlap."""
    found = Phrases(["a * c|d b"]).found(text)
    joined = " ".join(text)
    for phrase in found:
        assert phrase in joined
        assert 3 <= len(phrase.split()) <= 6
    assert sum(len(phrase.split()) for phrase in found) <= len(text)


def test_words() -> None:
    """Words are folded, and apostrophes of any kind left out."""
    assert words("Don’t ‘Stop’, ＯＫ e-mail!") == ("dont", "stop", "ok", "e-mail")


@pytest.mark.parametrize(
    ("word", "soup"),
    [
        ("xkqjvwrtz", True),
        ("asdfghjkl", True),
        ("Hmmmmmmmm", False),
        ("Hahahahaha", False),
        ("Angstschweiß", False),
        ("rhythm", False),
        ("Krzysztof", False),
        ("SQLSTMTS", False),
        ("Ивановский", False),
        ("القسطنطينية", False),
    ],
)
def test_soup(word: str, *, soup: bool) -> None:
    """Hands on the keyboard are told from laughter, compounds, acronyms and other scripts."""
    assert is_soup(word) is soup


def test_links() -> None:
    """Links are seen with and without scheme, addresses of mail and ends of sentences are not."""
    text = "See http://a.example/x?y=1 or www.shop.example, foo-bar.com; me@mail.com. No.The end.So"
    assert [link.host for link in links(text)] == ["a.example", "shop.example", "foo-bar.com"]


def test_every_weight_is_used() -> None:
    """Each weight of the data is named in the code, so that none is dead."""
    folder = Path(spam.__file__).parent
    code = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    for name in lexica().signs.weights:
        assert f'"{name}"' in code or name.endswith("_more")
