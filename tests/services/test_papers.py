"""A paper is kept once by its digest, with a line in the trail, and nothing of its file's name."""

import pytest
from sqlalchemy.exc import IntegrityError

from app.codecs.chain import sm3_hex
from app.domain.papers import Use
from app.errors import Refused
from app.services import office, papers
from tests.services.parts import open_case
from tests.services.test_sealing import acts, sealed

JPEG = b"\xff\xd8\xff\xe0 a signed letter \xff\xd9"


@pytest.fixture
def number(hall, token):
    return sealed(hall, token).case.number


def test_a_paper_is_kept_with_who_took_it_in_and_found_again(hall, number):
    paper = papers.take_in(hall.office, number, Use.SIGNED_LETTER, JPEG, source=papers.CAMERA)
    assert (paper.sm3, paper.size, paper.officer) == (sm3_hex(JPEG), len(JPEG), "10432")
    assert papers.papers_of(hall.office, number) == (paper,)
    assert papers.load_paper(hall.office, number, paper.sm3) == JPEG
    assert acts(hall)[-1] == "paper.take-in"


def test_the_same_picture_twice_is_one_paper_and_one_line(hall, number):
    first = papers.take_in(hall.office, number, Use.SIGNED_LETTER, JPEG, source=papers.CAMERA)
    again = papers.take_in(hall.office, number, Use.SIGNED_LETTER, JPEG, source=papers.FILE)
    assert again == first
    papers.take_in(hall.office, number, Use.EVIDENCE, JPEG, source=papers.FILE)
    assert [each.use for each in papers.papers_of(hall.office, number)] == [
        Use.SIGNED_LETTER,
        Use.EVIDENCE,
    ]
    assert acts(hall).count("paper.take-in") == 2


def test_what_is_no_picture_is_refused_and_nothing_is_kept(hall, number):
    with pytest.raises(Refused, match=r"paper\.not-a-picture"):
        papers.take_in(hall.office, number, Use.EVIDENCE, b"MZ", source=papers.FILE)
    assert papers.papers_of(hall.office, number) == ()
    assert acts(hall)[-1] == "refused"


def test_a_paper_of_another_case_is_not_shown(hall, number):
    paper = papers.take_in(hall.office, number, Use.EVIDENCE, JPEG, source=papers.FILE)
    other = open_case(hall.office).number
    assert papers.papers_of(hall.office, other) == ()
    with pytest.raises(Refused, match=r"paper\.unknown"):
        papers.load_paper(hall.office, other, paper.sm3)
    with pytest.raises(Refused, match=r"case\.unknown"):
        papers.take_in(hall.office, "no-such", Use.EVIDENCE, JPEG, source=papers.FILE)


def test_nobody_takes_a_paper_in_without_signing_in(hall, number):
    nobody = hall.office.signed_in(None)
    with pytest.raises(Refused, match=r"duty\.missing"):
        papers.take_in(nobody, number, Use.EVIDENCE, JPEG, source=papers.FILE)
    auditor = hall.office.signed_in(office.Session("1", "A", ("auditor",), hall.office.now()))
    with pytest.raises(Refused, match=r"duty\.missing"):
        papers.papers_of(auditor, number)


def test_a_kept_paper_is_never_changed_and_never_goes(hall, number):
    papers.take_in(hall.office, number, Use.EVIDENCE, JPEG, source=papers.FILE)
    for act in ("UPDATE papers SET proof = 'P'", "DELETE FROM papers"):
        with pytest.raises(IntegrityError, match="append-only"), hall.office.store.write() as tx:
            tx.exec_driver_sql(act)
