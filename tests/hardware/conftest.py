"""What several files of device tests share."""

import tempfile

import pytest


@pytest.fixture
def temp(tmp_path, monkeypatch):
    """Where private folders are made; empty again at the end of each test."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []
