"""The rules checked again on arrival: a counter's program may be old, or not ours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.clock import CHINA
from app.domain.approval import follow_ups, may_approve
from app.domain.cases import Case, CaseState
from app.domain.catalogue import Catalogue, Matter, Situation, Way
from app.domain.governing import Confirmation, confirmed_for
from app.domain.hand_entry import UNSURE, check_mark
from app.domain.ladder import LAST_RESORT
from app.domain.office_hours import Calendar
from app.domain.people import read_number
from app.domain.policy import Pack
from app.domain.successor import may_open_under
from app.errors import Refused

TOLERATED = frozenset({"", UNSURE})


@dataclass(frozen=True, slots=True)
class Rules:
    """What a case is held against: catalogues by version, packs by pin, as far as known here."""

    mode: str
    calendar: Calendar
    catalogues: Mapping[str, Catalogue] = field(default_factory=dict)
    packs: Mapping[str, Pack] = field(default_factory=dict)
    follow_up_days: int = 3  # of a training case whose pack is not known here (A8-3)

    def waits_for(self, version: str) -> bool:
        """A catalogue that may still come: on a training platform only, on live it is a refusal."""
        return self.mode != "live" and version not in self.catalogues

    def check(self, case: Case, terminal: str, confirmed: Sequence[Confirmation] = ()) -> None:
        """Refused with article and code when the case must not be kept as it is."""
        self.check_number(case.number, terminal)
        self.check_mode(case)
        self.check_pack(case, confirmed)
        check_person(case)
        check_ways(case)
        if case.state is CaseState.APPROVED:
            may_approve(case)
            check_follow_ups(case, self.calendar, self.days_of(case.pack))
        self.check_catalogue(case)

    def check_number(self, number: str, terminal: str) -> None:
        """Numbers are given by their own counter only."""
        if not number.startswith(f"{terminal}-"):
            raise Refused("", "platform.number")

    def check_mode(self, case: Case) -> None:
        """Training devices, seals and records belong on a training platform (A13-2)."""
        simulated = bool(case.simulated_devices) or case.applicant.simulated
        if case.mode != self.mode or (simulated and self.mode == "live"):
            raise Refused("A13-2", "platform.training-on-live", mode=self.mode)

    def check_pack(self, case: Case, confirmed: Sequence[Confirmation]) -> None:
        """A live case stands under measures in force on its day or confirmed by then (A25-1)."""
        if self.mode != "live":
            return
        pack = self.packs.get(case.pack)
        if pack is None:
            raise Refused("A25-1", "platform.pack", pack=case.pack)
        opened = datetime.fromisoformat(case.opened_at).astimezone(CHINA).date()
        may_open_under(pack, opened, case.mode, confirmed_for(pack, confirmed, opened))

    def days_of(self, pin: str) -> int:
        """How soon a pack wants the check that follows a commitment."""
        pack = self.packs.get(pin)
        return pack.settings.follow_up_days if pack else self.follow_up_days

    def check_catalogue(self, case: Case) -> None:
        """Invented matters are for training; the rest is held against what was published."""
        catalogue = self.catalogues.get(case.catalogue)
        if catalogue is None:
            raise Refused("A6-1", "platform.catalogue", version=case.catalogue)
        if catalogue.training and self.mode == "live":
            raise Refused("A13-2", "platform.training-on-live", mode=self.mode)
        check_against(case, catalogue)


def check_follow_ups(case: Case, calendar: Calendar, days: int) -> None:
    """What was approved on commitment is looked up afterwards (A8-3)."""
    signed = datetime.fromisoformat(case.decided_at or case.opened_at).date()
    due = {each.proof_code for each in follow_ups(case, signed, calendar, days)}
    if due - {each.proof_code for each in case.follow_ups}:
        raise Refused("A8-3", "platform.follow-ups")


def check_person(case: Case) -> None:
    """The number in its one spelling, with a right check digit; typed data are vouched for."""
    check_mark(case.applicant)
    number = read_number(case.applicant.number)
    if number.problem not in TOLERATED:
        raise Refused("A8-6", number.problem)
    if number.number != case.applicant.number:
        raise Refused("A8-6", "number.character")


def check_ways(case: Case) -> None:
    """Every proof has one way, and it fits the case as it stands."""
    if len({plan.proof_code for plan in case.plans}) != len(case.plans):
        raise Refused("A3-1", "platform.proof-twice")
    if case.commitment_refused and any(plan.way is Way.COMMITMENT for plan in case.plans):
        raise Refused("A8-6", "platform.commitment-refused")


def check_against(case: Case, catalogue: Catalogue) -> None:
    """The excepted categories and the ways are those of the published catalogue."""
    matter, situation = _published(case, catalogue)
    if set(case.categories) != matter.categories or set(case.exclusions) != matter.exclusions:
        raise Refused("A8-1", "platform.categories")
    ladders = {
        rule.proof.code: {step.way for step in rule.ladder} | {LAST_RESORT.way}
        for rule in situation.proofs
    }
    if ladders.keys() != {plan.proof_code for plan in case.plans}:
        raise Refused("A3-1", "platform.proofs")
    if any(plan.way not in ladders[plan.proof_code] for plan in case.plans):
        raise Refused("A3-1", "platform.way")


def _published(case: Case, catalogue: Catalogue) -> tuple[Matter, Situation]:
    for matter in catalogue.matters:
        if matter.code == case.matter_code:
            for situation in matter.situations:
                if situation.code == case.situation_code:
                    return matter, situation
    raise Refused("A3-1", "platform.matter")
