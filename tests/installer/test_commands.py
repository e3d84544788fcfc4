"""`./run` says in one line what is missing, before it does anything long."""

import json

import pytest


@pytest.mark.parametrize("arguments", [[], ["--state", "somewhere"]])
def test_without_a_display_one_line_names_the_demo(run_command, arguments):
    done = run_command("run", *arguments, LANG="C")
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert "./run demo --out DIR" in json.loads(line)["remedy"]


def test_set_up_documents_its_exit_codes(run_command):
    done = run_command("installer/set_up", "--help", LANG="C")
    assert done.returncode == 0
    assert "exit codes" in done.stdout
