"""Every address of the explorer: what it shows, what it refuses, and how it is corrected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from dateline.ask import claims, network
from dateline.ask import search as searching
from dateline.ask.scope import Scope
from dateline.explore.answers import ADDRESSES
from dateline.explore.security import POLICY
from dateline.store import EVERY, Selection, View, sqlite

Visit = Callable[..., TestClient]
OTHERS = ({"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"})
PLAIN = [path for path in ADDRESSES if "{" not in path]


@pytest.fixture
def view(bundled: Path) -> Iterator[View]:
    """Return what the archive itself answers."""
    with sqlite.view(bundled) as found:
        yield found


@pytest.fixture
def client(bundled: Path, visit: Visit) -> TestClient:
    """Return the bundled corpus as a browser on this machine sees it."""
    return visit(bundled)


def _seal(client: TestClient) -> str:
    found = re.search(r'name="seal" value="([^"]+)"', client.get("/review").text)
    assert found
    return found[1]


def _shown(text: str) -> str:
    """Return the words of a page."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", text)).split())


def test_first_page(client: TestClient, view: View) -> None:
    """The first page counts what is held, names who is named most and lists the articles."""
    answer = client.get("/")
    assert answer.status_code == 200
    counts, words = view.counts(), _shown(answer.text)
    assert f"{counts['articles']} articles" in words
    assert f"{counts['claims']} statements" in words
    assert view.leading(("person",), 1)[0].name in words
    assert answer.text.count('<a href="/article/') == min(50, counts["articles"])
    assert 'href="/?page=2"' in answer.text
    assert "More articles" not in client.get("/?page=2").text


def test_search(client: TestClient, view: View) -> None:
    """A search lists the statements that have the words, each with a link to its characters."""
    claim = next(one for one in view.claims(EVERY) if re.search(r"\b[a-z]{8}", one.content))
    word = max(re.findall(r"[a-z]+", claim.content), key=len)
    answer = client.get("/search", params={"q": word})
    wanted = [one.id for one in claims.claims(view, word, limit=50)]
    assert claim.id in wanted
    assert re.findall(r'<li id="([^"]+:s\d+)"', answer.text) == wanted
    key, _, local = claim.id.partition(":")
    assert f"/article/{key}?at={local}#{local}" in answer.text


def test_search_finds_articles(client: TestClient, view: View) -> None:
    """A search lists the articles that have the words, and leads to the passage, marked there."""
    first = next(view.articles(EVERY))
    word = max(re.findall(r"\b[a-z]+\b", view.text(first.number)[-400:]), key=len)
    wanted = searching.search(view, word, limit=20)
    answer = client.get("/search", params={"q": word})
    assert re.findall(r'<li id="([^"]+:\d+-\d+)"', answer.text) == [one.id for one in wanted]
    assert f"<mark>{word}</mark>" in answer.text
    for one in wanted:
        key, _, place = one.id.partition(":")
        address = f"/article/{key}?at={place}#{place}"
        assert address in answer.text
        shown = client.get(address).text
        assert f'id="{place}"' in shown
        lit = re.findall(r'<(?:span|a) class="[^"]* lit"[^>]*>([^<]*)</', shown)
        assert "".join(map(unescape, lit)) == one.quote


def test_articles_have_no_stance(client: TestClient, view: View) -> None:
    """A search that is narrowed to a stance is one for statements; dates and outlets are shared."""
    word = next(view.claims(EVERY)).content.split()[0]
    assert "<h2>Articles</h2>" not in client.get(f"/search?q={word}&stance=deny").text
    outlet = next(view.articles(EVERY)).outlet
    narrowed = client.get("/search", params={"q": word, "outlet": outlet, "until": "2100"}).text
    found = searching.search(view, word, scope=Scope(outlets=(str(outlet),)), limit=20)
    assert re.findall(r'<li id="([^"]+:\d+-\d+)"', narrowed) == [one.id for one in found]
    assert f'name="outlet" value="{escape(str(outlet))}"' in narrowed


def test_search_is_narrowed(client: TestClient, view: View) -> None:
    """A stance that is chosen is the only one shown, and stays chosen in the form."""
    answer = client.get("/search", params={"q": "", "stance": "deny"})
    found = re.findall(r'<li id="([^"]+:s\d+)"', answer.text)
    assert found
    stances = {one.stance for one in view.claims(EVERY) if one.id in found}
    assert stances == {"deny"}
    assert '<option value="deny" selected>' in answer.text


