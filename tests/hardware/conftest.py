"""What several files of device tests share."""

import tempfile

import pytest

from tests.hardware.library_hall import Hall
from tests.hardware.library_kinds import BUILT, PERSONS


@pytest.fixture
def temp(tmp_path, monkeypatch):
    """Where private folders are made; empty again at the end of each test."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture(scope="module")
def halls(tmp_path_factory):
    """One hall for each kind of library, built when it is first asked for."""
    made: dict[str, Hall] = {}

    def hall(kind: str) -> Hall:
        if kind not in made:
            made[kind] = Hall(tmp_path_factory.mktemp("hall"), PERSONS)
            made[kind].build(*BUILT[kind])
        made[kind].take()
        return made[kind]

    return hall


@pytest.fixture
def opened():
    """Readers, closed at the end."""
    readers = []

    def reader(hall, **more):
        readers.append(hall.reader(**more))
        return readers[-1]

    yield reader
    for each in readers:
        each.close()
