"""Comments on the very words of a Word file: what they stand on, and that nothing else of the file changes."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from make_files import p, word

from torparse import readers
from torparse.commenting.marks import Anchor
from torparse.commenting.package import Remark, commented, suffix_of
from torparse.errors import TorparseError
from torparse.model import Document
from torparse.readers import Choices
from word_comments import W, anchored, comment_ids, comment_text, parts_of, root_of, same_but_comments

AS_OF = date(2026, 1, 31)
BOLD = "<w:rPr><w:b/></w:rPr>"


def t(text: str, kind: str = "t") -> str:
    return f'<w:{kind} xml:space="preserve">{text}</w:{kind}>'


def r(text: str, properties: str = "") -> str:
    return f'<w:r w:rsidR="00AB12CD">{properties}{t(text)}</w:r>'


def field(code: str, *result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}{''.join(result)}{mark('end')}"
    )


def control(inner: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def box(inner: str) -> str:
    return (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def cell(*inner: str) -> str:
    return f"<w:tc>{''.join(inner)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


TITLE = p("Terms of the Lower Marsh Forum")
INSERTED = f'<w:ins w:id="7" w:author="Ann" w:date="2025-01-01T00:00:00Z">{r("four ")}</w:ins>'
DELETED = f'<w:del w:id="8" w:author="Ann" w:date="2025-01-01T00:00:00Z"><w:r>{t("six ", "delText")}</w:r></w:del>'
LINK = f'<w:hyperlink w:anchor="x">{r("our code")}</w:hyperlink>'

#: (what is shown, paragraphs, words wanted, words that the comment stands on)
CASES: list[tuple[str, str, str, str]] = [
    ("a whole paragraph", p("Five members will do."), "Five members will do.", "Five members will do."),
    ("the middle of a run", p("If so. Five are enough. Or not."), "Five are enough.", "Five are enough."),
    ("the middle of a bold run", p(runs=r("If so. Five will do. Or not.", BOLD)), "Five will do.", "Five will do."),
    ("a run without blanks at its ends", p(runs="<w:r><w:t>If so. Five will do. Or not.</w:t></w:r>"), "Five will do.",
     "Five will do."),
    ("several runs", p(runs=r("One. ") + r("Five ", BOLD) + r("are enough. Two.")), "Five are enough.",
     "Five are enough."),
    ("a tab within a run", p(runs=f"<w:r>{t('A')}<w:tab/>{t('Five are enough. B')}</w:r>"), "Five are enough.",
     "Five are enough."),
    ("a tab among the words", p(runs=f"<w:r>{t('Five')}<w:tab/>{t('are. B')}</w:r>"), "Five\tare.", "Five\tare."),
    ("tracked changes", p(runs=r("At least ") + DELETED + INSERTED + r("members are there.")), "least four members",
     "least four members"),
    ("the middle of an insertion", p(runs=r("At least ") + INSERTED.replace("four ", "four or five ") + r("come.")),
     "or five", "or five"),
    ("a link", p(runs=r("We follow ") + LINK + r(" at all times.")), "code", "code"),
    ("from before a link into it", p(runs=r("We follow ") + LINK + r(" at all times.")), "follow our", "follow our"),
    ("a field's result", p(runs=r("See ") + field("REF a", r("rule 4.5 below")) + r(" for more.")), "4.5", "4.5"),
    ("a content control", p(runs=r("Chair: ") + control(r("the Mayor of Marsh")) + r(".")), "Mayor", "Mayor"),
    ("a control for plain text, as a whole", p(runs=r("Chair: ") + control(r("the Mayor of Marsh"), "<w:text/>")),
     "Mayor", "the Mayor of Marsh"),
    ("a paragraph in a control", control(p("Five are enough. Or not.")), "Five are enough.", "Five are enough."),
    ("a cell", table(cell(p("Quorum")) + cell(p("Half. Five are enough."))), "Five are enough.", "Five are enough."),
    ("a cell's second paragraph", table(cell(p("Quorum"), p("Half. Five will do.")) + cell(p("x"))), "Five will do.",
     "Five will do."),
    ("a nested table", table(cell(p("Quorum"), table(cell(p("a")) + cell(p("Five will do."))), p("Half.")) +
     cell(p("x"))), "Five will do.", "Five will do."),
    ("behind a nested table", table(cell(p("Quorum"), table(cell(p("a")) + cell(p("b"))), p("Half will do.")) +
     cell(p("x"))), "Half will do.", "Half will do."),
    ("two paragraphs", p("Before. The quorum is:") + p("five members. After."), "The quorum is:\nfive members.",
     "The quorum is:\nfive members."),
    ("a formula, as a whole", p(runs=r("n is ") + '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/'
     '2006/math"><m:r><m:t>half</m:t></m:r></m:oMath>' + r(" of all.")), "half of", " of"),
    ("blanks that are not kept", p(runs="<w:r><w:t> Half. Five will do.</w:t></w:r>"), "Five will do.",
     " Half. Five will do."),
    ("an umlaut and an emoji", p("Für alle 😀. Five will do."), "Five will do.", "Five will do."),
]  # fmt: skip


def made(path: Path, wanted: str, choices: Choices | None = None) -> tuple[bytes, bytes, tuple[Anchor, ...]]:
    """The file before and after a comment on the words wanted, and what that stands on."""
    given = {"choices": choices} if choices else {}
    document = readers.read(path, **given)
    start = document.text.index(wanted)
    remark = Remark("[X01]", ("Words.", "More words."), start, start + len(wanted))
    after, anchors = commented(readers.source(path, **given), document, [remark], AS_OF, "")
    return path.read_bytes(), after, anchors


@pytest.mark.parametrize(("what", "body", "wanted", "stands_on"), CASES, ids=[case[0] for case in CASES])
def test_a_comment_stands_on_the_words(tmp_path: Path, what: str, body: str, wanted: str, stands_on: str) -> None:
    before, after, anchors = made(word(tmp_path / "a.docx", TITLE + body), wanted)
    same_but_comments(before, after)
    if what != "a formula, as a whole":  # whose letters are not those of words
        assert anchored(after, "0") == stands_on
    assert anchors == (Anchor.WORDS,)
    assert comment_text(after, "0") == "[X01] Words.\nMore words."


def test_the_reference_stands_outside_links_insertions_and_fields(tmp_path: Path) -> None:
    for body, wanted in (
        (p(runs=r("We follow ") + LINK + r(" always.")), "code"),
        (p(runs=r("At least ") + INSERTED + r("come.")), "four"),
        (p(runs=r("See ") + field("REF a", r("rule "), r("4.5")) + r(" too.")), "rule"),
    ):
        _, after, _ = made(word(tmp_path / "a.docx", TITLE + body), wanted)
        (reference,) = root_of(after).iter(f"{W}commentReference")
        run = reference.getparent()
        assert run is not None
        assert run.getparent().tag == f"{W}p"  # type: ignore[union-attr]
        kinds = [one.get(f"{W}fldCharType") for one in run.itersiblings(preceding=True) for one in one]
        assert kinds.count("begin") == kinds.count("end")


PARAGRAPHS: list[tuple[str, str, dict[str, str], str, str]] = [
    # what, paragraphs, further parts, words wanted, text of the paragraph that the comment stands on
    ("a text box", p("Beside it.", runs=box(p("Five will do."))), {}, "Five will do.", "Beside it."),
    ("a note", p("Half.", runs='<w:r><w:footnoteReference w:id="2"/></w:r>'),
     {"footnotes": f'<w:footnote w:id="2">{p("Five will do.")}</w:footnote>'}, "Five will do.", "Half."),
]  # fmt: skip


@pytest.mark.parametrize(("what", "body", "parts", "wanted", "text"), PARAGRAPHS, ids=[case[0] for case in PARAGRAPHS])
def test_where_no_comment_can_be_it_stands_on_the_paragraph(
    tmp_path: Path, what: str, body: str, parts: dict[str, str], wanted: str, text: str
) -> None:
    before, after, anchors = made(word(tmp_path / "a.docx", TITLE + body, parts=parts), wanted)
    same_but_comments(before, after)
    assert anchors == (Anchor.PARAGRAPH,)
    assert anchored(after, "0").startswith(text)
    (start,) = root_of(after).iter(f"{W}commentRangeStart")
    assert not any(one.tag == f"{W}txbxContent" for one in start.iterancestors())


def test_many_comments_on_and_within_each_other(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", TITLE + p("The quorum is five. The chair decides. All vote."))
    document = readers.read(path)
    wanted = ("The quorum is five.", "quorum", "quorum is five. The chair", "The quorum is five.", "All vote.", "five.")
    spans = [(document.text.index(words), document.text.index(words) + len(words)) for words in wanted]
    remarks = [Remark(f"[X{n}]", ("Words.",), *span) for n, span in enumerate(spans)]
    after, _ = commented(readers.source(path), document, remarks, AS_OF, "")
    same_but_comments(path.read_bytes(), after)
    assert [anchored(after, id) for id in comment_ids(after)] == list(wanted)


def test_what_was_deleted_is_marked_where_the_original_is_read(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", TITLE + p(runs=r("At least ") + DELETED + INSERTED + r("members.")))
    before, after, anchors = made(path, "six members", Choices(changes="original"))
    same_but_comments(before, after)
    assert anchors == (Anchor.WORDS,)
    (start,) = root_of(after).iter(f"{W}commentRangeStart")
    assert start.getparent().tag == f"{W}del"  # type: ignore[union-attr]


def test_a_paragraph_that_goes_on_in_the_next(tmp_path: Path) -> None:
    gone = '<w:pPr><w:rPr><w:del w:id="9" w:author="Ann"/></w:rPr></w:pPr>'
    body = f"<w:p>{gone}{r('The quorum ')}</w:p>{p('is five. After.')}"
    before, after, anchors = made(word(tmp_path / "a.docx", TITLE + body), "quorum is five.")
    same_but_comments(before, after)
    assert anchored(after, "0") == "quorum \nis five."
    assert anchors == (Anchor.WORDS,)


# ---- the package


def usual(path: Path) -> Path:
    """A file as Word has it, by python-docx: with a header, a table and a comment of somebody's."""
    file = docx.Document()
    file.add_heading("Terms of the Lower Marsh Forum", 0)
    paragraph = file.add_paragraph("The quorum is ")
    paragraph.add_run("five").bold = True
    paragraph.add_run(" members. The chair decides.")
    file.add_comment(paragraph.runs[:2], text="Is this enough?", author="Ann Other", initials="AO")
    file.add_table(1, 2).cell(0, 1).text = "Half will do."
    file.sections[0].header.paragraphs[0].text = "Draft"
    file.save(str(path))
    return path


