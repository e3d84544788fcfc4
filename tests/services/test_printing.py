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


@dataclass
class Desk:
    """A spooler of the test's own: it keeps what it is handed, or breaks."""

    queues: tuple[Queue, ...] = (Queue(),)
    taken: list[tuple[str, bytes, int]] = field(default_factory=list)
    broken: bool = False

    def printers(self):
        return self.queues

    def submit(self, printer, pdf, copies):
        if self.broken:
            raise Unavailable("printer.silent")
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
        printing.print_letter(hall.office, letter.letter.number, Desk(broken=True))
    assert printing.print_waiting(hall.office, Desk()) == ()
    (copy,) = printing.unconfirmed(hall.office)
    printing.resolve(hall.office, copy, came_out=False)
    assert states(hall, letter) == [(1, "given-up")]
    assert printing.reprint(hall.office, letter.letter.number, Desk(), "没有打出").copy == 2


def test_a_letter_that_is_not_kept_cannot_be_printed(hall):
    with pytest.raises(Refused, match=r"letter\.not-valid"):
        printing.print_letter(hall.office, "510502-T03-2026-000001-01", Desk())


def test_three_copies_are_three_jobs(hall, letter):
    desk = Desk()
    done = printing.print_letter(hall.office, letter.letter.number, desk, copies=3)
    assert [one.copy for one in done] == [1, 2, 3]
    assert [copies for _, _, copies in desk.taken] == [1, 1, 1]
