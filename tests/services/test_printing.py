"""A letter is printed as often as asked and no more; every copy is on the record."""

from dataclasses import dataclass, field

import pytest

from app.errors import Refused, Unavailable
from app.services import printing
from tests.services.test_sealing import sealed


@dataclass
class Queue:
    name: str = "office"
    is_default: bool = True
    reasons: tuple[str, ...] = ()
    takes_a4: bool | None = None


@dataclass
class Desk:
    """A spooler of the test's own: it keeps what it is handed, or breaks."""

    queues: tuple[Queue, ...] = (Queue(),)
    taken: list[tuple[str, bytes, int]] = field(default_factory=list)
    broken: str = ""

    def printers(self):
        return self.queues

    def submit(self, printer, pdf, copies):
        if self.broken:
            raise Unavailable(self.broken)
        self.taken.append((printer, pdf, copies))
        return f"job-{len(self.taken)}"


@pytest.fixture
def letter(hall, token):
    return sealed(hall, token)


def states(hall, letter) -> list[tuple[int, str]]:
    return [(p.copy, p.state) for p in printing.prints_of(hall.office, letter.letter.number)]


def test_the_kept_bytes_are_what_is_printed(hall, letter):
    desk = Desk()
    (done,) = printing.print_letter(hall.office, letter.letter.number, desk)
    assert (done.copy, done.printer, done.state) == (1, "office", "printing")
    assert desk.taken == [("office", letter.pdf, 1)]
    assert states(hall, letter) == [(1, "printing")]


def test_printing_again_is_recorded_with_its_number_and_reason(hall, letter):
    desk, number = Desk(), letter.letter.number
    printing.print_letter(hall.office, number, desk)
    with pytest.raises(Refused, match=r"print\.again"):
        printing.print_letter(hall.office, number, desk)
    with pytest.raises(Refused, match=r"reason\.missing"):
        printing.reprint(hall.office, number, desk, "")
    assert printing.reprint(hall.office, number, desk, "卡纸").copy == 2
    assert len(desk.taken) == 2


@pytest.mark.parametrize("desk", [None, Desk(queues=()), Desk(queues=(Queue(is_default=False),))])
def test_without_a_printer_the_letter_waits_and_goes_once(hall, letter, desk):
    (copy,) = printing.print_letter(hall.office, letter.letter.number, desk)
    assert copy.state == "waiting"
    ready = Desk()
    assert [p.state for p in printing.print_waiting(hall.office, ready)] == ["printing"]
    assert printing.print_waiting(hall.office, ready) == ()
    assert len(ready.taken) == 1


def test_a_copy_that_may_be_out_is_never_sent_by_itself(hall, letter):
    with pytest.raises(Unavailable):
        printing.print_letter(hall.office, letter.letter.number, Desk(broken="print.failed"))
    assert printing.print_waiting(hall.office, Desk()) == ()
    (copy,) = printing.unconfirmed(hall.office)
    printing.resolve(hall.office, copy, came_out=False)
    assert states(hall, letter) == [(1, "given-up")]
    assert printing.reprint(hall.office, letter.letter.number, Desk(), "没有打出").copy == 2


def test_a_letter_that_is_not_kept_cannot_be_printed(hall):
    with pytest.raises(Refused, match=r"letter\.not-valid"):
        printing.print_letter(hall.office, "510502-T03-2026-000001-01", Desk())


def test_three_copies_are_one_job(hall, letter):
    desk = Desk()
    done = printing.print_letter(hall.office, letter.letter.number, desk, copies=3)
    assert [one.copy for one in done] == [1, 2, 3]
    assert desk.taken == [("office", letter.pdf, 3)]
    assert printing.print_waiting(hall.office, desk) == ()


def test_a_queue_without_a4_is_said_before_printing_and_the_letter_waits(hall, letter):
    desk = Desk(queues=(Queue(takes_a4=False),))
    with pytest.raises(Unavailable, match=r"print\.no-a4"):
        printing.print_letter(hall.office, letter.letter.number, desk, copies=2)
    assert desk.taken == []
    assert states(hall, letter) == [(1, "waiting"), (2, "waiting")]
    mended = Desk(queues=(Queue(takes_a4=True),))
    printing.print_waiting(hall.office, mended)
    assert [copies for _, _, copies in mended.taken] == [2]


def test_a_queue_that_takes_nothing_now_is_waited_for(hall, letter):
    desk = Desk(queues=(Queue(reasons=("not-accepting-jobs",)),))
    (copy,) = printing.print_letter(hall.office, letter.letter.number, desk)
    assert copy.state == "waiting"
    assert desk.taken == []


@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("print.away", "waiting"),
        ("print.not-taken", "given-up"),
        ("print.failed", "handing-over"),
    ],
)
def test_only_what_certainly_was_not_taken_goes_out_again(hall, letter, code, state):
    desk = Desk(broken=code)
    with pytest.raises(Unavailable):
        printing.print_letter(hall.office, letter.letter.number, desk)
    assert states(hall, letter) == [(1, state)]
    well = Desk()
    printing.print_waiting(hall.office, well)
    assert len(well.taken) == (state == "waiting")
