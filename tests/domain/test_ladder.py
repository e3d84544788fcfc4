"""The six ways: which one is taken, what is passed over, what may be published (Art. 3, 8, 14)."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.cases import Plan
from app.domain.catalogue import Catalogue, Proof, ProofRule, Step, Way
from app.domain.ladder import LAST_RESORT, check_rule, plan, plans
from tests.domain.refusals import refuses

COMMIT = Step(Way.COMMITMENT, "8", "签了就办", "3日内发函协查")
SHARE = Step(Way.DATA_SHARING, "13", "库里有", instead="户籍信息库")
ASK = Step(Way.INQUIRY, "10", "公安局掌握", instead="市公安局")
PAPER = Step(Way.OTHER_MATERIAL, "3", "户口簿上有", instead="居民户口簿")
PROOF = Proof("Z1", "亲属关系证明", ("亲属证明",), "村（居）民委员会", "第19行")


def rule(*steps: Step, content: str = "关系属实。", standard: str = "与登记一致。") -> ProofRule:
    return ProofRule(PROOF, steps, content, standard)


FULL = rule(COMMIT, SHARE, ASK)


def test_an_ordinary_matter_takes_the_first_way() -> None:
    taken = plan(FULL, excepted=False, commitment_refused=False)
    assert (taken.way, taken.passed_over) == (Way.COMMITMENT, ())
    assert (taken.proof_code, taken.proof_name) == ("Z1", "亲属关系证明")


@pytest.mark.parametrize(
    ("excepted", "barred", "refused", "reason"),
    [
        (True, False, False, "excepted"),
        (False, True, False, "barred"),
        (False, False, True, "refused"),
        (True, True, True, "excepted"),
        (False, True, True, "barred"),
    ],
)
def test_where_commitment_is_closed_the_next_way_is_taken_and_the_reason_kept(
    excepted: bool, barred: bool, refused: bool, reason: str
) -> None:
    taken = plan(FULL, excepted=excepted, barred=barred, commitment_refused=refused)
    assert taken.way is Way.DATA_SHARING
    assert taken.passed_over == ((Way.COMMITMENT, reason),)


def test_a_way_that_gave_nothing_leads_to_the_next_and_the_last_is_the_departments_own() -> None:
    def after(*failed: Way) -> tuple[Step, int]:
        taken = plan(FULL, excepted=False, commitment_refused=True, failed=failed)
        return taken.step, len(taken.passed_over)

    assert after(Way.DATA_SHARING) == (ASK, 2)
    assert after(Way.DATA_SHARING, Way.INQUIRY) == (LAST_RESORT, 3)
    nothing = (Way.DATA_SHARING, Way.INQUIRY)
    last = plan(FULL, excepted=False, commitment_refused=True, failed=nothing)
    assert last == Plan(
        "Z1",
        "亲属关系证明",
        LAST_RESORT,
        (
            (Way.COMMITMENT, "refused"),
            (Way.DATA_SHARING, "gave-nothing"),
            (Way.INQUIRY, "gave-nothing"),
        ),
    )


def test_a_way_opens_on_its_day() -> None:
    later = rule(replace(SHARE, since="2026-12-01"), ASK)
    taken = [
        plan(later, excepted=False, commitment_refused=False, on=day)
        for day in (date(2026, 11, 30), date(2026, 12, 1), None)
    ]
    assert [one.way for one in taken] == [Way.INQUIRY, Way.DATA_SHARING, Way.DATA_SHARING]
    assert [one.passed_over for one in taken] == [((Way.DATA_SHARING, "not-in-force"),), (), ()]


@pytest.mark.parametrize(
    ("bad", "article", "code"),
    [
        (rule(), "A3-1", "ladder.empty"),
        (rule(COMMIT), "A3-1", "ladder.no-fall-back"),
        (rule(ASK, COMMIT), "A3-1", "ladder.no-fall-back"),
        (rule(replace(PAPER, instead="亲属关系证明")), "A3-1", "ladder.asks-for-proof"),
        (rule(replace(PAPER, instead="亲属证明")), "A3-1", "ladder.asks-for-proof"),
        (rule(replace(PAPER, instead="")), "A3-1", "ladder.asks-for-proof"),
        (rule(replace(COMMIT, afterwards=""), ASK), "A8-3", "ladder.no-check-after"),
        (rule(COMMIT, ASK, content=""), "A8-4", "ladder.nothing-to-tell"),
        (rule(COMMIT, ASK, standard=""), "A8-4", "ladder.nothing-to-tell"),
    ],
)
def test_a_ladder_that_leaves_somebody_standing_is_not_published(
    bad: ProofRule, article: str, code: str
) -> None:
    with refuses(article, code, proof="亲属关系证明"):
        check_rule(bad)


def test_sound_ladders_are_published() -> None:
    check_rule(FULL)
    check_rule(rule(PAPER, content="", standard=""))


def test_no_plan_of_the_whole_catalogue_asks_for_a_proof(catalogue: Catalogue) -> None:
    for matter in catalogue.matters:
        for situation in matter.situations:
            willing = plans(matter, situation, on=date(2026, 11, 25))
            unwilling = plans(matter, situation, commitment_refused=True)
            barred = plans(matter, situation, barred=True)
            assert len(willing) == len(situation.proofs)
            assert all(taken.way is not Way.COMMITMENT for taken in (*unwilling, *barred))
            if matter.verify_first:
                assert all(taken.way is not Way.COMMITMENT for taken in willing)
