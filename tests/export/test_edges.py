"""Every form holds what is at its edge: odd names, odd dates, nothing at all, and doubt."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import rdflib
from followthemoney import model
from pyarrow import parquet
from stix2validator import ValidationOptions, validate_string

from dateline import export
from dateline.ask.scope import Scope
from dateline.export import Holdings
from dateline.store import Correction, View, sqlite

FORMS = {form.name: form for form in export.FORMATS}
TOLD = "ignore:.*is deprecated:DeprecationWarning"  # rdflib tells itself


def _files(held: Holdings, form: str) -> dict[str, bytes]:
    return {part.name: b"".join(part.chunks) for part in FORMS[form].write(held)}


def _text(view: View, form: str) -> str:
    return _files(Holdings(view), form)[""].decode()


def _correct(archive: Path, kind: str, of: str, value: str | None = None) -> None:
    made = "2024-01-01T00:00:00Z"
    with sqlite.ArchiveWriter(archive) as writer:
        writer.correct(
            Correction(number=0, kind=kind, of=of, value=value, author="ed", made=made)  # type: ignore[arg-type]
        )


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_archive_has_every_form(view_of_nothing: View, form: str) -> None:
    """An archive without an article gives whole files that hold nothing."""
    files = _files(Holdings(view_of_nothing), form)
    if form == "stix":
        assert validate_string(files[""].decode(), ValidationOptions(version="2.1")).is_valid
    elif form in {"geojson", "timelinejs", "webannotation"}:
        assert json.loads(files[""])
    elif form in {"gexf", "graphml"}:
        assert b"</graph>" in files[""]
    elif form == "csv":
        assert all(len(text.splitlines()) == 1 for text in files.values())


@pytest.mark.parametrize(("form", "reader"), [("gexf", nx.read_gexf), ("graphml", nx.read_graphml)])
def test_graphs_hold_odd_names_and_parallel_ties(
    view_of_edge: View, form: str, reader: Any, tmp_path: Path
) -> None:
    """XML parsers read every name, each spell of one tie is an edge, and doubt is on it."""
    (tmp_path / "made").write_text(_text(view_of_edge, form), "utf-8")
    graph = reader(tmp_path / "made")
    labels = {data["label"] for _, data in graph.nodes(data=True)}
    assert labels == {'=Ada "Q" Roe\ufffd', "Salt\nFront & <Sons>", "unnamed"}
    edges = {data["account"].split(":")[1]: data for _, _, data in graph.edges(data=True)}
    assert set(edges) == {"r1", "r2", "r3", "r4"}
    assert (edges["r2"]["from"], edges["r2"]["from_bound"]) == ("2003", "by")
    assert edges["r2"]["agreed"] is True
    assert edges["r2"]["certainty"] == "possible"


def test_gephi_gets_an_edge_of_its_own_for_each_spell(view_of_edge: View) -> None:
    """Parallel edges differ in kind, and what began by some year has no first day."""
    edges = re.findall(
        r'<edge id="[^"]*:(\w+)"[^>]* kind="([^"]+)"([^>]*)>', _text(view_of_edge, "gexf")
    )
    assert [(one, kind) for one, kind, _ in edges] == [
        ("r1", "leads"),
        ("r2", "leads 2"),
        ("r3", "leads"),
        ("r4", "godfather_of"),
    ]
    assert "start=" not in edges[1][2]
    assert 'start="12000-01-01"' in edges[2][2]


def test_followthemoney_keeps_every_value(view_of_edge: View) -> None:
    """No value is dropped by the model's own cleaning; dates that it has not are told in words."""
    held = Holdings(view_of_edge)
    entities = [json.loads(line) for line in _files(held, "ftm")[""].splitlines()]
    for entity in entities:
        model[entity["schema"]].validate(entity)
        cleaned = model.get_proxy(entity, cleaned=False).to_dict()["properties"]
        assert {k: sorted(v) for k, v in cleaned.items()} == {
            k: sorted(v) for k, v in entity["properties"].items()
        }
    assert held.left["dates before the year 1 or after 9999"] == 1
    ties = {one["id"][-2:]: one["properties"] for one in entities if "role" in one["properties"]}
    assert "startDate" not in ties["r2"]
    assert ties["r4"]["role"]
    assert {"From: by 2003", "Certainty: possible"} <= set(ties["r2"]["description"])
    assert "Dates: from 12000" in ties["r3"]["description"]
    note = next(one for one in entities if one["schema"] == "Note")
    assert note["properties"]["keywords"] == [
        "stance:deny",
        "certainty:possible",
        "source:anonymous",
    ]


