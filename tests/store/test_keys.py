"""The store's key: kept by the keyring, opened by the recovery key, and never made anew (G20)."""

import json
import os
import time

import pytest

from app.errors import Unavailable
from app.store import keys
from app.store.database import Store


def refused(act, *args, **more) -> Unavailable:
    with pytest.raises(Unavailable) as trouble:
        act(*args, **more)
    return trouble.value


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "state"
    place.mkdir()
    return place


def test_training_without_a_keyring_keeps_a_private_file_and_says_so(folder):
    made = keys.create(folder, training=True)
    assert made.custody == keys.Custody("file", "file", "keys.no-keyring")
    assert (folder / keys.FALLBACK).stat().st_mode & 0o777 == 0o600
    assert keys.unlock(folder).key == made.key
    assert keys.custody(folder) == made.custody


def test_a_live_counter_without_a_keyring_is_refused_and_leaves_nothing(folder):
    assert refused(keys.create, folder, training=False).code == "keys.no-keyring"
    assert list(folder.iterdir()) == []


def test_a_keyring_that_forgets_is_found_out_at_once(folder, backend):
    backend("null.Keyring")
    assert refused(keys.create, folder, training=False).code == "keys.keyring-forgets"


def test_neither_key_nor_recovery_key_lies_in_the_folder(folder):
    made = keys.create(folder, training=True)
    Store.create(folder, made.key).close()
    for file in folder.iterdir():
        data = file.read_bytes()
        assert made.key not in data
        assert made.key.hex().encode() not in data
        assert made.recovery.encode() not in data
        assert file.stat().st_mode & 0o077 == 0
    assert made.recovery not in repr(made)


def test_the_recovery_key_opens_and_wraps_anew(folder):
    made = keys.create(folder, training=True)
    Store.create(folder, made.key).close()
    (folder / keys.FALLBACK).unlink()
    assert refused(keys.unlock, folder).code == "keys.secret-file-missing"
    again = keys.recover(folder, made.recovery.lower().replace("-", " "))
    assert again == made.key
    keys.wrap_anew(folder, again, training=True)
    Store.open(folder, keys.unlock(folder).key).close()


def test_another_stores_recovery_key_is_refused(folder, tmp_path):
    keys.create(folder, training=True)
    other = tmp_path / "other"
    other.mkdir()
    text = keys.create(other, training=True).recovery
    assert refused(keys.recover, folder, text).code == "keys.recovery-wrong"


def test_a_renewed_recovery_key_makes_the_old_paper_worthless(folder):
    made = keys.create(folder, training=True)
    text = keys.renew_recovery(folder, made.key)
    assert refused(keys.recover, folder, made.recovery).code == "keys.recovery-wrong"
    assert keys.recover(folder, text) == made.key


@pytest.mark.parametrize("left", [keys.FILE, "store.db"])
def test_an_existing_store_never_gets_a_new_key(folder, left):
    made = keys.create(folder, training=True)
    Store.create(folder, made.key).close()
    for name in {keys.FILE, "store.db"} - {left}:
        (folder / name).unlink()
    assert refused(keys.create, folder, training=True).code == "keys.already-there"


def test_a_store_whose_key_file_is_gone_is_named(folder):
    assert refused(keys.unlock, folder).code == "keys.file-missing"
    (folder / keys.FILE).write_text("{}")
    assert refused(keys.unlock, folder).code == "keys.file-unreadable"


def test_a_real_keyring_keeps_the_secret_and_no_file_does(folder, gnome):
    gnome.start(unlocked=True)
    made = keys.create(folder, training=False)
    assert made.custody.held_by == "keyring"
    assert made.custody.backend == "keyring.backends.SecretService.Keyring"
    assert not (folder / keys.FALLBACK).exists()
    assert keys.unlock(folder).key == made.key


def test_a_keyring_that_answers_nothing_is_not_a_first_start(folder, gnome):
    gnome.start(unlocked=True)
    made = keys.create(folder, training=False)
    Store.create(folder, made.key).close()
    record = json.loads((folder / keys.FILE).read_text())
    (folder / keys.FILE).write_text(json.dumps(record | {"entry": "never-kept"}))
    assert refused(keys.unlock, folder).code == "keys.keyring-empty"
    assert refused(keys.create, folder, training=False).code == "keys.already-there"
    keys.wrap_anew(folder, keys.recover(folder, made.recovery), training=False)
    assert keys.unlock(folder).key == made.key


def test_a_locked_keyring_is_said_and_opens_once_unlocked(folder, gnome):
    gnome.start(unlocked=True)
    made = keys.create(folder, training=False)
    gnome.stop()
    gnome.start(unlocked=False)
    assert refused(keys.unlock, folder).code == "keys.keyring-locked"
    gnome.stop()
    gnome.start(unlocked=True)
    assert keys.unlock(folder).key == made.key


def test_another_keyring_than_before_is_named_with_the_old_one(folder, gnome, backend):
    gnome.start(unlocked=True)
    keys.create(folder, training=False)
    backend("fail.Keyring")
    trouble = refused(keys.unlock, folder)
    assert trouble.code == "keys.keyring-changed"
    assert dict(trouble.facts) == {"old": "keyring.backends.SecretService.Keyring", "new": "none"}


def test_a_silent_secret_service_is_given_up_within_five_seconds(folder, odd_service):
    odd_service("silent")
    started = time.monotonic()
    trouble = refused(keys.create, folder, training=False)
    assert trouble.code == "keys.keyring-silent"
    assert time.monotonic() - started < 5.0


def test_no_default_collection_is_not_called_locked(folder, odd_service):
    odd_service("no-default")
    trouble = refused(keys.create, folder, training=False)
    assert trouble.code == "keys.no-default-collection"


def test_the_child_that_asks_says_nothing_of_the_secret(capfd, folder):
    keys.create(folder, training=True)
    captured = capfd.readouterr()
    assert captured.out == captured.err == ""
    assert os.listdir(folder) != []
