"""Who may do what: roles and acts, everything else refused (A18-1)."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from app.errors import Refused


class Role(StrEnum):
    """Roles of hall and city; one person may hold several. The seal's holder is one of its own."""

    CLERK = "clerk"
    SEAL_HOLDER = "seal-holder"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    CATALOGUE_EDITOR = "catalogue-editor"
    LEGAL_REVIEWER = "legal-reviewer"  # of the joint conference's office (A6-1)
    JOINT_CONFERENCE = "joint-conference"  # of its office in the Justice Bureau (A5-1)
    SYSTEM = "system"  # the counter by itself, with nobody signed in; no person's


class Act(StrEnum):
    """Acts the program asks about before doing them."""

    OPEN_CASE = "open-case"
    ABANDON_CASE = "abandon-case"
    CONFIRM_ENTRY = "confirm-entry"  # vouch for what another officer typed instead of a card
    REVEAL_NUMBER = "reveal-number"
    SEAL = "seal"
    KEEP_SEALS = "keep-seals"  # ask that a seal be registered, renewed, withdrawn
    CONFIRM_SEALS = "confirm-seals"  # as the second person
    SEE_SEALS = "see-seals"  # whose they are and the book of their uses
    CHECK_SEALS = "check-seals"  # of any file somebody brings
    APPROVE = "approve"
    VOID = "void"
    PRINT = "print"
    SEE_CASES = "see-cases"
    SYNC = "sync"
    READ_TRAIL = "read-trail"
    CHANGE_OFFICERS = "change-officers"
    CHANGE_SETTINGS = "change-settings"
    ENROL = "enrol"
    EDIT_CATALOGUE = "edit-catalogue"
    REVIEW_CATALOGUE = "review-catalogue"
    PUBLISH_CATALOGUE = "publish-catalogue"
    CONFIRM_BASIS = "confirm-basis"  # what follows measures that have ended (A25-1)
    SEE_UNITS = "see-units"  # boards, lists and figures of units; nobody's case (A5-1)
    KEEP_ITEMS = "keep-meeting-items"  # A5-1
    SET_TASKS = "set-tasks"  # A6-4
    INVESTIGATE = "investigate"  # A12-2
    EVALUATE = "evaluate"  # A21-1
    PROPOSE_INTERVIEW = "propose-interview"  # A22-1
    LOOK_UP = "look-up"  # in a register (A18-1)
    ALLOW_LOOK_UPS = "allow-look-ups"  # beyond the day's number (A18-1)
    EXPORT = "export-lists"  # A18-1
    HANDLE_ALARMS = "handle-alarms"  # A18-2


DUTIES: Mapping[Role, frozenset[Act]] = {
    Role.CLERK: frozenset(
        {
            Act.OPEN_CASE,
            Act.ABANDON_CASE,
            Act.CONFIRM_ENTRY,
            Act.REVEAL_NUMBER,
            Act.APPROVE,
            Act.PRINT,
            Act.SEE_CASES,
            Act.CHECK_SEALS,
            Act.SYNC,
            Act.LOOK_UP,
        }
    ),
    Role.SEAL_HOLDER: frozenset(
        {Act.SEAL, Act.VOID, Act.PRINT, Act.SEE_CASES, Act.KEEP_SEALS, Act.SEE_SEALS}
    ),
    Role.SUPERVISOR: frozenset(
        {
            Act.SEE_CASES,
            Act.CHECK_SEALS,
            Act.CONFIRM_ENTRY,
            Act.REVEAL_NUMBER,
            Act.READ_TRAIL,
            Act.SYNC,
            Act.SEE_UNITS,
            Act.ALLOW_LOOK_UPS,
            Act.EXPORT,
            Act.CONFIRM_SEALS,
            Act.SEE_SEALS,
        }
    ),
    Role.ADMINISTRATOR: frozenset(
        {
            Act.CHANGE_OFFICERS,
            Act.CHANGE_SETTINGS,
            Act.ENROL,
            Act.SYNC,
            Act.KEEP_SEALS,
            Act.CONFIRM_SEALS,
            Act.SEE_SEALS,
        }
    ),
    Role.AUDITOR: frozenset({Act.READ_TRAIL, Act.CHECK_SEALS, Act.SEE_SEALS}),
    Role.CATALOGUE_EDITOR: frozenset({Act.EDIT_CATALOGUE, Act.PUBLISH_CATALOGUE}),
    Role.LEGAL_REVIEWER: frozenset({Act.REVIEW_CATALOGUE, Act.CONFIRM_BASIS}),
    Role.JOINT_CONFERENCE: frozenset(
        {
            Act.SEE_UNITS,
            Act.KEEP_ITEMS,
            Act.SET_TASKS,
            Act.INVESTIGATE,
            Act.EVALUATE,
            Act.PROPOSE_INTERVIEW,
            Act.EXPORT,
            Act.HANDLE_ALARMS,
        }
    ),
    Role.SYSTEM: frozenset({Act.SYNC, Act.PRINT, Act.ENROL}),
}


def allowed(roles: Collection[str], act: Act) -> bool:
    """Does one of the roles hold the act? Unknown roles hold nothing."""
    return any(act in duties for role, duties in DUTIES.items() if role in roles)


def require(roles: Collection[str], act: Act) -> None:
    """Refused unless one of the roles holds the act."""
    if not allowed(roles, act):
        raise Refused("A18-1", "duty.missing", act=str(act))
