"""The registry of seals: a row for each act on one; the last row of a seal's file counts."""

from dataclasses import dataclass

from sqlalchemy import Connection, Row, func, insert, select

from app.domain.seal_custody import Binding, KeptSeal, SealState
from app.store.tables import seals

_PLAIN = (
    *("digest", "seal_id", "name", "maker", "valid_from", "valid_until", "training"),
    *("registered_by", "confirmed_by", "at", "replaces", "reason"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One act on a seal: register, renew, bind or withdraw, and how the seal stood after it."""

    act: str
    seal: KeptSeal


def add(tx: Connection, act: str, seal: KeptSeal, line: int) -> None:
    row = {name: getattr(seal, name) for name in _PLAIN}
    row |= {
        "act": act,
        "keeper": seal.binding.keeper,
        "officers": " ".join(seal.binding.officers),
        "kinds": " ".join(seal.binding.kinds),
        "state": str(seal.state),
        "trail_id": line,
    }
    tx.execute(insert(seals), row)


def of_file(rx: Connection, digest: str) -> KeptSeal | None:
    """As it stands now."""
    wanted = select(seals).where(seals.c.digest == digest).order_by(seals.c.id.desc()).limit(1)
    row = rx.execute(wanted).one_or_none()
    return None if row is None else _seal(row)


def all_kept(rx: Connection) -> tuple[KeptSeal, ...]:
    """Each seal as it stands now, in the order they were last acted on."""
    newest = select(func.max(seals.c.id)).group_by(seals.c.digest)
    rows = rx.execute(select(seals).where(seals.c.id.in_(newest)).order_by(seals.c.id))
    return tuple(_seal(row) for row in rows)


def history(rx: Connection) -> tuple[Entry, ...]:
    """Every act, the oldest first."""
    return tuple(Entry(row.act, _seal(row)) for row in rx.execute(select(seals)))


def _seal(row: Row[tuple[object, ...]]) -> KeptSeal:
    kept = row._mapping
    return KeptSeal(
        binding=Binding(
            kept["keeper"], tuple(kept["officers"].split()), tuple(kept["kinds"].split())
        ),
        state=SealState(kept["state"]),
        **{name: kept[name] for name in _PLAIN},
    )
