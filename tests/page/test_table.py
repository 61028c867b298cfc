"""Tables with one article a row."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import TooLarge, Unreadable
from dateline.layout import Given, Page
from dateline.page import Limits

Read = Callable[..., list[Page | Unreadable]]


def shown(found: list[Page | Unreadable]) -> list[tuple[str, str]]:
    """Return key and text of each page, key and reason of what is none."""
    return [
        (each.path.partition("#")[2], each.text)
        if isinstance(each, Page)
        else (each.where.partition("#")[2], each.reason)
        for each in found
    ]


def test_columns_become_what_is_given(read: Read) -> None:
    """The known columns are read, whatever the case of their names; others are passed over."""
    row = {
        "id": 17,
        "Text": " The ferry\r\nis late. ",
        "title": "Ferry late",
        "published": "2019-03-04",
        "url": "https://tide.example/17",
        "outlet": "The Tide",
        "byline": ["Ann Poe", "Bo Lee"],
        "language": "en-GB",
        "views": 12,
    }
    (page,) = read("t.jsonl", json.dumps(row))
    assert isinstance(page, Page)
    assert page.kind == "row"
    assert page.path.endswith("t.jsonl#17")
    assert page.text == " The ferry\r\nis late. "
    assert page.given == Given(
        url="https://tide.example/17",
        title="Ferry late",
        byline=("Ann Poe", "Bo Lee"),
        published="2019-03-04",
        outlet="The Tide",
        language="en",
    )


def test_broken_lines_are_named_and_the_others_go_on(read: Read) -> None:
    """Each line that is no row is one error with its number; blank lines are none."""
    lines = [
        '{"text": "One."}',
        "",
        '{"text": "Two."',
        "[1, 2]",
        '{"text": null}',
        '{"text": 7}',
        '{"title": "no text"}',
        '{"text": "  "}',
        "[" * 100_000,
        '{"text": "Ten.", "id": ' + "9" * 5000 + "}",
        '{"text": "Eleven.", "n": NaN}',
    ]
    assert shown(read("t.jsonl", "\n".join(lines))) == [
        ("1", "One."),
        ("3", "line 3: not JSON: Expecting ',' delimiter at character 16"),
        ("4", "line 4: JSON, but no object"),
        ("5", "row 5: `text` is empty"),
        ("6", "row 6: `text` is no text but a value of another kind"),
        ("7", "row 7: no column `text`"),
        ("8", "holds no text"),
        ("9", "line 9: JSON with too long a number or too deep"),
        ("10", "line 10: JSON with too long a number or too deep"),
        ("11", "Eleven."),
    ]


def test_ids_that_occur_twice_are_told(read: Read) -> None:
    """The second row of an id is an error that names the first."""
    table = '{"id": "a", "text": "One."}\n{"id": "a", "text": "Two."}\n'
    assert shown(read("t.jsonl", table)) == [
        ("a", "One."),
        ("a", "row 2: its id stands in row 1 already"),
    ]


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("t.jsonl", '{"id": 1, "body": "One."}\n' * 3),
        ("t.jsonl", '{"id": 1, "body": "One."}\n' * 3000),
        ("t.csv", "id,body\n1,One.\n2,Two.\n"),
        ("t.tsv", "id\tbody\n1\tOne.\n"),
    ],
)
def test_a_table_without_text_is_one_line(read: Read, name: str, table: str) -> None:
    """Where no row has a `text`, that is said once, with the names that are there."""
    (found,) = read(name, table)
    assert isinstance(found, Unreadable)
    assert found.reason == "no column `text`"
    assert found.remedy.endswith("there is: id, body")


def test_a_file_of_broken_lines_is_given_up(read: Read) -> None:
    """A file named as a table that is none is one line, not one for each of its lines."""
    (found,) = read("t.jsonl", "no JSON\n" * 5000)
    assert isinstance(found, Unreadable)
    assert found.reason.startswith("none of its first 1000 rows can be read")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ('[{"text": "One."}, {"id": "b", "text": "Two."}]', [("1", "One."), ("b", "Two.")]),
        (
            '\ufeff[\n {"text": "One."},\n 7\n]',
            [("1", "One."), ("2", "row 2: JSON, but no object")],
        ),
        ('{\n  "text": "One."\n}\n', [("1", "One.")]),
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_a_list_of_objects_is_a_table(
    read: Read, data: str, found: list[tuple[str, str]], codec: str
) -> None:
    """JSON that is a list of objects, or one over several lines, is read like one a line."""
    assert shown(read("t.json", data.encode(codec))) == found


def test_a_damaged_list_is_one_error(read: Read) -> None:
    """A list that ends too early is told with the line, and one that is too large as such."""
    (found,) = read("t.json", '[{"text": "One."},\n{"text": ')
    assert isinstance(found, Unreadable)
    assert found.reason == "line 2: not JSON: Expecting value at character 9"
    (found,) = read("t.json", '[{"text": "One."}]', limits=Limits(bytes=9))
    assert isinstance(found, TooLarge)


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separated_values_of_any_make(read: Read, mark: bytes, separator: str, end: str) -> None:
    """The separator is the one between the names; marks and line ends are of any kind."""
    cells = [["id", "text"], ["a", '"One; one,\tone|\nmore"'], ["b", "Café"]]
    table = end.join(separator.join(row) for row in cells) + end
    found = shown(read("t.csv", mark + table.encode()))
    assert found == [("a", "One; one,\tone|\nmore"), ("b", "Café")]


@pytest.mark.parametrize("codec", ["utf-16", "cp1252"])
def test_tables_in_other_encodings(read: Read, codec: str) -> None:
    """A table as a spreadsheet writes it is read: UTF-16, or a western encoding."""
    found = shown(read("t.csv", "sep=;\r\nid;text\r\na;Café über\r\n".encode(codec)))
    assert found == [("a", "Café über")]


def test_ragged_rows(read: Read) -> None:
    """A row with too many cells is refused, for its text may be cut; missing cells are empty."""
    table = "text,title\nOne.,A\nTwo, and more.,B\nThree.\n\n,D\n"
    assert shown(read("t.csv", table)) == [
        ("1", "One."),
        ("2", "row 2: 3 cells, but 2 columns"),
        ("3", "Three."),
        ("4", "holds no text"),
    ]


def test_a_row_beyond_the_limit_is_refused_alone(read: Read) -> None:
    """A line that is too large is one error, and the lines after it are read."""
    table = f'{{"text": "{"x" * 5000}"}}\n{{"text": "Two."}}\n'
    first, second = read("t.jsonl", table, limits=Limits(bytes=1000))
    assert isinstance(first, TooLarge)
    assert isinstance(second, Page)


def test_an_open_quotation_is_told(read: Read) -> None:
    """A quotation mark that is never closed is an error, for it hides the rows behind it."""
    table = 'id,text\n1,"One\n\ntwo."\n2,"Three\n3,Four.\n\n'
    assert shown(read("t.csv", table)) == [
        ("1", "One\n\ntwo."),
        ("2", "row 2: a quotation mark that is never closed"),
    ]


def test_an_open_quotation_ends_at_the_limit(read: Read) -> None:
    """A quotation mark that is never closed does not draw the whole table into memory."""
    table = 'text\nOne.\n"Two' + "\nmore words" * 1000
    found = read("t.csv", table, limits=Limits(bytes=2000))
    assert isinstance(found[0], Page)
    assert isinstance(found[1], TooLarge)


CELLS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.lists(CELLS, min_size=1, max_size=5))
def test_text_comes_back_unchanged(read: Read, cells: list[str]) -> None:
    """Whatever text was written into a table of either kind, that is the page's text."""
    lines = "".join(json.dumps({"text": cell}, ensure_ascii=False) + "\n" for cell in cells)
    assert [text for _, text in shown(read("t.jsonl", lines))] == cells
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
    writer.writerows([["text"], *([cell] for cell in cells)])
    assert [text for _, text in shown(read("t.csv", stream.getvalue()))] == cells


def test_lone_surrogates_keep_their_place(read: Read) -> None:
    """What JSON can say but UTF-8 cannot is replaced, one character for one."""
    (page,) = read("t.jsonl", '{"text": "a\\ud800b \\ud83d\\ude00"}')
    assert isinstance(page, Page)
    assert page.text == "a\ufffdb \U0001f600"
