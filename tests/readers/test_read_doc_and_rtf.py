"""Old Word and Rich Text: conversion in one go and one by one, without LibreOffice, and files that stop it."""

from __future__ import annotations

import os
import pickle
import shutil
import stat
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest
from make_files import p, word
from test_read_html import listener

from conftest import require
from torparse.errors import UnreadableInput
from torparse.model import BlockKind
from torparse.readers import Limits, _libreoffice, prepare, read

H, P = BlockKind.HEADING, BlockKind.PARAGRAPH
RTF = rb"{\rtf1\ansi\ansicpg1252 The quorum is five members.\par Caf\'e9.\par}"


@pytest.fixture
def office() -> str:
    require("libreoffice", bool(_libreoffice.program()), "LibreOffice is not installed")
    return _libreoffice.program()


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without LibreOffice and other converters; the folder given is its path of programs."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(_libreoffice, "_PLACES", ())
    return folder


def tool(folder: Path, name: str, script: str) -> None:
    """A program that does what ``script`` (Python) says."""
    path = folder / name
    path.write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def old_word(flags: int = 0) -> bytes:
    """The skeleton of an old Word file: a compound file's header, one directory entry, the main stream's header."""
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    struct.pack_into("<H", head, 0x1E, 9)
    name = "WordDocument".encode("utf-16-le")
    entry = bytearray(name + bytes(512 - len(name)))
    struct.pack_into("<II", entry, 116, 1, 4096)
    stream = bytearray(512)
    struct.pack_into("<HH", stream, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", stream, 0x0A, flags)
    return bytes(head + entry + stream)


def test_written_documents_have_the_words_of_the_text_beside_them(office: str, shared: Path) -> None:
    folder = shared / "corpus" / "written"
    name = "lindmarsh-enterprise-partnership-standing-orders-2019"
    beside = (folder / f"{name}.txt").read_text(encoding="utf-8")
    paths = [folder / f"{name}{suffix}" for suffix in (".doc", ".rtf")]
    with prepare(paths) as prepared:
        assert len(prepared.files) == 2
        for path in paths:
            found = read(path, prepared=prepared)
            shown = [f"{b.label} {found.text[b.start : b.end]}" for b in found.blocks]
            assert " ".join(shown).upper().split() == beside.upper().split()
            assert (found.media, found.warnings, found.name) == (path.suffix[1:], (), path.name)
            assert found.blocks[0].kind is H
            assert all(b.paragraph is None for b in found.blocks)


def test_one_by_one_and_in_one_go_are_the_same(office: str, tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(RTF)
    alone = read(path)
    with prepare([path, path, tmp_path / "none.doc", tmp_path]) as prepared:
        assert len(prepared.files) == 1
        assert read(path, prepared=pickle.loads(pickle.dumps(prepared))) == alone
        folder = next(iter(prepared.files.values())).path
        assert folder is not None
    assert not folder.exists()
    assert alone.text == "The quorum is five members.\nCaf\xe9."
    assert alone.media == "rtf"


def test_damaged_files_among_others(office: str, tmp_path: Path, shared: Path) -> None:
    good = next((shared / "corpus" / "written").glob("*.doc")).read_bytes()
    bad = {
        "cut.doc": good[:20_000],
        "a.rtf": RTF,
        "junk.rtf": b"{\\rtf1" + bytes(range(256)) * 20,
        "skeleton.doc": old_word(),
        "good.doc": good,
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    paths = [tmp_path / name for name in bad]
    said = {}
    with prepare(paths) as prepared:
        for path in paths:
            try:
                said[path.name] = read(path, prepared=prepared).media
            except UnreadableInput as error:
                said[path.name] = error.what
    assert said["good.doc"] == "doc"
    assert said["a.rtf"] == "rtf"
    assert not any("\n" in one for one in said.values())
    assert all("is damaged" in said[name] for name in ("cut.doc", "junk.rtf", "skeleton.doc")), said


def test_a_linked_picture_is_not_fetched(office: str, tmp_path: Path) -> None:
    """LibreOffice fetches such pictures by default, even where its settings say that links are not to be followed."""
    with listener() as (address, asked):
        (tmp_path / "a.html").write_text(f'<p>The quorum is five.</p><img src="{address}/a.png">', encoding="utf-8")
        subprocess.run(
            [office, f"-env:UserInstallation={(tmp_path / 'p').as_uri()}", "--headless", "--convert-to",
             "doc:MS Word 97", "--outdir", str(tmp_path), str(tmp_path / "a.html")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        assert asked, "the picture was not even linked: this test shows nothing"
        asked.clear()
        assert address.encode() in (tmp_path / "a.doc").read_bytes()
        assert "The quorum is five." in read(tmp_path / "a.doc").text
        field = r'{\field{\*\fldinst INCLUDEPICTURE "' + address + r'/b.png" \\d}{\fldrslt }}'
        (tmp_path / "a.rtf").write_text(r"{\rtf1 Five." + field + r"\par}", encoding="ascii")
        assert "Five." in read(tmp_path / "a.rtf").text
    assert asked == []


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (old_word(0x0100), "is protected with a password"),
        (old_word()[:1024], "is damaged: the text in it cannot be found"),
        (old_word().replace("WordDocument".encode("utf-16-le"), "Workbook\0\0\0\0".encode("utf-16-le")),
         "an old Office file without a Word document"),
    ],
)  # fmt: skip
def test_bad_old_word_files(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "a.doc").write_bytes(data)
    with pytest.raises(UnreadableInput, match=message):
        read(tmp_path / "a.doc")


def test_without_any_converter(no_office: Path, tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(old_word())
    with prepare([tmp_path / "a.doc"]) as prepared:
        assert not prepared.files
        with pytest.raises(UnreadableInput, match=r"needs LibreOffice.*Install LibreOffice, or open it and save it as"):
            read(tmp_path / "a.doc", prepared=prepared)


@pytest.mark.parametrize("name", ["antiword", "catdoc"])
def test_a_light_converter_in_its_place(no_office: Path, tmp_path: Path, name: str) -> None:
    tool(no_office, name, "print('1. Quorum\\n\\nThe quorum is five members of the Board.')")
    (tmp_path / "a.doc").write_bytes(old_word())
    found = read(tmp_path / "a.doc")
    assert " ".join(found.text.split()) == "1. Quorum The quorum is five members of the Board."
    assert (found.media, found.blocks[0].line) == ("doc", None)
    assert found.warnings[0].startswith(f"Read with {name}, as LibreOffice is not installed")
    assert "numbers are missing or wrong" in found.warnings[0]  # a reader must not cite them unseen


@pytest.mark.parametrize(
    ("script", "message"),
    [("import time; time.sleep(60)", "takes antiword more than 1 s"), ("import sys; sys.exit(1)", "cannot open it"),
     ("", "cannot open it")],
)  # fmt: skip
def test_a_light_converter_that_fails(no_office: Path, tmp_path: Path, script: str, message: str) -> None:
    tool(no_office, "antiword", script)
    (tmp_path / "a.doc").write_bytes(old_word())
    with pytest.raises(UnreadableInput, match=message):
        read(tmp_path / "a.doc", limits=Limits(max_seconds=1))


# A stand-in for LibreOffice: it copies a ready .docx for each file, hangs on one that says so, dies on another.
FAKE = """
import pathlib, shutil, sys, time, os
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
for name in sys.argv[sys.argv.index("--outdir") + 2:]:
    text = pathlib.Path(name).read_bytes()
    if b"hang" in text:
        time.sleep(600)
    if b"die" in text:
        os._exit(1)
    if b"lost" not in text:
        shutil.copy({ready!r}, out / (pathlib.Path(name).stem + ".docx"))
"""


def test_a_file_that_hangs_or_kills_the_converter_is_given_up(
    no_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = word(tmp_path / "ready.docx", p("Five."))
    tool(no_office, "soffice", FAKE.format(ready=str(ready)))
    monkeypatch.setattr(_libreoffice, "_START_SECONDS", 0.0)
    kinds = ["one", "lost", "hang", "two", "die", "three", "lost too"]
    paths = []
    for i, kind in enumerate(kinds):
        paths.append(tmp_path / f"{i}.rtf")
        paths[-1].write_text(f"{{\\rtf1 {kind} {i}}}", encoding="ascii")
    start = time.monotonic()
    with prepare(paths, Limits(max_seconds=2)) as prepared:
        said = []
        for path in paths:
            try:
                said.append(read(path, prepared=prepared).text)
            except UnreadableInput as error:
                said.append(error.what)
    assert time.monotonic() - start < 60, "the hanging process was waited for"
    damaged = "is damaged: LibreOffice cannot open it"
    # a file that is lost in silence just before one that hangs is given up in its place, then the one that hangs is
    assert said == [
        "Five.", "takes more than 2 s to convert", "takes more than 2 s to convert", "Five.", "stops LibreOffice",
        "Five.", damaged,
    ]  # fmt: skip


def test_what_libreoffice_makes_is_looked_at(no_office: Path, tmp_path: Path) -> None:
    junk = tmp_path / "junk.docx"
    junk.write_bytes(b"PK\x03\x04 no zip")
    tool(no_office, "soffice", FAKE.format(ready=str(junk)))
    (tmp_path / "a.rtf").write_bytes(RTF)
    with pytest.raises(UnreadableInput, match="what LibreOffice makes of it cannot be read"):
        read(tmp_path / "a.rtf")
    garbled = word(tmp_path / "g.docx", p("\ufffd\ufffd\ufffd ab"))
    tool(no_office, "soffice", FAKE.format(ready=str(garbled)))
    with pytest.raises(UnreadableInput, match="have no meaning"):
        read(tmp_path / "a.rtf")


def test_the_limit_of_seconds_is_checked() -> None:
    with pytest.raises(ValueError, match="max_seconds"):
        Limits(max_seconds=0)


def test_old_word_under_another_name(office: str, tmp_path: Path, shared: Path) -> None:
    shutil.copy(next((shared / "corpus" / "written").glob("*.doc")), tmp_path / "a.docx")
    found = read(tmp_path / "a.docx")
    assert found.media == "doc"
    assert "content is doc" in found.warnings[0]
    assert not [one for one in os.listdir(tmp_path) if one != "a.docx"]
