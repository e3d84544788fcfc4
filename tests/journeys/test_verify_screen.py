"""Files that somebody brings are judged at the counter, by keyboard or dropped, and reported."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.documents.reading import pages
from tests.journeys.hall import Hall
from ui.verify import words
from ui.verify.lines import StepLine
from ui.verify.sheet import sheet_of
from ui.verify.view import VerifyView

VERIFY = 4
CONTROL = Qt.KeyboardModifier.ControlModifier
NAME = "张三.pdf"


@pytest.fixture(scope="module")
def letter(opened_hall: Hall) -> bytes:
    opened_hall.next_visit()
    opened_hall.whole_case()
    return opened_hall.pdf()


@pytest.fixture
def view(hall: Hall) -> VerifyView:
    hall.key(Qt.Key.Key_5, modifier=Qt.KeyboardModifier.AltModifier)
    shown = hall.pages.verify
    hall.wait(shown.isVisible, "the page that verifies")
    return shown


@pytest.fixture
def files(letter: bytes, tmp_path: Path) -> tuple[Path, ...]:
    """Good, changed, and no seal at all."""
    contents = {
        NAME: letter,
        "changed.pdf": letter.replace(b"/Type /Page", b"/Type /PagE", 1),
        "plain.pdf": b"%PDF-1.7\n%%EOF\n",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return tuple(tmp_path / name for name in contents)


def judged(hall: Hall, view: VerifyView, *files: Path) -> None:
    view.check(files)
    hall.settle()
    hall.wait(lambda: view.shown is not None, "the report")


def dialog(hall: Hall, view: VerifyView) -> QFileDialog:
    hall.wait(lambda: bool(view.findChildren(QFileDialog)), "the dialog")
    return view.findChildren(QFileDialog)[0]


def rows(view: VerifyView) -> list[str]:
    return [view.files.item(n).text() for n in range(view.files.count())]


def test_a_file_is_chosen_and_judged_without_a_mouse(hall: Hall, view: VerifyView, files) -> None:
    assert view.choose_button.hasFocus() or view.files.hasFocus()
    hall.key(Qt.Key.Key_O, QApplication.focusWidget(), CONTROL)
    chosen = dialog(hall, view)
    chosen.filesSelected.emit([str(files[0])])
    chosen.reject()
    hall.settle()
    hall.wait_to_say("Every seal here is valid, and nothing was changed since.")
    assert rows(view) == [f"Valid　{NAME}"]
    hall.counter.window.activateWindow()
    hall.wait(view.files.hasFocus, "the list has the keyboard")


def test_each_file_has_its_verdict_and_the_one_in_hand_its_first_failure(
    hall: Hall, view: VerifyView, files
) -> None:
    judged(hall, view, *files)
    assert [each.split("　")[0] for each in rows(view)] == ["Valid", "Not valid", "Cannot tell"]
    hall.key(Qt.Key.Key_Down, view.files)
    hall.wait_to_say("This seal is not valid: The document was changed after it was sealed.")
    hall.key(Qt.Key.Key_Down, view.files)
    hall.wait_to_say("It cannot be told whether the seal is valid: The file holds no signature.")


def test_arrows_go_through_the_nine_steps_and_each_can_be_read_out(
    hall: Hall, view: VerifyView, files
) -> None:
    judged(hall, view, files[1])
    hall.wait(lambda: len(view.report.findChildren(StepLine)) == 9, "nine lines")
    view.report.setFocus()
    told = []
    for _step in range(9):
        hall.key(Qt.Key.Key_Down, QApplication.focusWidget())
        told.append(QApplication.focusWidget().accessibleName())
    assert told[0].startswith("1  Structure：passed。")
    assert told[8] == (
        "9  Document unchanged：failed。The document was changed after it was sealed. "
        "Do not rely on it; ask for the file again."
    )
    hall.key(Qt.Key.Key_Up, QApplication.focusWidget())
    assert QApplication.focusWidget().accessibleName() == told[7]


def test_a_file_can_be_dropped_on_the_page(hall: Hall, view: VerifyView, files) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files[2])), QUrl("https://example.org/x.pdf")])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dropEvent(event)
    hall.settle()
    assert rows(view) == ["Cannot tell　plain.pdf"]


def test_the_next_persons_files_take_the_place_of_the_last_ones(
    hall: Hall, view: VerifyView, files
) -> None:
    judged(hall, view, *files[:2])
    judged(hall, view, files[2])
    assert rows(view) == ["Cannot tell　plain.pdf"]
    assert not hall.says(NAME)


def test_of_more_files_than_fifty_the_first_are_judged_and_the_page_goes_on_saying_so(
    hall: Hall, view: VerifyView, files
) -> None:
    judged(hall, view, *[files[2]] * 51)
    assert len(rows(view)) == 50
    assert hall.says("50 file(s) judged Only the first 50 files are looked at.")


def test_esc_ends_the_work_and_what_was_not_judged_is_left_out(
    hall: Hall, view: VerifyView, files
) -> None:
    go_on = threading.Event()
    hall.counter.tasks.run("files", go_on.wait, lambda _done: None, lambda _error: None, view)
    view.check(files)
    hall.wait_to_say("Looking at the files: 0 of 3")
    hall.key(Qt.Key.Key_Escape, view.files)
    go_on.set()
    hall.settle()
    assert hall.says("Stopped.")
    assert {each.split("　")[0] for each in rows(view)} == {"left out"}
    assert not view.print_button.isEnabled()


def test_the_sheet_is_saved_under_a_name_that_names_nobody(
    hall: Hall, view: VerifyView, files, tmp_path: Path
) -> None:
    judged(hall, view, files[0])
    hall.key(Qt.Key.Key_S, view.files, CONTROL)
    chosen = dialog(hall, view)
    assert "张三" not in chosen.selectedFiles()[0]
    target = tmp_path / "sheet.pdf"
    chosen.fileSelected.emit(str(target))
    chosen.reject()
    hall.settle()
    assert hall.says("The sheet is saved.")
    (found,) = pages(target.read_bytes())
    assert "✓有效" in found
    assert NAME in found
    assert "训练用，不作凭证" in found


def test_the_sheet_is_in_chinese_whatever_the_windows_language(
    hall: Hall, view: VerifyView, files
) -> None:
    judged(hall, view, files[1])
    assert view.shown is not None
    sheet = sheet_of(view.shown, hall.office, "1")
    assert (sheet.title, sheet.verdict) == ("电子印章验证报告", "× 无效")
    assert words.headline(view.shown).startswith("This seal is not valid:")  # the window's again


def test_without_a_printer_the_screen_says_what_else_can_be_done(
    hall: Hall, view: VerifyView, files
) -> None:
    judged(hall, view, files[0])
    hall.key(Qt.Key.Key_P, view.files, CONTROL)
    hall.settle()
    hall.wait_to_say("See to the printer, or save the sheet as a file.")


def test_the_record_tells_of_the_check_and_never_the_files_name(
    hall: Hall, view: VerifyView, files
) -> None:
    judged(hall, view, files[0])
    assert view.shown is not None
    last = hall.trail()[-1]["entry"]
    assert (last["act"], last["subject"]) == ("seal.check", view.shown.sm3)
    assert "张三" not in str(hall.trail())


def test_the_states_above_still_open_the_devices(hall: Hall, view: VerifyView) -> None:
    hall.pages.frame.status.opened.emit()
    hall.wait(hall.pages.devices.isVisible, "the devices")
