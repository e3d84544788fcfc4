"""The pure steps of a visit: forward, back, and no way back after sealing."""

from dataclasses import replace

from app.domain.cases import Case, CaseState, Letter, Plan
from app.domain.catalogue import Matter, Proof, ProofRule, Situation, Step, Unit, Way
from app.domain.commitment import Notice, Point, Shown, Signature
from app.domain.hand_entry import Typed
from app.domain.people import Applicant, HandEntry
from ui.reception import state
from ui.reception.state import ScreenState
from ui.reception.state import Step as Stage

APPLICANT = Applicant(
    name="张三",
    raw_name="张三",
    sex="男",
    ethnic_group="汉",
    birth="1988-03-12",
    address="四川省泸州市江阳区",
    number="51050219880312002X",
    document="citizen",
    issuer="泸州市公安局江阳分局",
    valid_from="2020-01-01",
    valid_until="2040-01-01",
    source="card",
    simulated=True,
)
COMMIT = Step(Way.COMMITMENT, "8", "本人承诺")
CHECK = Step(Way.INQUIRY, "9", "部门协查")
PROOF = Proof("P1", "收入证明", (), "单位", "")
SITUATION = Situation("1", "一般", (), (ProofRule(PROOF, (COMMIT, CHECK)),))
MATTER = Matter(
    "110203",
    "公租房申请",
    "gzfsq",
    Unit("U1", "住建局", "行政机关"),
    "承诺件",
    frozenset(),
    frozenset(),
    (SITUATION,),
)
COMMITTED = (Plan("P1", "收入证明", COMMIT),)
LOOKED_UP = (Plan("P1", "收入证明", CHECK, ((Way.COMMITMENT, "refused"),)),)
NOTICE = Notice("1", ())
SIGNATURE = Signature(((Point(1, 1, 0.5, 0), Point(2, 2, 0.5, 9)),), 120, 45, "2026-11-25T10:00")
LETTER = Letter(
    "510502-T03-2026-000001-01", "510502-T03-2026-000001", "commitment", "", "", True, ""
)


def _case() -> Case:
    return Case(
        id="c",
        number="510502-T03-2026-000001",
        state=CaseState.OPEN,
        mode="training",
        pack="p",
        catalogue="1",
        matter_code=MATTER.code,
        matter_name=MATTER.name,
        situation_code="1",
        unit_name="住建局",
        applicant=APPLICANT,
        plans=COMMITTED,
        opened_at="2026-11-25T10:00:00+08:00",
        officer="10001",
    )


def _at_checklist() -> ScreenState:
    return state.with_matter(
        state.with_applicant(ScreenState(), state.Met(APPLICANT)), MATTER, SITUATION, COMMITTED
    )


def _at_signing() -> ScreenState:
    return state.with_letter_to_read(_at_checklist(), _case(), NOTICE, ("本人承诺",), ())


def test_nothing_of_the_card_before_stays_beside_another_person() -> None:
    first = state.Met(APPLICANT, picture=b"BM", new_address="江阳区新路1号")
    seen = state.with_applicant(ScreenState(), first)
    other = state.with_other_applicant(seen, state.Met(replace(APPLICANT, name="李四")))
    assert (seen.picture, seen.new_address) == (b"BM", "江阳区新路1号")
    assert (other.picture, other.new_address) == (None, "")


def test_a_commitment_goes_to_the_applicant_before_the_seal() -> None:
    assert _at_signing().step is Stage.SIGNING
    assert state.missing(_at_signing()) == "signature"


def test_a_case_without_commitment_goes_straight_to_the_seal() -> None:
    plain = replace(_at_checklist(), plans=LOOKED_UP)
    assert state.with_letter_to_read(plain, _case(), NOTICE, (), ()).step is Stage.SEALING


def test_signing_opens_the_way_to_the_seal() -> None:
    signed = state.with_signature(_at_signing(), SIGNATURE, (Shown("basis", "10:00"),))
    assert signed.step is Stage.SEALING
    assert state.missing(signed) == ""
    assert signed.shown[0].paragraph == "basis"


