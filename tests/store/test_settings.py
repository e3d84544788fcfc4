"""Settings come from one file and the environment, and nothing unknown is skipped."""

from dataclasses import replace

import pytest

from app import settings
from app.commands import looks
from app.errors import Unavailable
from ui.theme import Look


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch):
    for name in ("STATE", "PLATFORM_URL", "CA_FILE", "PRINTER", "LANGUAGE"):
        monkeypatch.delenv(settings.PREFIX + name, raising=False)


def test_a_first_start_makes_the_folder_for_its_owner_only(tmp_path):
    found = settings.load(tmp_path / "新 state")
    assert found == settings.Settings(state=(tmp_path / "新 state").resolve())
    assert found.state.stat().st_mode & 0o777 == 0o700


def test_folders_and_files_that_others_could_read_are_closed_to_them(tmp_path):
    folders = [tmp_path, tmp_path / "hall", tmp_path / "trust"]
    for folder in folders:
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)
    settings.load(tmp_path)
    assert {folder.stat().st_mode & 0o777 for folder in folders} == {0o700}


def test_the_look_is_kept_for_its_owner_only(tmp_path):
    (tmp_path / looks.FILE).write_text("{}")
    (tmp_path / looks.FILE).chmod(0o644)
    looks.keep(tmp_path, Look("dark", 150))
    assert looks.kept(tmp_path) == Look("dark", 150)
    assert (tmp_path / looks.FILE).stat().st_mode & 0o777 == 0o600


def test_what_was_saved_is_loaded(tmp_path):
    kept = replace(
        settings.load(tmp_path),
        platform_url="https://platform.invalid",
        printer='柜台 "1" \\ \t',
        devices=(
            ("id-reader", "/dev/ttyUSB0"),
            ("seal-token", "龙脉 0"),
            ("seal-token", "龙脉 1"),
        ),
        seal_profile="gm3000",
        training_devices=("id-reader",),
        keyring=False,
    )
    settings.save(kept)
    assert settings.load(tmp_path) == kept
    assert (tmp_path / settings.FILE).stat().st_mode & 0o777 == 0o600


def test_a_file_open_to_others_is_closed_to_them(tmp_path):
    (tmp_path / settings.FILE).write_text("")
    (tmp_path / settings.FILE).chmod(0o644)
    settings.load(tmp_path)
    assert (tmp_path / settings.FILE).stat().st_mode & 0o077 == 0


def test_the_environment_is_stronger_than_the_file(tmp_path, monkeypatch):
    settings.save(replace(settings.load(tmp_path), platform_url="https://file.invalid"))
    monkeypatch.setenv("COUNTER_PLATFORM_URL", "https://environment.invalid")
    assert settings.load(tmp_path).platform_url == "https://environment.invalid"


def test_an_empty_word_of_the_environment_overrides_nothing(tmp_path, monkeypatch):
    settings.save(replace(settings.load(tmp_path), platform_url="https://file.invalid"))
    monkeypatch.setenv("COUNTER_PLATFORM_URL", "")
    assert settings.load(tmp_path).platform_url == "https://file.invalid"


def test_the_state_folder_may_come_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("COUNTER_STATE", str(tmp_path / "elsewhere"))
    assert settings.load().state == (tmp_path / "elsewhere").resolve()


@pytest.mark.parametrize("text", ["colour = 'red'", "state = '/tmp'", "printer = 1", "devices = 3"])
def test_an_unknown_setting_is_said(tmp_path, text):
    (tmp_path / settings.FILE).write_text(text)
    with pytest.raises(Unavailable) as trouble:
        settings.load(tmp_path)
    assert trouble.value.code == "settings.unknown"


def test_a_setting_that_earlier_versions_wrote_does_not_stop_the_start(tmp_path):
    (tmp_path / settings.FILE).write_text('print_server = ""\nprinter = "柜台"\n', "utf-8")
    assert settings.load(tmp_path).printer == "柜台"
    settings.save(settings.load(tmp_path))
    assert "print_server" not in (tmp_path / settings.FILE).read_text("utf-8")


def test_a_broken_file_is_said(tmp_path):
    (tmp_path / settings.FILE).write_bytes(b"\xff = [")
    with pytest.raises(Unavailable) as trouble:
        settings.load(tmp_path)
    assert trouble.value.code == "settings.unreadable"


@pytest.mark.parametrize(("written", "seconds"), [("1", 1), ("60", 60)])
def test_a_time_stamp_service_may_be_waited_for_so_long(tmp_path, written, seconds):
    (tmp_path / settings.FILE).write_text(f"time_stamp_seconds = {written}\n")
    found = settings.load(tmp_path)
    assert found.time_stamp_seconds == seconds
    settings.save(replace(found, time_stamp_url="http://tsa.invalid/"))
    assert settings.load(tmp_path).time_stamp_url == "http://tsa.invalid/"
    assert settings.load(tmp_path).time_stamp_seconds == seconds


@pytest.mark.parametrize("written", ["0", "61", "-1", "true", "1.5", '"5"'])
def test_no_other_wait_is_taken(tmp_path, written):
    (tmp_path / settings.FILE).write_text(f"time_stamp_seconds = {written}\n")
    with pytest.raises(Unavailable):
        settings.load(tmp_path)
