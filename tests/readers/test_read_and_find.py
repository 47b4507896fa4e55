"""Which reader a file gets, what a bad one says, and which files a list of paths stands for."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from make_files import OLE, PNG, p, pdf, word

from torparse.errors import UnreadableInput
from torparse.readers import Limits, find, formats, read, suffixes


def test_formats_are_found_by_scanning_the_folder() -> None:
    assert {one.name for one in formats()} >= {"text", "docx", "pdf"}
    every = [suffix for one in formats() for suffix in one.suffixes]
    assert len(every) == len(set(every)), "two formats claim one suffix"
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in every)


@pytest.mark.parametrize("name", ["terms.txt", "terms.pdf", "terms", "terms.odt"])
def test_a_word_file_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    path = word(tmp_path / "a.docx", p("The quorum is five.")).rename(tmp_path / name)
    found = read(path)
    assert (found.media, found.name, found.id) == ("docx", name, name)
    assert bool(found.warnings) is (name != "terms")
    assert all("the content is docx" in warning for warning in found.warnings)


def test_text_under_the_name_of_a_word_file_is_read_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "terms.docx"
    path.write_text("The quorum is five.", encoding="utf-8")
    found = read(path)
    assert found.media == "txt"
    assert ".docx" in found.warnings[0]


def archive(*names: str) -> bytes:
    import io

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\n", "has no text in it"),
        ("a.txt", bytes(range(256)) * 4, "is not in a format that torparse reads"),
        ("a.docx", PNG, "is damaged: the picture in it cannot be opened"),
        ("a.docx", b"GIF89a", "is a GIF picture, although its name ends in .docx"),
        ("a.gif", b"GIF89a", "is a GIF picture, which torparse does not read"),
        ("a.docx", b"PK\x03\x04 cut", "is damaged"),
        ("a.docx", archive("readme.txt"), "is a zip archive, not a Word document"),
        ("a.docx", archive("[Content_Types].xml", "xl/workbook.xml"), "is an Office file without a Word document"),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le") + b"\x00\x00", "is damaged: the text in it cannot be found"),
        ("a.doc", OLE + "EncryptedPackage".encode("utf-16-le") + b"\x00\x00", "is protected with a password"),
        ("a.doc", OLE, "is an old Office file without a Word document"),
        ("a.doc", b"\x00\x01\x02", "is not an old Word document, although its name ends in .doc"),
        ("a.rtf", b"\x00\x01\x02", "is not a Rich Text document, although its name ends in .rtf"),
        ("a.html", b"\x00\x01\x02", "is not in a format that torparse reads"),
        ("a.pdf", b"\x00\x01\x02\x03", "is damaged"),
    ],
)
def test_bad_files_give_one_clear_line(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableInput, match=message) as caught:
        read(path)
    line = str(caught.value)
    assert line.startswith(str(path))
    assert "\n" not in line
    assert caught.value.todo


def test_a_file_that_is_missing_or_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="does not exist"):
        read(tmp_path / "none.txt")
    with pytest.raises(UnreadableInput, match="is a folder"):
        read(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableInput, match="is not a regular file"):
        read(tmp_path / "pipe.txt")


def test_the_limit_of_size(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 100)
    assert read(path, limits=Limits(max_input_bytes=100)).text == "x" * 100
    with pytest.raises(UnreadableInput, match="larger than the limit"):
        read(path, limits=Limits(max_input_bytes=99))
    with pytest.raises(ValueError, match="max_pages"):
        Limits(max_pages=0)


def test_find_in_a_folder(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "A.docx",
        "sub/c.pdf",
        "sub/old.doc",
        ".hidden.txt",
        "~$A.docx",
        "data.csv",
        "x.png",
        "y.xyz",
        ".git/d.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = find([tmp_path])
    assert [one.id for one in found.files] == ["A.docx", "b.txt", "sub/c.pdf", "sub/old.doc"]
    assert [one.path for one in found.files] == [tmp_path / one.id for one in found.files]
    assert dict(found.skipped) == {
        ".git": "hidden", ".hidden.txt": "hidden", "~$A.docx": "Word's lock file of an open document",
        "data.csv": "data, not a document", "x.png": "a picture; name it itself to have its text recognised",
        "y.xyz": "not a kind of file that torparse reads",
        "link.txt": "a symbolic link, not followed", "loop": "a symbolic link, not followed",
    }  # fmt: skip
    assert found.missing == ()


def test_files_that_are_named(tmp_path: Path) -> None:
    for name in ("terms", "terms.xyz", ".terms.txt", "manifest.json", "a.txt"):
        (tmp_path / name).write_text(name)
    names = ["terms", "terms.xyz", ".terms.txt", "manifest.json", "a.txt", "a.txt", "none.txt"]
    found = find([tmp_path / name for name in names])
    assert [one.id for one in found.files] == ["terms", "terms.xyz", ".terms.txt", "a.txt"]
    assert found.skipped == (("manifest.json", "data, not a document"), ("a.txt", "given twice"))
    assert [str(one) for one in found.missing] == [f"{tmp_path / 'none.txt'}: does not exist. Check the path."]


def test_ids_never_collide(tmp_path: Path) -> None:
    for name in ("x/2008/tor.txt", "x/2016/tor.txt", "y/2016/TOR.txt", "z/2016/tor.txt", "2016/tor.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    folders = [tmp_path / name for name in ("x/2008", "x/2016", "y/2016", "z")]
    found = find([*folders, tmp_path / "2016" / "tor.txt"])
    assert [one.id for one in found.files] == [
        "2008/tor.txt",
        "x/2016/tor.txt",
        "y/2016/TOR.txt",  # file systems that do not know case would mix it up with the others
        "z/2016/tor.txt",
        f"{tmp_path.name}/2016/tor.txt",
    ]


def test_the_limit_of_files(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(name)
    found = find([tmp_path], Limits(max_files=2))
    assert len(found.files) == 2
    assert found.skipped == (("c.txt", "beyond the limit of 2 files"),)


def test_a_name_that_is_no_utf_8_can_be_printed(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("x")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (one,) = find([tmp_path]).files
    assert one.id == "caf\ufffd.txt"
    assert read(one.path, id=one.id).name.encode()


def test_everything_in_the_development_set_is_read_or_said_why_not(shared: Path) -> None:
    found = find([shared / "corpus"])
    assert not found.missing
    for one in found.files:
        document = None
        said = ""
        try:
            document = read(one.path, id=one.id)
        except UnreadableInput as error:
            said = str(error)
        assert "needs LibreOffice" in said if document is None else document.blocks


def test_the_suffixes_of_pdf_and_word_are_known() -> None:
    assert {".pdf", ".docx", ".txt", ".md", ".rst", ".doc", ".odt", ".rtf", ".html"} <= suffixes()


def test_a_pdf_named_docx(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(pdf([[(72, 72, "The quorum is five.")]]))
    assert read(path).media == "pdf"
