"""What is a paper, and where in a case it has its place."""

from dataclasses import replace

import pytest

from app.domain import papers
from app.domain.cases import Letter, Plan
from app.domain.catalogue import Step, Way
from app.domain.papers import LARGEST, MOST, Use
from app.errors import Refused
from tests.documents import letter

CASE = replace(letter.case(), plans=(), letters=())
PLAN = Plan("P9", "存款证明", Step(Way.OTHER_MATERIAL, "6", "", "", "存折"))
OTHER = Plan("P1", "婚姻状况证明", Step(Way.COMMITMENT, "3", "", "", ""))
SEALED = Letter("1-01", "1", "receipt", "0" * 64, "", trusted_time=True, check_code="")


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"%PDF-", "application/pdf"),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(start, kind):
    assert papers.media_type(start + b"...") == kind
    for cut in range(len(start)):
        with pytest.raises(Refused, match=r"paper\.not-a-picture"):
            papers.media_type(start[:cut])


def test_too_large_is_refused_to_the_byte():
    assert papers.media_type(b"%PDF-".ljust(LARGEST, b" ")) == "application/pdf"
    with pytest.raises(Refused, match=r"paper\.too-large") as refusal:
        papers.media_type(b"%PDF-".ljust(LARGEST + 1, b" "))
    assert refusal.value.facts == {"megabytes": 20}


def test_a_proof_of_way_six_a_letter_and_evidence_have_their_places():
    assert papers.uses(CASE) == ((Use.EVIDENCE, "", ""),)
    full = replace(CASE, plans=(OTHER, PLAN), letters=(SEALED,))
    assert papers.uses(full) == (
        (Use.SIGNED_LETTER, "", ""),
        (Use.OTHER_MATERIAL, "P9", "存款证明"),
        (Use.EVIDENCE, "", ""),
    )
    papers.may_take_in(full, Use.OTHER_MATERIAL, "P9", 0)
    for use, proof in [(Use.OTHER_MATERIAL, "P1"), (Use.EVIDENCE, "P9"), (Use.OTHER_MATERIAL, "")]:
        with pytest.raises(Refused, match=r"paper\.no-place"):
            papers.may_take_in(full, use, proof, 0)
    with pytest.raises(Refused, match=r"paper\.no-place") as refusal:
        papers.may_take_in(CASE, Use.SIGNED_LETTER, "", 0)
    assert refusal.value.facts == {"use": "signed-letter"}


def test_a_case_has_so_many_papers_and_no_more():
    papers.may_take_in(CASE, Use.EVIDENCE, "", MOST - 1)
    with pytest.raises(Refused, match=r"paper\.too-many") as refusal:
        papers.may_take_in(CASE, Use.EVIDENCE, "", MOST)
    assert refusal.value.facts == {"most": 100}
