"""Papers of cases: one row each, their bytes among the blobs."""

from sqlalchemy import Connection, insert, select

from app.domain.papers import Paper, Use
from app.store.tables import blobs, papers

_OWN = ("proof", "sm3", "at", "officer", "source", "simulated")


def add(tx: Connection, case_id: str, paper: Paper, line: int) -> None:
    row = {name: getattr(paper, name) for name in _OWN}
    row |= {"use": paper.use.value, "case_id": case_id, "trail_id": line}
    tx.execute(insert(papers), row)


def of_case(rx: Connection, case_id: str) -> tuple[Paper, ...]:
    """In the order they were taken in."""
    columns = [papers.c.use, *(papers.c[name] for name in _OWN), blobs.c.media_type, blobs.c.size]
    joined = papers.join(blobs, papers.c.sm3 == blobs.c.sm3)
    wanted = select(*columns).select_from(joined).where(papers.c.case_id == case_id)
    rows = rx.execute(wanted.order_by(papers.c.id))
    return tuple(Paper(**{**row._asdict(), "use": Use(row.use)}) for row in rows)
