"""Every form is read by a program that it is made for, and holds what the archive holds."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import rdflib
from followthemoney import model
from pyarrow import parquet
from pyshacl import validate as shacl
from stix2validator import ValidationOptions, validate_string

from dateline import export
from dateline.ask.table import Table
from dateline.ask.timeline import is_dated
from dateline.export import Holdings
from dateline.export.tables import TABLES, rows
from dateline.interval import Moment
from dateline.span import Span
from dateline.store import View, sqlite

FORMS = {form.name: form for form in export.FORMATS}
NETWORKS = (("gexf", nx.read_gexf), ("graphml", nx.read_graphml))
TOLD = "ignore:.*is deprecated:DeprecationWarning"  # rdflib tells itself


@pytest.fixture(scope="module")
def view(bundled: Path) -> Iterator[View]:
    """Yield the archive of the bundled corpus."""
    with sqlite.view(bundled) as opened:
        yield opened


def _files(view: View, form: str) -> dict[str, bytes]:
    """Return what an export makes."""
    return {part.name: b"".join(part.chunks) for part in FORMS[form].write(Holdings(view))}


def _one(view: View, form: str) -> bytes:
    return _files(view, form)[""]


def test_the_corpus_has_what_is_exported(view: View) -> None:
    """The archive has something of every kind, or these tests would hold nothing."""
    assert all(count > 20 for count in view.counts().values())


@pytest.mark.parametrize("form", FORMS)
def test_two_exports_are_one(view: View, form: str) -> None:
    """The same archive gives the same bytes."""
    assert _files(view, form) == _files(view, form)


@pytest.mark.parametrize("table", TABLES)
def test_csv_holds_every_row(view: View, table: str) -> None:
    """Python's reader gets from CSV just the cells that the archive gives, column by column."""
    text = _files(view, "csv")[f"{table}.csv"].decode("utf-8-sig")
    found = list(csv.DictReader(text.splitlines(keepends=True)))
    wanted = Table(TABLES[table], rows(Holdings(view), table))
    assert len(found) == len(wanted)
    for row, cells in zip(found, wanted.to_flat(), strict=True):
        for name, cell in cells.items():
            shown = "; ".join(cell) if isinstance(cell, list) else "" if cell is None else str(cell)
            assert row[name].removeprefix("'") == shown.removeprefix("'")


@pytest.mark.parametrize("table", TABLES)
def test_parquet_holds_every_row(view: View, table: str, tmp_path: Path) -> None:
    """Arrow reads from Parquet just what the archive gives, with numbers as numbers."""
    (tmp_path / "made.parquet").write_bytes(_files(view, "parquet")[f"{table}.parquet"])
    found = parquet.read_table(tmp_path / "made.parquet").to_pylist()
    assert found == Table(TABLES[table], rows(Holdings(view), table)).to_flat()


@pytest.mark.parametrize(("form", "reader"), NETWORKS)
def test_networkx_reads_the_network(view: View, form: str, reader: Any, tmp_path: Path) -> None:
    """Networkx finds every tie, with its ends, kind and dates as precise as they are told."""
    (tmp_path / "made").write_bytes(_one(view, form))
    graph = reader(tmp_path / "made")
    wanted = {tie.id: tie for tie in Holdings(view).relations()}
    found = {data["account"]: (one, other, data) for one, other, data in graph.edges(data=True)}
    parallel = Counter((tie.subject.id, tie.object.id) for tie in wanted.values())
    assert set(found) == set(wanted)
    assert {(one, other) for one, other, _ in found.values()} == set(parallel)
    for name, (one, other, data) in found.items():
        tie = wanted[name]
        assert (one, other, data["type"]) == (tie.subject.id, tie.object.id, tie.type)
        assert (data.get("from"), data.get("until")) == (tie.from_, tie.until)
        assert graph.nodes[one]["label"] == tie.subject.name
    assert any(tie.from_ for tie in wanted.values())


