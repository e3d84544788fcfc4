"""Every matter of the training catalogue gives a letter that fits, prints and asks nothing."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app import reference
from app.documents import filling, layout, pdf, templates
from app.documents.ink import MM
from app.documents.letters import LetterFacts
from app.domain import ladder
from app.domain.catalogue import Way
from tests.documents import letter

REFERENCE = reference.load()


def every_letter() -> Iterator[LetterFacts]:
    for matter in REFERENCE.catalogue.matters:
        for situation in matter.situations:
            for refused in (False, True):
                plans = ladder.plans(matter, situation, commitment_refused=refused)
                committed = any(plan.way is Way.COMMITMENT for plan in plans)
                visit = replace(letter.case(), plans=plans, commitment_refused=refused)
                kind = "commitment" if committed else "receipt"
                alone = replace(matter, situations=(situation,))
                yield letter.facts_of(visit, alone, kind)


def test_every_letter_has_faces_for_all_its_characters() -> None:
    assert {pdf.missing_characters(facts) for facts in every_letter()} == {()}


def test_part_one_of_every_letter_fits_on_one_page_at_12_points_or_more() -> None:
    for facts in every_letter():
        leaves = layout.part_one(facts, pdf.SEAL_SIDE * MM + pdf.SEAL_GAP)
        assert len(leaves) == 1, facts.matter


def test_no_letter_invites_anyone_to_bring_a_proof() -> None:
    for facts in every_letter():
        for told in (*facts.notice, *facts.receipt, *facts.commitment):
            assert list(templates.invitations(told.text)) == [], told.text


def test_every_own_paper_of_the_catalogue_is_marked_as_only_shown() -> None:
    """What is a person's own stays the person's: a card, a certificate, a register."""
    own = re.compile(r"(证|户口簿|护照|证书|银行卡)(（|$)")
    papers = {
        paper
        for matter in REFERENCE.catalogue.matters
        for situation in matter.situations
        for paper in situation.materials
    }
    assert [p for p in papers if own.search(p) and not filling.SHOWN.search(p)] == []
