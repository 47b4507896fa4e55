"""Word documents: styles, computed numbers, tables, tracked changes, fields, text boxes, notes; bad files."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from make_files import OLE, levels, numbering, p, word
from read_back import texts

from torparse.errors import UnreadableInput
from torparse.model import BlockKind, Document
from torparse.readers import Limits, read
from torparse.readers._word.numbers import letters, ordinal, roman, words

H, P, I, C = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL  # noqa: E741


def labels(found: Document) -> list[str]:
    return [block.label for block in found.blocks]


def styles(*inner: str) -> str:
    return "".join(inner)


def style(name: str, called: str, *, based: str = "", properties: str = "") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    head = f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{called}"/>{on}'
    return f"{head}<w:pPr>{properties}</w:pPr></w:style>"


def test_a_document_made_by_python_docx(tmp_path: Path) -> None:
    import docx

    made = docx.Document()
    made.add_heading("Terms of Reference", 0)
    made.add_heading("Quorum", 2)
    made.add_paragraph("Five members.")
    made.add_paragraph("The Chair", style="List Bullet")
    table = made.add_table(rows=2, cols=2)
    for row, cells in enumerate([("Body", "Quorum"), ("Board", "5")]):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    made.add_comment(made.paragraphs[2].runs, text="is it?", author="A", initials="A")
    made.save(str(tmp_path / "a.docx"))
    found = read(tmp_path / "a.docx")
    assert [(b.kind, b.level, b.paragraph) for b in found.blocks[:4]] == [(H, 1, 0), (H, 2, 1), (P, 0, 2), (I, 1, 3)]
    assert [(b.row, b.column) for b in found.blocks[4:]] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert found.text == "Terms of Reference\nQuorum\nFive members.\nThe Chair\nBody\nQuorum\nBoard\n5"
    assert (found.media, found.pages, len(found.comments), found.changes) == ("docx", None, 1, 0)


LEGAL = levels(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "(%4)"))


@pytest.mark.parametrize(
    ("abstract", "nums", "places", "expected"),
    [
        # levels count and restart under each other
        (LEGAL, [""], [(1, 0), (1, 1), (1, 2), (1, 2), (1, 3), (1, 1), (1, 2), (1, 0), (1, 1)],
         ["1.", "1.1", "(a)", "(b)", "(i)", "1.2", "(a)", "2.", "2.1"]),
        # two lists of the same kind count on together
        (LEGAL, ["", ""], [(1, 0), (2, 0), (1, 0)], ["1.", "2.", "3."]),
        # unless the second starts anew, once
        (LEGAL, ["", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'],
         [(1, 0), (1, 0), (2, 0), (2, 0)], ["1.", "2.", "1.", "2."]),
        # a level that never restarts
        (levels(("decimal", "%1"), ("decimal", "%2"), more={1: '<w:lvlRestart w:val="0"/>'}), [""],
         [(1, 0), (1, 1), (1, 0), (1, 1)], ["1", "1", "2", "2"]),
        # capitals, legal style turns Roman into decimal, text around the number
        (levels(("upperRoman", "Article %1"), ("decimal", "%1.%2"), more={1: "<w:isLgl/>"}), [""],
         [(1, 0), (1, 0), (1, 1)], ["Article I", "Article II", "2.1"]),
        # bullets and lists without a number have none
        (levels(("bullet", "•"), ("none", "")), [""], [(1, 0), (1, 1)], ["", ""]),
        # a deeper level before its parent shows the parent's start
        (LEGAL, [""], [(1, 1), (1, 1)], ["1.1", "1.2"]),
        # list 0 is no list, an unknown one neither
        (LEGAL, [""], [(0, 0), (7, 0), (1, 0)], ["", "", "1."]),
    ],
)  # fmt: skip
def test_numbers(
    tmp_path: Path, abstract: str, nums: list[str], places: list[tuple[int, int]], expected: list[str]
) -> None:
    body = "".join(p(f"text {i}", num=place) for i, place in enumerate(places))
    found = read(word(tmp_path / "a.docx", body, parts={"numbering": numbering(abstract, *nums)}))
    assert labels(found) == expected


def test_numbers_that_come_with_styles(tmp_path: Path) -> None:
    abstract = levels(("decimal", "%1"), ("decimal", "%1.%2"),
                      more={0: '<w:pStyle w:val="One"/>', 1: '<w:pStyle w:val="Two"/>'})  # fmt: skip
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    found = read(
        word(
            tmp_path / "a.docx",
            p("Board", style="One")
            + p("Quorum", style="Two")
            + p("Own", style="Mine")
            + p("Off", style="One", num=(0, 0)),
            parts={
                "numbering": numbering(abstract, ""),
                "styles": styles(
                    style("One", "heading 1", properties=listed),
                    style("Two", "heading 2", properties=listed),
                    style("Mine", "Clause", based="Two"),
                ),
            },
        )
    )
    assert [(b.kind, b.level, b.label) for b in found.blocks] == [(H, 1, "1"), (H, 2, "1.1"), (H, 2, "1.2"), (H, 1, "")]


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, ("i", "a", "1st", "One")), (4, ("iv", "d", "4th", "Four")), (27, ("xxvii", "aa", "27th", "Twenty-seven")),
     (12, ("xii", "l", "12th", "Twelve")), (52, ("lii", "zz", "52nd", "Fifty-two")), (0, ("0", "0", "0th", "Zero"))],
)  # fmt: skip
def test_number_formats(count: int, expected: tuple[str, str, str, str]) -> None:
    assert (roman(count), letters(count), ordinal(count), words(count)) == expected


@pytest.mark.parametrize(
    ("properties", "called", "level"),
    [
        ("", "heading 3", 3),
        ('<w:outlineLvl w:val="1"/>', "Clause heading", 2),
        ('<w:outlineLvl w:val="9"/>', "heading 1", 0),  # expressly body text
        ("", "Title", 1),
        ("", "Body Text", 0),
    ],
)
def test_heading_levels(tmp_path: Path, properties: str, called: str, level: int) -> None:
    defined = styles(style("A", called, properties=properties), style("B", "Own", based="A"))
    found = read(word(tmp_path / "a.docx", p("Quorum", style="B"), parts={"styles": defined}))
    assert found.blocks[0].level == level
    assert (found.blocks[0].kind is H) is (level > 0)


def test_a_clause_in_a_heading_style_is_no_heading(tmp_path: Path) -> None:
    text = "A quorum of three voting members is required at every meeting of the Board."
    found = read(word(tmp_path / "a.docx", p(text, style="A"), parts={"styles": style("A", "heading 2")}))
    assert found.blocks[0].kind is P


def test_a_circle_of_styles_ends(tmp_path: Path) -> None:
    circle = styles(style("A", "One", based="B"), style("B", "Two", based="A"))
    assert texts(read(word(tmp_path / "a.docx", p("x", style="A"), parts={"styles": circle}))) == ["x"]


BOX = "<w:txbxContent>" + p("In the box") + "</w:txbxContent>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # insertions are read, deletions are not, moves count at their new place
        (p("A quorum of ", runs="<w:ins><w:r><w:t>five</w:t></w:r></w:ins>"
           "<w:del><w:r><w:delText>three</w:delText></w:r></w:del>"),
         ["A quorum of five"]),
        ("<w:p><w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>new</w:t></w:r></w:moveTo></w:p>",
         ["new"]),
        # a paragraph whose end is deleted goes on in the next
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p>" + p("two"), ["one two"]),
        # a field's code is dropped, its result kept, nested ones too
        (p("See ", runs='<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF </w:instrText></w:r>'
           '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>code</w:t></w:r>'
           '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>inner</w:t></w:r>'
           '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
           '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Annex 3</w:t></w:r>'
           '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>.</w:t></w:r>'), ["See Annex 3."]),
        # a field that never ends swallows no other paragraph
        (p("a", runs='<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p("b"), ["a", "b"]),
        (p(runs='<w:fldSimple w:instr="DATE"><w:r><w:t>May</w:t></w:r></w:fldSimple>'), ["May"]),
        (p(runs="<w:hyperlink><w:r><w:t>the Compact</w:t></w:r></w:hyperlink>"), ["the Compact"]),
        # a text box is read once, behind the paragraph that it hangs on
        (p("Anchor", runs="<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>" + BOX
           + "</wps:txbx></mc:Choice>"
           "<mc:Fallback><w:pict>" + BOX + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>") + p("Next"),
         ["Anchor", "In the box", "Next"]),
        (p("Anchor", runs="<w:r><w:pict><v:shape><v:textbox>" + BOX + "</v:textbox></v:shape></w:pict></w:r>"),
         ["Anchor", "In the box"]),
        # content controls, within a paragraph and around some
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + p("kept", runs="<w:sdt><w:sdtContent><w:r><w:t> too</w:t></w:r>"
         "</w:sdtContent></w:sdt>")
         + "</w:sdtContent></w:sdt>", ["kept too"]),
        # tabs, line breaks, hyphens, signs
        (p(runs="<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
           '<w:softHyphen/><w:t>e</w:t><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'), ["a\tb\nc\u2011de•"]),
        # hidden text is left out
        (p("seen", runs="<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"), ["seen"]),
        # empty paragraphs are no blocks
        (p() + p("   ") + p("x"), ["x"]),
    ],
)  # fmt: skip
def test_what_word_shows(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert texts(read(word(tmp_path / "a.docx", body))) == expected


def test_changes_are_counted_and_said(tmp_path: Path) -> None:
    body = p("x", runs="<w:ins><w:r><w:t>y</w:t></w:r></w:ins><w:del><w:r><w:delText>z</w:delText></w:r></w:del>")
    found = read(word(tmp_path / "a.docx", body))
    assert found.changes == 2
    assert "tracked changes" in found.warnings[0]


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def test_tables_with_merged_and_nested_cells(tmp_path: Path) -> None:
    nested = "<w:tbl><w:tr>" + cell(p("n1")) + cell(p("n2")) + "</w:tr></w:tbl>"
    body = (
        "<w:tbl>"
        "<w:tr>" + cell(p("wide"), '<w:gridSpan w:val="2"/>') + cell(p("c"), '<w:vMerge w:val="restart"/>') + "</w:tr>"
        "<w:tr>" + cell(p("a") + p("b")) + cell(nested + p()) + cell(p("gone"), "<w:vMerge/>") + "</w:tr>"
        "<w:tr><w:trPr><w:del/></w:trPr>" + cell(p("deleted")) + "</w:tr>"
        "</w:tbl>" + p("after")
    )
    found = read(word(tmp_path / "a.docx", body))
    assert [(b.table, b.row, b.column, t) for b, t in zip(found.blocks, texts(found), strict=True)] == [
        (0, 0, 0, "wide"), (0, 0, 2, "c"), (0, 1, 0, "a\nb"), (1, 0, 0, "n1"), (1, 0, 1, "n2"),
        (None, None, None, "after"),
    ]  # fmt: skip


def test_a_table_of_one_cell_is_only_a_frame(tmp_path: Path) -> None:
    found = read(word(tmp_path / "a.docx", "<w:tbl><w:tr>" + cell(p("one") + p("two")) + "</w:tr></w:tbl>"))
    assert [b.kind for b in found.blocks] == [P, P]


def test_notes_stand_at_the_end_with_their_numbers(tmp_path: Path) -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">'
        + p("By link.")
        + "</w:footnote>"
    )
    body = p("Present", runs='<w:r><w:footnoteReference w:id="2"/></w:r>') + p("Last")
    found = read(word(tmp_path / "a.docx", body, parts={"footnotes": notes}))
    assert texts(found) == ["Present[1]", "Last", "By link."]
    assert (found.blocks[-1].kind, found.blocks[-1].label) == (BlockKind.FOOTNOTE, "1")


def test_paragraph_indexes_find_the_paragraphs_again(tmp_path: Path) -> None:
    import docx
    from docx.oxml.ns import qn

    body = p("a") + "<w:tbl><w:tr>" + cell(p("b")) + cell(p("c")) + "</w:tr></w:tbl>" + p() + p("d")
    path = word(tmp_path / "a.docx", body)
    found = read(path)
    with zipfile.ZipFile(path) as archive:
        root = docx.oxml.parser.parse_xml(archive.read("word/document.xml"))
    every = list(root.iter(qn("w:p")))
    assert ["".join(t.text for t in every[b.paragraph or 0].iter(qn("w:t"))) for b in found.blocks] == texts(found)


ENTITY = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("prologue", [ENTITY, LAUGHS], ids=["a file from outside", "entities in entities"])
def test_entities_are_refused(tmp_path: Path, prologue: str) -> None:
    with pytest.raises(UnreadableInput, match="declares entities"):
        read(word(tmp_path / "a.docx", p("&x;" if "SYSTEM" in prologue else "&b;"), prologue=prologue))


def test_entities_are_refused_in_another_encoding_too(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", p("x"))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    main = f'<?xml version="1.0" encoding="UTF-16"?>{ENTITY}{parts["word/document.xml"].decode()}'
    parts["word/document.xml"] = main.encode("utf-16")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(UnreadableInput, match="declares entities"):
        read(path)


def test_a_file_that_unpacks_too_far_is_refused(tmp_path: Path) -> None:
    path = word(tmp_path / "bomb.docx", p("x" * 5_000_000))
    assert path.stat().st_size < 50_000
    with pytest.raises(UnreadableInput, match="unpacks to more than the limit"):
        read(path, limits=Limits(max_unpacked_bytes=1_000_000))


def test_deep_nesting_ends_in_a_clear_line(tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * 3000 + p("x") + "</w:sdtContent></w:sdt>" * 3000
    with pytest.raises(UnreadableInput, match="not well-formed"):
        read(word(tmp_path / "a.docx", deep))


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_truncated_files(tmp_path: Path, share: float) -> None:
    path = word(tmp_path / "a.docx", p("x" * 1000))
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(UnreadableInput, match="is damaged"):
        read(path)


def test_a_password_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 100)
    with pytest.raises(UnreadableInput, match="protected with a password"):
        read(path)


def test_broken_xml(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"word/document\.xml is not well-formed"):
        read(word(tmp_path / "a.docx", "<w:p>"))


def test_a_document_without_words(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="has no text"):
        read(word(tmp_path / "a.docx", p()))


@pytest.mark.parametrize("name", ["calderstoke-lsp-constitution-2005", "harrowmere-hwb-procedure-rules-2022"])
def test_the_written_documents_have_the_words_of_the_text_beside_them(shared: Path, name: str) -> None:
    folder = shared / "corpus" / "written"
    found = read(folder / f"{name}.docx")
    shown = [
        f"{b.label} {t}" for b, t in zip(found.blocks, texts(found), strict=True) if b.kind is not BlockKind.FOOTNOTE
    ]
    shown += [
        f"[{b.label}] {t}" for b, t in zip(found.blocks, texts(found), strict=True) if b.kind is BlockKind.FOOTNOTE
    ]
    beside = (folder / f"{name}.txt").read_text(encoding="utf-8").replace("\nNotes\n", "\n").replace(" | ", " ")
    assert " ".join(shown).upper().split() == beside.upper().split()