def test_stix_is_valid_and_tells_doubt(view_of_edge: View) -> None:
    """The validator takes nameless actors; dates and voices stand in a defined extension."""
    text = _text(view_of_edge, "stix")
    found = validate_string(text, ValidationOptions(version="2.1"))
    assert not found.errors
    objects = json.loads(text)["objects"]
    defined = next(one for one in objects if one["type"] == "extension-definition")
    assert json.loads(defined["schema"])["type"] == "object"
    incidents = [one for one in objects if one["type"] == "incident"]
    told = [one["extensions"][defined["id"]] for one in incidents]
    assert told[0]["from"] == "-0479-01-01"
    assert told[0]["voices"] == ["An aide, who\twas not named (anonymous)"]
    assert "reality:denied" in incidents[0]["labels"]
    ties = [one for one in objects if one["type"] == "relationship" and "source_ref" in one]
    loose = next(one for one in ties if "from_bound" in str(one))
    assert "start_time" not in loose
    assert not any(name.startswith("x_") for one in objects for name in one)


@pytest.mark.filterwarnings(TOLD)
def test_annotations_count_code_points(view_of_edge: View) -> None:
    """Positions after two emoji count characters; no address of a page is a script."""
    text = _text(view_of_edge, "webannotation")
    page, whole = json.loads(text), view_of_edge.text(1)
    assert whole.startswith("\U0001f600\U0001f600")
    for one in page["items"]:
        targets = one["target"] if isinstance(one["target"], list) else [one["target"]]
        for target in targets:
            place, words = target["selector"]
            assert whole[place["start"] : place["end"]] == words["exact"]
            assert target["source"].startswith("urn:dateline:")
    graph = rdflib.Graph().parse(data=text, format="json-ld")
    own = rdflib.Namespace("urn:dateline:term:")
    assert {str(one) for one in graph.objects(None, own.stance)} == {"deny"}
    assert {str(one) for one in graph.objects(None, own.sourceKind)} == {"anonymous"}
    assert {str(one) for one in graph.objects(None, own.reality)} == {"actual", "planned"}


@pytest.mark.filterwarnings(TOLD)
def test_provenance_is_read_and_keeps_its_words(view_of_edge: View) -> None:
    """Control characters and all else come back from N-Quads; unnamed sources keep their words."""
    data = rdflib.Dataset(default_union=True)
    data.parse(data=_text(view_of_edge, "prov"), format="nquads")
    own = rdflib.Namespace("urn:dateline:term:")
    labels = {str(one) for one in data.objects(None, rdflib.RDFS.label)}
    assert '=Ada "Q" Roe\x01' in labels
    assert [str(one) for one in data.objects(None, own.sourceWords)] == [
        "An aide, who\twas not named"
    ]
    assert [str(one) for one in data.objects(None, own.fromBound)] == ["by"]
    assert "98-118" in {str(one) for one in data.objects(None, own.characters)}


