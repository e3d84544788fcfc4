"""What the page and the sheet say of a report: the first failure first, every step in its order."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.services.verifying import (
    BAD,
    CANNOT_TELL,
    GOOD,
    UNREADABLE,
    Checked,
    FileReport,
    SignatureReport,
    Step,
    Trusted,
)
from ui.theme import LIGHT
from ui.verify import words
from ui.verify.lines import breakable
from ui.verify.words import STEPS, TONES
from ui.widgets.mark import tone_colour

AT = datetime(2026, 11, 26, 10, 0, 5, tzinfo=UTC)
TRUSTED = Trusted(Path("/trust"), (("Root", "ab" * 32),), 0, ())
ALL_GOOD = tuple(Step(name, GOOD, "ok") for name in STEPS)


def checked(*signatures: SignatureReport, **changes: object) -> Checked:
    deciding = next((s.first_failure for s in signatures if s.verdict != GOOD), None)
    verdict = deciding.result if deciding else GOOD
    code = deciding.code if deciding else "ok"
    report = FileReport("a.pdf", verdict, signatures, code)
    made = Checked("a.pdf", "0" * 64, 1234, AT, report, (None,) * len(signatures), TRUSTED)
    return replace(made, **changes)


def signature(**bad: tuple[str, str]) -> SignatureReport:
    """All good but the named steps."""
    by_name = {name.replace("_", "-"): found for name, found in bad.items()}
    steps = tuple(
        Step(each.step, *by_name[each.step]) if each.step in by_name else each for each in ALL_GOOD
    )
    return SignatureReport("SES_Signature", steps, 4, "S1", "训练专用章", "训练签章人", AT)


def test_a_changed_document_is_said_in_plain_words() -> None:
    found = checked(signature(digest=(BAD, "digest.different")))
    said = "This seal is not valid: The document was changed after it was sealed."
    assert words.headline(found) == said
    assert words.remedy(found) == "Do not rely on it; ask for the file again."


def test_of_several_seals_none_is_blamed_for_all() -> None:
    found = checked(signature(), signature(digest=(BAD, "digest.different")))
    assert words.headline(found).startswith("A seal of this file is not valid:")


def test_good_is_said_without_a_remedy() -> None:
    found = checked(signature())
    assert "valid" in words.headline(found)
    assert (words.remedy(found), words.meaning(found)) == ("", "")


def test_a_seal_by_itself_speaks_of_no_document() -> None:
    alone = SignatureReport("SES_Seal", ALL_GOOD[:4], 4, "S1", "训练专用章")
    assert "no document" in words.headline(checked(alone))
    assert [name for name, _ in words.steps_of(alone)] == list(STEPS[:4])
    assert not {"Signer", "Signed at"} & {name for name, _ in words.signature_facts(alone)}


def test_cannot_tell_says_what_it_means_and_whose_certificate_is_asked_for() -> None:
    step = Step("signer-certificate", CANNOT_TELL, "certificate.no-anchor", "某局 签章人")
    found = checked(replace(signature(), steps=(*ALL_GOOD[:6], step, *ALL_GOOD[7:])))
    assert words.headline(found).startswith("It cannot be told")
    assert "neither valid nor invalid" in words.meaning(found)
    assert "issued: 某局 签章人." in words.meaning(found)


def test_an_unreadable_file_has_its_reason() -> None:
    report = FileReport("a", UNREADABLE, code="file.unreadable")
    assert words.headline(checked(report=report, pictures=())).startswith("Not judged: The file")


def test_nine_steps_stand_in_the_standards_order_also_those_not_come_to() -> None:
    broken = SignatureReport("SES_Signature", (Step("structure", BAD, "structure.wrong"),))
    steps = words.steps_of(broken)
    assert [name for name, _ in steps] == list(STEPS)
    assert [step for _, step in steps[1:]] == [None] * 8
    assert words.step_words(None, "digest")[0] == "An earlier step ended the check."
    assert words.result_word("") == "not looked at"


def test_another_kind_of_signature_shows_the_steps_it_has() -> None:
    other = SignatureReport("SignedData", (ALL_GOOD[-1], ALL_GOOD[4]))
    assert [name for name, _ in words.steps_of(other)] == ["signature", "digest"]


def test_a_good_step_with_a_remark_says_the_remark() -> None:
    step = Step("signer-in-seal", GOOD, "signer-in-seal.digest-with-z")
    sentence, remedy = words.step_words(step, step.step)
    assert sentence == "The seal lists the signer by a digest made with Z."
    assert remedy == "Nothing needs to be done."


@pytest.mark.parametrize("name", STEPS)
def test_every_step_has_a_name_and_words_of_its_own(name: str) -> None:
    assert words.step_name(name) != name
    assert words.step_words(Step(name, GOOD, "ok"), name)[0]


def test_no_two_verdicts_share_word_shape_or_colour() -> None:
    verdicts = (GOOD, BAD, CANNOT_TELL, UNREADABLE)
    assert len({words.verdict_word(each) for each in verdicts}) == 4
    assert len({TONES[each] for each in verdicts}) == 4
    assert len({words.SIGNS[each] for each in verdicts}) == 4
    assert len({tone_colour(LIGHT, TONES[each]) for each in verdicts}) == 4


def test_whom_we_trust_is_counted_and_what_was_left_out_named() -> None:
    told = words.trust_words(replace(TRUSTED, unreadable=("odd.cer",), lists=2))
    assert "1 certificates" in told
    assert "odd.cer" in told
    assert "Revocation lists at hand: 2." in told
    assert "was revoked is not known" in words.trust_words(TRUSTED)
    assert "No certificate is trusted" in words.trust_words(replace(TRUSTED, certificates=()))


def test_a_name_out_of_a_file_is_short_and_hides_nothing() -> None:
    assert words.short("a\u202eb\n") == "a〔U+202E〕b〔U+000A〕"
    long = words.short("x" * 5000 + ".pdf")
    assert (len(long), long[-5:]) == (words.LONGEST + 1, "x.pdf")
    assert words.short("张𬭎") == "张𬭎"


def test_long_names_may_go_on_in_the_next_line_and_are_told_as_they_are() -> None:
    name = "0123456789abcdef" * 4
    assert "\u200b" in breakable(name)
    assert breakable(name).replace("\u200b", "") == name
    assert (
        breakable("证明事项告知承诺书证明事项告知承诺书") == "证明事项告知承诺书证明事项告知承诺书"
    )


def test_times_are_chinas_also_at_the_edge_of_the_calendar() -> None:
    assert words.moment(AT) == "2026-11-26 18:00:05"
    assert words.moment(datetime.max.replace(tzinfo=UTC)).startswith("9999-12-31")
