"""What a counter is stands in its store; lost settings never make a training hall of a live one."""

from contextlib import ExitStack
from dataclasses import replace

import pytest

from app.clock import SystemClock
from app.commands.opening import TRAINING_OFFICER, TRAINING_PASSWORD, Opened, open_counter
from app.commands.words import ready_lines
from app.errors import Refused, Unavailable
from app.services import officers, status, timing
from app.services.seal_log import UseOfSeal
from app.settings import Settings
from hardware.errors import DeviceTrouble
from tests.services.parts import found, found_live, open_case

NOWHERE = "http://127.0.0.1:1"


def opened(settings, held: ExitStack) -> Opened:
    made = open_counter(settings, SystemClock(), lambda step: None, use_keyring=False)
    held.callback(made.close)
    return made


def test_a_live_counter_that_lost_its_settings_is_refused_and_nothing_is_made(tmp_path):
    settings = found_live(tmp_path)
    there = sorted(each.name for each in tmp_path.iterdir())
    with pytest.raises(Unavailable, match=r"counter\.no-platform"), ExitStack() as held:
        opened(settings, held)
    assert sorted(each.name for each in tmp_path.iterdir()) == there


def test_a_live_counter_opens_with_its_platform_and_without_anything_simulated(tmp_path):
    settings = found_live(tmp_path, platform_url=NOWHERE)
    with ExitStack() as held:
        live = opened(settings, held)
        assert not live.training
        assert (live.simulators, live.platform, live.simulated) == ({}, None, ())


def test_a_training_counter_of_a_platform_elsewhere_stays_one(tmp_path):
    settings, _ = found(tmp_path)
    with ExitStack() as held:
        assert opened(replace(settings, platform_url=NOWHERE), held).training


def test_a_first_start_makes_a_training_hall_and_a_second_start_finds_it(tmp_path):
    settings = Settings(state=tmp_path, keyring=False)
    with ExitStack() as held:
        first = opened(settings, held)
        assert first.recovery
        assert first.simulated == ("id-reader", "seal-token")
        identity = first.office.installation.id
        open_ones = [f for f in tmp_path.rglob("*") if f.stat().st_mode & 0o077]
        assert {f.suffix for f in open_ones} <= {".cer", ".esl"}  # public, and in closed folders
        certificate = (settings.trust / "root.cer").read_bytes()
    with ExitStack() as held:
        second = opened(settings, held)
        assert (second.recovery, second.office.installation.id) == ("", identity)
        assert (settings.trust / "root.cer").read_bytes() == certificate


def test_a_first_start_that_broke_off_is_finished_by_the_next(tmp_path):
    settings = Settings(state=tmp_path, keyring=False)
    with ExitStack() as held:
        opened(settings, held)
    (tmp_path / "hall" / "signer.key.hex").unlink()  # written last
    with ExitStack() as held:
        assert opened(settings, held).simulated == ("id-reader", "seal-token")
    assert (tmp_path / "hall" / "signer.key.hex").exists()


def test_a_training_store_without_an_account_gets_one(tmp_path):
    settings, _ = found(tmp_path)
    with ExitStack() as held:
        made = opened(replace(settings, platform_url=""), held)
        assert officers.sign_in(made.office, TRAINING_OFFICER, TRAINING_PASSWORD)


def test_seal_and_certificate_are_judged_by_the_platforms_clock(tmp_path):
    with ExitStack() as held:
        made = opened(Settings(state=tmp_path, keyring=False), held)
        assert made.seal.about().name
        timing.note_contact(made.office, "2046-01-01T09:00:00+08:00")
        with pytest.raises((Refused, DeviceTrouble), match=r"expired|not-valid|certificate"):
            made.seal.about()


def test_a_pseudo_terminal_in_the_settings_counts_as_simulated(tmp_path):
    settings, _ = found(tmp_path)
    lines = (("seal-token", "/dev/pts/999"), ("id-reader", "/dev/ttyUSB9"))
    with ExitStack() as held:
        made = opened(replace(settings, platform_url=NOWHERE, devices=lines), held)
        assert made.simulated == ("seal-token",)


def test_a_sealing_that_broke_off_is_said_at_the_next_start(tmp_path):
    settings = Settings(state=tmp_path, keyring=False)
    with ExitStack() as held:
        made = opened(settings, held)
        clerk = officers.sign_in(made.office, TRAINING_OFFICER, TRAINING_PASSWORD)
        at = made.office.signed_in(clerk)
        UseOfSeal(at, open_case(at), made.seal.file).asked()  # and the power went
    with ExitStack() as held:
        made = opened(settings, held)
        facts = status.counter(made.office)
        said = [text for _, text in ready_lines(made.office, facts, input_method=False)]
    assert any(f"Sealing broke off at {made.office.installation.counter}-" in each for each in said)