def test_timelinejs_counts_years_before_our_era(view_of_edge: View) -> None:
    """480 BC is shown as such; a denial by somebody unnamed stands in the heading and the text."""
    first, second = json.loads(_text(view_of_edge, "timelinejs"))["events"]
    assert first["start_date"]["year"] == -479
    assert first["end_date"] == {"year": -479, "month": 12, "day": 31}
    assert first["display_date"] == "480 BC"
    assert first["text"]["headline"].endswith("(denied; possible)")
    assert "(anonymous), possible, denied" in first["text"]["text"]
    assert "javascript:" not in first["text"]["text"]
    assert second["display_date"] == "12000"


def test_geojson_tells_every_reality(view_of_edge: View) -> None:
    """Longitude comes first, and doubt and voices are properties."""
    first = json.loads(_text(view_of_edge, "geojson"))["features"][0]
    assert first["geometry"]["coordinates"] == [-179.5, 0.0]
    assert first["properties"]["realities"] == ["denied"]
    assert first["properties"]["voices"] == ["An aide, who\twas not named (anonymous)"]


def test_csv_and_parquet_keep_cells_apart(view_of_edge: View, tmp_path: Path) -> None:
    """A formula is disarmed in CSV and whole in Parquet; line ends stay in their cells."""
    held = Holdings(view_of_edge)
    text = _files(held, "csv")["ties.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["subject_name"] for row in rows] == ['\'=Ada "Q" Roe\x01'] * 4
    assert [row["object_name"] for row in rows] == ["Salt\nFront & <Sons>"] * 2 + [
        "",
        "Salt\nFront & <Sons>",
    ]
    assert [row["reasons"] for row in rows] == ["", "from: by (by)", "", ""]
    (tmp_path / "made.parquet").write_bytes(_files(held, "parquet")["ties.parquet"])
    found = parquet.read_table(tmp_path / "made.parquet").to_pylist()
    assert found[0]["role"] == "=chief; 'of' \"it\""
    assert [row["from"] for row in found] == [None, "2003", "12000", "2001"]


def test_brat_keeps_to_one_line_and_tells_doubt(view_of_edge: View) -> None:
    """No line end or tab of the text is in an annotation; the rows have attributes and notes."""
    held = Holdings(view_of_edge)
    files = _files(held, "brat")
    name = next(name for name in files if name.endswith(".ann"))
    text = files[name.replace(".ann", ".txt")].decode()
    rows = files[name].decode().splitlines()
    for row in rows:
        label, what, *words = row.split("\t")
        assert len(words) == (label[0] in "T#")
        if label[0] == "T":
            places = [one.split(" ") for one in what.partition(" ")[2].split(";")]
            assert " ".join(text[int(a) : int(b)] for a, b in places) == words[0]
    joined = "\n".join(rows)
    for wanted in ("stance E1 deny", "source E1 anonymous", "certainty E2 possible", "said_in:E1"):
        assert wanted in joined
    assert "2003/..; from by; actual; possible" in joined
    assert held.left == {
        "ties of what the text does not name": 1,
        "things of a kind that the vocabulary has not": 1,
    }


def test_conll_begins_anew_on_each_line(view_of_edge: View) -> None:
    """A name that goes on in the next line has its beginning there, too; controls are no words."""
    files = _files(Holdings(view_of_edge), "conll")
    rows = [line.split("\t") for line in next(iter(files.values())).decode().split("\n")]
    tags = {row[0]: row[3] for row in rows if len(row) > 1}
    assert (tags["Salt"], tags["Front"], tags["Sons"]) == (
        "B-organisation",
        "B-organisation",
        "I-organisation",
    )
    assert "\x01" not in tags


def test_conll_shows_one_of_what_overlaps(bundled: Path) -> None:
    """No tag goes on that has not begun, in any layer of the whole corpus."""
    with sqlite.view(bundled) as view:
        for text in _files(Holdings(view), "conll").values():
            last = ["O"] * 4
            for line in text.decode().split("\n"):
                tags = line.split("\t")[3:] or ["O"] * 4
                for tag, before in zip(tags, last, strict=True):
                    assert tag[0] != "I" or before[2:] == tag[2:]
                last = tags


@pytest.mark.filterwarnings(TOLD)
def test_what_is_wrong_is_in_no_form(edged: Path) -> None:
    """A statement that a user marked wrong is nowhere; what was said in it is of the article."""
    with sqlite.view(edged) as view:
        claim = next(view.claims()).id
    _correct(edged, "wrong", claim)
    with sqlite.view(edged) as view:
        held = Holdings(view)
        made = {form: b"".join(_files(held, form).values()) for form in FORMS if form != "parquet"}
        assert b'"stance":"deny"' not in made["webannotation"]
        assert b"statement:T" not in made["brat"]
        assert b"B-content" not in made["conll"]
        assert b'"Note"' not in made["ftm"]
        assert b'"note"' not in made["stix"]
        data = rdflib.Dataset(default_union=True)
        data.parse(data=made["prov"].decode(), format="nquads")
        prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
        for thing in data.objects(None, prov.wasDerivedFrom):
            assert (thing, rdflib.RDF.type, prov.Entity) in data


def test_names_and_kinds_are_the_users(edged: Path) -> None:
    """A name or a kind that a user gave stands in every form that names or types an entity."""
    with sqlite.view(edged) as view:
        first = next(view.entities()).id
    _correct(edged, "rename", first, "Adah Rowe")
    _correct(edged, "kind", first, "group")
    with sqlite.view(edged) as view:
        held = Holdings(view)
        for form in ("csv", "gexf", "graphml", "ftm", "stix", "webannotation", "geojson", "prov"):
            assert b"Adah Rowe" in b"".join(_files(held, form).values()), form
        assert b"\tgroup 3 16" in b"".join(_files(held, "brat").values())
        assert b"B-group" in b"".join(_files(held, "conll").values())


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_of_an_article_outside_the_scope(bundled: Path, form: str) -> None:
    """What another outlet tells of the same event is not in an export of one outlet."""
    with sqlite.view(bundled) as view:
        outlets = {one.outlet for one in view.articles() if one.outlet}
        outlet = min(outlets)
        others = {one.key for one in view.articles() if one.outlet != outlet}
        made = _files(Holdings(view, Scope(outlets=(outlet,))), form)
        if form == "parquet":
            return
        text = b"".join(made.values()).decode()
        told = {key for key in others if re.search(rf"{key}:[svrt]\d", text)}
        assert not told
        if form == "ftm":
            entities = [json.loads(line) for line in text.splitlines()]
            known = {one["id"] for one in entities}
            for one in entities:
                schema = model[one["schema"]]
                for name, values in one["properties"].items():
                    if schema.properties[name].type.name == "entity":
                        assert set(values) <= known


def test_the_times_of_facts_choose_in_every_form(bundled: Path) -> None:
    """With a period of the facts, brat and annotations leave out the ties and events beyond it."""
    with sqlite.view(bundled) as view:
        scope = Scope(held_from="2015-02", held_until="2015-03")
        wanted = {one.id for one in Holdings(view, scope).happenings()}
        found = {
            f"{article.key}:{event.id}"
            for article, record, _ in Holdings(view, scope).records()
            for event in record.events
        }
        assert found == wanted
        assert 0 < len(found) < sum(1 for _ in Holdings(view).happenings())


def test_gathering_a_few_at_a_time_loses_nothing(bundled: Path, monkeypatch: Any) -> None:
    """Events and ties are the same, each once, however many are gathered at a time."""
    with sqlite.view(bundled) as view:
        whole = sorted(Holdings(view).events(), key=lambda one: one.account)
        ties = sorted(Holdings(view).relations(), key=lambda one: one.account)
        monkeypatch.setattr("dateline.export.holdings.CHUNK", 3)
        few = sorted(Holdings(view).events(), key=lambda one: one.account)
        assert whole == few
        assert ties == sorted(Holdings(view).relations(), key=lambda one: one.account)
