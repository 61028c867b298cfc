"""The shape of the words of doubt in `actions.toml`: what was planned, feared, denied."""

from __future__ import annotations

import msgspec

from dateline.events.entries import Words
from dateline.record import Reality


class Realities(msgspec.Struct, frozen=True, kw_only=True):
    """How an event stands to what took place, by the words around it.

    Attributes:
        governors: for each reality the verbs, nouns and adjectives whose complement has it.
        passing: governors that leave it as it is ("began to", "was able to").
        wishing: verbs that leave open or ahead even what a whole clause tells ("hope").
        aiming: verbs that make what their object names planned or attempted ("plotted a coup").
        proposing: verbs of deeds that others are to do, or nobody: "advised closing the port".
        barring: verbs that keep someone "from" what follows.
        calling: verbs whose object after a preposition is yet to come ("called for an attack").
        leading: prepositions through which a word governs.
        occasions: prepositions before an event at which something is done.
        appointments: kinds of event that are set for a day, and at which things are done.
        foreseeing: verbs of what is thought to be yet to come: "is expected at a meeting".
        spending: verbs of giving money for what is then done: "paid two dollars to see it".
        facing: verbs of who awaits a deed: "faces deportation".
        enacted: verbs of what is done by the very deed that is done for it: "marched to protest".
        grading: adverbs of a state that compare it: "more likely to".
        yielding: verbs of what is asked for and what it brings: "leads to".
        sought: nouns for what is asked for: "information leading to an arrest".
        aims: nouns for what one is out for: "the goal of leaving".
        opposing: prepositions before what somebody is against, which is open.
        would: those of `will` that tell in the past what was planned, and else what may be.
        ranking: adjectives of whoever did something: "the first to leave".
        limiting: words that take the denial from "not": "not only".
        telling: verbs that tell of a deed without saying whether it was done.
        awaiting: words before what has yet to come, if it is told in the present: "until".
        mooted: words before a change, by its noun, that is agreed on or let, and yet to come.
        timing: words of time before which a change told in the present is yet to come: "after".
        supposing: verbs of what is held to be so: "believed to have left".
        musing: words for thinking "about" doing something.
        breaking: verbs of leaving a rule: "broke his vow not to".
        lying: verbs of telling what is not so.
        causing: verbs whose object takes place only as they do: "sparked a strike".
        pending, yet: verbs and, behind them, adverbs before what has not been done so far.
        doubted: adjectives of an event's noun that only make it probable.
        adjectives: for each reality the adjectives of an event's noun.
        negations: words that deny a verb; `nouns` those that deny a noun.
        nobody: words for no one, which deny what they do or undergo.
        will, open: auxiliaries of what is planned, and of what may be.
        able: those of `open` which, denied, deny: "cannot", and not "should not".
        bidding: verbs of telling somebody to do something, or "not to".
        holding: words of what is held to be so; so what is not held is denied: "do not think that".
        tidings: nouns for what is told: "news that she would leave".
        shunning: verbs of not doing something that one might have done: "avoided naming her".
        conditions: words at the head of a clause that leave it open.
        without: prepositions that deny what follows.
        ending: verbs that end their object, which therefore has taken place.
    """

    governors: dict[Reality, Words]
    passing: Words
    wishing: Words
    aiming: Words
    proposing: Words
    barring: Words
    calling: Words
    leading: Words
    occasions: Words
    appointments: Words
    foreseeing: Words
    spending: Words
    facing: Words
    enacted: Words
    grading: Words
    yielding: Words
    sought: Words
    aims: Words
    opposing: Words
    would: Words
    ranking: Words
    limiting: Words
    telling: Words
    awaiting: Words
    mooted: Words
    timing: Words
    supposing: Words
    musing: Words
    breaking: Words
    lying: Words
    causing: Words
    pending: Words
    yet: Words
    doubted: Words
    adjectives: dict[Reality, Words]
    negations: Words
    nouns: Words
    nobody: Words
    will: Words
    open: Words
    able: Words
    bidding: Words
    holding: Words
    tidings: Words
    shunning: Words
    conditions: Words
    without: Words
    ending: Words
