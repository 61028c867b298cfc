"""What a language knows of statements: its TOML files, read into sets for quick asking."""

from __future__ import annotations

from functools import cache

import msgspec

from dateline.languages import lexicon
from dateline.record import Certainty

Words = frozenset[str]


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """`cues.toml`: words that attribute what is said to someone, by the frame they stand in.

    Verbs, nouns and adjectives by lemma. What a frame is stands in `reports`.
    """

    speech: Words
    no_clause: Words
    thought: Words
    nobody: Words
    open: Words
    hearsay: Words
    habits: Words
    wordless: Words
    things: Words
    infinitive: Words
    complement: Words
    object: Words
    passive: Words
    passive_object: Words
    light: Words
    noun_clause: Words
    noun_infinitive: Words
    noun_about: Words
    noun_leads: Words
    adjective_clause: Words
    adjective_infinitive: Words
    adjective_about: Words
    adverbs: Words
    as_: Words = msgspec.field(name="as")
    about: dict[str, Words]


class Stances(msgspec.Struct, frozen=True, kw_only=True):
    """`stance.toml`: how those who speak stand to what they say, by the cue's lemma."""

    cues: dict[str, Words]
    harm: Words
    bids: Words
    wants: Words
    soft: Words
    questions: Words
    feelings: Words
    idle: Words
    bound: Words
    coming: Words
    alone: Words
    first: Words
    third: Words
    nobody: Words
    negations: Words
    auxiliaries: Words
    shifted: Words
    open: Words
    going: Words


class Denials(msgspec.Struct, frozen=True, kw_only=True):
    """`denials.toml`: words by which somebody denies without saying that he does."""

    false: Words
    true: Words
    grounds: Words
    lacking: Words
    calling: Words
    noes: Words
    phrases: tuple[str, ...]
    states: Words


class Level(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one level of certainty: adverbs and adjectives, phrases, verbs, auxiliaries."""

    words: Words = frozenset()
    phrases: tuple[str, ...] = ()
    verbs: Words = frozenset()
    auxiliaries: Words = frozenset()


class Certainties(msgspec.Struct, frozen=True, kw_only=True):
    """`certainty.toml`: the words of each level, and the cues that leave things uncertain."""

    certain: Level
    unlikely: Level
    probable: Level
    possible: Level
    open: Words
    cues: dict[Certainty, Words]

    def levels(self) -> tuple[tuple[Certainty, Level], ...]:
        """Return the levels in the order in which they are asked."""
        return (
            ("certain", self.certain),
            ("unlikely", self.unlikely),
            ("probable", self.probable),
            ("possible", self.possible),
        )


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """`sources.toml`: what kind of source a noun is, and the pronouns of one person."""

    documents: Words
    outlets: Words
    outlet_names: Words
    collectives: Words
    unnamed: Words
    relative: Words
    told: Words
    shared: Words
    tells: Words
    messages: Words
    personal: dict[str, str]


class Silences(msgspec.Struct, frozen=True, kw_only=True):
    """`silence.toml`: words by which it is told that something was not said."""

    withholding: Words
    halting: Words
    short: Words
    saying: Words
    judging: Words
    pair: Words
    nobody: Words
    one: Words
    uttering: Words
    hollow: Words
    persons: Words
    oneself: Words
    being: Words


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """All of it for one language.

    Attributes:
        acts: cues that do something by saying so: promise, deny, demand.
    """

    cues: Cues
    stance: Stances
    certainty: Certainties
    denials: Denials
    sources: Sources
    silence: Silences
    acts: Words


@cache
def load(language: str) -> Lexicon:
    """Return what the language's folder says of statements, read once.

    Raises:
        DatelineError: if the language has no such files, or one is not of its shape.
    """
    stance = lexicon(language, "stance", Stances)
    cues = lexicon(language, "cues", Cues)
    doing = (words for kind, words in stance.cues.items() if kind not in ("believe", "forecast"))
    return Lexicon(
        acts=frozenset[str]().union(*doing) - cues.wordless,
        cues=cues,
        stance=stance,
        certainty=lexicon(language, "certainty", Certainties),
        denials=lexicon(language, "denials", Denials),
        sources=lexicon(language, "sources", Sources),
        silence=lexicon(language, "silence", Silences),
    )