def test_search_finds_actors(client: TestClient, view: View) -> None:
    """A name that is searched leads to the actor's page."""
    leading = view.leading(("person",), 1)[0]
    answer = client.get("/search", params={"q": leading.name})
    assert f'href="/actor/{leading.id}"' in answer.text


def test_article(client: TestClient, view: View) -> None:
    """An article is shown whole, every statement with a place to go to and a note beside it."""
    for article in list(view.articles(EVERY))[:12]:
        answer = client.get(f"/article/{article.key}")
        assert answer.status_code == 200
        record, words = view.record(article.number), _shown(answer.text)
        for section in record.sections:
            if section.kind in {"body", "headline"}:
                for line in section.span.of(record.document.text).splitlines():
                    assert "".join(line.split()) in "".join(words.split())
        ids = re.findall(r' id="([^"]*)"', answer.text)
        assert len(ids) == len(set(ids))
        assert {one.id for one in record.statements} <= set(ids)
        assert {f"note-{one.id}" for one in record.statements} <= set(ids)


def test_article_by_a_part_of_its_key(client: TestClient, view: View) -> None:
    """The beginning of a key that no other article has will do."""
    key = next(view.articles(EVERY)).key
    assert client.get(f"/article/{key[:10]}").status_code == 200


def test_the_speaker_that_is_chosen_is_the_only_one(client: TestClient, view: View) -> None:
    """Notes of other speakers than the one in the address are hidden."""
    claim = next(one for one in view.claims(EVERY) if one.speaker is not None)
    key = claim.id.partition(":")[0]
    page = client.get(f"/article/{key}").text
    names = [unescape(one) for one in re.findall(r"<option>([^<]+)</option>", page)]
    answer = client.get(f"/article/{key}", params={"speaker": names[0]})
    notes = re.findall(r'<li id="note-s\d+"[^>]*>.*?</li>', answer.text, re.DOTALL)
    open_ = [_shown(note) for note in notes if " hidden>" not in note]
    assert open_
    assert all(names[0] in note for note in open_)


def test_actor(client: TestClient, view: View) -> None:
    """A dossier holds what the actor says, with sentences and links, and its roles as bars."""
    for leading in view.leading(("person", "organisation"), 8):
        answer = client.get(f"/actor/{leading.id}")
        assert answer.status_code == 200
        assert f"<h1>{leading.name}</h1>" in answer.text
        said = view.claims(Selection(speakers=(leading.number,), limit=1))
        assert all(one.id in answer.text for one in said)


@pytest.mark.parametrize("path", PLAIN)
def test_every_address_answers(client: TestClient, path: str) -> None:
    """Every page without parameters answers, with a heading, and under the policy."""
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"] == POLICY
    if path != "/network/held":
        assert answer.text.count("<h1") == 1
        assert "<script>" not in answer.text
        assert " style=" not in answer.text
        assert not re.search(r"\son[a-z]+=", answer.text)


def test_timeline_of_an_actor(client: TestClient, view: View) -> None:
    """The timeline of an actor has the actor's events alone, in whatever telling."""
    event = next(one for one in view.happenings(EVERY) if one.who)
    who = view.actors([event.who[0]])[event.who[0]]
    answer = client.get("/timeline", params={"actor": who.id})
    accounts = {one.account for one in view.happenings(Selection(actors=(who.number,), limit=500))}
    retold = Selection(accounts=sorted(accounts), retold=True)
    wanted = {one.id for one in view.happenings(retold)}
    found = set(re.findall(r'<li id="([^"]+:v\d+)"><p>', answer.text))
    assert found
    assert found <= wanted


def test_network_of_a_day_is_that_of_the_query(client: TestClient, view: View) -> None:
    """The slider is told the ties and the actors that the query gives for each day."""
    days = sorted({(one.from_ or one.until or "2012")[:10] for one in view.ties(EVERY)})[:12]
    seen = set()
    for day in [*days, "1900-01-01", "2012"]:
        wanted = network.network(view, on=day, limit=500)
        answer = client.get("/network/held", params={"on": day}).json()
        assert answer["held"] == {one.id: one.held for one in wanted.edges}
        assert answer["nodes"] == [one.party.id for one in wanted.nodes]
        page = client.get("/network", params={"on": day}).text
        lines = re.findall(r'<line class="edge ([^"]*)" data-id="([^"]+)"', page)
        assert {one for words, one in lines if "absent" not in words} == set(answer["held"])
        seen.add(len(answer["held"]))
    assert len(seen) > 1


