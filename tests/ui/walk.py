"""A walk over every page a clerk and an applicant see, each shown as it is in use."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.journeys import entry_hands
from tests.journeys.hall import COMMITS, VERIFY_FIRST, Hall
from ui.reception.state import Step
from ui.theme import Look
from ui.verify.lines import StepLine

Page = tuple[str, QWidget]
WORKSPACES = ("ledger", "settings", "devices", "verify")
VERIFY = WORKSPACES.index("verify") + 1


def before_sign_in(hall: Hall) -> Iterator[Page]:
    """Recovery key, then the sign-in page; signed in afterwards."""
    session = hall.counter.session
    hall.wait(lambda: hall.counter.session is not None, "importing")
    session = hall.session
    hall.wait(lambda: session.recovery is not None, "opening")
    yield "recovery", hall.counter.window
    hall.reach_sign_in()
    yield "sign-in", hall.counter.window
    hall.type_sign_in("wrong")
    hall.wait(hall.counter.sign_in.is_ready, "answered")
    yield "sign-in refused", hall.counter.window
    hall.sign_in()


def visit(hall: Hall) -> Iterator[Page]:
    """From the waiting page to a voided letter; the applicant's pages are of their own window."""
    window = hall.counter.window
    hall.next_visit_in_any_language()
    yield "waiting", window
    yield from no_card(hall)
    hall.read_card("ayinur")
    yield "matter", window
    hall.key(Qt.Key.Key_F4)
    yield "reveal", window
    hall.page.reveal.hide()
    hall.pick(COMMITS)
    yield "checklist", window
    hall.make_letter()
    yield "reading clerk", window
    yield "reading", hall.page.applicant
    hall.read_through()
    hall.hands.click(hall.page.applicant.understood)
    yield "signing", hall.page.applicant
    hall.hands.sign(hall.page.applicant.pad)
    hall.hands.click(hall.page.applicant.finish)
    hall.wait_for(Step.SEALING)
    yield "sealing", window
    hall.ask_pin()
    yield "pin", window
    hall.give_pin()
    hall.wait_for(Step.DONE)
    hall.settle()
    yield "done", window


def papers(hall: Hall) -> Iterator[Page]:
    """The strip that takes papers in, at the case that is done."""
    hall.key(Qt.Key.Key_F7)
    hall.settle()
    yield "papers", hall.counter.window
    hall.key(Qt.Key.Key_F7)


def no_card(hall: Hall) -> Iterator[Page]:
    """The form that takes the card's place, what is wrong in it, and the second officer."""
    window = hall.counter.window
    entry_hands.open_form(hall)
    yield "typing", window
    entry_hands.fill(hall, number="1", valid_until="x", issuer="")
    hall.key(Qt.Key.Key_F12)
    yield "typing refused", window
    entry_hands.fill(hall)
    entry_hands.check(hall)
    entry_hands.vouch(hall, password="x")  # noqa: S106
    yield "second officer", window
    for _back in range(2):
        hall.key(Qt.Key.Key_Escape)


def excepted(hall: Hall) -> Iterator[Page]:
    """The page with a locked approval."""
    hall.next_visit_in_any_language()
    hall.whole_case("zhou-expired", VERIFY_FIRST)
    yield "verify first", hall.counter.window


def workspaces(hall: Hall) -> Iterator[Page]:
    for place, name in enumerate(WORKSPACES, 1):
        hall.open_workspace(place)
        hall.settle()
        yield name, hall.counter.window
    hall.open_workspace(0)


def reports(hall: Hall) -> Iterator[Page]:
    """What is said of files: valid, changed, and one that has no seal."""
    folder = hall.counter.settings.state / "brought"
    folder.mkdir(exist_ok=True)
    with_long_name = folder / f"{'a-name-without-an-end' * 8}.pdf"
    letter = hall.pdf()
    (folder / "letter.pdf").write_bytes(letter)
    with_long_name.write_bytes(letter.replace(b"/Type /Page", b"/Type /PagE", 1))
    hall.open_workspace(VERIFY)
    view = hall.pages.verify
    for name, file in {"report": folder / "letter.pdf", "bad report": with_long_name}.items():
        view.check((file, folder / "none.pdf"))
        hall.settle()
        hall.wait(lambda: len(view.report.findChildren(StepLine)) == 9, "nine steps")
        yield name, hall.counter.window
    hall.open_workspace(0)


def everything(hall: Hall) -> Iterator[Page]:
    """All pages of who is signed in."""
    yield from visit(hall)
    yield from papers(hall)
    yield from excepted(hall)
    yield from workspaces(hall)
    yield from reports(hall)


def change_look(hall: Hall, look: Look) -> None:
    """As the settings page does it."""
    hall.next_visit_in_any_language()
    if hall.counter.look != look:
        hall.session.change_look(look)
        hall.wait(lambda: hall.session.pages is not None, "the new look")
        hall.settle()
