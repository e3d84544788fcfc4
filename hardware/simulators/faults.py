"""What can be wrong with a simulated reader's answers."""

from dataclasses import dataclass

from hardware.errors import DeviceTrouble

READ = ("3001", "3010")
# fault: the commands it touches unless told otherwise; none means all
_USUAL: dict[str, tuple[str, ...]] = {
    "bad-checksum": READ,
    "truncated": READ,
    "garbage": (),
    "extra-aa": (),
    "silent": (),
    "pulled": READ,
}
_STATUS_USUAL = {0x60: (), 0x66: (), 0x80: ("2001",), 0x81: ("2002",)}
GARBAGE = bytes.fromhex("00FF55AAAA96AAAAAA960500AAAAAA96690005050505")


@dataclass(frozen=True, slots=True)
class Fault:
    """`name` is one of the list or status-NN; `commands` such as ("3001",), empty for every one."""

    name: str
    commands: tuple[str, ...]
    status: int | None = None

    def touches(self, command: str) -> bool:
        return not self.commands or command in self.commands

    def bend(self, answer: bytes) -> bytes:
        """What goes over the line in place of the right answer."""
        match self.name:
            case "bad-checksum":
                return answer[:-1] + bytes([answer[-1] ^ 0x5A])
            case "truncated":
                return answer[: len(answer) // 2]
            case "garbage":
                return GARBAGE + answer
            case "extra-aa":
                return b"\xaa\xaa\xaa" + answer
            case "silent":
                return b""
        return answer


def names() -> tuple[str, ...]:
    return (*_USUAL, "status-NN")


def parse(text: str) -> Fault:
    """NAME or NAME@COMMAND: bad-checksum, silent@2001, status-41."""
    name, _, command = text.partition("@")
    commands = (command.lower(),) if command else None
    if name in _USUAL:
        return Fault(name, _USUAL[name] if commands is None else commands)
    try:
        status = int(name.removeprefix("status-"), 16)
    except ValueError:
        status = -1
    if not name.startswith("status-") or not 0 <= status <= 0xFF:
        raise DeviceTrouble("simulator.no-fault", fault=text, known=", ".join(names()))
    usual = _STATUS_USUAL.get(status, READ)
    return Fault(name, usual if commands is None else commands, status)