def test_a_missing_glyph_keeps_the_seal_shut() -> None:
    signed = state.with_signature(_at_signing(), SIGNATURE, ())
    assert state.missing(replace(signed, missing_characters=("U+E000",))) == "characters"


def test_refusing_takes_the_next_way_and_forgets_the_signature() -> None:
    case = replace(_case(), plans=LOOKED_UP)
    after = state.with_refusal(_at_signing(), case)
    assert after.step is Stage.CHECKLIST
    assert after.plans == LOOKED_UP
    assert after.commitment_refused
    assert not after.commits


def test_undo_goes_back_one_act_and_keeps_the_case_number() -> None:
    signed = state.with_signature(_at_signing(), SIGNATURE, ())
    back = state.undone(signed)
    assert back.step is Stage.SIGNING
    assert back.signature is None
    again = state.undone(back)
    assert again.step is Stage.CHECKLIST
    assert again.case is not None
    assert state.undone(state.undone(again)).step is Stage.MATTER


def test_nothing_is_undone_after_sealing() -> None:
    sealed = state.with_sealed(state.with_signature(_at_signing(), SIGNATURE, ()), _case(), LETTER)
    assert state.undone(sealed) == sealed


def test_voiding_is_prepared_and_can_be_thought_better_of() -> None:
    sealed = state.with_sealed(state.with_signature(_at_signing(), SIGNATURE, ()), _case(), LETTER)
    voiding = state.with_voiding(sealed, "打印损坏")
    assert voiding.step is Stage.SEALING
    assert voiding.letter == LETTER
    assert state.without_voiding(voiding) == sealed


def test_another_matter_forgets_what_was_made_for_the_first() -> None:
    signed = state.with_signature(_at_signing(), SIGNATURE, ())
    other = state.with_matter(signed, MATTER, SITUATION, COMMITTED)
    assert other.signature is None
    assert other.shown == ()


HAND = HandEntry("card-damaged", "", "10432", "10433", "2026-11-25T10:00:00+08:00", 4)
TYPED = replace(APPLICANT, source="typed", hand=HAND)
OTHER = replace(APPLICANT, number="510502199001011232", name="李四")
DRAFT = state.Draft(Typed("citizen", "张", "", "", "", "", ""), "", "")


def test_the_form_opens_empty_and_can_always_go_on() -> None:
    opened = state.with_typing()
    assert (opened.step, opened.typing, opened.draft) == (Stage.APPLICANT, "fields", None)
    assert state.missing(opened) == ""
    assert state.missing(ScreenState()) == "card"


def test_what_is_typed_is_kept_until_the_visit_begins() -> None:
    typed = state.with_entry(state.with_draft(state.with_typing(), DRAFT), DRAFT)
    assert (typed.typing, typed.draft) == ("second", DRAFT)
    assert state.with_entry_open(typed) == state.with_draft(state.with_typing(), DRAFT)
    begun = state.with_applicant(typed, state.Met(TYPED))
    assert (begun.typing, begun.draft, begun.applicant) == ("", None, TYPED)


def test_the_typed_persons_own_card_takes_no_mark_off_and_anothers_begins_unmarked() -> None:
    begun = state.with_applicant(ScreenState(), state.Met(TYPED))
    own = state.with_other_applicant(begun, state.Met(APPLICANT)).applicant
    assert own == replace(APPLICANT, hand=HAND)
    assert state.with_other_applicant(begun, state.Met(OTHER)).applicant == OTHER


def test_once_the_case_has_its_number_anybodys_card_leaves_the_mark() -> None:
    begun = state.with_applicant(ScreenState(), state.Met(TYPED))
    numbered = replace(begun, case=_case())
    after = state.with_other_applicant(numbered, state.Met(OTHER)).applicant
    assert after == replace(OTHER, hand=HAND)
