"""Is a letter here, and does it stand? For whoever holds number and check code."""

import hmac
from typing import Literal

from sqlalchemy import Connection, select

from app.central.reading import kept
from app.central.records import Mark, Records, cases, letters
from app.codecs.letter_check import check_digest
from app.contract.json import dumps
from app.contract.messages import CaseSubmit, LetterBody, Mode
from app.contract.public import CheckReply, CheckRequest

# Read in the place of a letter that is not here, so that both answers take the same way.
DECOY = dumps(
    LetterBody(
        number="000000-T00-2000-000000-00",
        kind="commitment",
        sm3="0" * 64,
        sealed_at="2000-01-01T00:00:00+08:00",
        trusted_time=True,
        check="0" * 64,
    ).model_dump()
).decode()


def check(records: Records, mark: Mark, asked: CheckRequest) -> CheckReply:
    """The letter's state; "not-here" tells nobody whether number or code was wrong."""
    digest = check_digest(asked.number, asked.code)
    with records.read() as rx:
        row = rx.execute(select(letters).where(letters.c.number == asked.number)).first()
        letter = kept(LetterBody, row.body if row else DECOY)
        same = hmac.compare_digest(letter.check, digest)
        if row is None or not same:
            return _not_here(mark.mode)
        return CheckReply(
            state="void" if row.voided_because else "valid",
            sealed_at=letter.sealed_at,
            kind=letter.kind,
            replaced=bool(row.replaced_by),
            mode=mark.mode,
            **_case_words(rx, row.case_number),
        )


def _not_here(mode: Mode) -> CheckReply:
    nothing: Literal[""] = ""
    return CheckReply(
        state="not-here",
        sealed_at=nothing,
        kind=nothing,
        unit=nothing,
        matter=nothing,
        replaced=False,
        mode=mode,
    )


def _case_words(rx: Connection, number: str) -> dict[str, str]:
    """Unit and matter, never the person."""
    text = rx.execute(select(cases.c.body).where(cases.c.number == number)).scalar_one()
    case = kept(CaseSubmit, text)
    return {"unit": case.unit_name, "matter": case.matter_name}
