"""Knobs for single commands of a simulated device: how long each takes, what it says instead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hardware.errors import DeviceTrouble

BITS_A_BYTE = 10  # on a line of 8N1
LONGEST = 3600.0  # seconds of a delay
FAULTS = ("pulled", "silent", "truncated", "wrong-card")
WRONG_CARD_ATR = bytes.fromhex("3B021442")
WRONG_CARD = b"\x6e\x00"


@dataclass(frozen=True, slots=True)
class Rule:
    """A value for every command whose bytes begin like this, in hexadecimal; empty for all."""

    value: float
    command: str = ""


@dataclass(frozen=True, slots=True)
class ApduFault:
    """One of FAULTS, for every command or for those that begin like this."""

    name: str
    command: str = ""


@dataclass(frozen=True, slots=True)
class ApduKnobs:
    """How a simulated card in the card service behaves."""

    t0: bool = False
    delays: Sequence[Rule] = ()
    statuses: Sequence[Rule] = ()
    pace: int = 0  # baud of its line; 0: as fast as it goes
    fault: ApduFault | None = None

    def delay(self, apdu: bytes, size: int) -> float:
        """Seconds for a command with an answer of so many bytes."""
        line = (len(apdu) + size) * BITS_A_BYTE / self.pace if self.pace else 0.0
        return line + (chosen(self.delays, apdu.hex()) or 0.0)

    def status(self, apdu: bytes) -> bytes | None:
        """What is said in place of an answer; None: the answer is given."""
        if self.fault and self.fault.name == "wrong-card":
            return WRONG_CARD
        said = chosen(self.statuses, apdu.hex())
        return None if said is None else int(said).to_bytes(2, "big")

    def bend(self, apdu: bytes, answer: bytes) -> bytes | None:
        """The answer as the fault leaves it: None pulled, empty silent."""
        fault = self.fault
        if fault is None or not apdu.hex().startswith(fault.command):
            return answer
        match fault.name:
            case "pulled":
                return None
            case "silent":
                return b""
            case "truncated":
                return answer[: len(answer) // 2]
        return answer


def chosen(rules: Iterable[Rule], command: str) -> float | None:
    """The value for a command: the rule that names most of it counts, of equals the last."""
    found = [rule for rule in rules if command.startswith(rule.command)]
    return max(reversed(found), key=lambda rule: len(rule.command)).value if found else None


def delay(text: str) -> Rule:
    """SECONDS or SECONDS@COMMAND: 0.5, 0.5@3001."""
    value, command = _parts(text)
    try:
        seconds = float(value)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= LONGEST:
        raise DeviceTrouble("simulator.no-knob", knob=text)
    return Rule(seconds, command)


def status(text: str) -> Rule:
    """STATUS@COMMAND, both in hexadecimal: 41@3001, 6982@00B2."""
    value, command = _parts(text)
    try:
        number = int(value, 16)
    except ValueError:
        number = -1
    if not 0 <= number <= 0xFFFF:
        raise DeviceTrouble("simulator.no-knob", knob=text)
    return Rule(number, command)


def apdu_fault(text: str) -> ApduFault:
    """NAME or NAME@COMMAND: silent, pulled@FFB003."""
    name, command = _parts(text)
    if name not in FAULTS:
        raise DeviceTrouble("simulator.no-fault", fault=text, known=", ".join(FAULTS))
    return ApduFault(name, command)


def _parts(text: str) -> tuple[str, str]:
    value, _, command = text.partition("@")
    return value, command.lower()
