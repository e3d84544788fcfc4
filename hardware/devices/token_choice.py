"""Which of a token's keys seals: the one certificate valid now, or the container that was named."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar

from hardware.codecs.certificate import Certificate
from hardware.errors import DeviceRefused, PinLocked

LAST_TRY = 1


class Container(Protocol):
    """A signing key as far as choosing looks at it."""

    @property
    def name(self) -> str: ...

    @property
    def certificate(self) -> Certificate: ...


Place = TypeVar("Place", bound=Container)


def choose(containers: Iterable[Place], name: str | None, now: datetime) -> Place:
    """Exactly one, or DeviceRefused; never the first of several."""
    usable = [each for each in containers if each.certificate.public_key is not None]
    if not usable:
        raise DeviceRefused("token.no-certificate")
    found = [each for each in usable if name in (None, each.name)]
    if not found:
        raise DeviceRefused("token.no-such-container", name=str(name), names=_names(usable))
    valid = [each for each in found if each.certificate.valid(now)]
    if len(valid) > 1:
        raise DeviceRefused("token.several-containers", names=_names(valid))
    if not valid:
        raise _none_valid([each.certificate for each in found], now)
    return valid[0]


def allow_try(left: int | None, *, insist: bool) -> None:
    """Before a PIN is sent: with none left never, at the last only when somebody insists."""
    if left == 0:
        raise PinLocked("token.locked")
    if left == LAST_TRY and not insist:
        raise DeviceRefused("token.last-try")


def _names(containers: list[Place]) -> str:
    return ", ".join(each.name for each in containers)


def _none_valid(found: list[Certificate], now: datetime) -> DeviceRefused:
    begun = [each for each in found if each.not_before <= now]
    if begun:
        until = max(each.not_after for each in begun)
        return DeviceRefused("token.expired", date=until.date().isoformat())
    start = min(each.not_before for each in found)
    return DeviceRefused("token.not-yet-valid", date=start.date().isoformat())
