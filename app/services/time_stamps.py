"""Time stamps of letters: asked for while sealing; one that was not to be had is fetched later.

Only a digest of the signature leaves the counter, and only the signature's value is kept here, in
files named by the letter: neither says anything of a person.
"""

import json
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from app import private_file
from app.clock import CHINA
from app.codecs.chain import sm3_hex
from app.errors import Unavailable
from app.seal.chains import Anchors, read_anchors
from app.seal.time_stamp_request import MAX_ANSWER, request, token_in
from app.services.office import Office
from app.services.timing import sealing_time
from app.sync.time_stamps import TimeStampLine

FOLDER, WAITING, TOKEN = "stamps", ".waiting", ".tst"
REST = timedelta(minutes=1)  # a service that failed is left alone by the next letters
LONGEST_REST = timedelta(hours=6)
EACH_ROUND = 5
NONCE_BITS = 63


@dataclass(frozen=True, slots=True)
class Unstamped:
    """A signature without its time stamp, and the code of app/problems.py that says why."""

    value: bytes
    why: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A letter whose time stamp is still fetched. `asked`: the last try."""

    number: str
    unstamped: Unstamped
    asked: datetime
    tries: int


def wanted(office: Office) -> bool:
    """A service is configured."""
    return bool(office.settings.time_stamp_url)


def stamp(office: Office, value: bytes, anchors: Anchors) -> bytes | Unstamped | None:
    """The believed token over a signature's value, or why there is none; None without a service."""
    if not wanted(office):
        return None
    failing = _failing(office)
    if failing:
        return Unstamped(value, failing[0].unstamped.why)
    try:
        return _asked(office, value, anchors)
    except Unavailable as trouble:
        return Unstamped(value, trouble.code)


def wait_for(office: Office, number: str, unstamped: Unstamped) -> None:
    """The letter is sealed and kept without."""
    asked = max((each.asked for each in _failing(office)), default=office.clock.now())
    _keep(office, Waiting(number, unstamped, asked, 0))


def waiting(office: Office) -> tuple[Waiting, ...]:
    """Letters that still have no time stamp, by number."""
    return tuple(_all_waiting(office))


def kept(office: Office, number: str) -> bytes | None:
    """The token that came later and is kept beside the letter."""
    with suppress(OSError):
        return _file(office, number, TOKEN).read_bytes()
    return None


def fetch_waiting(office: Office) -> int:
    """Each that is due is asked for once; how many came. The first failure ends the round."""
    if not wanted(office):
        return 0
    due = [each for each in waiting(office) if _due(each, office.clock.now())][:EACH_ROUND]
    anchors = read_anchors(office.settings.trust) if due else Anchors()
    for done, each in enumerate(due):
        try:
            _fetched(office, each, _asked(office, each.unstamped.value, anchors))
        except Unavailable as trouble:
            without = Unstamped(each.unstamped.value, trouble.code)
            _keep(office, Waiting(each.number, without, office.clock.now(), each.tries + 1))
            return done
    return len(due)


def _asked(office: Office, value: bytes, anchors: Anchors) -> bytes:
    chosen, nonce = office.settings, secrets.randbits(NONCE_BITS)
    line = TimeStampLine(
        chosen.time_stamp_url,
        office.clock,
        seconds=chosen.time_stamp_seconds,
        ca=Path(chosen.ca_file) if chosen.ca_file else None,
    )
    answer = line.ask(request(value, nonce), MAX_ANSWER)
    at = sealing_time(office)[0]
    return token_in(answer, stamped=value, nonce=nonce, anchors=anchors, at=at)


def _fetched(office: Office, each: Waiting, token: bytes) -> None:
    try:
        private_file.write(_file(office, each.number, TOKEN), token)
    except OSError as error:
        raise Unavailable("time-stamp.not-kept") from error
    with office.store.write() as tx:
        office.line(tx, "letter.time-stamp", each.number, sm3=sm3_hex(token))
    _file(office, each.number, WAITING).unlink(missing_ok=True)


def _failing(office: Office) -> list[Waiting]:
    """Asked for in vain a moment ago: the next person does not wait for the service too."""
    now = office.clock.now()
    return [each for each in _all_waiting(office) if timedelta() <= now - each.asked < REST]


def _due(each: Waiting, now: datetime) -> bool:
    """Later and later; a clock that was set back does not make it wait for ever."""
    rest = min(REST * 2 ** min(each.tries, 10), LONGEST_REST)
    return not timedelta() <= now - each.asked < rest


def _file(office: Office, number: str, ending: str) -> Path:
    return office.settings.state / FOLDER / f"{number}{ending}"


def _keep(office: Office, each: Waiting) -> None:
    """A full disk loses the wish, never the letter, which is kept already."""
    facts = {
        "value": each.unstamped.value.hex(),
        "why": each.unstamped.why,
        "asked": each.asked.isoformat(),
        "tries": each.tries,
    }
    file = _file(office, each.number, WAITING)
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, exist_ok=True)
        private_file.write(file, json.dumps(facts))


def _all_waiting(office: Office) -> Iterator[Waiting]:
    """A file that is damaged is passed over."""
    for file in sorted((office.settings.state / FOLDER).glob(f"*{WAITING}")):
        with suppress(OSError, ValueError, KeyError, TypeError):
            facts = json.loads(file.read_text("utf-8"))
            unstamped = Unstamped(bytes.fromhex(facts["value"]), str(facts["why"]))
            asked = datetime.fromisoformat(facts["asked"]).astimezone(CHINA)
            yield Waiting(file.name.removesuffix(WAITING), unstamped, asked, int(facts["tries"]))