def test_the_picture_is_the_same_twice(client: TestClient) -> None:
    """A network is drawn at the same places whatever the day, and at every asking."""
    places = [
        re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', client.get(f"/network{day}").text)
        for day in ("", "?on=2011", "?on=2013-01-01", "")
    ]
    assert places[0]
    assert all(one == places[0] for one in places)


def test_map_of_a_place(client: TestClient, view: View) -> None:
    """The map of a place has that place's events, and leads to its page."""
    numbers = {one for event in view.happenings(EVERY) for one in event.where}
    place = next(one for one in view.actors(sorted(numbers)).values() if one.place)
    answer = client.get("/map", params={"at": place.id})
    assert answer.status_code == 200
    assert f'<section id="{place.id}">' in answer.text
    assert client.get("/map", params={"at": "nowhere at all"}).status_code == 400


@pytest.mark.parametrize("as_", ["page", "text"])
def test_citation(client: TestClient, view: View, as_: str) -> None:
    """A citation has the words, who says them, where they stand, and the id."""
    claim = next(one for one in view.claims(EVERY) if one.speaker is not None)
    answer = client.get(f"/cite/{claim.id}", params={"as": as_})
    words = _shown(answer.text) if as_ == "page" else answer.text
    assert claim.id in words
    assert " ".join(claim.content.split())[:30] in words
    assert "(characters " in words


@pytest.mark.parametrize(
    "path",
    [
        *("/nowhere", "/actor/0000000000000000:e1", "/actor/x", "/article/0000", "/article/%25"),
        *("/cite/0000000000000000:s1", "/cite/s1", "/bundle/nothing.js", "/bundle/..%2fx.py"),
    ],
)
def test_what_is_not_there(client: TestClient, path: str) -> None:
    """An address that leads nowhere is answered with 404, in words, and with a way on."""
    answer = client.get(path)
    assert answer.status_code == 404
    assert 'href="/"' in answer.text
    assert "Traceback" not in answer.text


def test_a_wrong_address_helps(client: TestClient, view: View) -> None:
    """A name in an address that leads nowhere finds the actor that it means."""
    leading = view.leading(("person",), 1)[0]
    answer = client.get(f"/{quote(leading.name)}")
    assert answer.status_code == 404
    assert f'href="/actor/{leading.id}"' in answer.text


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/?page=0", "give a number from 1"),
        ("/?page=two", "give a number from 1"),
        ("/search?q=" + "x" * 501, "at most 500 characters"),
        ("/search?q=a&stance=shout", "choose from assert"),
        ("/search?certainty=%00", "choose from certain"),
        ("/search?source=me", "choose from named"),
        ("/search?since=yesterday", "give a date such as"),
        ("/search?since=2013&until=2012", "2013"),
        ("/timeline?from=2012-02-30", "give a date such as"),
        ("/timeline?type=dance", "choose from"),
        ("/timeline?actor=Nobody+Whatsoever", "names nobody so"),
        ("/network?on=2012-13", "give a date such as"),
        ("/network?hops=9", "give a number from 1 to 3"),
        ("/network?around=Nobody+Whatsoever", "names nobody so"),
        ("/network/held?on=x", "give a date such as"),
        ("/map?to=soon", "give a date such as"),
        ("/sources?until=-", "give a date such as"),
        ("/disputes?actor=Nobody+Whatsoever", "names nobody so"),
        ("/forecasts?actor=Nobody+Whatsoever", "names nobody so"),
        ("/review?done=x", "give a number from 0"),
    ],
)
def test_wrong_parameters(client: TestClient, path: str, message: str) -> None:
    """A value that means nothing is answered with 400 and what would be right."""
    answer = client.get(path)
    assert answer.status_code == 400
    assert message in _shown(answer.text)
    assert "Traceback" not in answer.text


