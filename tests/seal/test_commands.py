"""`verify` and `new-hall` as a script sees them."""

import argparse
import gzip
import json
import os
import re
from datetime import datetime
from pathlib import Path

import pytest

from app.clock import CHINA
from app.commands import new_hall, verify
from app.problems import PROBLEMS
from resources.fonts import font_path
from tests.seal.parts import NOW

AT = NOW.isoformat()
TREE = Path(__file__).parents[2]
FORMATS = TREE / "tests" / "formats"
CODE = re.compile(
    r'"((?:seal|training|file|structure|seal-signature|seal-dates|signature|signer-in-seal|'
    r'certificate|time|digest)\.[a-z][a-z0-9-]*)"'
)


@pytest.fixture
def trust(hall, tmp_path):
    folder = tmp_path / "trust"
    folder.mkdir()
    (folder / "root.cer").write_bytes(hall.root.der)
    return folder


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    subparsers = parser.add_subparsers()
    for command in (verify, new_hall):
        command.add(subparsers)
    args = parser.parse_args(words)
    return args.run(args)


def lines(capsys) -> list[dict]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def files(sealed, tmp_path) -> dict[str, str]:
    contents = {
        "good": sealed,
        "bad": sealed + b"x",
        "unsigned": b"%PDF-1.7\n%%EOF\n",
        "rubbish": b"rubbish",
    }
    for name, content in contents.items():
        (tmp_path / f"{name}.pdf").write_bytes(content)
    return {name: str(tmp_path / f"{name}.pdf") for name in contents}


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ("good", 0),
        ("bad", 1),
        ("unsigned", 3),
        ("rubbish", 2),
        ("good rubbish", 2),
        ("rubbish unsigned good", 3),
        ("rubbish unsigned bad good", 1),
    ],
)
def test_the_exit_code_is_the_worst_verdicts(files, trust, names, code) -> None:
    paths = [files[name] for name in names.split()]
    assert run("verify", *paths, "--trust", str(trust), "--at", AT, "--json") == code


def test_one_object_a_file_in_the_order_given(files, trust, capsys) -> None:
    run("verify", files["good"], files["unsigned"], "--trust", str(trust), "--at", AT, "--json")
    good, unsigned = lines(capsys)
    assert (good["file"], good["verdict"]) == (files["good"], "good")
    assert good["signatures"][0]["seal"] == {"id": "S1", "name": "训练专用章"}
    assert (unsigned["verdict"], unsigned["signatures"]) == ("cannot tell", [])


def test_anchors_come_from_the_state_folder(files, trust, capsys) -> None:
    state = str(trust.parent)
    assert run("verify", files["good"], "--state", state, "--at", AT) == 0
    trust.joinpath("root.cer").unlink()
    assert run("verify", files["good"], "--state", state, "--at", AT) == 3
    assert "No trusted certificates" in capsys.readouterr().err


def test_the_table_says_each_step_in_words(files, trust, capsys) -> None:
    run("verify", files["bad"], files["rubbish"], "--trust", str(trust), "--at", AT)
    told = capsys.readouterr().out
    for words in ("BAD", "digest", "added to the document", "训练专用章", "UNREADABLE", "+08:00"):
        assert words in told


def test_a_file_name_that_is_no_text_is_told_all_the_same(trust, capfdbinary) -> None:
    assert run("verify", "no\udcff.pdf", "--trust", str(trust), "--json") == 2
    assert b"unreadable" in capfdbinary.readouterr().out


def test_what_is_no_regular_file_is_unreadable_at_once(tmp_path, trust, capsys) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in (str(tmp_path / "pipe"), "/dev/zero", str(tmp_path)):
        assert run("verify", name, "--trust", str(trust), "--json") == 2
        assert lines(capsys)[0]["verdict"] == "unreadable"


def test_a_time_without_a_zone_is_chinas() -> None:
    assert verify.moment("2026-11-23T10:30") == NOW
    assert verify.moment("2026-11-23T02:30Z") == NOW
    assert verify.moment("2026-11-23") == datetime(2026, 11, 23, tzinfo=CHINA)
    with pytest.raises(argparse.ArgumentTypeError):
        verify.moment("yesterday")


def test_a_new_hall_is_made_once_and_its_files_are_told(tmp_path, capsys) -> None:
    folder = tmp_path / "hall"
    assert run("new-hall", "--training", str(folder)) == 0
    (made,) = lines(capsys)
    assert run("verify", made["seal"], "--trust", made["trust"]) == 0
    capsys.readouterr()
    assert run("new-hall", "--training", str(folder)) == 2
    assert json.loads(capsys.readouterr().err)["error"] == "training.exists"


def test_what_a_new_hall_lacks_is_said(tmp_path, capsys) -> None:
    assert run("new-hall", "--training", str(tmp_path), "--font", str(tmp_path / "none.ttf")) == 2
    assert json.loads(capsys.readouterr().err)["error"] == "training.font"
    (tmp_path / "file").write_text("")
    font = str(font_path("NotoSerifSC-Bold.ttf"))
    assert run("new-hall", "--training", str(tmp_path / "file"), "--font", font) == 2
    assert json.loads(capsys.readouterr().err)["error"] == "training.folder"


def test_every_code_of_the_seal_room_is_explained() -> None:
    sources = [*(TREE / "app" / "seal").glob("*.py"), TREE / "app" / "commands" / "new_hall.py"]
    used = {code for path in sources for code in CODE.findall(path.read_text("utf-8"))}
    assert len(used) > 50
    assert used - PROBLEMS.keys() == set()


def test_the_sample_of_an_earlier_release_is_judged_as_then(capsys, tmp_path) -> None:
    """The letter, its root and the report of the first version; the root's key was thrown away."""
    letter = gzip.decompress((FORMATS / "app-verify.pdf.gz").read_bytes())
    (tmp_path / "letter.pdf").write_bytes(letter)
    (tmp_path / "root.cer").write_bytes((FORMATS / "app-verify-root.cer").read_bytes())
    run("verify", str(tmp_path / "letter.pdf"), "--trust", str(tmp_path), "--at", AT, "--json")
    (told,) = lines(capsys)
    expected = json.loads((FORMATS / "app-verify.json").read_text("utf-8"))
    assert told | {"file": "letter.pdf"} == expected


def test_a_new_halls_answer_keeps_its_keys(capsys, tmp_path) -> None:
    run("new-hall", "--training", str(tmp_path))
    expected = json.loads((FORMATS / "app-new-hall.json").read_text("utf-8"))
    assert expected.keys() <= lines(capsys)[0].keys()