def test_gexf_dates_its_edges(view: View) -> None:
    """Each dated edge has whole days as its ends, both included."""
    text = _one(view, "gexf").decode()
    dated = [tie for tie in Holdings(view).relations() if tie.from_ or tie.until]
    assert len(re.findall(r'<edge [^>]*(?:start|end)="', text)) == len(dated)
    assert all(
        len(Moment.parse(day).fields) == 3 for day in re.findall(r'(?:start|end)="([^"]+)"', text)
    )


def test_followthemoney_takes_everything(view: View) -> None:
    """The model accepts each entity and drops no value of any; links join what is there."""
    entities = [json.loads(line) for line in _one(view, "ftm").splitlines()]
    known = {entity["id"] for entity in entities}
    assert len(known) == len(entities)
    for entity in entities:
        schema = model[entity["schema"]]
        schema.validate(entity)
        proxy = model.get_proxy(entity, cleaned=False)
        for name, values in entity["properties"].items():
            assert sorted(proxy.get(name)) == sorted(set(values)), (entity, name)
            if schema.properties[name].type.name == "entity":
                assert set(values) <= known
    schemata = Counter(entity["schema"] for entity in entities)
    counts = view.counts()
    assert (schemata["Article"], schemata["Note"]) == (counts["articles"], counts["claims"])


def test_followthemoney_counts_what_it_leaves(view: View) -> None:
    """Ties and events that nobody tells as facts are left out, and their number is told."""
    held = Holdings(view)
    made = [json.loads(line) for part in FORMS["ftm"].write(held) for line in part.chunks]
    events = list(Holdings(view).events())
    left = held.left.get("events not told as facts", 0)
    assert sum(one["schema"] == "Event" for one in made) + left == len(events)


def test_stix_is_valid(view: View) -> None:
    """OASIS's validator finds no error, and every tie whose ends are objects is a relationship."""
    text = _one(view, "stix").decode()
    found = validate_string(text, ValidationOptions(version="2.1"))
    assert not found.errors
    objects = json.loads(text)["objects"]
    ids = {one["id"] for one in objects}
    refs = {ref for one in objects for ref in (one.get("source_ref"), one.get("target_ref")) if ref}
    refs |= {ref for one in objects for ref in one.get("object_refs", ())}
    assert refs <= ids
    kinds = Counter(one["type"] for one in objects)
    counts = view.counts()
    assert (kinds["note"], kinds["report"]) == (counts["claims"], counts["articles"])


@pytest.mark.filterwarnings(TOLD)
def test_annotations_lead_to_their_words(view: View) -> None:
    """Rdflib reads the page without fetching a context, and each position holds its quotation."""
    text = _one(view, "webannotation").decode()
    page = json.loads(text)
    texts = {one.url: view.text(one.number) for one in view.articles()}
    for one in page["items"]:
        targets = one["target"] if isinstance(one["target"], list) else [one["target"]]
        for target in targets:
            place, words = target["selector"]
            body = texts[target["source"]]
            assert body[place["start"] : place["end"]] == words["exact"]
            assert body[: place["start"]].endswith(words["prefix"])
            assert body[place["end"] :].startswith(words["suffix"])
    graph = rdflib.Graph().parse(data=text, format="json-ld")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    assert len(set(graph.subjects(rdflib.RDF.type, oa.Annotation))) == len(page["items"])
    assert len(set(graph.subjects(oa.exact))) >= len(page["items"])


def test_geojson_places_each_event(view: View) -> None:
    """Each event with a known place is a point on the globe, longitude first, at that place."""
    page = json.loads(_one(view, "geojson"))
    assert page["type"] == "FeatureCollection"
    wanted = {
        (one.id, party.id): party.place
        for one in Holdings(view).events()
        for party in one.where
        if party.place
    }
    assert {
        (one["properties"]["event"], one["properties"]["place_id"]) for one in page["features"]
    } == set(wanted)
    for one in page["features"]:
        place = wanted[one["properties"]["event"], one["properties"]["place_id"]]
        assert one["geometry"] == {"type": "Point", "coordinates": [place.lon, place.lat]}
    assert page["features"]


