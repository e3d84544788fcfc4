"""What the basis panel says of packs and confirmations."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.policy import Pack
from app.services.basis import Past, Standing
from ui.problems import trouble
from ui.widgets.mark import Tone

translate = QCoreApplication.translate


def state_line(now: Standing) -> tuple[Tone, str]:
    """Whether new cases can be opened today, and what to do when they cannot."""
    if now.training:
        text = translate("Basis", "Training goes on under these measures, and every case is marked")
        return "warn", text
    if now.refusal is None:
        text = translate("Basis", "In force; new cases are opened under it")
        return "ok", text
    said = trouble(now.refusal)
    return "error", said.text if said is not None else now.refusal.code


def pack_facts(now: Standing) -> list[tuple[str, str]]:
    """Number, title, issuer and the two readings of the last day."""
    pack = now.pack
    return [
        (translate("Basis", "Number"), pack.number),
        (translate("Basis", "Title"), pack.title),
        (translate("Basis", "Issued by"), pack.issuer),
        (translate("Basis", "Version here"), pack.pin),
        (translate("Basis", "In force from"), pack.valid_from.isoformat()),
        (translate("Basis", "Last day"), last_day(pack)),
        (translate("Basis", "Today"), standing_word(now.standing)),
    ]


def last_day(pack: Pack) -> str:
    """Both readings where they differ; the later one counts."""
    if pack.valid_until == date.max:
        return translate("Basis", "none is written")
    last, other = pack.valid_until.isoformat(), pack.valid_until_other_reading.isoformat()
    if last == other:
        return last
    text = translate("Basis", "{last}; read otherwise {other}; the later one counts")
    return text.format(last=last, other=other)


def standing_word(standing: str) -> str:
    words = {
        "in-force": translate("Basis", "in force"),
        "not-yet": translate("Basis", "not in force yet"),
        "expired": translate("Basis", "expired"),
    }
    return words.get(standing, standing)


def past_line(past: Past) -> str:
    """What was confirmed to follow, on what basis, by whom and when."""
    who = f"{past.name} {past.officer}".strip()
    what = past.number or translate("Basis", "{pack}, which this program no longer holds").format(
        pack=past.pin
    )
    text = translate("Basis", "{on}: {who} confirmed {what} ({pin}). Basis: {basis}")
    return text.format(on=past.on, who=who, what=what, pin=past.pin, basis=past.basis)


def question(pack: Pack, basis: str) -> str:
    """Said before the second step."""
    text = translate(
        "Basis",
        "From today new cases at this counter come under {number} ({pin}), on the basis of: "
        "{basis}. This stays on the record under your name; it is not taken back, only superseded "
        "by another confirmation.",
    )
    return text.format(number=pack.number, pin=pack.pin, basis=basis)
