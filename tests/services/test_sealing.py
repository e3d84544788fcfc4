"""A letter is sealed whole or not at all; a void one stays beside the new one."""

import copy
from dataclasses import replace
from datetime import timedelta

import pypdfium2
import pytest
from sqlalchemy import func, select

from app.domain.cases import CaseState
from app.domain.catalogue import Way
from app.domain.commitment import Signature
from app.errors import Refused, Unavailable
from app.seal.chains import Anchors
from app.services import office, printing, reception, sealing, status
from app.store import tables
from hardware.errors import DeviceTrouble, WrongPin
from tests.services.parts import handwriting, open_case, shown

COUNTED = (tables.letters, tables.blobs, tables.outbox, tables.usage)


def sealed(hall, token, case=None, **changes):
    case = case or open_case(hall.office)
    facts = {"shown": shown(hall.office, case), "signature": handwriting(hall.clock)}
    return sealing.seal(hall.office, case, **{**facts, **token.tools(), **changes})


def rows(hall) -> list[int]:
    with hall.office.store.read() as rx:
        return [rx.execute(select(func.count()).select_from(each)).scalar_one() for each in COUNTED]


def acts(hall) -> list[str]:
    with hall.office.store.read() as rx:
        return [act for (act,) in rx.exec_driver_sql("SELECT act FROM trail ORDER BY id")]


def test_a_plain_case_is_sealed_and_approved_at_once(hall, token):
    steps: list[str] = []
    done = sealed(hall, token, progress=steps.append)
    assert done.report.verdict == "good"
    assert done.case.state is CaseState.APPROVED
    assert done.case.follow_ups
    assert done.letter.number == "510502-T03-2026-000001-01"
    assert steps == ["compose", "sign", "check", "keep"]
    assert [step for step, _ in done.seconds] == steps
    assert rows(hall) == [1, 1, 1, 1]
    assert printing.load_pdf(hall.office, done.letter.number) == done.pdf
    assert reception.load_case(hall.office, done.case.number) == done.case
    assert status.where(hall.office, done.case.number) == "here"


def test_the_token_is_logged_out_afterwards(hall, token):
    sealed(hall, token)
    assert not token.simulated.logged_in


def test_an_excepted_matter_waits_for_its_checks(hall, token):
    from tests.services.parts import applicant, matter_with

    for way in (Way.COMMITMENT, Way.DATA_SHARING, Way.INQUIRY, Way.INVESTIGATION):
        try:
            found = matter_with(way, verify_first=True)
        except AssertionError:
            continue
        case = reception.open_case(hall.office, applicant(), *found)
        done = sealed(hall, token, case)
        assert done.case.state is CaseState.WAITING
        assert done.case.decided_at == ""
        return
    raise AssertionError("no excepted matter in the catalogue")


def test_a_refused_commitment_leads_to_a_receipt_without_signature(hall, token):
    case = reception.refuse_commitment(hall.office, open_case(hall.office))
    done = sealed(hall, token, case, shown=(), signature=None)
    assert done.letter.kind == "receipt"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"shown": ()}, "notice.not-shown"),
        ({"signature": None}, "signature.empty"),
        ({"signature": Signature((), 90, 45, "2026-11-23T09:00:00+08:00")}, "signature.empty"),
        ({"pin": "000000"}, "token.wrong-pin"),
        ({"anchors": Anchors()}, "seal.letter-not-good"),
    ],
)
def test_what_fails_half_way_leaves_only_a_trail_line(hall, token, change, code):
    case = open_case(hall.office)
    before = rows(hall)
    with pytest.raises((Refused, Unavailable, DeviceTrouble)) as trouble:
        sealed(hall, token, case, **change)
    assert trouble.value.code == code
    assert rows(hall) == before
    assert reception.load_case(hall.office, case.number) == case
    assert acts(hall)[-2] in ("refused", "failed")
    assert not token.simulated.logged_in


def test_a_wrong_pin_says_how_many_tries_are_left(hall, token):
    with pytest.raises(WrongPin) as trouble:
        sealed(hall, token, pin="000000")
    assert trouble.value.tries_left > 0


def test_a_character_that_no_font_has_blocks_sealing_with_its_code_point(hall, token):
    case = open_case(hall.office, name="张\U0003fffd")
    with pytest.raises(Refused) as refusal:
        sealed(hall, token, case)
    assert refusal.value.code == "letter.character-missing"
    assert "U+3FFFD" in str(refusal.value.facts["characters"])


def test_a_letter_is_sealed_once_however_often_it_is_asked_for(hall, token):
    case = open_case(hall.office)
    sealed(hall, token, case)
    with pytest.raises(Refused, match=r"case\.changed"):
        sealed(hall, token, case)
    assert rows(hall) == [1, 1, 1, 1]


def test_a_stale_screen_does_not_seal_the_old_matter(hall, token):
    case = open_case(hall.office)
    reception.refuse_commitment(hall.office, case)
    with pytest.raises(Refused, match=r"case\.changed"):
        sealed(hall, token, case)


def test_only_the_holder_of_the_seal_may_seal(hall, token):
    case = open_case(hall.office)
    clerk = hall.office.signed_in(office.Session("7", "王芳", ("clerk",), hall.office.now()))
    with pytest.raises(Refused, match=r"duty\.missing"):
        sealed(replace(hall, office=clerk), token, case)


def test_a_damaged_letter_is_void_and_the_new_one_follows_it(hall, token):
    done = sealed(hall, token)
    again = sealing.void_and_reissue(
        hall.office, done.case, done.letter.number, "打印损坏", **token.tools()
    )
    first, second = again.case.letters
    assert (first.voided_because, first.replaced_by) == ("打印损坏", second.number)
    assert (second.number, second.voided_because) == ("510502-T03-2026-000001-02", "")
    assert again.case.state is CaseState.APPROVED
    assert printing.load_pdf(hall.office, first.number) == done.pdf
    assert rows(hall) == [2, 2, 2, 1]


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return ["".join(text.split()) for text in texts]