def test_comments_that_are_there_stay(tmp_path: Path) -> None:
    path = usual(tmp_path / "a.docx")
    before, after, _ = made(path, "quorum is five members.")
    same_but_comments(before, after)
    assert comment_ids(after) == ["0", "1"]
    old, new = docx.Document(io.BytesIO(after)).comments
    assert (old.text, old.author, old.initials) == ("Is this enough?", "Ann Other", "AO")
    assert old.timestamp == next(iter(docx.Document(io.BytesIO(before)).comments)).timestamp
    assert (new.author, new.initials) == ("torparse", "tp")
    assert new.timestamp is not None
    assert new.timestamp.date() == AS_OF
    assert anchored(after, "0") == anchored(before, "0")
    assert anchored(after, "1") == "quorum is five members."


def test_ids_of_comments_never_meet(tmp_path: Path) -> None:
    """A reference without a comment, as other programs leave it, keeps its number to itself."""
    lost = '<w:r><w:commentReference w:id="41"/></w:r>'
    _, after, _ = made(word(tmp_path / "a.docx", TITLE + p("Five.", runs=lost)), "Five.")
    assert comment_ids(after) == ["42"]


def test_a_new_part_is_known_to_the_package(tmp_path: Path) -> None:
    path = usual(tmp_path / "a.docx")
    parts = parts_of(path.read_bytes())
    bare = io.BytesIO()
    with zipfile.ZipFile(bare, "w") as archive:
        for name, data in parts.items():
            if name != "word/comments.xml":
                archive.writestr(name, _without_comments(name, data))
    path.write_bytes(bare.getvalue())
    before, after, _ = made(path, "The chair decides.")
    same_but_comments(before, after)
    assert [one.text for one in docx.Document(io.BytesIO(after)).comments] == ["[X01] Words.\nMore words."]


