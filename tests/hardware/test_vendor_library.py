"""A maker's library cannot take the counter along: hung, crashed, printing, littering, forking."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pytest

from hardware.errors import BadAnswer, NoDevice
from hardware.transports.library_file import Build, build_of, check_fits
from hardware.transports.private_folder import PREFIX
from hardware.transports.vendor_library import LibraryProcess
from tests.hardware.c_libraries import build, ends, needs_gcc

pytestmark = [
    needs_gcc,
    pytest.mark.usefixtures("temp"),
    pytest.mark.skipif(sys.platform != "linux", reason="the library is built for Linux"),
]
WORKER = "tests.hardware.library_worker"
SECONDS = 20.0  # for what does answer; machines may be busy


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return build(tmp_path_factory.mktemp("library"), "misbehaves")


@pytest.fixture
def process(library, temp):
    process = LibraryProcess(library, WORKER, SECONDS, options={"some": "option"})
    yield process
    process.close()


def call(process, name, seconds=None):
    return process.ask({"call": name}, seconds)


def test_one_process_answers_question_after_question(process):
    first, second = call(process, "answer"), call(process, "answer")
    assert first["answer"] == second["answer"] == 42
    assert first["pid"] == second["pid"]
    assert first["options"] == {"some": "option"}


def test_one_that_ends_between_two_questions_is_started_again_for_the_next(process):
    """As where a library's own thread crashes when its device is unplugged."""
    before = call(process, "answer")["pid"]
    os.kill(before, signal.SIGSEGV)
    assert ends(before)
    assert call(process, "answer")["pid"] != before


@pytest.mark.parametrize("how", ["hang", "spin"])
def test_what_hangs_is_killed_in_time_and_the_next_question_is_answered(process, how):
    before = call(process, "answer")["pid"]
    begun = time.monotonic()
    with pytest.raises(BadAnswer) as caught:
        call(process, how, 0.4)
    assert time.monotonic() - begun < 2
    assert caught.value.code == "library.hung"
    assert ends(before, 0)
    assert call(process, "answer")["answer"] == 42


@pytest.mark.parametrize(
    ("name", "how"),
    [("crash", "SIGSEGV"), ("abort_program", "SIGABRT"), ("end_program", "exit 3")],
)
def test_what_crashes_is_said_and_the_next_question_is_answered(process, name, how):
    call(process, "answer")
    with pytest.raises(BadAnswer) as caught:
        call(process, name)
    assert caught.value.code == "library.crashed"
    assert caught.value.facts["how"] == how
    assert call(process, "answer")["answer"] == 42


def test_what_is_printed_is_no_answer(process):
    assert call(process, "shout")["answer"] == 7


def test_what_is_dropped_is_gone_before_the_next_question(process, temp):
    call(process, "litter")
    assert {each.name for each in next(temp.iterdir()).rglob("*")} == {"work", "temp"}
    assert call(process, "files_here")["answer"] == 0


def test_with_keep_files_it_stays_until_the_end(library, temp):
    process = LibraryProcess(library, WORKER, SECONDS, keep_files=True)
    call(process, "litter")
    assert call(process, "files_here")["answer"] == 1
    process.close()


def test_nothing_is_left_by_what_litters_and_is_killed(process, temp):
    call(process, "litter")
    with pytest.raises(BadAnswer):
        call(process, "hang", 0.3)
    assert list(temp.iterdir()) == []


def test_its_folder_is_private_and_new(process, temp):
    folder = Path(call(process, "answer")["folder"])
    assert folder.parent.parent == temp
    assert folder.parent.name.startswith(PREFIX)
    assert folder.parent.stat().st_mode & 0o777 == 0o700
    assert call(process, "folder_mode")["answer"] == 0o700
    process.close()
    assert Path(call(process, "answer")["folder"]) != folder


def test_what_a_power_cut_left_goes_with_the_next_start(process, temp):
    dead = subprocess.Popen(["true"])
    dead.wait()
    left, ours = temp / f"{PREFIX}{dead.pid}-abc", temp / f"{PREFIX}{os.getpid()}-abc"
    for folder in (left, ours):
        (folder / "work").mkdir(parents=True)
        (folder / "work" / "zp.bmp").write_text("a face")
    call(process, "answer")
    assert not left.exists()
    assert ours.exists()
    shutil.rmtree(ours)


def test_what_it_begets_is_killed_with_it(process):
    child = call(process, "beget")["answer"]
    assert not ends(child, 0)
    process.close()
    assert ends(child)


def test_what_it_begets_is_killed_also_when_it_crashes(process):
    child = call(process, "beget")["answer"]
    with pytest.raises(BadAnswer):
        call(process, "crash")
    assert ends(child)


def test_no_zombie_and_no_descriptor_stays(process):
    call(process, "answer")
    process.close()
    before = len(os.listdir("/proc/self/fd"))
    for name in ("crash", "end_program", "answer"):
        pid = call(process, "answer")["pid"]
        with suppress(BadAnswer):
            call(process, name)
        process.close()
        with pytest.raises(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)
    assert len(os.listdir("/proc/self/fd")) == before


def test_it_gets_no_descriptor_of_ours_but_its_pipes(process, tmp_path):
    with (tmp_path / "ours").open("w") as ours:
        os.set_inheritable(ours.fileno(), True)
        assert call(process, "open_descriptors")["answer"] == 5  # three to nowhere, two pipes