PARAMETERS = (
    *("q", "page", "stance", "certainty", "source", "since", "until", "from", "to", "outlet"),
    *("layer", "speaker", "at", "comments", "limit", "actor", "type", "on", "around", "hops"),
    *("most", "of", "done", "as", "token", "x"),
)
TEXTS = st.text(max_size=12) | st.sampled_from(
    (
        *("1", "0", "-1", "2012", "2012-09-31", "-0001", "0000", "9999-12-31", "10000", "٣", "1e9"),
        *("2012-03-05T10:00:00+14:00", "-9999", "2012-W10", "T10", "24:00", "\x00", "\ud7ff", "%"),
        *("deny", "event", "x:e1", "0:e0", "ffffffffffffffff:e999999999", "a*", '"', '"a b', "*"),
        *("NEAR(a b)", "a OR b", "-a", "'; DROP TABLE claim", "<script>", "../..", "text"),
    )
)
PATHS = st.sampled_from((*PLAIN, "/article/{}", "/actor/{}", "/cite/{}", "/{}", "/bundle/{}"))


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PATHS, TEXTS, st.lists(st.tuples(st.sampled_from(PARAMETERS), TEXTS), max_size=4))
def test_no_address_breaks_it(
    client: TestClient, path: str, name: str, query: list[tuple[str, str]]
) -> None:
    """Whatever is asked, the answer is a page or a refusal in words, never a fault of ours."""
    answer = client.get(f"{path.format(quote(name, safe=''))}?{urlencode(query)}")
    assert answer.status_code in {200, 400, 404}
    assert answer.headers["content-security-policy"] == POLICY
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("query", ["%ff%fe", "q=%ff", "&&&=;", "=&=", "q=%c0%80", "on=%F0%9F"])
def test_what_is_no_unicode_breaks_nothing(client: TestClient, query: str) -> None:
    """Bytes that are no text, in any address, are answered in words."""
    for path in (*PLAIN, "/article/%ff", "/actor/%ff", "/cite/%fe", "/%ff"):
        assert client.get(f"{path}?{query}").status_code in {200, 400, 404}


@pytest.mark.parametrize("path", ["/", "/timeline", "/theme", "/network/held"])
def test_other_methods(client: TestClient, path: str) -> None:
    """What an address does not do is refused in words."""
    for method in ("PUT", "DELETE", "PATCH", *(() if path == "/theme" else ("POST",))):
        answer = client.request(method, path)
        assert answer.status_code in {403, 405}
        assert answer.headers["content-security-policy"] == POLICY


def _corrections(archive: Path) -> list[tuple[str, str, str | None, bool]]:
    with sqlite.view(archive) as view:
        return [(c.kind, c.of, c.other or c.value, bool(c.undone)) for c in view.corrections()]


@pytest.mark.parametrize("headers", OTHERS)
def test_other_pages_change_nothing(own: Path, visit: Visit, headers: dict[str, str]) -> None:
    """A form with the right seal that another page sends is refused, and changes nothing."""
    client = visit(own)
    with sqlite.view(own) as view:
        form = {"kind": "wrong", "of": next(view.claims(EVERY)).id}
    sealed = {**form, "seal": _seal(client)}
    assert client.post("/review", data=sealed, headers=headers).status_code == 403
    assert (
        client.post("/theme", data={**sealed, "theme": "dark"}, headers=headers).status_code == 403
    )
    assert client.post("/review", data=form).status_code == 403
    assert client.post("/review", data={**form, "seal": "gu\u00e9ss"}).status_code == 403
    assert client.post("/review", content=b"x" * 2_000_000, headers=headers).status_code == 403
    assert not _corrections(own)
    assert "theme" not in client.cookies


