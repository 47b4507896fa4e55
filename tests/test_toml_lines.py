"""TOML that people edit: every key's line, and refusals that name the file, the line and the names there are."""

from __future__ import annotations

import pytest

from torparse.errors import BadData
from torparse.toml_lines import Table, parse

TEXT = '''# a comment with [brackets] and = signs
title = "one = [two] # three"
long = """
first
second""" # behind
"quoted.key" = 'x'
dotted.name = 1.5
when = 2013-04-01
list = [
  "a", # the first
  "b",
]
pair = [{ type = "x", given = ["y"] },
        { type = "z" }]

[plain]
key = 1

[[item]]
id = "one"
[[item.part]]
label = "p"

[[item]]
id = "two"
[[item.part]]
label = "q"
[[item.part]]
label = "r"
[item.extra]
deep = { a.b = [1,
  2] }
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2), (("long",), 3), (("quoted.key",), 6), (("dotted",), 7), (("dotted", "name"), 7),
        (("when",), 8), (("list",), 9), (("list", 0), 10), (("list", 1), 11),
        (("pair",), 13), (("pair", 0, "given"), 13), (("pair", 0, "given", 0), 13), (("pair", 1), 14),
        (("pair", 1, "type"), 14), (("plain",), 16), (("plain", "key"), 17),
        (("item", 0), 19), (("item", 0, "part", 0, "label"), 22), (("item", 1), 24),
        (("item", 1, "part", 0, "label"), 27), (("item", 1, "part", 1), 28), (("item", 1, "part", 1, "label"), 29),
        (("item", 1, "extra", "deep"), 31), (("item", 1, "extra", "deep", "a", "b", 1), 32),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_line_of_every_key(path: tuple[str | int, ...], line: int, ends: str) -> None:
    assert parse(TEXT.replace("\n", ends), "own.toml").line(*path) == line


def test_what_is_not_there_has_the_line_of_what_is_around_it() -> None:
    table = parse(TEXT, "own.toml")
    assert table.line("item", 1, "part", 1, "lable") == 28
    assert table.line("nothing") == 1


def _item(extra: str) -> Table:
    return parse(f'[[item]]\nid = "one"\n{extra}\n', "own.toml").tables("item")[0]


@pytest.mark.parametrize(
    ("extra", "ask", "message"),
    [
        ("titel = 1", lambda t: t.keys(("id",), ("title",)),
         "own.toml, line 3: unknown key 'titel'. The ones there are: id, title."),
        ("", lambda t: t.keys(("id", "title")), "own.toml, line 1: the key 'title' is missing."),
        ("is = 1", lambda t: t.keys(("id",), what="predicate"), "own.toml, line 3: unknown predicate 'is'."),
        ("why = ' '", lambda t: t.words("why"), "own.toml, line 3: why needs some words."),
        ("", lambda t: t.words("why"), "own.toml, line 1: why needs some words."),
        ("why = 'x'", lambda t: t.code("why", ("y", "z")),
         "own.toml, line 3: unknown why 'x'. The ones there are: y, z."),
        ("why = 'no'", lambda t: t.flag("why"), "own.toml, line 3: why is true or false."),
        ("why = 'no'", lambda t: t.values("why"), "own.toml, line 3: why is a list in square brackets."),
        ("why = ['a',\n3]", lambda t: t.strings("why"), "own.toml, line 4: why needs some words."),
        ("why = 3", lambda t: t.table("why"), "own.toml, line 3: why is a table."),
        ("why = [3]", lambda t: t.tables("why"), "own.toml, line 3: why is a list of tables"),
        ("why = []", lambda t: t.tables("why"), "own.toml, line 3: why is a list of tables"),
        ("part = [{ a = 1 },\n{ b = 2 }]", lambda t: t.tables("part")[1].keys(("a",)),
         "own.toml, line 4: unknown key 'b'. The ones there are: a."),
    ],
)  # fmt: skip
def test_refusals(extra: str, ask: object, message: str) -> None:
    assert callable(ask)
    with pytest.raises(BadData) as error:
        ask(_item(extra))
    assert message in str(error.value)


def test_what_is_right_is_given() -> None:
    table = parse(TEXT, "own.toml")
    assert table.words("long") == "first second"
    assert table.words("none", "-") == "-"
    assert table.strings("list") == ("a", "b")
    assert table.strings("none") == ()
    assert table.flag("none") is False
    assert table.code("none", ("x",), "x") == "x"
    assert [t.words("id") for t in table.tables("item")] == ["one", "two"]
    assert table.table("plain").data == {"key": 1}


@pytest.mark.parametrize(
    ("text", "line", "what", "example"),
    [
        ('name = "x",', 1, "there is a comma too many behind the value", 'Write name = "x"'),
        ('a = 1\nrule = { by = "x", }', 2, "there is a comma too many between the braces", "rum = { count = 5, of ="),
        ('parts = ["a",,\n"b"]', 1, "there is a comma too many", 'parts = ["one", "another"]'),
        ('parts = ["a"\n"b"]', 2, "a comma is missing between two entries of the list", "parts = ["),
        ('parts = [\n"a",\nq = 1', 3, "a square bracket [ is not closed before here", "parts = ["),
        ('parts = [\n"a"\nq = 1', 3, "a square bracket [ is not closed before here", "parts = ["),
        ('rule = { by = "x" of = "y" }', 1, "a comma is missing between two fields", "{ count = 5, of ="),
        ('rule = { by = "x",\n of = "y" }', 1, "what stands in braces goes on one line", "{ count = 5, of ="),
        ("a = 1\nrule = {", 2, "a brace { is not closed", "{ count = 5, of ="),
        ("a = 1\n[b", 2, "a square bracket [ is not closed", "[b]"),
        ("name = Elm Board # ours", 1, "words stand in quotation marks", 'Write name = "Elm Board"'),
        ("rule = { by = members }", 1, "words stand in quotation marks", 'Write by = "members"'),
        ("name = “Elm Board”", 1, "the quotation marks are curly ones", 'Write name = "Elm Board"'),
        ('a = 1\nname = "Elm', 2, "the closing quotation mark is missing", 'name = "some words"'),
        ('name = "Elm\na = 1', 1, "the closing quotation mark is missing", 'name = "some words"'),
        ("name = 'Elm's Board'", 1, "the words end at the second quotation mark (')", 'Write name = "Elm’s Board"'),
        ("a = 1\nb = \n", 2, "nothing stands behind b =", 'b = "some words"'),
        ('name: "x"', 1, "a colon stands where = belongs", "name = "),
        ('name "x"', 1, "= is missing behind the name", "name = "),
        ("\n= 5", 2, "a name belongs where '=' stands", "name = "),
        ("when = 31.01.2026", 1, "a date is written as year, month and day", "Write when = 2026-01-31"),
        ("when = 2026-02-31", 1, "there is no such date", "when = 2026-01-31"),
        ("share = 1/2", 1, "a share stands in quotation marks", 'Write share = "1/2"'),
        ("rule = { open = Yes }", 1, "yes and no are written as true and false", "Write open = true"),
        ('path = "C:\\parts"', 1, "a backslash is written twice", "C:"),
        ("a = 1\na = 2\n", 2, "a is given twice", "Keep one"),
        ("[q]\na = 1\n[q]", 3, "q is given twice", "Keep one"),
        ("x = { a = 1, a = 2 }", 1, "a is given twice", "Keep one"),
        ("n = 05", 1, "there is more on this line than one answer", "n = "),
        ('n = "\x01"', 1, "this line is not written as such a file asks", "n = "),
    ],
)
def test_what_is_no_toml_is_told_in_plain_words(text: str, line: int, what: str, example: str) -> None:
    with pytest.raises(BadData) as error:
        parse(text, "own.toml")
    assert str(error.value).startswith(f"own.toml, line {line}: {what}")
    assert example in error.value.todo
    assert "\n" not in str(error.value)
