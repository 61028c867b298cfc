"""Feeds: a page for each entry."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.errors import Unreadable
from dateline.layout import Given, Page

Read = Callable[..., list[Page | Unreadable]]

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Tide &amp; Daily</title><language>en-gb</language>
<item><title>Ferry &lt;i&gt;late&lt;/i&gt; &amp;amp; full</title><guid>urn:tide:1</guid>
<link>https://tide.example/1</link><author>ann@tide.example (Ann Poe)</author>
<pubDate>Mon, 04 Mar 2019 05:06:07 -0500</pubDate><description>In short.</description>
<content:encoded><![CDATA[<p>In <b>full</b>.</p><script>alert(1)</script>]]></content:encoded>
</item>
<item><title>Calm sea</title><description>&lt;p&gt;A summary.&lt;/p&gt;</description></item>
<item><title>A title alone</title><guid>urn:tide:1</guid></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Die Flut</title>
<entry><id>urn:flut:1</id><title type="text">Ein &lt; Zwei</title>
<updated>2019-03-04T05:06:07Z</updated><link href="https://flut.example/1"/>
<author><name>Ann Poe</name><email>ann@flut.example</email></author>
<author><name>Bo Lee</name></author>
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>Die Fähre.</p></div></content></entry>
<entry><id>urn:flut:2</id><title>Text</title><updated>2019-03-04T05:06:07Z</updated>
<content type="text">Nur &lt;Text&gt;.</content></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://tide.example"><title>The Tide</title>
</channel><item rdf:about="https://tide.example/1"><title>Old</title><link>https://tide.example/1</link>
<dc:creator>Ann Poe</dc:creator><dc:date>2004-05-06</dc:date>
<description>Words.</description></item></rdf:RDF>"""


def test_rss_entries(read: Read) -> None:
    """An entry's full content is its page, and the feed says what its page would say."""
    full, short, bare = read("feed.xml", RSS)
    assert isinstance(full, Page)
    assert full.path.endswith("feed.xml#urn:tide:1")
    assert (full.kind, full.text) == ("html", "In full.")
    assert full.given == Given(
        url="https://tide.example/1",
        title="Ferry late & full",
        byline=("Ann Poe",),
        published="2019-03-04T05:06:07-05:00",
        outlet="The Tide & Daily",
        language="en",
    )
    assert isinstance(short, Page)
    assert short.path.endswith("#2")
    assert short.text == "A summary."
    assert isinstance(bare, Page)
    assert bare.path.endswith("#3")
    assert (bare.kind, bare.text) == ("plain", "A title alone")


def test_atom_entries(read: Read) -> None:
    """Atom's kinds of content are read; without a day of publication, the last change counts."""
    first, second = read("feed", ATOM)
    assert isinstance(first, Page)
    assert first.text == "Die Fähre."
    assert first.given == Given(
        url="https://flut.example/1",
        title="Ein < Zwei",
        byline=("Ann Poe", "Bo Lee"),
        published="2019-03-04T05:06:07Z",
        outlet="Die Flut",
        language="de",
    )
    assert isinstance(second, Page)
    assert (second.kind, second.text) == ("plain", "Nur <Text>.")


def test_rdf_entries(read: Read) -> None:
    """RSS 1.0 is read, and a day without a time stays a day."""
    (page,) = read("feed.rdf", RDF)
    assert isinstance(page, Page)
    assert page.given.published == "2004-05-06"
    assert page.given.byline == ("Ann Poe",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_feeds_in_other_encodings(read: Read, encoding: str) -> None:
    """A feed is decoded as its XML declaration says."""
    words = RSS.replace("utf-8", encoding).replace("In short.", "x").replace("In <b>", "Fähre <b>")
    first, *_ = read("feed.xml", words.encode(encoding))
    assert isinstance(first, Page)
    assert first.text == "Fähre full."


def test_a_damaged_feed_is_read_as_far_as_it_goes(read: Read) -> None:
    """The entries that stand before the damage are pages, and the damage is told."""
    first, fault = read("feed.xml", RSS[: RSS.index("<item><title>Calm")])
    assert isinstance(first, Page)
    assert first.text == "In full."
    assert isinstance(fault, Unreadable)
    assert fault.reason == "truncated feed: its end is cut off"


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_an_entry_that_is_cut_off_is_left_out(read: Read, codec: str) -> None:
    """Half an article is not passed for a whole one."""
    words = RSS.replace("utf-8", codec)
    first, fault = read("feed.xml", words[: words.index("summary")].encode(codec))
    assert isinstance(first, Page)
    assert isinstance(fault, Unreadable)


@pytest.mark.parametrize("number", ["xd800", "99999999999", "0", "x110000"])
def test_references_to_no_character(read: Read, number: str) -> None:
    """A reference to no character does not keep a feed from being read."""
    feed = RSS.replace("In short.", f"&amp;#{number};x").replace("A title alone", f"A&#{number};")
    assert len(read("feed.xml", feed)) == 3


def test_an_empty_feed_holds_no_page(read: Read) -> None:
    """A feed without entries is one error."""
    (found,) = read("feed.xml", "<rss version='2.0'><channel><title>T</title></channel></rss>")
    assert isinstance(found, Unreadable)
    assert found.reason == "holds no page"


def test_entities_are_not_expanded_without_end(read: Read) -> None:
    """Entities that unfold exponentially, or name files, are not followed."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    bomb = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{levels}'
        '<!ENTITY f SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>T</title>'
        "<item><title>&f;&e8;</title><description>d &f; &e8;</description></item></channel></rss>"
    )
    for found in read("feed.xml", bomb):
        assert "root:" not in (found.text if isinstance(found, Page) else "")
        assert len(found.text if isinstance(found, Page) else "") < 10_000
