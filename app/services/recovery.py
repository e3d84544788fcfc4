"""A new recovery key for a store that opens with its keyring: lost, or a first one nobody saw."""

from contextlib import nullcontext

from app.domain.duties import Act
from app.services.office import Office
from app.services.officers import has_administrator
from app.store import keys


def renew(office: Office) -> str:
    """The new key, to be shown once; the old paper is worthless from then on.

    By an administrator; by whoever sets the counter up while it has none yet.
    """
    counter = office.installation.id
    asked = office.judged(Act.CHANGE_SETTINGS, counter)
    with asked if has_administrator(office) else nullcontext():
        return renewed(office)


def renewed(office: Office) -> str:
    """For an act that was judged already."""
    key = keys.unlock(office.settings.state).key
    with office.store.write() as tx:
        office.line(tx, "recovery-key.renew", office.installation.id)
    return keys.renew_recovery(office.settings.state, key)