def test_a_letter_keeps_the_days_of_acceptance_and_of_the_signature(hall, token):
    case = open_case(hall.office)
    hall.clock.pass_time(timedelta(days=1))
    facts = {"shown": shown(hall.office, case), "signature": handwriting(hall.clock)}
    hall.clock.pass_time(timedelta(days=1))
    done = sealed(hall, token, case, **facts)
    hall.clock.pass_time(timedelta(days=2))
    again = sealing.void_and_reissue(
        hall.office, done.case, done.letter.number, "打印损坏", **token.tools()
    )
    for pdf, day in ((done.pdf, "25"), (again.pdf, "27")):
        told, promised = pages(pdf)
        assert "已于2026年11月23日受理" in told
        assert f"2026年11月{day}日" in told
        assert promised.count("2026年11月24日") == 1
        assert f"2026年11月{day}日" not in promised


def test_the_three_days_start_at_the_signature(hall, token):
    case = open_case(hall.office)
    facts = {"shown": shown(hall.office, case), "signature": handwriting(hall.clock)}
    hall.clock.pass_time(timedelta(days=2))  # Monday signed, Wednesday sealed
    done = sealed(hall, token, case, **facts)
    assert {each.due for each in done.case.follow_ups} == {"2026-11-26"}


def test_the_letter_s_days_are_the_days_of_the_follow_up(hall, token):
    pack = hall.office.reference.pack
    pack = replace(pack, settings=replace(pack.settings, follow_up_days=1))
    office = replace(hall.office, shipped=replace(hall.office.shipped, pack=pack))
    done = sealed(replace(hall, office=office), token)
    assert "我们在1日内核查" in pages(done.pdf)[0]
    assert {each.due for each in done.case.follow_ups} == {"2026-11-24"}


@pytest.mark.parametrize("part", ["pack", "catalogue", "letters"])
def test_an_old_signature_is_not_set_under_other_words(hall, token, part):
    done = sealed(hall, token)
    before = rows(hall)
    with pytest.raises(Refused, match=r"letter\.words-changed"):
        sealing.void_and_reissue(
            worded_anew(hall.office, part, done.case.matter_code),
            done.case,
            done.letter.number,
            "打印损坏",
            **token.tools(),
        )
    assert rows(hall) == before
    assert reception.load_case(hall.office, done.case.number) == done.case


def worded_anew(office, part, code):
    reference = office.shipped
    if part == "pack":
        changed = replace(reference, pack=replace(reference.pack, number="泸市府发〔2026〕1号"))
        return replace(office, shipped=changed)
    if part == "letters":  # a word of the commitment alone, in the same version
        table = copy.deepcopy(dict(reference.letters))
        table["commitment"]["commitment"]["closing"] = "以上各项本人都认可。"
        return replace(office, shipped=replace(reference, letters=table))
    matters = tuple(
        replace(each, name=f"{each.name}（新）") if each.code == code else each
        for each in reference.catalogue.matters
    )
    catalogue = replace(reference.catalogue, matters=matters)
    return replace(office, shipped=replace(reference, catalogue=catalogue))


def test_a_void_letter_cannot_be_voided_again(hall, token):
    done = sealed(hall, token)
    again = sealing.void_and_reissue(
        hall.office, done.case, done.letter.number, "打印损坏", **token.tools()
    )
    with pytest.raises(Refused, match=r"letter\.not-valid"):
        sealing.void_case(hall.office, again.case, done.letter.number, "错了")


def test_the_wrong_person_ends_the_case_with_its_letter(hall, token):
    done = sealed(hall, token)
    with pytest.raises(Refused, match=r"reason\.missing"):
        sealing.void_case(hall.office, done.case, done.letter.number, " ")
    after = sealing.void_case(hall.office, done.case, done.letter.number, "人证不符")
    assert after.state is CaseState.VOIDED
    assert after.letters[0].voided_because == "人证不符"
    assert rows(hall)[2] == 2


def test_the_draft_shows_the_letter_before_anybody_signs(hall):
    draft = sealing.compose_draft(hall.office, open_case(hall.office))
    assert draft.pdf.startswith(b"%PDF-")
    assert draft.missing == ()
    assert draft.facts.check_code == ""


def test_the_status_page_knows_where_everything_is(hall, token):
    sealed(hall, token)
    facts = status.counter(hall.office)
    assert facts.encrypted
    assert (facts.key_held_by, facts.key_why) == ("file", "keys.no-keyring")
    assert facts.saved == sum(facts.outbox.values()) == 1
    assert facts.cases == {"approved": 1}
    assert status.ledger(hall.office)[0].where == "here"


def live(hall):
    installation = replace(hall.office.installation, mode="live")
    return replace(hall, office=replace(hall.office, installation=installation))


def test_a_simulated_token_seals_nothing_on_a_live_counter(hall, token):
    case = open_case(hall.office)
    done = sealed(hall, token, open_case(hall.office))
    with pytest.raises(Refused, match=r"A13-2 device\.simulated"):
        sealed(live(hall), token, case)
    with pytest.raises(Refused, match=r"A13-2 device\.simulated"):
        sealing.void_and_reissue(
            live(hall).office, done.case, done.letter.number, "印章模糊", **token.tools()
        )
    assert not token.simulated.logged_in
    assert [act for act in acts(hall) if act != "seal.use"][-2:] == ["refused", "refused"]


def test_a_simulated_token_is_on_the_record_whatever_was_plugged_in_before(hall, token):
    assert sealed(hall, token).case.simulated_devices == ("seal-token",)
