"""One counter with its real window, platform and simulated devices, and hands that use it."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app import settings as places
from app.commands.counter import Counter
from app.commands.demo_hands import Hands
from app.commands.opening import (
    TRAINING_OFFICER,
    TRAINING_PASSWORD,
    TRAINING_PIN,
    Opened,
)
from app.commands.session import Session
from app.commands.workspaces import Workspaces
from app.contract.messages import CaseView
from app.domain.cases import Case
from app.services import printing, reception, status
from app.services.office import Office
from app.settings import Settings
from app.sync import agreement
from ui.reception.state import Step
from ui.reception.view import ReceptionView

COMMITS = "140101"  # two commitments, approved at once
VERIFY_FIRST = "110101"  # payment of public funds: one of the six excepted categories
MOST_PAGES = 60
PATIENCE = 15.0  # seconds anything may take here before the test gives up


class Hall:
    """Keys and clicks only; what it knows beyond the window it reads from store and platform."""

    def __init__(self, folder: Path, **changes: Any) -> None:
        (folder / "screens").mkdir(
            parents=True, exist_ok=True
        )  # where a stuck test leaves its picture
        usual = places.load(folder / "state")
        nowhere = (("printer", str(folder / "cups" / "sock")),)
        changes = {"language": "en", "devices": nowhere, **changes}
        settings: Settings = replace(usual, **changes)
        self.counter = Counter(settings, fresh=True)
        self.hands = Hands(self.counter, folder)
        self.counter.show()
        self.counter.open()

    # --- what there is ---

    @property
    def session(self) -> Session:
        assert self.counter.session is not None
        return self.counter.session

    @property
    def opened(self) -> Opened:
        return self.session.now()

    @property
    def pages(self) -> Workspaces:
        assert self.session.pages is not None
        return self.session.pages

    @property
    def page(self) -> ReceptionView:
        return self.pages.reception

    @property
    def office(self) -> Office:
        return self.opened.office.signed_in(self.session.person)

    @property
    def number(self) -> str:
        assert self.page.state.case is not None
        return self.page.state.case.number

    def case(self, number: str = "") -> Case:
        return reception.load_case(self.office, number or self.number)

    def pdf(self) -> bytes:
        return printing.load_pdf(self.office, self.case().letters[-1].number)

    def theirs(self, number: str = "") -> CaseView:
        """The platform's own record."""
        self.settle()
        return agreement.their_record(self.opened.client, number or self.number)

    def differences(self) -> tuple[str, ...]:
        self.settle()
        return agreement.differences(self.office.store, self.opened.client, self.case())

    def trail(self) -> list[dict[str, Any]]:
        from app.audit import trail

        with self.office.store.read() as rx:
            return [json.loads(line) for line in trail.lines(rx)]

    def received(self) -> bool:
        return status.where(self.office, self.number) == "received"

    def case_of(self, name: str) -> bool:
        return any(row.case.name == name for row in status.ledger(self.office))

    def find_in_ledger(self, text: str) -> int:
        """How many rows the ledger shows for what was typed."""
        ledger = self.pages.ledger
        self.open_workspace(1)
        ledger.search.setText(text)  # keyClicks takes ASCII only
        self.key(Qt.Key.Key_Return, ledger.search)
        self.settle()
        return ledger.table.rowCount()

    # --- waiting ---

    def wait(self, until: Callable[[], bool], what: str) -> None:
        """Let the window work until something is so."""
        end = time.monotonic() + PATIENCE
        while not until():
            assert time.monotonic() < end, f"waited in vain: {what}; {self.sees()}"
            QTest.qWait(5)

    def sees(self) -> list[str]:
        """What can be read on the clerk's window now."""
        labels = self.counter.window.findChildren(QLabel)
        return [each.text() for each in labels if each.isVisible() and each.text()]

    def wait_for(self, step: Step) -> None:
        self.wait(lambda: self.page.state.step is step, f"step {step}")

    def settle(self) -> None:
        self.wait(lambda: not self.counter.tasks.busy, "lanes at rest")

    def says(self, words: str, root: QWidget | None = None) -> bool:
        """Whether any label that can be seen now says this."""
        shown = root or self.counter.window
        return any(words in each.text() for each in shown.findChildren(QLabel) if each.isVisible())

    def wait_to_say(self, words: str) -> None:
        self.wait(lambda: self.says(words), f"saying: {words}")

    # --- the clerk ---

    def reach_sign_in(self) -> None:
        self.wait(lambda: self.counter.session is not None, "importing")
        session = self.session
        self.wait(
            lambda: self.counter.sign_in.is_ready() or session.recovery is not None, "opening"
        )
        if session.recovery is not None and session.recovery.isVisible():
            self.hands.click(session.recovery.button)
        self.wait(self.counter.sign_in.is_ready, "sign-in")

    def type_sign_in(self, password: str = TRAINING_PASSWORD) -> None:
        page = self.counter.sign_in
        page.officer.clear()
        self.hands.keys(TRAINING_OFFICER, page.officer, counted=False)
        self.hands.keys(password, page.password, counted=False)
        self.key(Qt.Key.Key_Return, page.password)

    def sign_in(self) -> None:
        self.reach_sign_in()
        self.type_sign_in()
        self.wait(lambda: self.session.pages is not None, "signing in")
        self.settle()

    def open_workspace(self, place: int) -> None:
        self.pages.frame.open(place)

    def key(
        self,
        key: Qt.Key,
        widget: QWidget | None = None,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        if widget is None:
            self.wait(self._has_keyboard, "the clerk's window has the keyboard")
        QTest.keyClick(widget or self.page, key, modifier)

    def _has_keyboard(self) -> bool:
        """Another test's counter may have taken it; the applicant's page gives it back itself."""
        window = self.counter.window
        shown = [each for each in _applicant_windows(self.session) if each.isVisible()]
        if QApplication.activeWindow() not in (window, *shown):
            window.activateWindow()  # without a window manager a hidden one may still hold it
        return window.isActiveWindow()

    def next_visit(self) -> None:
        """Whatever the test before left: back to waiting for a card."""
        self.next_visit_in_any_language()
        self.wait_to_say("Put the applicant's identity card on the reader")

    def next_visit_in_any_language(self) -> None:
        self.tell_reader("take")
        self.settle()
        self.counter.window.activateWindow()  # another test's counter may have had it
        self.open_workspace(0)
        self.wait(self._nearer_to_the_beginning, "the visit ends")

    def _nearer_to_the_beginning(self) -> bool:
        """One key of those that end a visit; True when there is none."""
        if self.page.applicant.isVisible():
            self.key(Qt.Key.Key_Escape, self.page.applicant)
        elif self.page.state.step is Step.DONE:
            self.key(Qt.Key.Key_F12)
        elif self.page.state.step is not Step.APPLICANT:
            self.key(Qt.Key.Key_Escape)
        return self.page.state.step is Step.APPLICANT

    def tell_reader(self, words: str) -> None:
        self.session.tell_reader(words)

    def tell_token(self, words: str) -> None:
        self.opened.simulators["seal-token"].tell(words)

    def read_card(self, person: str = "wang-lan") -> None:
        self.tell_reader(f"put {person}")
        self.wait_for(Step.MATTER)

    def pick(self, code: str = COMMITS) -> None:
        self.hands.keys(code, self.page.matter.code)
        self.key(Qt.Key.Key_Return, self.page.matter.code)
        self.wait_for(Step.CHECKLIST)

    def make_letter(self) -> None:
        self.key(Qt.Key.Key_F12)
        self.wait(self._letter_is_there, "letter drawn")

    def _letter_is_there(self) -> bool:
        """Drawn, and on the applicant's page where there is something to be signed."""
        step = self.page.state.step
        return step is Step.SEALING or (step is Step.SIGNING and self.page.applicant.isVisible())

    def read_through(self) -> None:
        window = self.page.applicant
        for _page in range(MOST_PAGES):
            if window.understood.isEnabled():
                return
            self.read_on()
        self.wait(window.understood.isEnabled, "all of it read")

    def read_on(self) -> None:
        """A page further; first what is laid out late gets its turn."""
        QCoreApplication.processEvents()
        self.hands.click(self.page.applicant.read_on)
        self.wait(self.page.applicant.looked, "reading")

    def sign(self) -> None:
        window = self.page.applicant
        self.read_through()
        self.hands.click(window.understood)
        self.hands.sign(window.pad)
        self.hands.click(window.finish)
        self.wait_for(Step.SEALING)

    def ask_pin(self) -> None:
        self.key(Qt.Key.Key_F12)
        self.wait_for_pin()

    def wait_for_pin(self) -> None:
        pin = self.page.letter.pin
        self.wait(lambda: pin.isVisible() and pin.isEnabled(), "PIN asked")

    def give_pin(self, pin: str = TRAINING_PIN) -> None:
        self.hands.keys(pin, self.page.letter.pin, counted=False)
        self.key(Qt.Key.Key_Return, self.page.letter.pin)

    def seal(self) -> None:
        self.ask_pin()
        self.give_pin()
        self.wait_for(Step.DONE)
        self.settle()

    def to_seal(self, person: str = "wang-lan", code: str = COMMITS) -> None:
        """As far as the moment before the seal."""
        self.read_card(person)
        self.pick(code)
        self.make_letter()
        if self.page.state.step is Step.SIGNING:
            self.sign()

    def whole_case(self, person: str = "wang-lan", code: str = COMMITS) -> None:
        self.to_seal(person, code)
        self.seal()

    def close(self) -> None:
        self.hands.close()
        app = self.counter.app
        for window in (self.counter.window, *_applicant_windows(self.session)):
            window.hide()
            window.deleteLater()
        for translator in app.findChildren(QTranslator):
            app.removeTranslator(translator)
            translator.deleteLater()
        app.setStyleSheet("")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def open_hall(folder: Path, **changes: Any) -> Iterator[Hall]:
    made = Hall(folder, **changes)
    try:
        yield made
    finally:
        made.close()


def _applicant_windows(session: Session) -> tuple[QWidget, ...]:
    return (session.pages.reception.applicant,) if session.pages is not None else ()
