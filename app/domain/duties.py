"""Who may do what: roles and acts, everything else refused (A18-1)."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from app.errors import Refused


class Role(StrEnum):
    """Roles of a hall; one person may hold several. The seal's holder is a role of its own."""

    CLERK = "clerk"
    SEAL_HOLDER = "seal-holder"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    CATALOGUE_EDITOR = "catalogue-editor"
    LEGAL_REVIEWER = "legal-reviewer"  # of the joint conference's office (A6-1)
    SYSTEM = "system"  # the counter by itself, with nobody signed in; no person's


class Act(StrEnum):
    """Acts the program asks about before doing them."""

    OPEN_CASE = "open-case"
    ABANDON_CASE = "abandon-case"
    REVEAL_NUMBER = "reveal-number"
    SEAL = "seal"
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


DUTIES: Mapping[Role, frozenset[Act]] = {
    Role.CLERK: frozenset(
        {
            Act.OPEN_CASE,
            Act.ABANDON_CASE,
            Act.REVEAL_NUMBER,
            Act.APPROVE,
            Act.PRINT,
            Act.SEE_CASES,
            Act.SYNC,
        }
    ),
    Role.SEAL_HOLDER: frozenset({Act.SEAL, Act.VOID, Act.PRINT, Act.SEE_CASES}),
    Role.SUPERVISOR: frozenset({Act.SEE_CASES, Act.REVEAL_NUMBER, Act.READ_TRAIL, Act.SYNC}),
    Role.ADMINISTRATOR: frozenset({Act.CHANGE_OFFICERS, Act.CHANGE_SETTINGS, Act.ENROL, Act.SYNC}),
    Role.AUDITOR: frozenset({Act.READ_TRAIL}),
    Role.CATALOGUE_EDITOR: frozenset({Act.EDIT_CATALOGUE, Act.PUBLISH_CATALOGUE}),
    Role.LEGAL_REVIEWER: frozenset({Act.REVIEW_CATALOGUE, Act.CONFIRM_BASIS}),
    Role.SYSTEM: frozenset({Act.SYNC, Act.PRINT, Act.ENROL}),
}


def allowed(roles: Collection[str], act: Act) -> bool:
    """Does one of the roles hold the act? Unknown roles hold nothing."""
    return any(act in duties for role, duties in DUTIES.items() if role in roles)


def require(roles: Collection[str], act: Act) -> None:
    """Refused unless one of the roles holds the act."""
    if not allowed(roles, act):
        raise Refused("A18-1", "duty.missing", act=str(act))
