"""Which token this counter seals with: its number and certificate, never "the first one found"."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from app import private_file
from app.codecs.chain import sm3_hex
from app.errors import Unavailable
from hardware.devices.seal_token import read_certificate
from hardware.seal_tokens import Token
from ui.desk import TokenChoice

FILE = "seal-token.json"
LARGEST = 4096


@dataclass(frozen=True, slots=True)
class Known:
    """A token by what it says of itself; `certificate` is the SM3 of its DER."""

    serial: str
    certificate: str

    @property
    def key(self) -> str:
        return f"{self.certificate}:{self.serial}"


def known(token: Token) -> Known:
    return Known(token.serial, sm3_hex(token.certificate()))


def choice(token: Token) -> TokenChoice:
    """For the list the clerk picks from."""
    name = read_certificate(token.certificate()).name
    return TokenChoice(known(token).key, token.serial, name)


def load(state: Path) -> Known | None:
    """None where none was used yet, or what is kept cannot be read: then the clerk is asked."""
    try:
        with (state / FILE).open("rb") as file:
            kept = json.loads(file.read(LARGEST))
        return Known(str(kept["serial"]), str(kept["certificate"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(state: Path, token: Known) -> None:
    """After a seal was set with it."""
    try:
        if load(state) != token:
            private_file.write(state / FILE, json.dumps(asdict(token)))
    except OSError:
        return  # the letter is sealed; next time the clerk is asked once more


def the_one(tokens: list[Token], wanted: Known | None) -> Token | None:
    """The token that is known, or the only one where none is; None: the clerk must say."""
    if wanted is None:
        return tokens[0] if len(tokens) == 1 else None
    return next((token for token in tokens if known(token) == wanted), None)


def refuse_missing(tokens: list[Token], wanted: Known | None) -> None:
    """Named before the PIN: the token that should be there is not, another one is."""
    if wanted is not None and wanted.serial not in [token.serial for token in tokens]:
        raise Unavailable("seal.token-missing", serial=wanted.serial)
