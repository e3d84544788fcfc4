"""Makes a hall's training root, seal maker, signer and seal; each installation has its own.

Beside hardware/simulators the only importer of gmssl_pyx: the product itself signs with a token.
"""

import os
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import gmssl_pyx

from app.clock import CHINA
from app.errors import Unavailable
from app.seal.certificates import DIGITAL_SIGNATURE, KEY_CERT_SIGN, NON_REPUDIATION
from app.seal.picture import DIAMETER_MM, draw_seal
from app.seal.structures import Picture
from app.seal.writing import write_seal, write_seal_info
from app.seal.x509 import Party, write_certificate

CRL_SIGN = 6  # bit of KeyUsage
MAKER_ID = "TRAINING"
UNIT_SEAL = 5  # the type code seen for test seals
LINE = "训练专用章"
NAME_LENGTHS = range(3, 21)  # characters that are legible in the ring
ROOT_YEARS, SIGNER_YEARS = 10, 3
SIGNING = (DIGITAL_SIGNATURE, NON_REPUDIATION)


@dataclass(frozen=True, slots=True)
class TrainingPki:
    """The files of a training hall's seal."""

    root: Path
    maker: Path
    signer: Path
    signer_key: Path
    seal: Path
    trust: Path


@dataclass(frozen=True, slots=True)
class _Holder:
    party: Party
    private_key: bytes

    def sign(self, message: bytes) -> bytes:
        signature: bytes = gmssl_pyx.sm2_sign(self.private_key, self.party.public_key[1:], message)
        return signature


def make_training_pki(
    folder: Path,
    *,
    hall: str,
    at: datetime,
    font: Path,
    diameter_mm: int = DIAMETER_MM,
    version: int = 4,
) -> TrainingPki:
    """Keys, certificates and a seal that says 训练, under `folder`; never over an existing set.

    `version`: the seal's generation, 4 or 5.
    """
    if len(hall) not in NAME_LENGTHS:
        raise Unavailable("training.name", characters=len(hall))
    made = _files(folder)
    if made.signer_key.exists():
        raise Unavailable("training.exists", folder=folder.name)
    root, maker, signer = (
        _holder(hall, part) for part in ("训练根证书", "训练制章者", "训练签章人")
    )
    since = at.astimezone(CHINA).replace(hour=0, minute=0, second=0, microsecond=0)
    root_der = _certificate(root, root, since, ROOT_YEARS, authority=True)
    maker_der = _certificate(maker, root, since, SIGNER_YEARS)
    signer_der = _certificate(signer, root, since, SIGNER_YEARS)
    picture = draw_seal(hall, LINE, font, diameter_mm=diameter_mm)
    drawn = Picture("png", picture, diameter_mm, diameter_mm)
    seal = _seal(hall, maker, maker_der, signer_der, drawn, at, since, version)
    made.trust.mkdir(mode=0o700, parents=True, exist_ok=True)
    written = {made.root: root_der, made.maker: maker_der, made.signer: signer_der}
    for path, content in {**written, made.seal: seal, made.trust / "root.cer": root_der}.items():
        path.write_bytes(content)
    _write_key(made.signer_key, signer.private_key)  # last: it marks the set as whole
    return made


def _files(folder: Path) -> TrainingPki:
    return TrainingPki(
        root=folder / "root.cer",
        maker=folder / "maker.cer",
        signer=folder / "signer.cer",
        signer_key=folder / "signer.key.hex",
        seal=folder / "hall.esl",
        trust=folder / "trust",
    )


def _holder(hall: str, part: str) -> _Holder:
    public_key, private_key = gmssl_pyx.sm2_key_generate()
    return _Holder(Party(f"{hall} {part}", hall, b"\x04" + public_key), private_key)


def _certificate(
    subject: _Holder, issuer: _Holder, since: datetime, years: int, *, authority: bool = False
) -> bytes:
    return write_certificate(
        subject.party,
        issuer.party,
        issuer.sign,
        serial=secrets.randbits(126) | 1 << 126,
        since=since,
        until=_later(since, years),
        usage=(KEY_CERT_SIGN, CRL_SIGN) if authority else SIGNING,
        authority=authority,
    )


def _seal(
    hall: str,
    maker: _Holder,
    maker_der: bytes,
    signer_der: bytes,
    drawn: Picture,
    at: datetime,
    since: datetime,
    version: int,
) -> bytes:
    info = write_seal_info(
        maker=MAKER_ID,
        seal_id="XL" + secrets.token_hex(6).upper(),
        kind=UNIT_SEAL,
        name=f"{hall}{LINE}",
        certificates=(signer_der,),
        created=at,
        valid_from=since,
        valid_until=_later(since, SIGNER_YEARS),
        picture=drawn,
        version=version,
    )
    return write_seal(info, maker_der, maker.sign(info))


def _later(since: datetime, years: int) -> datetime:
    return since + timedelta(days=365 * years)


def _write_key(path: Path, private_key: bytes) -> None:
    """64 hexadecimal digits, for the owner's eyes only."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(private_key.hex() + "\n")
