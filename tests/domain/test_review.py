"""Nothing in the catalogue goes live without the legal review by somebody else (A6-1)."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.review import STEPS, Change, ChangeState, ChangeStep, Person, Taken, draft, take
from app.errors import Refused
from tests.domain.refusals import refuses

EDITOR = Person("20001", ("catalogue-editor",))
SECOND = Person("20002", ("catalogue-editor", "legal-reviewer"))
REVIEWER = Person("30001", ("legal-reviewer",))
CLERK = Person("10432", ("clerk", "supervisor", "administrator"))
AT, DIGEST = "2026-11-23T10:00:00+08:00", "ab12"

ALLOWED = {
    ("draft", "submit"): ("submitted", EDITOR),
    ("submitted", "find-good"): ("reviewed-good", REVIEWER),
    ("submitted", "send-back"): ("returned", REVIEWER),
    ("returned", "amend"): ("draft", EDITOR),
    ("reviewed-good", "publish"): ("published", EDITOR),
    ("published", "withdraw"): ("withdrawn", EDITOR),
}


def at(state: str) -> Change:
    before = Taken(ChangeStep.SUBMIT, "20001", AT, "", DIGEST)
    return Change("BG-1", frozenset({"20001"}), ChangeState(state), (before,))


def step(change: Change, name: str, who: Person, digest: str = DIGEST) -> Change:
    return take(change, ChangeStep(name), who, at=AT, digest=digest, words="合法性审查意见")


def reviewed() -> Change:
    return step(step(draft("BG-1", EDITOR), "submit", EDITOR), "find-good", REVIEWER)


@pytest.mark.parametrize(("state", "name"), list(product(ChangeState, ChangeStep)))
def test_only_the_steps_of_the_table_are_taken(state: str, name: str) -> None:
    if (state, name) in ALLOWED:
        after, who = ALLOWED[state, name]
        assert step(at(state), name, who).state == after
        return
    with refuses("A6-1", "review.step", step=str(name), state=str(state)):
        step(at(state), name, Person("9", ("catalogue-editor", "legal-reviewer")))


@pytest.mark.parametrize(("state", "name"), ALLOWED)
def test_each_step_needs_its_own_duty(state: str, name: str) -> None:
    who = ALLOWED[state, name][1]
    other = EDITOR if who is REVIEWER else REVIEWER
    for stranger in (other, CLERK):
        with pytest.raises(Refused, match=r"A18-1 duty\.missing"):
            step(at(state), name, stranger)


def test_a_change_goes_live_only_after_its_review() -> None:
    change = draft("BG-1", EDITOR)
    assert change == Change("BG-1", frozenset({"20001"}), ChangeState.DRAFT, ())
    assert not change.live
    change = step(change, "submit", EDITOR)
    with pytest.raises(Refused, match=r"review\.step"):
        step(change, "publish", EDITOR)
    change = step(change, "find-good", REVIEWER)
    assert not change.live
    change = step(change, "publish", EDITOR)
    assert change.live
    assert [(t.step, t.officer) for t in change.history] == [
        ("submit", "20001"),
        ("find-good", "30001"),
        ("publish", "20001"),
    ]
    assert change.history[1] == Taken(ChangeStep.FIND_GOOD, "30001", AT, "合法性审查意见", DIGEST)
    assert not step(change, "withdraw", EDITOR).live


def test_a_draft_needs_the_duty() -> None:
    with pytest.raises(Refused, match=r"duty\.missing"):
        draft("BG-1", CLERK)


@pytest.mark.parametrize("name", ["find-good", "send-back"])
def test_nobody_reviews_his_own_work(name: str) -> None:
    change = step(draft("BG-1", SECOND), "submit", SECOND)
    with pytest.raises(Refused) as refused:
        step(change, name, SECOND)
    assert (refused.value.article, refused.value.code) == ("A6-1", "review.own-work")


def test_who_amended_another_s_change_is_an_author_too() -> None:
    change = step(step(draft("BG-1", EDITOR), "submit", EDITOR), "send-back", REVIEWER)
    change = step(step(change, "amend", SECOND), "submit", EDITOR)
    assert change.authors == {"20001", "20002"}
    with pytest.raises(Refused, match=r"review\.own-work"):
        step(change, "find-good", SECOND)


@pytest.mark.parametrize("words", ["", " \n"])
def test_an_opinion_has_words(words: str) -> None:
    change = step(draft("BG-1", EDITOR), "submit", EDITOR)
    with pytest.raises(Refused, match=r"A6-1 review\.no-words"):
        take(change, ChangeStep.SEND_BACK, REVIEWER, at=AT, digest=DIGEST, words=words)


def test_content_changed_after_submission_or_review_is_refused() -> None:
    submitted = step(draft("BG-1", EDITOR), "submit", EDITOR)
    for change, name, who in ((submitted, "find-good", REVIEWER), (reviewed(), "publish", EDITOR)):
        with pytest.raises(Refused) as refused:
            step(change, name, who, digest="cd34")
        assert (refused.value.article, refused.value.code) == ("A6-1", "review.content-changed")


def test_amended_and_withdrawn_content_may_differ() -> None:
    returned = step(step(draft("BG-1", EDITOR), "submit", EDITOR), "send-back", REVIEWER)
    assert step(returned, "amend", EDITOR, digest="cd34").state == "draft"
    published = step(reviewed(), "publish", EDITOR)
    assert step(published, "withdraw", EDITOR, digest="cd34").state == "withdrawn"


def test_a_step_that_is_no_opinion_needs_no_words() -> None:
    change = take(draft("BG-1", EDITOR), ChangeStep.SUBMIT, EDITOR, at=AT, digest=DIGEST)
    assert change.history == (Taken(ChangeStep.SUBMIT, "20001", AT, "", DIGEST),)


PEOPLE = st.sampled_from([EDITOR, SECOND, REVIEWER, CLERK])


@given(st.lists(st.tuples(st.sampled_from(ChangeStep), PEOPLE), max_size=12))
def test_no_run_of_steps_makes_anything_live_unreviewed(
    steps: list[tuple[ChangeStep, Person]],
) -> None:
    change = draft("BG-1", EDITOR)
    for name, who in steps:
        try:
            change = step(change, name, who)
        except Refused:
            continue
    if change.live:
        judge = [taken for taken in change.history if taken.step is ChangeStep.FIND_GOOD]
        assert judge
        assert judge[-1].officer not in change.authors


def test_the_table_has_as_many_rows_as_the_rules() -> None:
    assert set(STEPS) == set(ALLOWED)
