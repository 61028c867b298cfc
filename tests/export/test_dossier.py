"""The dossier: what people see of a record."""

from io import StringIO

import msgspec
from rich.console import Console

from dateline.export.dossier import dossier, shown
from dateline.record import (
    Comment,
    Content,
    Cue,
    Document,
    Entity,
    Event,
    Flag,
    Mention,
    Reader,
    Record,
    Relation,
    Responses,
    Section,
    Source,
    Statement,
    Time,
)
from dateline.span import Span

TEXT = "Strike ends\n\nThe strike ended on Monday.\n\nAna: At last.\nBo: Buy pills.\n"


def at(words: str) -> Span:
    """Return the span of these words."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def record(responses: Responses, language: str = "en") -> Record:
    """Return the record of a short page with these responses."""
    return Record(
        dateline="0",
        reader=Reader(profile="page"),
        document=Document(
            id="0",
            path="strike.html",
            url=None,
            outlet="The Ellery Post",
            title="Strike ends",
            byline=("Ana Brandt", "Li Wei"),
            published="2014-05-06",
            language=language,
            text=TEXT,
        ),
        sections=(Section(kind="body", span=at("The strike ended on Monday.")),),
        responses=responses,
        times=(
            Time(
                id="t1",
                span=at("Monday"),
                type="DATE",
                value="2014-05-05",
                from_="2014-05-05",
                until="2014-05-06",
                rule="weekday",
            ),
        ),
    )


def printed(value: Record) -> str:
    """Return the dossier as a pipe would get it."""
    stream = StringIO()
    Console(file=stream, width=120, color_system=None).print(dossier(value))
    return stream.getvalue()


def test_heads_with_what_the_page_says_of_itself() -> None:
    """Title, authors, outlet and day stand at the head."""
    text = printed(record(Responses()))
    assert "Strike ends" in text
    assert "Ana Brandt, Li Wei · The Ellery Post · 2014-05-06" in text
    assert "Responses" not in text


def test_a_time_stands_with_its_words() -> None:
    """The timeline shows the interval and the words that name it, in their sentence."""
    text = printed(record(Responses()))
    assert "2014-05-05 until 2014-05-06" in text
    assert "The strike ended on Monday." in text


def test_tells_held_from_declared_and_says_why_spam() -> None:
    """The thread shows how many comments are held, declared and spam, and the reasons."""
    why = Flag(flag="spam", score=0.9, why=("sells something",))
    comments = (
        Comment(id="1", author="Ana", time="2014-05-07", span=at("At last.")),
        Comment(
            id="1.1", author="Bo", time=None, span=at("Buy pills."), reply_to="1", flags=(why,)
        ),
    )
    text = printed(record(Responses(declared=5, comments=comments)))
    assert "2 held, 5 declared, 1 judged spam" in text
    assert "spam 0.90: sells something" in text


def test_says_when_the_thread_is_not_in_the_copy() -> None:
    """A thread that a script loads is named as missing, never as empty."""
    text = printed(record(Responses(declared=142, system="disqus", held=False)))
    assert "thread not in this copy: it is loaded by disqus (142 declared)" in text


def test_tells_events_and_ties_with_their_doubt_and_their_voice() -> None:
    """Who did what to whom and when, what held how long, how sure that is, and who says so."""
    ana = Entity(
        id="e1", kind="person", name="Ana", mentions=(Mention(span=at("Ana"), form="name"),)
    )
    yard = Entity(id="e2", kind="organisation", name="Ellery Yard")
    said = Statement(
        id="s1",
        source=Source(spans=(at("Ana"),), entity="e1", kind="named"),
        cue=Cue(spans=(at(":"),), lemma=":"),
        content=Content(spans=(at("At last."),)),
        addressee=None,
        manner="direct",
        stance="assert",
        certainty="certain",
        within=None,
        rule="colon",
    )
    event = Event(
        id="v1",
        type="protest",
        mode="strike",
        trigger=at("strike"),
        who=("e1",),
        whom=("e2",),
        where=(),
        when="t1",
        reality="planned",
        certainty="possible",
        said_in=("s1",),
        rule="noun",
    )
    tie = Relation(
        id="r1",
        subject="e1",
        type="employed_by",
        object="e2",
        role="welder",
        from_="2009",
        until="2012-03",
        evidence=(at("Ana"),),
        reality="actual",
        said_in=(),
        rule="title",
    )
    told = {"entities": (ana, yard), "statements": (said,), "events": (event,), "relations": (tie,)}
    text = printed(msgspec.structs.replace(record(Responses()), **told))
    assert (
        "strike  Ana → Ellery Yard, 2014-05-05 until 2014-05-06, planned, possible, says Ana"
        in text
    )
    assert "employed by  Ana → Ellery Yard as welder, from 2009 until 2012-03" in text


def test_says_what_was_left_unread() -> None:
    """For a language that is not read in full the dossier says what was left out."""
    assert "read in en only" in printed(record(Responses(), language="fr"))


def test_shows_text_on_one_calm_line() -> None:
    """Text is shown on one line, cut at a word, without control characters."""
    assert shown("one\ttwo\n\x1b[2Jthree") == "one two [2Jthree"
    assert shown("alpha beta gamma", 12) == "alpha beta…"
