"""Seals are registered, renewed, bound and withdrawn by two persons, never by one."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from app.domain.duties import Role
from app.domain.seal_custody import Binding, SealState
from app.errors import Refused
from app.services import office as offices
from app.services import officers, seal_registry
from app.services.seal_registry import bind, install_training, permit, register, renew, withdraw
from tests.services.parts import OFFICER, PASSWORD, SECOND, second_officer

HOLDER = "10440"
BINDING = Binding(OFFICER, (OFFICER,), ("commitment",))
RULES = "国办发〔2025〕33号"


@pytest.fixture
def two(hall, pki):
    """A hall with a second person who may confirm, and its seal's file."""
    second_officer(hall.office, (Role.SUPERVISOR,))
    return SimpleNamespace(office=hall.office, seal=pki.seal.read_bytes())


@pytest.fixture
def new_seal(pki, tmp_path):
    """The same hall's seal made anew."""
    from app.seal.training import make_training_pki
    from resources.fonts import font_path
    from tests.services.parts import AT

    font = font_path("NotoSerifSC-Bold.ttf")
    made = make_training_pki(tmp_path / "new", hall="泸州市江阳区政务服务中心", at=AT, font=font)
    return made.seal.read_bytes()


def registered(two, **changes):
    return register(two.office, two.seal, replace(BINDING, **changes), SECOND, PASSWORD)


def acts(two) -> list[str]:
    with two.office.store.read() as rx:
        rows = rx.exec_driver_sql("SELECT act FROM trail ORDER BY id")
        return [act for (act,) in rows if act.startswith("seal.")]


def refuses(code, act, *arguments):
    with pytest.raises(Refused) as refusal:
        act(*arguments)
    assert refusal.value.code == code
    return refusal.value


def test_two_persons_register_a_seal_and_both_are_kept(two):
    kept = registered(two)
    assert (kept.registered_by, kept.confirmed_by) == (OFFICER, SECOND)
    assert (kept.name, kept.binding) == ("泸州市江阳区政务服务中心训练专用章", BINDING)
    assert kept.valid_until[10:] == "T00:00:00+08:00"  # days are the office's, not UTC's
    assert permit(two.office, two.seal, "commitment") == kept
    assert acts(two) == ["seal.register"]
    shown = seal_registry.read(two.office, two.seal)
    assert shown.kept == (kept,)
    assert shown.file.digest == kept.digest
    assert shown.able == (OFFICER,)
    assert shown.names[SECOND] == "王芳"


@pytest.mark.parametrize(
    ("second", "password", "code"),
    [
        (OFFICER, PASSWORD, "custody.same-person"),
        ("", PASSWORD, "custody.second-missing"),
        (SECOND, "falsch", "sign-in.wrong"),
        ("10499", PASSWORD, "sign-in.wrong"),
    ],
)
def test_one_person_alone_registers_nothing(two, second, password, code):
    refuses(code, register, two.office, two.seal, BINDING, second, password)
    assert acts(two) == []
    refuses("custody.not-registered", permit, two.office, two.seal, "commitment")


def test_a_second_person_without_the_duty_confirms_nothing(two):
    officers.create_training_officer(two.office, "10450", "赵静", ("clerk",), PASSWORD)
    refuses("duty.missing", register, two.office, two.seal, BINDING, "10450", PASSWORD)
    assert acts(two) == []


def test_who_has_not_the_duty_asks_for_nothing_and_sees_nothing(two):
    clerk = two.office.signed_in(offices.Session("7", "王芳", ("clerk",), two.office.now()))
    refuses("duty.missing", register, clerk, two.seal, BINDING, SECOND, PASSWORD)
    refuses("duty.missing", seal_registry.read, clerk, two.seal)
    assert not seal_registry.may_see(clerk)
    assert seal_registry.may_see(two.office)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"keeper": "10499"}, "custody.unknown-officer"),
        ({"officers": ("10499",)}, "custody.unknown-officer"),
        ({"officers": (SECOND,)}, "custody.no-duty"),
        ({"officers": ()}, "custody.nobody"),
        ({"kinds": ()}, "custody.no-kind"),
    ],
)
def test_only_officers_who_can_seal_are_entered(two, changes, code):
    with pytest.raises(Refused) as refusal:
        registered(two, **changes)
    assert refusal.value.code == code
    assert acts(two) == []


