"""The hall's seal with the token that may set it: never the first found, always the listed one."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.cases import Case
from app.domain.commitment import Shown, Signature
from app.errors import Unavailable
from app.seal import signing
from app.seal.chains import Anchors
from app.seal.checking import check_pdf
from app.seal.report import GOOD
from app.seal.steps import in_list
from app.seal.structures import read_seal
from app.services import sealing
from app.services.office import Office
from app.services.sealing import Sealed
from app.services.timing import sealing_time
from hardware.devices.seal_token import SealToken
from hardware.station import Station
from ui.desk import SealAbout
from ui.tasks import Report


class HallSeal:
    """Fulfils ui.desk.Sealer; every call finds the token anew and lets go of it."""

    def __init__(self, station: Station, seal: bytes, anchors: Anchors, office: Office) -> None:
        self._station, self._seal, self._anchors = station, seal, anchors
        self._office = office

    def about(self) -> SealAbout:
        """Asked before the PIN: what would be refused later is refused now (field case G09)."""
        with self._token() as token:
            sealing.refuse_simulated(self._office, token)
            signing.may_seal(self._seal, token.certificate(), sealing_time(self._office)[0])
            return SealAbout(read_seal(self._seal).name, token.tries_left())

    def seal(
        self,
        office: Office,
        case: Case,
        shown: tuple[Shown, ...],
        signature: Signature | None,
        pin: str,
        report: Report,
    ) -> Sealed:
        with self._token() as token:
            return sealing.seal(
                office,
                case,
                shown=shown,
                signature=signature,
                pin=pin,
                device=token,
                seal=self._seal,
                anchors=self._anchors,
                progress=report,
            )

    def reissue(
        self, office: Office, case: Case, number: str, reason: str, pin: str, report: Report
    ) -> Sealed:
        with self._token() as token:
            return sealing.void_and_reissue(
                office,
                case,
                number,
                reason,
                pin=pin,
                device=token,
                seal=self._seal,
                anchors=self._anchors,
                progress=report,
            )

    def verdict(self, pdf: bytes) -> str:
        """Our own verifier over finished bytes."""
        return check_pdf(pdf, anchors=self._anchors, at=sealing_time(self._office)[0]).verdict

    @contextmanager
    def _token(self) -> Iterator[SealToken]:
        if not self._seal:
            raise Unavailable("seal.not-there")
        tokens = self._station.seal_tokens()
        try:
            yield self._listed(tokens)
        finally:
            for token in tokens:
                token.close()

    def _listed(self, tokens: tuple[SealToken, ...]) -> SealToken:
        seal = read_seal(self._seal)
        listed = [t for t in tokens if in_list(seal, t.certificate()).result == GOOD]
        if not listed and len(tokens) == 1:
            return tokens[0]  # the sealing rules say what is wrong with it
        if not listed:
            raise Unavailable("seal.token-not-listed")
        if len(listed) > 1:
            raise Unavailable("seal.several-tokens", count=len(listed))
        return listed[0]
