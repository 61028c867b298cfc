"""From what is wanted to a query: which table leads, and what must hold."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final, NamedTuple

from dateline.store import Selection
from dateline.store.sqlite import instants
from dateline.store.sqlite.filling import ABOUT, WHERE, WHO, WHOM

LETTERS: Final = {"claim": "s", "happening": "v", "tie": "r", "moment": "t"}
_IN: Final = "IN (SELECT value FROM json_each(:{0}))"
_WRONG: Final = """NOT EXISTS (
    SELECT 1 FROM bearing b JOIN correction k ON k.number = b.correction
    WHERE b.article = t.article AND b.letter = '{0}' AND b.n = t.n
    AND k.kind = 'wrong' AND k.undone IS NULL)"""
_PART: Final = """EXISTS (
    SELECT 1 FROM part p JOIN entity e ON e.article = p.article AND e.n = p.entity
    WHERE p.article = t.article AND p.place IN ({1}) AND e.actor {0})"""
_ENDS: Final = "subject, t.object"
_ABOUT: Final = f"4 * t.n + {ABOUT}"
_ANY_PART: Final = ", ".join(f"4 * t.n + {role}" for role in (WHO, WHOM, WHERE))
_ENTITY: Final = """EXISTS (
    SELECT 1 FROM entity e WHERE e.article = t.article AND e.n IN (t.{1}) AND e.actor {0})"""
_LED_BY: Final = """(
    SELECT article FROM entity WHERE actor {0} GROUP BY article ORDER BY article
) h CROSS JOIN article a ON a.number = h.article CROSS JOIN {1} t ON t.article = a.number"""
_TIED: Final = """(
    SELECT article, n FROM tied WHERE actor {0} GROUP BY article, n ORDER BY article, n
) h CROSS JOIN article a ON a.number = h.article
CROSS JOIN tie t ON t.article = h.article AND t.n = h.n"""
_TOLD: Final = """(
    SELECT article, n FROM {1} WHERE account {0}
    UNION SELECT number, value - base FROM json_each(:accounts) j JOIN article b
    ON b.number = (SELECT number FROM article WHERE base < j.value ORDER BY base DESC LIMIT 1)
) h CROSS JOIN article a ON a.number = h.article
CROSS JOIN {1} t ON t.article = h.article AND t.n = h.n"""
_SAID: Final = """claim_word w CROSS JOIN article a ON a.number = (
    SELECT number FROM article WHERE base < w.rowid ORDER BY base DESC LIMIT 1
) CROSS JOIN claim t ON t.article = a.number AND t.n = w.rowid - a.base"""
_FOUND: Final = "{0} w CROSS JOIN article a ON a.number = w.rowid"
_NAMING: Final = """(
    SELECT article FROM entity WHERE actor {0} GROUP BY article
) h CROSS JOIN article a ON a.number = h.article"""
_OF_TELLING: Final = {"type": "types", "certainty": "certainties", "reality": "realities"}


class Words(NamedTuple):
    """What is asked of a full-text index: its table, and the query, of one word or more."""

    table: str
    query: str


class Query:
    """A query of one table, `t`, with its article, `a`, in the making.

    Args:
        table: its name.
        selection: which rows; its text counts for nothing without `words`.
        words: what the index must find.
        oldest: articles in order of telling, and not of number.
    """

    def __init__(
        self,
        table: str,
        selection: Selection,
        words: Words | None = None,
        *,
        oldest: bool = False,
    ) -> None:
        self._table, self._selection, self._words = table, selection, words
        self._given: dict[str, object] = {}
        self._conditions: list[str] = []
        self._order = "a.number" if table == "article" else "t.article, t.n"
        if oldest:
            self._order = "coalesce(a.published, '~'), a.key"

    def sql(
        self, columns: str, *, group: str | None = None, ordered: bool = True
    ) -> tuple[str, dict[str, object]]:
        """Return the query, and the values of its named parameters.

        Args:
            columns: what is asked of each row.
            group: a column to group the rows by, in place of an order.
            ordered: in their order, which is of no use where they are only counted.
        """
        source = self._source()
        self._of_article()
        if self._table != "article":
            self._conditions.append(_WRONG.format(LETTERS[self._table]))
            self._of_actors()
            self._of_kind()
            self._of_time()
        where = " AND ".join(self._conditions) or "1"
        order = f" ORDER BY {self._order}" if self._order and ordered else ""
        order = f" GROUP BY {group}" if group else order
        limit = ""
        if self._selection.limit is not None:
            limit = " LIMIT :limit"
            self._given["limit"] = self._selection.limit
        return (
            f"SELECT {columns} FROM {source} WHERE {where}{order}{limit}",
            self._given,
        )

    def _source(self) -> str:
        """Return the tables, the most selective first."""
        wanted = self._selection
        if self._words is not None:
            return self._found(self._words)
        if self._table == "article":
            return _NAMING.format(self._among("actors")) if wanted.actors else "article a"
        if wanted.accounts and self._table in {"happening", "tie"}:
            return _TOLD.format(self._among("accounts"), self._table)
        for name in ("speakers", "about", "actors") if self._table == "claim" else ("actors",):
            if getattr(wanted, name):
                self._order = ""  # as in what leads
                leading = _TIED if self._table == "tie" else _LED_BY
                return leading.format(self._among(name), self._table)
        if wanted.held_until is not None and self._table != "claim":
            return f"{self._table} t CROSS JOIN article a ON a.number = t.article"
        self._order = "a.number, t.n"  # the same, in words that let it be read as it stands
        return f"article a CROSS JOIN {self._table} t ON t.article = a.number"

    def _found(self, words: Words) -> str:
        """Return the tables where an index leads: to statements, or to articles, newest first."""
        self._given["text"] = words.query
        self._conditions.append(f"{words.table} MATCH :text")
        if self._table != "article":
            self._order = ""  # as in the index
            return _SAID
        self._order = "a.told DESC, a.number DESC"
        if self._selection.articles:
            self._conditions.append(f"w.rowid {self._among('articles')}")
        if self._selection.actors:
            named = f"SELECT article FROM entity WHERE actor {self._among('actors')}"
            self._conditions.append(f"a.number IN ({named})")
        return _FOUND.format(words.table)

    def _among(self, name: str, values: Sequence[object] | None = None) -> str:
        """Return the condition that something is among the values of a field."""
        given = getattr(self._selection, name) if values is None else values
        self._given[name] = json.dumps(list(given))
        return _IN.format(name)

    def _of_article(self) -> None:
        wanted, add = self._selection, self._conditions.append
        if wanted.articles:
            add(f"a.number {self._among('articles')}")
        if wanted.outlets:
            add(f"a.outlet IN (SELECT number FROM code WHERE word {self._among('outlets')})")
        for name, sign in (("told_since", ">="), ("told_until", "<")):
            moment = getattr(wanted, name)
            if moment is not None:
                self._given[name] = instants.told(moment)
                add(f"a.told {sign} :{name}")
        if wanted.current:
            add("a.current")

    def _of_actors(self) -> None:
        wanted, add = self._selection, self._conditions.append
        if wanted.actors:
            among = self._among("actors")
            parts = {
                "claim": (
                    _ENTITY.format(among, "speaker, t.addressee"),
                    _PART.format(among, _ABOUT),
                ),
                "happening": (_PART.format(among, _ANY_PART),),
                "tie": ("1",) if not self._order else (_ENTITY.format(among, _ENDS),),
                "moment": ("0",),
            }
            add("(" + " OR ".join(parts[self._table]) + ")")
        if self._table == "claim" and wanted.speakers:
            add(_ENTITY.format(self._among("speakers"), "speaker"))
        if self._table == "claim" and wanted.about:
            add(_PART.format(self._among("about"), _ABOUT))

    def _of_kind(self) -> None:
        wanted = self._selection
        columns = {
            "claim": {"stance": "stances", "certainty": "certainties", "source": "sources"},
            "happening": _OF_TELLING,
            "tie": _OF_TELLING,
        }
        if wanted.retold and self._table in {"happening", "tie"}:
            self._conditions.append("t.account IS NOT NULL")
        for column, name in columns.get(self._table, {}).items():
            if getattr(wanted, name):
                codes = f"(SELECT number FROM code WHERE word {self._among(name)})"
                self._conditions.append(f"t.{column} IN {codes}")

    def _of_time(self) -> None:
        wanted, add = self._selection, self._conditions.append
        if self._table == "claim" or wanted.held_from is wanted.held_until is None:
            return
        add("(t.since IS NOT NULL OR t.until IS NOT NULL)")
        if wanted.held_from is not None:
            self._given["held_from"] = instants.told(wanted.held_from)
            add("(t.until IS NULL OR t.until > :held_from)")
        if wanted.held_until is not None:
            self._given["held_until"] = instants.told(wanted.held_until)
            add("(t.since IS NULL OR t.since < :held_until)")
