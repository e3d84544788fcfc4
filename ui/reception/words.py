"""The reception page's words for steps, gates and what is missing."""

from PySide6.QtCore import QCoreApplication

from app.domain.catalogue import Way
from ui.reception.state import ScreenState, Step, Typing
from ui.widgets.mark import Tone


def caption(now: ScreenState) -> str:
    """What F12 will do."""
    match now.step:
        case Step.APPLICANT if now.typing is Typing.FIELDS:
            return QCoreApplication.translate("Reception", "Check, ask a second officer")
        case Step.APPLICANT if now.typing is Typing.SECOND:
            return QCoreApplication.translate("Reception", "Vouch and go on")
        case Step.CHECKLIST if now.commits:
            return QCoreApplication.translate("Reception", "Make the letter, show the applicant")
        case Step.CHECKLIST:
            return QCoreApplication.translate("Reception", "Make the receipt")
        case Step.SIGNING | Step.SEALING:
            return QCoreApplication.translate("Reception", "Seal, keep and print 2 copies")
        case Step.DONE:
            return QCoreApplication.translate("Reception", "Next applicant")
        case _:
            return ""


def missing_word(code: str) -> str:
    """Why the button is grey."""
    words = {
        "": "",
        "card": QCoreApplication.translate("Reception", "Waiting for the identity card"),
        "matter": QCoreApplication.translate("Reception", "Pick the matter; Enter takes it"),
        "signature": QCoreApplication.translate(
            "Reception", "The applicant is reading; Ctrl+F12 brings the page back"
        ),
        "characters": QCoreApplication.translate(
            "Reception", "A character has no glyph in the letter's fonts; sealing is not possible"
        ),
    }
    return words[code]


def act_word(step: str) -> str:
    """A step of sealing while it goes on."""
    words = {
        "compose": QCoreApplication.translate("Reception", "Drawing the letter"),
        "sign": QCoreApplication.translate("Reception", "The seal is signing"),
        "check": QCoreApplication.translate("Reception", "Checking the finished letter"),
        "keep": QCoreApplication.translate("Reception", "Keeping case and letter"),
    }
    return words.get(step, step)


def gates(now: ScreenState) -> tuple[tuple[Tone, str], ...]:
    """What must be true before the letter may be sealed, each with its mark."""
    found: list[tuple[Tone, str]] = []
    if now.missing_characters:
        points = "、".join(now.missing_characters)
        text = QCoreApplication.translate("Reception", "No glyph for {points}")
        found.append(("error", text.format(points=points)))
    else:
        text = QCoreApplication.translate("Reception", "Every character has a glyph")
        found.append(("ok", text))
    if now.commits:
        found.extend(_commitment_gates(now))
    text = QCoreApplication.translate("Reception", "The PIN is asked before any work starts")
    found.append(("off", text))
    return tuple(found)


def _commitment_gates(now: ScreenState) -> list[tuple[Tone, str]]:
    translate = QCoreApplication.translate
    shown = translate("Reception", "Every paragraph of the notice was shown to the applicant")
    not_shown = translate("Reception", "The applicant is reading the notice")
    signed = translate("Reception", "Signed by the applicant")
    not_signed = translate("Reception", "Not signed yet")
    done = now.signature is not None
    return [
        ("ok" if done else "off", shown if done else not_shown),
        ("ok" if done else "off", signed if done else not_signed),
    ]


def instead_words() -> dict[Way, str]:
    """What the applicant reads behind each proof that is not asked for."""
    translate = QCoreApplication.translate
    return {
        Way.CANCELLED: translate("Reception", "no longer needed"),
        Way.COMMITMENT: translate("Reception", "your signed commitment is enough"),
        Way.DATA_SHARING: translate("Reception", "we look it up in shared data"),
        Way.INQUIRY: translate("Reception", "we ask the unit that knows"),
        Way.INVESTIGATION: translate("Reception", "we check it ourselves"),
        Way.OTHER_MATERIAL: translate("Reception", "your own document is enough"),
    }
