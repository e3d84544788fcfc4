"""A job is followed to its end, after a fresh start too; nothing is sent again by asking."""

from dataclasses import dataclass, field, replace

import pytest

from app.audit import trail
from app.errors import Unavailable
from app.services import paper_trail, printing
from tests.services.test_printing import Desk
from tests.services.test_sealing import sealed


@dataclass(frozen=True)
class Job:
    state: str
    reasons: tuple[str, ...] = ()
    pages: int | None = None


@dataclass
class Service:
    """A print service that says this of every job, and counts who asks."""

    says: Job | None
    asked: list[tuple[str, str]] = field(default_factory=list)

    def job(self, printer, job):
        self.asked.append((printer, job))
        if self.says is None:
            raise Unavailable("print.away")
        return self.says


@pytest.fixture
def letter(hall, token):
    made = sealed(hall, token)
    printing.print_letter(hall.office, made.letter.number, Desk(), copies=3)
    return made.letter.number


def kept(hall, letter):
    return [(p.state, p.pages_out) for p in printing.prints_of(hall.office, letter)]


def test_copies_of_one_job_are_asked_for_once_until_it_ended(hall, letter):
    service = Service(Job("printing", ("media-empty-error",)))
    (seen,) = paper_trail.follow(hall.office, service)
    assert (seen.copies, seen.state, seen.ended) == ((1, 2, 3), "printing", False)
    assert seen.reasons == ("media-empty-error",)
    assert kept(hall, letter) == [("printing", None)] * 3
    service.says = Job("done")
    assert [each.ended for each in paper_trail.follow(hall.office, service)] == [True]
    assert paper_trail.follow(hall.office, service) == ()
    assert service.asked == [("office", "job-1")] * 2
    assert kept(hall, letter) == [("done", None)] * 3


def test_after_a_fresh_start_the_job_is_found_by_its_number_and_not_sent_again(hall, letter):
    restarted = replace(hall.office, run="another").by_itself()
    desk, service = Desk(), Service(Job("waiting", ("printer-stopped", "paused")))
    assert printing.print_waiting(restarted, desk) == ()
    assert [each.state for each in paper_trail.follow(restarted, service)] == ["waiting"]
    assert service.asked == [("office", "job-1")]
    assert desk.taken == []


@pytest.mark.parametrize("end", ["cancelled", "failed", "unknown"])
def test_every_bad_end_is_kept_as_what_it_is(hall, letter, end):
    paper_trail.follow(hall.office, Service(Job(end, ("job-canceled-by-user",))))
    assert [state for state, _ in kept(hall, letter)] == [end] * 3
    assert printing.print_waiting(hall.office, Desk()) == ()


def test_a_service_that_never_tells_is_not_asked_again(hall, letter):
    paper_trail.follow(hall.office, Service(Job("not-told")))
    assert [state for state, _ in kept(hall, letter)] == ["handed-over"] * 3
    assert paper_trail.follow(hall.office, Service(Job("done"))) == ()


def test_a_service_that_is_away_changes_nothing(hall, letter):
    (seen,) = paper_trail.follow(hall.office, Service(None))
    assert (seen.state, seen.ended) == ("away", False)
    assert kept(hall, letter) == [("printing", None)] * 3


def test_pages_that_came_out_are_counted_copy_by_copy(hall, letter):
    pages = printing.prints_of(hall.office, letter)[0].pages
    assert pages > 0
    paper_trail.follow(hall.office, Service(Job("done", (), 3 * pages - 1)))
    assert kept(hall, letter) == [("done", pages), ("done", pages), ("done", pages - 1)]
    (count,) = paper_trail.counts(printing.prints_of(hall.office, letter))
    assert count == paper_trail.Count("done", 3, 3 * pages, 3 * pages - 1)


def test_a_copy_the_service_forgot_is_settled_by_a_person(hall, letter):
    paper_trail.follow(hall.office, Service(Job("unknown")))
    copies = printing.unconfirmed(hall.office)
    assert [copy.copy for copy in copies] == [1, 2, 3]
    printing.resolve(hall.office, copies[0], came_out=True)
    printing.resolve(hall.office, copies[1], came_out=False)
    assert [state for state, _ in kept(hall, letter)] == ["done", "given-up", "unknown"]


def test_what_became_of_it_stands_in_the_trail(hall, letter):
    paper_trail.follow(hall.office, Service(Job("done", (), 6)))
    with hall.office.store.read() as rx:
        last = list(trail.lines(rx))[-1]
    assert '"pages_out"' in last
    assert '"state":"done"' in last
