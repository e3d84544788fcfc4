"""`hardware read --library`: what is printed, how it ends, and that nothing is left anywhere."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.hardware.c_libraries import needs_gcc
from tests.hardware.library_hall import SAM_ID, Hall

pytestmark = [
    needs_gcc,
    pytest.mark.skipif(sys.platform != "linux", reason="the libraries are built for Linux"),
]
TREE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    hall = Hall(tmp_path_factory.mktemp("hall"), ("wang-lan", "song-moved"))
    hall.decoder_state = hall.folder.parent / "decoder-state"
    hall.decoder = hall.build("wlt", "GETBMP", state=hall.decoder_state)
    hall.build("sdtapi")
    return hall


@pytest.fixture
def hall(built, tmp_path):
    built.temp = tmp_path / "temp"
    built.temp.mkdir()
    built.put(0)
    yield built
    assert list(built.temp.iterdir()) == []
    assert {each.name for each in built.folder.iterdir()} == {
        built.library.name,
        built.decoder.name,
    }


def run(hall, *options, helper=sys.executable):
    command = [helper, "-m", "hardware", "read", "--library", hall.library, *options]
    environment = {**os.environ, "TMPDIR": str(hall.temp)}
    return subprocess.run(command, cwd=TREE, capture_output=True, env=environment, timeout=60)


def failure(done):
    assert done.returncode == 2
    assert done.stdout == b""
    return json.loads(done.stderr)


def test_one_card_is_one_object(hall):
    done = run(hall, "--photo-decoder", hall.decoder)
    assert (done.returncode, done.stderr) == (0, b"")
    card = json.loads(done.stdout)
    assert (card["document"], card["name"], card["from"]) == ("citizen", "王兰", "2020-01-01")
    assert card["device"] == {"sam_id": SAM_ID, "simulated": False}
    assert len(card["picture"]) == 4 * 38862 // 3
    assert "picture_trouble" not in card


def test_without_a_decoder_there_is_no_picture(hall):
    card = json.loads(run(hall).stdout)
    assert card["picture"] is None
    assert card["photo"]


def test_a_decoder_that_is_none_costs_the_picture_only(hall):
    card = json.loads(run(hall, "--photo-decoder", hall.library).stdout)
    assert (card["name"], card["picture"]) == ("王兰", None)
    assert card["picture_trouble"] == "library.not-known"


def test_a_library_that_hangs_ends_within_the_time_given(hall):
    hall.put(0, "h")
    begun = time.monotonic()
    said = failure(run(hall, "--timeout", "2"))
    assert time.monotonic() - begun < 8  # starting Python twice takes its time, too
    assert said["error"] == "library.hung"
    assert said["message"]
    assert said["remedy"]


def test_a_crash_is_one_line(hall):
    hall.put(0, "c")
    said = failure(run(hall))
    assert (said["error"], said["how"]) == ("library.crashed", "SIGSEGV")


def test_a_library_that_prints_and_litters_changes_nothing(hall):
    hall.put(0, "s")
    assert json.loads(run(hall).stdout)["name"] == "王兰"
    hall.put(1, "l")
    assert json.loads(run(hall).stdout)["name"] == "宋迁"


def test_no_card_is_said(hall):
    hall.take()
    assert failure(run(hall))["error"] == "card.none"


def test_a_missing_library_is_said(hall):
    done = subprocess.run(
        [sys.executable, "-m", "hardware", "read", "--library", hall.folder / "none.so"],
        cwd=TREE,
        capture_output=True,
        timeout=60,
    )
    assert failure(done)["error"] == "library.absent"


def test_the_kind_can_be_named(hall):
    assert json.loads(run(hall, "--profile", "sdtapi").stdout)["name"] == "王兰"
    assert failure(run(hall, "--profile", "cvr"))["error"] == "library.not-of-profile"
    assert failure(run(hall, "--profile", "none"))["error"] == "id-reader.no-such-profile"


def test_a_helper_runs_the_libraries(hall, tmp_path):
    helper, used = tmp_path / "helper", tmp_path / "used"
    helper.write_text(f'#!/bin/sh\necho >> {used}\nexec {sys.executable} "$@"\n')
    helper.chmod(0o700)
    done = run(hall, "--photo-decoder", hall.decoder, "--helper", helper)
    assert json.loads(done.stdout)["picture"]
    assert len(used.read_text().splitlines()) == 2


def test_the_former_applicants_picture_is_never_shown(hall):
    """G03: the decoder works for one card and fails, or hangs, for the next."""
    decoder = ("--photo-decoder", hall.decoder)
    first = json.loads(run(hall, *decoder).stdout)
    assert first["picture"]
    for fault in ("f", "h"):
        hall.put(1)
        hall.decoder_state.write_text(fault)
        card = json.loads(run(hall, *decoder).stdout)
        assert (card["name"], card["picture"]) == ("宋迁", None)
        assert card["picture_trouble"]
    hall.decoder_state.write_text("")
    second = json.loads(run(hall, *decoder).stdout)
    assert second["picture"] not in (None, first["picture"])
