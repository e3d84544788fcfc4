"""Steps are done once, again when their inputs change, and again when broken off."""

from pathlib import Path

import pytest

from installer.steps import Step, perform, write_whole


class Kitchen:
    """Counts how often it was set up."""

    def __init__(self, folder: Path) -> None:
        self.inputs = b"first"
        self.times = 0
        self.breaks = False
        self.is_whole = True
        self.step = Step("kitchen", folder / "stamp", lambda: self.inputs, self.do, self.whole)

    def do(self) -> None:
        if self.breaks:
            raise KeyboardInterrupt
        self.times += 1

    def whole(self) -> bool:
        return self.is_whole


@pytest.fixture
def kitchen(tmp_path):
    return Kitchen(tmp_path)


def test_a_second_start_does_nothing_and_says_nothing(kitchen, capsys):
    perform([kitchen.step])
    capsys.readouterr()
    perform([kitchen.step])
    assert kitchen.times == 1
    assert capsys.readouterr() == ("", "")


def test_progress_is_shown_on_standard_error_with_number_and_seconds(kitchen, capsys):
    perform([kitchen.step])
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[0] == "[1/1] kitchen ..."
    assert err.splitlines()[1].startswith("[1/1] kitchen: done in 0.")


def test_changed_inputs_are_set_up_again(kitchen):
    perform([kitchen.step])
    kitchen.inputs = b"second"
    perform([kitchen.step])
    assert kitchen.times == 2


def test_a_result_that_is_gone_is_made_again(kitchen):
    perform([kitchen.step])
    kitchen.is_whole = False
    perform([kitchen.step])
    assert kitchen.times == 2


def test_a_step_broken_off_is_done_again(kitchen):
    perform([kitchen.step])
    kitchen.inputs, kitchen.breaks = b"second", True
    with pytest.raises(KeyboardInterrupt):
        perform([kitchen.step])
    kitchen.inputs, kitchen.breaks = b"first", False  # even with the inputs it was made from
    perform([kitchen.step])
    assert kitchen.times == 2


def test_a_file_is_all_there_or_not_at_all(tmp_path):
    write_whole(tmp_path / "new" / "file", b"content")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["file"]
