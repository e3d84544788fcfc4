"""What the seals panel says of seals, acts on them and their uses."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.seal_custody import KeptSeal, SealState
from app.errors import Refused
from app.problems import PROBLEMS
from app.services.seal_registry import BIND, REGISTER, RENEW, WITHDRAW, Entry, Registry, Use
from hardware.errors import DeviceTrouble
from ui.fact_words import fact_words
from ui.problems import trouble
from ui.widgets.mark import Tone

translate = QCoreApplication.translate


def state_line(found: Registry) -> tuple[Tone, str]:
    """Whether this counter's seal can be set, and what to do when it cannot."""
    if found.file is None:
        return "warn", translate("Seals", "This counter has no seal file.")
    kept = own(found)
    if kept is None:
        text = translate(
            "Seals", "The seal file of this counter is not registered; it seals nothing."
        )
        return "error", text
    words = {
        SealState.REGISTERED: translate("Seals", "Registered and in use"),
        SealState.REPLACED: translate(
            "Seals", "Replaced by a newer seal; it seals nothing any more"
        ),
        SealState.WITHDRAWN: translate("Seals", "Withdrawn; it seals nothing any more"),
    }
    return ("ok" if kept.state is SealState.REGISTERED else "error"), words[kept.state]


def own(found: Registry) -> KeptSeal | None:
    """The registered entry of the counter's own file."""
    digest = found.file.digest if found.file else ""
    return next((each for each in found.kept if each.digest == digest), None)


def in_use(found: Registry) -> KeptSeal | None:
    """The seal that is registered, whether or not its file is here."""
    return next((each for each in found.kept if each.state is SealState.REGISTERED), None)


def seal_facts(found: Registry) -> list[tuple[str, str]]:
    """Of the counter's own seal, or of the one that is registered."""
    kept = own(found)
    seal = kept or found.file or in_use(found)
    if seal is None:
        return []
    plain = [
        (translate("Seals", "Seal"), seal.name),
        (translate("Seals", "Number"), f"{seal.seal_id}　{seal.maker}"),
        (translate("Seals", "Valid"), f"{seal.valid_from[:10]} – {seal.valid_until[:10]}"),
        (translate("Seals", "Digest"), f"{seal.digest[:16]}…"),
    ]
    remark = trouble(found.remark) if found.remark else None
    if remark is not None:
        plain.append((translate("Seals", "Picture"), remark.text))
    return plain if not seal.binding.keeper else plain + _bound_facts(found, seal)


def _bound_facts(found: Registry, seal: KeptSeal) -> list[tuple[str, str]]:
    gap = "、"
    return [
        (translate("Seals", "Keeper"), person(found, seal.binding.keeper)),
        (
            translate("Seals", "May set it"),
            gap.join(person(found, each) for each in seal.binding.officers),
        ),
        (translate("Seals", "For"), gap.join(kind_word(each) for each in seal.binding.kinds)),
        (translate("Seals", "Uses"), count_words(found, seal.digest)),
    ]


def count_words(found: Registry, digest: str) -> str:
    """How many uses ended how."""
    ends = {"done": 0, "refused": 0, "failed": 0, "cancelled": 0, "unknown": 0}
    ends |= {step: found.counts.get((digest, step), 0) for step in ends}
    said = [f"{end_word(step)} {count}" for step, count in ends.items() if count or step == "done"]
    return "　".join(said)


def person(found: Registry, officer: str) -> str:
    """Number and name."""
    if officer == "system":
        return translate("Seals", "the installation")
    return f"{officer} {found.names.get(officer, '')}".strip()


def kind_word(kind: str) -> str:
    return fact_words().get(kind, kind)


def act_word(act: str) -> str:
    """What the buttons say."""
    words = {
        REGISTER: translate("Seals", "Register the seal"),
        RENEW: translate("Seals", "Register it as the renewed seal"),
        BIND: translate("Seals", "Change who may use it"),
        WITHDRAW: translate("Seals", "Withdraw the seal"),
    }
    return words[act]


def act_lead(act: str) -> str:
    """What the form is for."""
    words = {
        REGISTER: translate("Seals", "Whose seal it is from now on, and for which letters."),
        RENEW: translate(
            "Seals", "The new seal takes the old one's place; the old one goes out of use."
        ),
        BIND: translate("Seals", "Whose seal it is from now on, and for which letters."),
        WITHDRAW: translate(
            "Seals", "The seal goes out of use for good; letters sealed before stay good."
        ),
    }
    return words[act]


def history_line(found: Registry, entry: Entry) -> str:
    """One act on a seal and its two persons."""
    seal, words = entry.seal, _history_words()
    what = words["replaced" if seal.state is SealState.REPLACED else entry.act]
    if seal.registered_by == seal.confirmed_by:
        who = translate("Seals", "by the installation itself (training)")
    else:
        who = translate("Seals", "asked by {one}, confirmed by {other}").format(
            one=person(found, seal.registered_by), other=person(found, seal.confirmed_by)
        )
    reason = f"　{seal.reason}" if seal.reason else ""
    return f"{moment(seal.at)}　{what}　{seal.name} {seal.seal_id}　{who}{reason}"


def _history_words() -> dict[str, str]:
    return {
        REGISTER: translate("Seals", "registered"),
        RENEW: translate("Seals", "registered as the renewed seal"),
        "replaced": translate("Seals", "replaced"),
        BIND: translate("Seals", "use changed"),
        WITHDRAW: translate("Seals", "withdrawn"),
    }


def end_word(step: str) -> str:
    """How a use ended: shape and word."""
    words = {
        "asked": translate("Seals", "… under way"),
        "signing": translate("Seals", "… under way"),
        "done": translate("Seals", "● sealed"),
        "refused": translate("Seals", "■ refused"),
        "failed": translate("Seals", "▲ failed"),
        "cancelled": translate("Seals", "○ PIN not given"),
        "unknown": translate("Seals", "▲ end unknown"),
    }
    return words.get(step, step)


def use_line(found: Registry, use: Use) -> str:
    """When, which letter, who, how it ended, with which token; the reason behind it."""
    parts = [moment(use.at), end_word(use.step), use.letter, kind_word(use.kind)]
    parts += [person(found, use.officer), token_words(use)]
    parts.append(why(use))
    if not use.trusted:
        parts.append(translate("Seals", "(this computer's clock)"))
    return "　".join(part for part in parts if part)


def why(use: Use) -> str:
    """The sentence of its code; the code itself where the book does not know all it names."""
    facts = {"officer": use.officer, "seal": use.seal_name, "kind": use.kind, "serial": use.token}
    facts |= {} if use.tries_left is None else {"tries_left": str(use.tries_left)}
    error = Refused("", use.code, **facts)
    found = trouble(error if use.code in PROBLEMS else DeviceTrouble(use.code, **facts))
    if not use.code or found is None:
        return ""
    return use.code if "?" in found.sentence else found.sentence


def token_words(use: Use) -> str:
    if not use.token:
        return ""
    text = translate("Seals", "token {serial}").format(serial=use.token)
    return text + translate("Seals", " (simulated)") if use.simulated else text


def moment(at: str) -> str:
    return datetime.fromisoformat(at).strftime("%Y-%m-%d %H:%M")
