"""The fonts are the pinned ones, lie where the program looks, and a wrong one is named."""

import dataclasses
import tarfile

import pytest

from installer import faces, fonts, places
from installer.package import Fetched, take_out
from installer.trouble import Stopped
from resources import fonts as shipped

FACES = faces.listed()


@pytest.mark.parametrize("folder", ["/a/b", "", "relative/x", None])
def test_set_up_and_program_agree_where_fonts_lie(monkeypatch, folder):
    if folder is None:
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_CACHE_HOME", folder)
    assert places.fonts() == shipped.folder()


def test_they_agree_also_without_a_home(monkeypatch):
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("HOME")
    assert places.fonts() == shipped.folder()


def test_set_up_and_program_read_the_same_index():
    assert shipped.index_path() == faces.INDEX


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_each_face_is_the_pinned_one(face):
    assert faces.digest(shipped.font_path(face.file)) == face.sha256


@pytest.fixture
def face():
    return dataclasses.replace(FACES[0], source="shelf", member="a/face.ttf")


@pytest.fixture
def shelf(monkeypatch):
    """A source of fonts that gives what it is told to."""

    def give(content: bytes, member: str = "a/face.ttf") -> None:
        def fetch(package, version, members, work):
            (work / "face.ttf").write_bytes(content)
            return Fetched("9.9", {member: work / "face.ttf"})

        monkeypatch.setitem(fonts.SOURCES, "shelf", fetch)

    return give


def test_another_file_than_the_pinned_one_stops_and_names_version_and_digest(tmp_path, face, shelf):
    shelf(b"another font")
    with pytest.raises(Stopped) as stopped:
        fonts.provide([face], tmp_path)
    assert f"{face.package} 9.9" in str(stopped.value)
    assert face.sha256 in str(stopped.value)
    assert list(tmp_path.iterdir()) == []


def test_a_package_without_the_file_stops_and_names_it(tmp_path, face, shelf):
    shelf(b"", member="elsewhere.ttf")
    with pytest.raises(Stopped, match="no such file"):
        fonts.provide([face], tmp_path)


def test_a_good_file_is_not_fetched_again_and_leavings_go(tmp_path, face):
    (tmp_path / ".part-killed").mkdir()
    good = dataclasses.replace(
        face, sha256=faces.digest(faces.INDEX), size=faces.INDEX.stat().st_size
    )
    (tmp_path / face.file).write_bytes(faces.INDEX.read_bytes())
    fonts.provide([good], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [face.file]


def test_only_the_wanted_members_leave_an_archive(tmp_path):
    (tmp_path / "x").write_bytes(b"x")
    (tmp_path / "y").write_bytes(b"y")
    with tarfile.open(tmp_path / "t.tar", "w") as archive:
        archive.add(tmp_path / "x", "./deep/../../x")
        archive.add(tmp_path / "y", "./a/y.ttf")
    (tmp_path / "out").mkdir()
    with tarfile.open(tmp_path / "t.tar") as archive:
        files = take_out(archive, {"a/y.ttf"}, tmp_path / "out")
    assert files == {"a/y.ttf": tmp_path / "out" / "y.ttf"}
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["y.ttf"]