def test_the_keeper_need_not_seal(two):
    assert registered(two, keeper=SECOND).binding.keeper == SECOND


def test_a_seal_is_for_its_officers_and_its_letters(two):
    registered(two)
    refuses("custody.other-kind", permit, two.office, two.seal, "receipt")
    other = two.office.signed_in(
        offices.Session(HOLDER, "周洁", ("seal-holder",), two.office.now())
    )
    refused = refuses("custody.not-bound", permit, other, two.seal, "commitment")
    assert (refused.article, refused.facts["officers"]) == (RULES, OFFICER)


def test_another_binding_counts_from_the_second_persons_word(two):
    kept = registered(two)
    wider = replace(BINDING, kinds=("commitment", "receipt"))
    refuses("sign-in.wrong", bind, two.office, kept.digest, wider, SECOND, "falsch")
    refuses("custody.other-kind", permit, two.office, two.seal, "receipt")
    bind(two.office, kept.digest, wider, SECOND, PASSWORD)
    assert permit(two.office, two.seal, "receipt").binding == wider
    assert acts(two) == ["seal.register", "seal.bind"]


def test_a_withdrawn_seal_seals_nothing_and_comes_back_never(two):
    kept = registered(two)
    refuses("reason.missing", withdraw, two.office, kept.digest, " ", SECOND, PASSWORD)
    gone = withdraw(two.office, kept.digest, "印章遗失", SECOND, PASSWORD)
    assert (gone.state, gone.reason) == (SealState.WITHDRAWN, "印章遗失")
    refuses("custody.withdrawn", permit, two.office, two.seal, "commitment")
    refuses("custody.known", register, two.office, two.seal, BINDING, SECOND, PASSWORD)
    refuses("custody.withdrawn", bind, two.office, kept.digest, BINDING, SECOND, PASSWORD)
    assert acts(two) == ["seal.register", "seal.withdraw"]


def test_a_renewed_seal_takes_the_place_and_both_stand_in_the_history(two, new_seal):
    old = registered(two)
    refuses("custody.not-registered", permit, two.office, new_seal, "commitment")
    new = renew(two.office, new_seal, old.digest, BINDING, SECOND, PASSWORD)
    assert new.replaces == old.digest
    assert permit(two.office, new_seal, "commitment") == new
    refuses("custody.replaced", permit, two.office, two.seal, "commitment")
    history = seal_registry.read(two.office, new_seal).history
    assert [(each.act, each.seal.state) for each in history] == [
        ("register", "registered"),
        ("renew", "replaced"),
        ("renew", "registered"),
    ]
    refuses("custody.replaced", renew, two.office, new_seal, old.digest, BINDING, SECOND, PASSWORD)


def test_no_seal_and_a_seal_nobody_knows(two):
    assert seal_registry.read(two.office, b"").file is None
    refuses("custody.not-registered", withdraw, two.office, "aa" * 32, "x", SECOND, PASSWORD)
    refuses("seal.unreadable", register, two.office, b"rubbish", BINDING, SECOND, PASSWORD)


def test_a_training_halls_first_seal_is_registered_by_its_installation(two):
    install_training(two.office, two.seal)
    kept = permit(two.office, two.seal, "receipt")
    assert (kept.registered_by, kept.confirmed_by, kept.training) == ("system", "system", True)
    assert kept.binding.officers == (OFFICER,)
    install_training(two.office, two.seal)
    assert acts(two) == ["seal.register"]


def test_the_installation_registers_nothing_else(two, new_seal):
    mark = replace(two.office.installation, mode="live")
    install_training(replace(two.office, installation=mark), two.seal)
    install_training(two.office, b"")
    install_training(two.office, b"rubbish")
    assert acts(two) == []
    install_training(two.office, two.seal)
    install_training(two.office, new_seal)  # changed by somebody: two persons say so
    assert acts(two) == ["seal.register"]


def test_no_registration_without_an_officer_who_can_seal(tmp_path, pki):
    from app.services.office import open_office
    from tests.services.parts import REFERENCE, found

    chosen, clock = found(tmp_path)
    made = open_office(chosen, clock, REFERENCE)
    install_training(made, pki.seal.read_bytes())
    refuses("custody.not-registered", permit, made, pki.seal.read_bytes(), "receipt")
    made.store.close()
