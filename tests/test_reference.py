"""What ships as data is read only as it was signed."""

import base64
import shutil
import time
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.errors import Refused
from app.reference import load, under
from app.signed_data import compile_folder, signed_message
from resources import path as resource
from tests.signing import FOLDERS, copied, sign

TREE = Path(__file__).parent.parent


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied(tmp_path)


def refusal(root: Path) -> tuple[str, str, object]:
    with pytest.raises(Refused) as refused:
        load(root)
    return refused.value.article, refused.value.code, refused.value.facts["file"]


def test_what_ships_is_signed_and_compiled_from_what_people_read() -> None:
    reference = load()
    assert reference.pack.id == "luzhou-2019-36"
    for name in FOLDERS:
        assert (resource(name) / "compiled.json").read_bytes() == compile_folder(resource(name))


def test_an_altered_file_is_refused_by_name(root: Path) -> None:
    file = root / "catalogue" / "05-proofs.toml"
    file.write_bytes(file.read_bytes().replace("收入".encode(), "支出".encode(), 1))
    assert refusal(root) == ("A6-1", "reference.altered", "catalogue/05-proofs.toml")


@pytest.mark.parametrize("name", ["luzhou-2019-36.toml"])
def test_a_number_changed_by_one_byte_is_refused(root: Path, name: str) -> None:
    file = root / "policy" / name
    file.write_bytes(file.read_bytes().replace(b"lockout_tries = 5", b"lockout_tries = 9"))
    assert refusal(root) == ("A25-1", "reference.altered", f"policy/{name}")


def test_the_compiled_form_alone_cannot_be_changed_either(root: Path) -> None:
    file = root / "calendars" / "compiled.json"
    file.write_bytes(file.read_bytes().replace(b"2026-10-01", b"2026-10-11"))
    assert refusal(root) == ("A10-2", "reference.altered", "calendars/compiled.json")


def test_a_file_added_or_taken_away_is_refused(root: Path) -> None:
    extra = root / "calendars" / "2027.toml"
    extra.write_text("year = 2027\n", encoding="utf-8")
    assert refusal(root)[1:] == ("reference.altered", "calendars/2027.toml")
    extra.unlink()
    (root / "calendars" / "2026.toml").unlink()
    assert refusal(root)[1:] == ("reference.altered", "calendars/2026.toml")


@pytest.mark.parametrize("content", [None, b"", b"no base64 !", base64.b64encode(bytes(64))])
def test_without_a_good_signature_nothing_is_read(root: Path, content: bytes | None) -> None:
    file = root / "catalogue" / "compiled.json.sig"
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    assert refusal(root)[1].startswith("reference.")


def test_a_signature_of_another_key_is_none(root: Path) -> None:
    folder = root / "catalogue"
    stranger = Ed25519PrivateKey.generate()
    signature = stranger.sign(signed_message((folder / "compiled.json").read_bytes()))
    (folder / "compiled.json.sig").write_bytes(base64.b64encode(signature))
    assert refusal(root) == ("A6-1", "reference.altered", "catalogue/compiled.json")


def test_one_signed_folder_does_not_pass_for_another(root: Path) -> None:
    shutil.rmtree(root / "catalogue")
    shutil.copytree(root / "calendars", root / "catalogue")
    assert refusal(root) == ("A6-1", "reference.altered", "catalogue/compiled.json")


@pytest.mark.parametrize("content", [None, b"not a key", base64.b64encode(b"short")])
def test_without_the_public_key_nothing_is_read(root: Path, content: bytes | None) -> None:
    file = root / "policy" / "signing.pub"
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    assert refusal(root)[1] in ("reference.unreadable", "reference.altered")


def test_a_missing_or_enormous_file_is_said(root: Path) -> None:
    compiled = root / "policy" / "compiled.json"
    compiled.write_bytes(b" " * 8_000_001)
    assert refusal(root)[1:] == ("reference.unreadable", "policy/compiled.json")
    compiled.unlink()
    assert refusal(root)[1:] == ("reference.unreadable", "policy/compiled.json")


def test_a_tag_that_nobody_explains_is_an_error(root: Path, tmp_path: Path) -> None:
    file = root / "catalogue" / "10-people.toml"
    file.write_bytes(file.read_bytes().replace(b'"fiscal-funds"', b'"fiscal"', 1))
    done = sign(root, tmp_path / "owner.key", "--new-key")
    assert done.returncode != 0
    with pytest.raises(ValueError, match="fiscal"):
        load(root)


def test_every_pack_that_ships_is_there_by_its_pin() -> None:
    reference = load()
    assert set(reference.packs) == {"luzhou-2019-36@1", "national@1"}
    assert reference.packs[reference.pack.pin] == reference.pack
    national = under(reference, "national@1")
    assert (national.pack.id, national.packs) == ("national", reference.packs)
    assert (national.catalogue, national.letters) == (reference.catalogue, reference.letters)
    assert under(reference, reference.pack.pin) is reference
    assert under(national, reference.pack.pin) == reference


@pytest.mark.parametrize("pin", ["national@2", "national", "none@1", ""])
def test_a_pack_or_version_that_does_not_ship_is_refused(pin: str) -> None:
    with pytest.raises(Refused) as refused:
        under(load(), pin)
    said = refused.value
    assert (said.article, said.code, said.facts) == ("A25-1", "pack.unknown", {"pack": pin})


def test_a_tag_is_to_be_explained_by_every_pack(root: Path, tmp_path: Path) -> None:
    file = root / "policy" / "national.toml"
    file.write_bytes(file.read_bytes().replace(b"fiscal-funds =", b"fiscal ="))
    assert sign(root, tmp_path / "owner.key", "--new-key").returncode != 0
    with pytest.raises(ValueError, match="fiscal-funds"):
        load(root)


def test_the_owner_signs_anew_with_a_key_of_his_own(root: Path, tmp_path: Path) -> None:
    file = root / "policy" / "luzhou-2019-36.toml"
    file.write_bytes(file.read_bytes().replace(b"lockout_tries = 5", b"lockout_tries = 9"))
    key = tmp_path / "owner.key"
    assert sign(root, key, "--new-key").returncode == 0
    assert key.stat().st_mode & 0o077 == 0
    assert load(root).pack.settings.lockout_tries == 9
    assert sign(root, key).returncode == 0
    assert sign(root, key, "--new-key").returncode != 0  # never over an existing key


def test_no_private_key_is_made_inside_the_tree(root: Path) -> None:
    key = TREE / "installer" / "owner.key"
    assert sign(root, key, "--new-key").returncode == 2
    assert not key.exists()


def test_a_letter_reworded_by_nobody_s_leave_is_refused(root: Path) -> None:
    assert load(root).letters["commitment"]["kind"] == "commitment"
    file = root / "letters" / "commitment.toml"
    file.write_bytes(file.read_bytes().replace("自愿".encode(), "必须".encode(), 1))
    assert refusal(root) == ("A8-5", "reference.altered", "letters/commitment.toml")


def test_it_is_read_quickly() -> None:
    spans = []
    for _ in range(5):
        start = time.perf_counter()
        load()
        spans.append(time.perf_counter() - start)
    assert min(spans) < 0.1  # some 10 ms on a quiet machine; other work may share this one