def test_every_kind_of_correction(own: Path, visit: Visit) -> None:
    """Each kind is made by the form, shown in the review, holds in the pages, and is undone."""
    client = visit(own)
    seal = _seal(client)
    with sqlite.view(own) as view:
        one, other, third = view.leading(("person",), 3)
        said = list(view.claims(Selection(limit=2)))
    made: list[dict[str, str]] = [
        {"kind": "rename", "of": one.id, "value": "Somebody Else"},
        {"kind": "kind", "of": other.id, "value": "group"},
        {"kind": "same", "of": other.id, "other": third.id},
        {"kind": "differ", "of": one.id, "value": third.id},
        {"kind": "wrong", "of": said[0].id},
        {"kind": "confirm", "of": said[1].id},
    ]
    for number, form in enumerate(made, 1):
        answer = client.post("/review", data={**form, "seal": seal})
        assert (answer.status_code, answer.url.path) == (200, "/review")
        assert f"Correction {number} is made." in answer.text
    assert "<h1>Somebody Else</h1>" in client.get(f"/actor/{one.id}").text
    with sqlite.view(own) as view:
        assert view.actor(other.id) == view.actor(third.id)
        assert said[0].id not in {claim.id for claim in view.claims(EVERY)}
    for number in range(1, len(made) + 1):
        answer = client.post("/review", data={"kind": "undo", "number": str(number), "seal": seal})
        assert answer.status_code == 200
    assert all(undone for *_, undone in _corrections(own))
    assert f"<h1>{one.name}</h1>" in client.get(f"/actor/{one.id}").text
    with sqlite.view(own) as view:
        assert view.actor(other.id) != view.actor(third.id)


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"kind": "burn", "of": "x:e1"},
        {"kind": "rename", "of": "OF"},
        {"kind": "kind", "of": "OF", "value": "ghost"},
        {"kind": "same", "of": "OF"},
        {"kind": "same", "of": "OF", "other": "OF"},
        {"kind": "same", "of": "OF", "other": "SAID"},
        {"kind": "rename", "of": "SAID", "value": "X"},
        {"kind": "wrong", "of": "OF"},
        {"kind": "wrong", "of": ""},
        {"kind": "wrong", "of": "0000000000000000:s1"},
        {"kind": "undo"},
        {"kind": "undo", "number": "-1"},
        {"kind": "undo", "number": "²"},
        {"kind": "undo", "number": "999"},
        {"kind": "rename", "of": "OF", "value": "x" * 600},
    ],
)
def test_wrong_forms(own: Path, visit: Visit, form: dict[str, str]) -> None:
    """A form that makes no sense is answered in words, and changes nothing."""
    client = visit(own)
    with sqlite.view(own) as view:
        known = {"OF": view.leading(("person",), 1)[0].id, "SAID": next(view.claims(EVERY)).id}
    sent = {name: known.get(value, value) for name, value in form.items()}
    answer = client.post("/review", data={**sent, "seal": _seal(client)})
    assert answer.status_code in {400, 413}
    assert "Traceback" not in answer.text
    assert not _corrections(own)


def test_bodies_that_are_no_forms(own: Path, visit: Visit) -> None:
    """A body that is no form, or far too long, is refused in words."""
    client = visit(own)
    kinds: list[dict[str, Any]] = [
        {"content": b"\x00\xff", "headers": {"content-type": "multipart/form-data; boundary=x"}},
        {"content": b"{}", "headers": {"content-type": "application/json"}},
        {"files": {"seal": ("a.txt", b"x" * 1000)}},
        {"data": {"seal": _seal(client), "value": "x" * 3_000_000}},
    ]
    for kind in kinds:
        for path in ("/review", "/theme"):
            assert client.post(path, **kind).status_code in {400, 403, 413}


def test_theme(client: TestClient) -> None:
    """The colours that are chosen stay, and the way back leads to no other site."""
    seal = _seal(client)
    form = {"seal": seal, "theme": "dark"}
    answer = client.post("/theme", data={**form, "back": "/map?from=2012"})
    assert (answer.url.path, answer.url.query) == ("/map", b"from=2012")
    assert '<html lang="en" data-theme="dark">' in answer.text
    for back in ("//evil.example", "/\\evil.example", "http://evil.example", "x", ""):
        answer = client.post("/theme", data={**form, "back": back}, follow_redirects=False)
        assert answer.headers["location"] == "/"
    assert client.post("/theme", data={"seal": seal, "theme": "pink"}).status_code == 400


def test_a_token_opens_everything(bundled: Path, visit: Visit) -> None:
    """With a token, nothing is shown without; whoever shows it lands where the link leads."""
    client = visit(bundled, "t0ken")
    for path in (*PLAIN, "/bundle/explorer.css"):
        assert client.get(path).status_code == 403
    assert client.post("/review").status_code == 403
    answer = client.get("/network?on=2012-03&token=t0ken")
    assert (answer.url.path, answer.url.query) == ("/network", b"on=2012-03")
    assert "Network on 2012-03" in _shown(answer.text)
    sent = client.get("//evil.example/?token=t0ken", follow_redirects=False)
    assert not sent.headers.get("location", "/").startswith("//")
