"""Zip archives of documents and files with the same content: what is found, read, skipped and refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from make_files import p, word

from torparse.errors import UnreadableInput
from torparse.readers import Limits, find, read


def packed(members: dict[str, bytes | str], *, links: tuple[str, ...] = ()) -> bytes:
    """A zip archive of these files; those in ``links`` are symbolic links."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            if name in links:
                info.external_attr = 0o120777 << 16
            archive.writestr(info, data)
    return out.getvalue()


def stored(path: Path, members: dict[str, bytes | str], *, links: tuple[str, ...] = ()) -> Path:
    path.write_bytes(packed(members, links=links))
    return path


def test_what_is_found_in_an_archive(tmp_path: Path) -> None:
    docx = word(tmp_path / "w.docx", p("Five.")).read_bytes()
    inner = packed({"c.txt": "Three.", "deepest.zip": packed({"d.txt": "Two."})})
    (tmp_path / "in").mkdir()
    stored(
        tmp_path / "in" / "papers.zip",
        {
            "b.txt": "Six.", "2009/a.docx": docx, "2009/more.zip": inner, ".hidden/x.txt": "x", "~$a.docx": "lock",
            "pic.png": "x", "notes.xyz": "x", "__MACOSX/b.txt": "x", "../out.txt": "x", "/etc/out.txt": "x",
            "C:/out.txt": "x", "link.txt": "b.txt", "empty/": "", "back\\slash.txt": "Seven.",
        },
        links=("link.txt",),
    )  # fmt: skip
    found = find([tmp_path / "in" / "papers.zip"])
    assert [one.id for one in found.files] == ["2009/a.docx", "2009/more.zip/c.txt", "b.txt", "back/slash.txt"]
    assert [read(one.path, id=one.id).text for one in found.files] == ["Five.", "Three.", "Six.", "Seven."]
    assert sorted(found.skipped) == sorted([
        ("2009/more.zip/deepest.zip", "an archive more than 2 deep"), (".hidden/x.txt", "hidden"),
        ("~$a.docx", "Word's lock file of an open document"),
        ("pic.png", "a picture; name it itself to have its text recognised"),
        ("notes.xyz", "not a kind of file that torparse reads"), ("__MACOSX/b.txt", "hidden"),
        ("link.txt", "a symbolic link, not followed"),
        *[("out.txt", "its name leads out of the archive")] * 3,
    ])  # fmt: skip
    assert not found.missing
    in_folder = find([tmp_path / "in"])
    assert [one.id for one in in_folder.files] == [f"papers.zip/{one.id}" for one in found.files]
    document = read(found.files[1].path, id=found.files[1].id)
    assert (document.name, document.id) == ("c.txt", "2009/more.zip/c.txt")


def test_a_document_that_is_a_zip_file_by_its_name_is_read_as_one(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", p("Five.")).rename(tmp_path / "a.zip")
    (one,) = find([path]).files
    assert read(one.path).text == "Five."


@pytest.mark.parametrize(
    ("data", "limits", "message"),
    [
        (b"PK\x03\x04 cut", Limits(), "is damaged: it is no zip archive"),
        (packed({"a.txt": "x"})[:-30], Limits(), "is damaged: it is no zip archive"),
        (packed({"a.txt": "x" * 3_000_000}), Limits(max_unpacked_bytes=1_000_000), "unpacks to more than the limit"),
        (packed({f"{i}.txt": "x" for i in range(5)}), Limits(max_files=4), "unpacks to more than the limit"),
        # the limit counts what is in an archive in it too
        (packed({"i.zip": packed({"a.txt": "x" * 3_000_000})}), Limits(max_unpacked_bytes=1_000_000),
         "i.zip: unpacks to more than"),
        (packed({"i.zip": b"PK\x03\x04 cut"}), Limits(), "i.zip: is damaged"),
    ],
)  # fmt: skip
def test_bad_archives_give_one_clear_line(tmp_path: Path, data: bytes, limits: Limits, message: str) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    found = find([tmp_path], limits)
    assert not found.files
    (one,) = found.missing
    assert message in str(one)
    assert "\n" not in str(one)


def test_members_that_cannot_be_read(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": "The quorum is five members.", "empty.txt": "", "b.txt": "x" * 50}))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1  # the flag for a password, in the first entry of the directory
    data[6] |= 1
    (tmp_path / "a.zip").write_bytes(bytes(data))
    path = tmp_path / "a.zip"
    with pytest.raises(UnreadableInput, match="is protected with a password"):
        read(path / "a.txt")
    with pytest.raises(UnreadableInput, match="is empty"):
        read(path / "empty.txt")
    with pytest.raises(UnreadableInput, match="larger than the limit"):
        read(path / "b.txt", limits=Limits(max_input_bytes=49))
    for name in ("none.txt", "../a.zip/none", "b.txt/c.txt"):
        with pytest.raises(UnreadableInput, match="does not exist"):
            read(path / name)
    broken = bytearray(packed({"a.txt": "The quorum is five members." * 20}))
    broken[40:44] = b"\xff\xff\xff\xff"
    path.write_bytes(bytes(broken))
    with pytest.raises(UnreadableInput, match="cannot be unpacked"):
        read(path / "a.txt")


def test_a_file_that_the_caller_leaves_out_takes_no_copy_with_it(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("Five.")
    found = find([tmp_path], left_out=lambda one: "not wanted" if one.id == "a.txt" else "")
    assert [one.id for one in found.files] == ["b.txt"]
    assert found.skipped == (("a.txt", "not wanted"), ("c.txt", "same content as b.txt"))


def test_the_same_content_is_read_once(tmp_path: Path) -> None:
    for name, text in {"a.txt": "Five.", "sub/b.txt": "Five.", "c.txt": "Sixx.", "e1.txt": "", "e2.txt": ""}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    stored(tmp_path / "papers.zip", {"d.txt": "Five.", "f.txt": "Seven."})
    found = find([tmp_path])
    assert [one.id for one in found.files] == ["a.txt", "c.txt", "e1.txt", "e2.txt", "papers.zip/f.txt"]
    assert found.skipped == (("papers.zip/d.txt", "same content as a.txt"), ("sub/b.txt", "same content as a.txt"))
