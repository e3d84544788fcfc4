"""Live commands have the keys and the kinds of their samples; a sample's keys never go away."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from tests.benchmarks.figures import Figure

HERE = Path(__file__).parent
TREE = HERE.parents[1]
PATIENCE = 60


def samples(name):
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]


def shape(value):
    return {name: type(each).__name__ for name, each in value.items()}


def python(*words, given="", **environment):
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=TREE,
        env=os.environ | environment,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    assert "Traceback" not in done.stderr
    return done


@contextmanager
def running(*words):
    process = subprocess.Popen(
        [sys.executable, "-m", *words],
        cwd=TREE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def test_the_start_probe_says_that_it_has_painted(tmp_path):
    done = python("app", "--state", str(tmp_path), "--start-probe")
    assert done.returncode == 0
    assert [json.loads(line) for line in done.stdout.splitlines()] == samples(
        "app-start-probe.json"
    )


@pytest.mark.parametrize(
    ("words", "sample"),
    [
        (("app", "audit", "none.jsonl"), "app-refused.json"),
        (("hardware", "read", "--port", "/dev/no-such-line"), "hardware-refused.json"),
    ],
)
def test_a_failure_is_one_line_on_standard_error(words, sample):
    done = python(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert [json.loads(line) for line in done.stderr.splitlines()] == samples(sample)


def test_watching_tells_plugging_and_cards_as_the_sample_does(tmp_path):
    link = str(tmp_path / "tty")
    wanted = samples("hardware-watch.jsonl")
    watching = running("hardware", "watch", "--port", link)
    reading = running("hardware", "simulate", "id-reader", "--link", link)
    with watching as watch, reading as reader:
        assert reader.stdout.readline().startswith("/dev/")
        told = [json.loads(watch.stdout.readline())]
        for word in ("put wang-lan", "take", "quit"):
            reader.stdin.write(word + "\n")
            reader.stdin.flush()
            told.append(json.loads(watch.stdout.readline()))
        assert reader.wait(PATIENCE) == 0
    assert [shape(each) for each in told] == [shape(each) for each in wanted]
    assert [each["event"] for each in told] == [each["event"] for each in wanted]
    assert {each["device"] for each in told} == {link}
    assert all(datetime.fromisoformat(each["at"]).tzinfo for each in told + wanted)


def test_the_platforms_lines_from_outside_are_those_of_the_samples(tmp_path):
    database = ("--database", str(tmp_path / "platform.db"))
    serve = ("--mode", "training", "--port", "0", "--until-stdin-closes")
    with running("app.central", *database, *serve) as platform:
        said = json.loads(platform.stdout.readline())
        (sample,) = samples("central-listening.json")
        assert said.keys() == sample.keys()
        assert said["mode"] == sample["mode"]
        code = python("app.central", "enrol-code", "--terminal", "T03", *database)
        state = str(tmp_path / "state")
        words = ("app", "enrol", "--state", state, "--platform", said["listening"])
        enrolled = python(*words, given=json.loads(code.stdout)["code"] + "\n")
        assert enrolled.returncode == 0, enrolled.stderr
        assert shape(json.loads(enrolled.stdout)) == shape(samples("app-enrol.json")[0])
        revoked = python("app.central", "revoke", "--terminal", "T03", *database)
        assert json.loads(revoked.stdout) == samples("central-revoke.json")[0]


def test_a_measurements_line_has_the_keys_of_the_sample():
    (sample,) = samples("benchmark.json")
    notes = {name: sample[name] for name in ("token_ms", "compose_ms")}
    figure = Figure(sample["name"], sample["ours"], sample["floor"], sample["runs"], notes=notes)
    assert figure.as_json() == sample


def test_each_requirement_has_the_keys_of_the_sample():
    (sample,) = samples("app-conformance.json")
    done = python("app", "conformance", "--json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert len(rows) == 59
    assert all(shape(row) == shape(sample) for row in rows)
    assert {row["state"] for row in rows} <= {"enforced", "open"}


def test_the_list_for_people_ends_with_its_sum():
    lines = python("app", "conformance").stdout.splitlines()
    assert lines[0].startswith("A2-1   enforced ")
    assert lines[-1].startswith("59 requirements: ")
