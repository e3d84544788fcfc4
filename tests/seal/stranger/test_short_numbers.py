"""G07: r or s shorter than 32 bytes, as one seal in a few hundred has it."""

from dataclasses import dataclass

import pytest

from app.errors import Unavailable
from app.seal.checking import check_pdf
from app.seal.pdf_place import seal_pdf
from tests.seal.parts import NOW, Holder, tiny_pdf
from tests.seal.stranger.people import raw

SEALS = 200


@dataclass(frozen=True)
class Answering:
    """A token that answers in raw numbers, cut to a length."""

    holder: Holder
    length: int

    def certificate(self) -> bytes:
        return self.holder.der

    def sign(self, digest: bytes) -> bytes:
        return raw(self.holder.sign(digest))[: self.length]


def test_two_hundred_seals_of_a_real_key_are_all_good(hall) -> None:
    page, verdicts = tiny_pdf(), []
    for _ in range(SEALS):
        made = seal_pdf(page, seal=hall.seal, signer=hall.signer, at=NOW, info="/ByteRange")
        verdicts.append(check_pdf(made, anchors=hall.anchors, at=NOW).verdict)
    assert verdicts == ["good"] * SEALS


def test_an_answer_of_63_bytes_is_refused_before_a_file_exists(hall) -> None:
    with pytest.raises(Unavailable, match=r"seal\.token-answer"):
        seal_pdf(
            tiny_pdf(), seal=hall.seal, signer=Answering(hall.signer, 63), at=NOW, info="/ByteRange"
        )
