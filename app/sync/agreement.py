"""Asks the platform for its own record of a case and holds ours against it."""

import json

from sqlalchemy import select

from app.codecs.letter_check import check_digest
from app.contract.messages import CaseView
from app.domain.cases import Case
from app.store.database import Store
from app.store.tables import outbox
from app.sync.answers import message
from app.sync.client import PlatformClient
from app.sync.report import entity_of


def their_record(client: PlatformClient, number: str) -> CaseView:
    """The platform's record; Unavailable (status 404) when it has none for our hall."""
    return message(client.signed("GET", f"/v1/cases/{number}"), CaseView)


def differences(store: Store, client: PlatformClient, case: Case) -> tuple[str, ...]:
    """Names of what differs, empty when both ends agree."""
    theirs = their_record(client, case.number)
    found = []
    if theirs.state != case.state.value:
        found.append("state")
    if theirs.mode != case.mode:
        found.append("mode")
    if _their_letters(theirs) != _our_letters(case):
        found.append("letters")
    if (None if theirs.case is None else theirs.case.model_dump(mode="json")) != _sent(store, case):
        found.append("content")
    return tuple(found)


def _our_letters(case: Case) -> set[tuple[str, ...]]:
    return {
        (
            each.number,
            each.sm3,
            each.sealed_at,
            each.voided_because,
            each.replaced_by,
            check_digest(each.number, each.check_code),
        )
        for each in case.letters
    }


def _their_letters(view: CaseView) -> set[tuple[str, ...]]:
    return {
        (
            each.letter.number,
            each.letter.sm3,
            each.letter.sealed_at,
            each.voided_because,
            each.replaced_by,
            each.letter.check,
        )
        for each in view.letters
    }


def _sent(store: Store, case: Case) -> object:
    """The body of case.submit as it was written when the letter was sealed."""
    with store.read() as rx:
        text = rx.execute(
            select(outbox.c.operation).where(
                outbox.c.entity == entity_of(case), outbox.c.type == "case.submit"
            )
        ).scalar()
    return None if text is None else json.loads(text)["body"]