def test_timelinejs_has_each_dated_event(view: View) -> None:
    """Each event whose beginning is told is a slide with whole dates and escaped words."""
    slides = json.loads(_one(view, "timelinejs"))["events"]
    dated = [
        one for one in Holdings(view).events() if is_dated(one) and (one.from_ or one.earliest)
    ]
    assert [one["unique_id"] for one in slides] == [one.id.replace(":", "-") for one in dated]
    for one in slides:
        fields = list(one["start_date"])
        assert fields == ["year", "month", "day", "hour", "minute", "second"][: len(fields)]
        assert not re.search(
            r"<(?!/?(p|em)>|a href=\"https://[^\"<>]*\">|/a>)", one["text"]["text"]
        )


SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix own: <urn:dateline:term:> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
own:Made a sh:NodeShape ; sh:targetClass own:Statement, own:Event, own:Tie ;
  sh:property [ sh:path prov:wasGeneratedBy ; sh:minCount 1 ; sh:maxCount 1 ;
    sh:class prov:Activity ] ;
  sh:property [ sh:path own:rule ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ] .
own:Told a sh:NodeShape ; sh:targetClass own:Event, own:Tie ;
  sh:property [ sh:path prov:wasDerivedFrom ; sh:minCount 1 ; sh:class prov:Entity ] .
own:Said a sh:NodeShape ; sh:targetClass own:Statement ;
  sh:property [ sh:path prov:wasQuotedFrom ; sh:minCount 1 ; sh:class prov:Entity ] ;
  sh:property [ sh:path prov:wasAttributedTo ; sh:maxCount 1 ] .
"""


@pytest.mark.filterwarnings(TOLD)
def test_provenance_has_the_shape_of_prov(view: View) -> None:
    """Everything was made by a reading of an article and derived from it or from a statement."""
    data = rdflib.Dataset(default_union=True)
    data.parse(data=_one(view, "prov").decode(), format="nquads")
    whole = rdflib.Graph()
    for quad in data.quads():
        whole.add(quad[:3])
    shapes = rdflib.Graph().parse(data=SHAPES, format="turtle")
    agrees, _, report = shacl(whole, shacl_graph=shapes)
    assert agrees, report
    own = rdflib.Namespace("urn:dateline:term:")
    kinds = Counter(whole.objects(None, rdflib.RDF.type))
    counts = view.counts()
    assert (kinds[own.Statement], kinds[own.Event], kinds[own.Tie]) == (
        counts["claims"],
        counts["happenings"],
        counts["ties"],
    )


def test_brat_points_at_its_text(view: View) -> None:
    """Each text-bound annotation has the words that stand there, and all others refer to one."""
    files = _files(view, "brat")
    spoken = files["annotation.conf"].decode()
    for key in (article.key for article in view.articles()):
        text, rows_ = files[f"{key}.txt"].decode(), files[f"{key}.ann"].decode().splitlines()
        known = {row.partition("\t")[0] for row in rows_}
        assert len(known) == len(rows_)
        for row in rows_:
            name, what, *words = row.split("\t")
            kind, _, rest = what.partition(" ")
            assert kind.partition(":")[0] in spoken or name[0] == "#"
            if name[0] == "T":
                places = [tuple(map(int, one.split(" "))) for one in rest.split(";")]
                assert " ".join(text[a:b] for a, b in places) == words[0]
            else:
                assert set(re.findall(r"\b[TER]\d+\b", what)) <= known


def test_conll_lines_are_words_of_the_text(view: View) -> None:
    """Each line is a word at its place, its tags are IOB2, and every name has its beginning."""
    files = _files(view, "conll")
    for article in view.articles():
        text, names, last = view.text(article.number), 0, ["O"] * 4
        for line in files[f"{article.key}.conll"].decode().splitlines():
            if not line:
                last = ["O"] * 4
                continue
            word, start, end, *tags = line.split("\t")
            assert Span(int(start), int(end)).of(text) == word
            assert len(tags) == 4
            assert all(re.fullmatch(r"O|[BI]-\w+", tag) for tag in tags)
            for tag, before in zip(tags, last, strict=True):
                assert tag[0] != "I" or before[1:] == tag[1:]
            last = tags
            names += tags[0].startswith("B-")
        mentions = [
            mention
            for entity in view.record(article.number).entities
            for mention in entity.mentions
            if mention.form == "name"
        ]
        assert 0 < names <= len(mentions)