def test_an_answer_without_end_is_refused(process):
    with pytest.raises(BadAnswer) as caught:
        process.ask({"long": 5 * 1024 * 1024})
    assert caught.value.code == "library.garbled"
    assert call(process, "answer")["answer"] == 42


@pytest.mark.parametrize(
    ("switch", "code", "seconds"),
    [("HANG_AT_LOADING", "library.hung", 1.0), ("CRASH_AT_LOADING", "library.crashed", SECONDS)],
)
def test_a_library_that_fails_at_loading_is_said(tmp_path, switch, code, seconds):
    process = LibraryProcess(build(tmp_path, "misbehaves", switch), WORKER, seconds)
    with pytest.raises(BadAnswer) as caught:
        call(process, "answer")
    assert caught.value.code == code


def code_of(library, **more):
    with pytest.raises(NoDevice) as caught:
        LibraryProcess(library, WORKER, SECONDS, **more).ask({"call": "answer"})
    return caught.value.code


def header(bits=2, machine=62):
    return b"\x7fELF" + bytes([bits, 1, 1]) + bytes(9) + b"\3\0" + machine.to_bytes(2, "little")


def test_what_cannot_be_loaded_is_said_before_anything_is_started(tmp_path):
    file = tmp_path / "library.so"
    assert code_of(file) == "library.absent"
    file.write_bytes(b"GROUP ( libother.so )")
    assert code_of(file) == "library.unloadable"
    file.write_bytes(header(bits=1, machine=3) + bytes(64))
    assert code_of(file) == "library.wrong-bits"
    file.write_bytes(header(machine=258) + bytes(64))
    assert code_of(file) == "library.wrong-machine"


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.75])
def test_a_library_that_was_copied_in_part_is_said_before_it_is_loaded(library, tmp_path, kept):
    """Loaded it would end its process by SIGBUS."""
    whole = library.read_bytes()
    file = tmp_path / "library.so"
    file.write_bytes(whole)
    check_fits(file, Path(sys.executable).resolve())
    end = _end_of_segments(library)
    file.write_bytes(whole[: int(end * kept)])
    assert code_of(file) == "library.damaged"
    file.write_bytes(whole[: end - 1])
    assert code_of(file) == "library.damaged"
    file.write_bytes(whole[:end])  # what no loader needs may be missing
    check_fits(file, Path(sys.executable).resolve())


def _end_of_segments(library):
    told = subprocess.run(
        ["readelf", "-lW", library], capture_output=True, text=True, timeout=20, check=True
    )
    rows = [line.split() for line in told.stdout.splitlines() if " LOAD " in line]
    return max(int(row[1], 16) + int(row[4], 16) for row in rows)


def test_a_library_whose_parts_are_missing_is_said_with_the_part(tmp_path):
    build(tmp_path, "misbehaves", name="libpart.so")
    source = tmp_path / "whole.c"
    source.write_text("int answer(void); int whole(void) { return answer(); }")
    whole = tmp_path / "libwhole.so"
    command = ["gcc", "-shared", "-fPIC", source, "-L", tmp_path, "-lpart", "-o", whole]
    subprocess.run(command, check=True, timeout=60)
    process = LibraryProcess(whole, WORKER, SECONDS)
    assert call(process, "whole")["answer"] == 42  # the part lies beside it
    process.close()
    (tmp_path / "libpart.so").unlink()
    with pytest.raises(NoDevice) as caught:
        call(process, "whole")
    assert caught.value.code == "library.unloadable"
    assert "libpart.so" in caught.value.facts["why"]


def test_where_no_folder_can_be_made_it_is_said(library, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(BadAnswer) as caught:
        LibraryProcess(library, WORKER, SECONDS).ask({"call": "answer"})
    assert caught.value.code == "place.unusable"


def test_a_helper_runs_it_and_a_helper_that_is_none_is_said(library, tmp_path):
    helper = tmp_path / "helper"
    helper.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    assert code_of(library, helper=helper) == "library.no-helper"
    helper.chmod(0o700)
    process = LibraryProcess(library, WORKER, SECONDS, helper=helper)
    assert call(process, "answer")["answer"] == 42
    process.close()


def test_the_headers_of_windows_are_known_too(tmp_path):
    file = tmp_path / "library.dll"
    file.write_bytes(b"MZ" + bytes(58) + (64).to_bytes(4, "little") + b"PE\0\0\x4c\x01")
    assert build_of(file) == Build("pe", "x86", 32)
    file.write_bytes(b"MZ" + bytes(58) + b"\xff\xff\xff\xff")
    assert build_of(file) is None


def test_it_ends_and_its_folder_goes_when_its_parent_is_killed(library, temp):
    program = (
        "import sys, pathlib; from hardware.transports.vendor_library import LibraryProcess\n"
        f"process = LibraryProcess(pathlib.Path({str(library)!r}), {WORKER!r}, 20)\n"
        "told = process.ask({'call': 'answer'}); print(told['pid'], flush=True)\n"
        "process.ask({'call': 'hang'}, 100)"
    )
    environment = {"TMPDIR": str(temp), "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as parent:
        pid = int(parent.stdout.readline())
        assert len(list(temp.iterdir())) == 1
        assert not ends(pid, 0)
        parent.kill()
    assert ends(pid)
