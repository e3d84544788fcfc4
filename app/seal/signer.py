"""The face of a signing device, as sealing sees it; hardware's SealToken has the same methods."""

from contextlib import AbstractContextManager
from typing import Protocol


class Signer(Protocol):
    """A token that is logged in for one act."""

    def certificate(self) -> bytes:
        """The signing certificate, DER."""

    def sign(self, digest: bytes) -> bytes:
        """`digest` is the finished 32-byte e = SM3(Z || M); answers DER SEQUENCE{r, s}, minimal."""


class SealDevice(Protocol):
    """A token plugged in, not logged in."""

    @property
    def simulated(self) -> bool:
        """Not a real token; nothing it signs is valid (A13-2)."""

    @property
    def serial(self) -> str:
        """The token's own number; empty where it does not tell."""

    def certificate(self) -> bytes:
        """Readable without a PIN."""

    def tries_left(self) -> int | None:
        """PIN tries left, None where the token will not say."""

    def logged_in(self, pin: str) -> AbstractContextManager[Signer]:
        """Log in for one act; always logged out after it, also after an error."""