def _without_comments(name: str, data: bytes) -> bytes:
    from lxml import etree

    if name not in ("[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"):
        return data
    root = etree.fromstring(data)
    for one in list(root.iter()):
        reference = str(one.tag).endswith(("commentRangeStart", "commentRangeEnd", "commentReference"))
        if reference or "comments" in f"{one.get('PartName')}{one.get('Target')}":
            one.getparent().remove(one)  # type: ignore[union-attr]
    return etree.tostring(root)


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    path = usual(tmp_path / "a.docx")
    assert made(path, "members.")[1] == made(path, "members.")[1]


def test_a_signed_file_is_refused(tmp_path: Path) -> None:
    path = usual(tmp_path / "a.docx")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    with pytest.raises(TorparseError, match="would break the signature"):
        made(path, "members.")


def test_a_file_that_changed_meanwhile_is_refused(tmp_path: Path) -> None:
    path = usual(tmp_path / "a.docx")
    document: Document = readers.read(path)
    file = docx.Document(str(path))
    file.sections[0].header.paragraphs[0].text = "Final"  # which is no part of the text
    file.save(str(path))
    with pytest.raises(TorparseError, match="changed while it was read"):
        commented(readers.source(path), document, [], AS_OF, "")


def test_the_ending_follows_the_kind_of_file(tmp_path: Path) -> None:
    path = usual(tmp_path / "a.docx")
    assert suffix_of(readers.source(path)) == ".docx"
    parts = parts_of(path.read_bytes())
    word_kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data.replace(word_kind, b"application/vnd.ms-word.document.macroEnabled.main+xml"))
    assert suffix_of(readers.source(path)) == ".docm"
