"""States, moves, acts, roles and modes that errors name, in the clerk's words."""

from PySide6.QtCore import QCoreApplication


def fact_words() -> dict[str, str]:
    """Value of a fact: its word."""
    return {**_cases(), **_acts(), **_roles(), **_found(), **_letters()}


def _cases() -> dict[str, str]:
    """Modes, states and moves of a case."""
    translate = QCoreApplication.translate
    return {
        "training": translate("Fact", "training"),
        "live": translate("Fact", "live"),
        "open": translate("Fact", "open"),
        "abandoned": translate("Fact", "given up"),
        "waiting": translate("Fact", "waiting for checks"),
        "approved": translate("Fact", "approved"),
        "voided": translate("Fact", "void"),
        "change": translate("Fact", "change"),
        "abandon": translate("Fact", "give up"),
        "seal-and-approve": translate("Fact", "seal and approve"),
        "seal-and-wait": translate("Fact", "seal and wait for checks"),
        "approve": translate("Fact", "approve"),
        "withdraw": translate("Fact", "take back"),
        "reissue": translate("Fact", "issue anew"),
        "void": translate("Fact", "void it"),
    }


def _letters() -> dict[str, str]:
    """Kinds of letter."""
    translate = QCoreApplication.translate
    return {
        "commitment": translate("Fact", "commitment letter"),
        "receipt": translate("Fact", "receipt letter"),
    }


def _acts() -> dict[str, str]:
    """Acts that have no move of the same name."""
    translate = QCoreApplication.translate
    return {
        "open-case": translate("Fact", "open a case"),
        "abandon-case": translate("Fact", "give up a case"),
        "confirm-entry": translate("Fact", "vouch for typed data"),
        "reveal-number": translate("Fact", "show a whole number"),
        "seal": translate("Fact", "seal"),
        "keep-seals": translate("Fact", "register and change seals"),
        "confirm-seals": translate("Fact", "confirm acts on seals"),
        "see-seals": translate("Fact", "see seals and their uses"),
        "check-seals": translate("Fact", "verify seals"),
        "print": translate("Fact", "print"),
        "see-cases": translate("Fact", "see cases"),
        "sync": translate("Fact", "send to the platform"),
        "read-trail": translate("Fact", "read the trail"),
        "change-officers": translate("Fact", "change officers"),
        "change-settings": translate("Fact", "change settings"),
        "enrol": translate("Fact", "enrol the counter"),
        "edit-catalogue": translate("Fact", "edit the catalogue"),
        "review-catalogue": translate("Fact", "review the catalogue"),
        "publish-catalogue": translate("Fact", "publish the catalogue"),
        "confirm-basis": translate("Fact", "confirm what follows the measures"),
        "see-units": translate("Fact", "see units' figures"),
        "keep-meeting-items": translate("Fact", "keep the meeting's items"),
        "set-tasks": translate("Fact", "set tasks"),
        "investigate": translate("Fact", "investigate"),
        "evaluate": translate("Fact", "evaluate"),
        "propose-interview": translate("Fact", "propose an interview"),
        "look-up": translate("Fact", "look into registers"),
        "allow-look-ups": translate("Fact", "allow more look-ups"),
        "export-lists": translate("Fact", "take lists out"),
        "handle-alarms": translate("Fact", "decide alarms"),
    }


def _roles() -> dict[str, str]:
    """Roles of people, and of the counter."""
    translate = QCoreApplication.translate
    return {
        "clerk": translate("Fact", "clerk"),
        "seal-holder": translate("Fact", "seal's holder"),
        "supervisor": translate("Fact", "supervisor"),
        "administrator": translate("Fact", "administrator"),
        "auditor": translate("Fact", "auditor"),
        "catalogue-editor": translate("Fact", "catalogue's editor"),
        "legal-reviewer": translate("Fact", "legal reviewer"),
        "joint-conference": translate("Fact", "joint conference's office"),
        "system": translate("Fact", "the counter itself"),
    }


def _found() -> dict[str, str]:
    """Sources, and what a visit found."""
    translate = QCoreApplication.translate
    return {
        "birth": translate("Fact", "births"),
        "death": translate("Fact", "deaths"),
        "household": translate("Fact", "households"),
        "real-estate": translate("Fact", "real estate"),
        "vehicle": translate("Fact", "vehicles"),
        "social-security": translate("Fact", "social security"),
        "as-stated": translate("Fact", "as stated"),
        "differs": translate("Fact", "differs"),
        "not-found": translate("Fact", "not found"),
    }
