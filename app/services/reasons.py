"""Reasons that officers write: there is one, it is short, it asks nobody for a cancelled proof."""

from app.domain.conduct import refuse_cancelled
from app.errors import Refused
from app.services.office import Office

LONGEST = 500


def good_reason(office: Office, reason: str) -> str:
    """As it is kept (A7-3)."""
    written = reason.strip()
    if not 0 < len(written) <= LONGEST:
        raise Refused("", "reason.missing")
    refuse_cancelled(written, office.reference.catalogue)
    return written
