"""What is missing is named, with the very command that brings it."""

import shutil

import pytest

from installer import system_packages
from installer.system_packages import command_by_hand, missing, wanted


def test_what_is_missing_keeps_its_order():
    assert missing(("swig", "gcc", "qpdf"), frozenset({"gcc"})) == ("swig", "qpdf")


def test_the_check_set_holds_the_run_set():
    assert set(wanted(check=False)) < set(wanted(check=True))


def test_the_command_by_hand_uses_sudo_where_there_is_one():
    assert command_by_hand(["swig", "qpdf"], has_sudo=True) == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends swig qpdf"
    )


def test_the_command_by_hand_asks_for_root_without_sudo():
    assert command_by_hand(["swig"], has_sudo=False) == (
        "su -c 'apt-get update && apt-get install -y --no-install-recommends swig'"
    )


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="no dpkg here")
def test_a_package_that_stands_in_for_another_counts():
    present = system_packages.installed()
    assert "dpkg" in present
    assert "awk" in present  # mawk provides it
