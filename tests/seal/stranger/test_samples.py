"""Files made by strangers to the verifier get the verdict their bytes deserve."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.seal.certificates import read_certificate
from app.seal.chains import Anchors
from app.seal.checking import check
from tests.seal.stranger.people import NOW, hall
from tests.seal.stranger.sample import Sample
from tests.seal.stranger.samples import samples

TREE = Path(__file__).parents[3]
HALL = hall()
SAMPLES = {each.name: each for each in samples(HALL)}
TRUSTED = Anchors((read_certificate(HALL.root.certificate),))
BY_COMMAND = (
    "v1 plain", "v4 plain", "v5 seal signature wrong, and no anchor", "v4 no anchor", "v5 .esl",
    "v4 OFD", "padding of ones", "PKCS#7 plain",
)  # fmt: skip
CODES = {"good": 0, "bad": 1, "cannot tell": 3}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_gets_the_verdict_its_bytes_deserve(name: str) -> None:
    sample = SAMPLES[name]
    report = check(sample.data, anchors=TRUSTED if sample.trusted else Anchors(), at=NOW)
    told = report.as_json()
    assert report.verdict == sample.verdict, told
    if sample.step:
        worst = next(s for s in report.signatures if s.verdict == sample.verdict)
        assert worst.first_failure.step == sample.step, told


@pytest.mark.parametrize("name", BY_COMMAND)
def test_the_command_line_says_the_same(name: str, tmp_path) -> None:
    sample: Sample = SAMPLES[name]
    (tmp_path / "trust").mkdir()
    if sample.trusted:
        (tmp_path / "trust" / "root.cer").write_bytes(HALL.root.certificate)
    (tmp_path / "file").write_bytes(sample.data)
    command = [sys.executable, "-m", "app", "verify", "--json", str(tmp_path / "file")]
    options = ["--trust", str(tmp_path / "trust"), "--at", NOW.isoformat()]
    done = subprocess.run([*command, *options], cwd=TREE, capture_output=True, text=True)
    assert json.loads(done.stdout)["verdict"] == sample.verdict, done.stderr
    assert done.returncode == CODES[sample.verdict]
