"""What the demo plays: a visit from sign-in to the platform's receipt, then the other pages."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from app.codecs.chain import sm3_hex
from app.commands.demo_hands import Hands
from app.commands.opening import TRAINING_OFFICER, TRAINING_PASSWORD, TRAINING_PIN
from app.commands.session import Session
from app.services import printing, reception
from app.sync import agreement, outbox, report
from ui.reception.state import Step
from ui.reception.view import ReceptionView
from ui.theme import Look

MOST_PAGES = 60
PERSON = "wang-lan"
MATTER = "140101"  # two commitments and an own paper, not of the excepted categories
VERIFY_FIRST = "110101"  # payment of public funds: checks before approval


class Story:
    """One visit from beginning to end, then a tour of the other pages."""

    def __init__(self, hands: Hands, out: Path) -> None:
        self._hands, self._out = hands, out
        self._session: Session

    def play(self) -> dict[str, Any]:
        self._sign_in()
        self._read_card(PERSON)
        self._pick(MATTER, shots=True)
        self._applicant_reads_and_signs()
        self._seal(shots=True)
        summary = self._summary()
        self._tour()
        return summary

    @property
    def _page(self) -> ReceptionView:
        if self._session.pages is None:
            raise RuntimeError("not signed in")
        return self._session.pages.reception

    def _open(self, workspace: int) -> None:
        if self._session.pages is not None:
            self._session.pages.frame.open(workspace)

    # --- the visit ---

    def _sign_in(self) -> None:
        hands, counter = self._hands, self._hands.counter
        counter.show()
        hands.shot("opening")
        counter.open()
        hands.wait(lambda: counter.session is not None, "importing")
        if counter.session is None:
            raise RuntimeError("no session")
        self._session = counter.session
        hands.wait(lambda: self._session.recovery is not None, "opening")
        hands.shot("recovery-key")
        if self._session.recovery is not None:
            hands.click(self._session.recovery.button)
        hands.wait(counter.sign_in.is_ready, "sign-in")
        hands.step("opened")
        hands.watch.go_on()
        hands.keys(TRAINING_OFFICER, counter.sign_in.officer, counted=False)
        hands.key(Qt.Key.Key_Return, counter.sign_in.officer, counted=False)
        hands.shot("sign-in")
        hands.keys(TRAINING_PASSWORD, counter.sign_in.password, counted=False)
        hands.key(Qt.Key.Key_Return, counter.sign_in.password, counted=False)
        hands.wait(lambda: self._session.pages is not None, "signing in")
        hands.step("signed in")
        hands.shot("waiting-for-card")

    def _read_card(self, person: str) -> None:
        self._session.tell_reader(f"put {person}")
        self._hands.wait(lambda: self._page.state.step is Step.MATTER, "card read")
        self._hands.step("card read")

    def _pick(self, code: str, *, shots: bool) -> None:
        hands = self._hands
        if shots:
            hands.shot("matter")
        hands.keys(code, self._page.matter.code)
        if shots:
            hands.shot("matter-found")
        hands.key(Qt.Key.Key_Return, self._page.matter.code)
        hands.actions += 1
        hands.wait(lambda: self._page.state.step is Step.CHECKLIST, "matter picked")
        hands.step("matter picked")
        hands.shot("checklist")
        hands.key(Qt.Key.Key_F12)
        hands.actions += 1

    def _applicant_reads_and_signs(self) -> None:
        hands, window = self._hands, self._page.applicant
        hands.wait(window.isVisible, "letter drawn")
        hands.step("letter drawn")
        hands.shot("applicant-reads", window)
        for _page in range(MOST_PAGES):
            if window.understood.isEnabled():
                break
            hands.click(window.read_on)
            hands.wait(window.looked, "reading")
        hands.shot("applicant-has-read", window)
        hands.click(window.understood)
        hands.sign(window.pad)
        hands.shot("applicant-signs", window)
        hands.click(window.finish)
        hands.wait(lambda: self._page.state.step is Step.SEALING, "signed")
        hands.step("read and signed")
        hands.shot("ready-to-seal")

    def _seal(self, *, shots: bool) -> None:
        hands, page = self._hands, self._page
        hands.key(Qt.Key.Key_F12)
        hands.actions += 1
        hands.wait(lambda: page.letter.pin.isVisible() and page.letter.pin.isEnabled(), "PIN asked")
        hands.keys(TRAINING_PIN, page.letter.pin, counted=False)
        if shots:
            hands.shot("pin")
        hands.key(Qt.Key.Key_Return, page.letter.pin, counted=False)
        hands.wait(lambda: page.state.step is Step.DONE, "sealed")
        hands.step("sealed, checked, kept")
        hands.wait(self._received, "received by the platform")
        hands.step("received by the platform")
        hands.wait(lambda: not hands.counter.tasks.busy, "shown as received")
        if shots:
            hands.shot("done")

    def _received(self) -> bool:
        case, opened = self._page.state.case, self._session.opened
        if case is None or opened is None:
            return False
        with opened.office.store.read() as rx:
            return outbox.whereabouts(rx, f"case:{case.id}") == "received"

    # --- what came of it ---

    def _summary(self) -> dict[str, Any]:
        opened = self._session.now()
        number = self._page.state.case.number if self._page.state.case else ""
        office = opened.office.signed_in(self._session.person)
        case = reception.load_case(office, number)
        letters = [self._letter(office, each.number, each.sealed_at) for each in case.letters]
        with office.store.read() as rx:
            seq = report.server_seq(rx, case)
        differences = agreement.differences(office.store, opened.client, case)
        hands = self._hands
        return {
            "case": case.number,
            "mode": case.mode,
            "proofs": [
                {"proof": plan.proof_name, "way": plan.way.value, "article": plan.step.article}
                for plan in case.plans
            ],
            "letters": letters,
            "receipt": {"server_seq": seq, "platform_agrees": not differences},
            "differences": list(differences),
            "clerk": {"actions": hands.actions, "keystrokes": hands.keystrokes},
            "event_loop": {"worst_ms": hands.watch.worst, "p99_ms": hands.watch.p99},
            "steps": hands.steps,
        }

    def _letter(self, office: Any, number: str, sealed_at: str) -> dict[str, str]:
        pdf = printing.load_pdf(office, number)
        file = self._out / f"letter-{number}.pdf"
        file.write_bytes(pdf)
        verdict = self._session.now().seal.verdict(pdf)
        return {"file": file.name, "sm3": sm3_hex(pdf), "verdict": verdict, "sealed_at": sealed_at}

    # --- the other pages ---

    def _tour(self) -> None:
        hands = self._hands
        hands.key(Qt.Key.Key_F12, self._page, counted=False)
        self._session.tell_reader("take")
        for workspace, name in ((1, "ledger"), (3, "devices"), (2, "settings")):
            self._open(workspace)
            hands.wait(lambda: not hands.counter.tasks.busy, name)
            hands.shot(name)
        self._verify_first()
        self._other_looks()

    def _verify_first(self) -> None:
        """An excepted matter: sealed, and the approval locked with its open checks."""
        self._open(0)
        self._read_card("ayinur")
        self._pick(VERIFY_FIRST, shots=False)
        self._hands.wait(lambda: self._page.state.step is Step.SEALING, "receipt drawn")
        self._seal(shots=False)
        self._hands.shot("verify-first")

    def _other_looks(self) -> None:
        hands = self._hands
        for look in (Look("dark", 100), Look("dark", 200), Look("light", 200)):
            self._session.change_look(look)
            hands.wait(lambda: self._session.pages is not None, "look")
            hands.wait(lambda: not hands.counter.tasks.busy, "look")
            hands.shot(f"done-{look.theme}-{look.size}")
