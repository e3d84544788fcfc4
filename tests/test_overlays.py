"""The overlays that ship: what they add, whom they serve, and that only signed ones are read."""

import base64
from dataclasses import asdict
from pathlib import Path

import pytest

from app.domain.catalogue import Catalogue, Matter, Unit
from app.domain.conduct import asked_for
from app.domain.guides import check_judged
from app.domain.ladder import check_catalogue
from app.domain.overlay import check_overlay
from app.domain.units import check_units
from app.errors import Refused
from app.reference import Reference, load, of_division
from tests.signing import copied, sign

JIANGYANG, NAXI = "510502", "510503"
CITY, POLICE = "training-2026-11", "training-2026-11+13.1"
COUNTY = f"{POLICE}+510502.1"
CARD, BOOK = "居民身份证（出示原件，不收复印件）", "居民户口簿（出示原件）"


@pytest.fixture(scope="module")
def law() -> Reference:
    return load()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied(tmp_path)


def refusal(root: Path) -> tuple[str, str, dict[str, object]]:
    with pytest.raises(Refused) as refused:
        load(root)
    return refused.value.article, refused.value.code, dict(refused.value.facts)


def test_each_division_has_its_catalogue_and_all_are_known_by_version(law: Reference) -> None:
    assert law.catalogue.version == CITY
    assert law.catalogue_for(JIANGYANG).version == COUNTY
    assert law.catalogue_for(NAXI).version == POLICE
    assert law.catalogues() == {
        CITY: law.catalogue,
        POLICE: law.catalogue_for(NAXI),
        COUNTY: law.catalogue_for(JIANGYANG),
    }
    own = of_division(law, JIANGYANG)
    assert own.catalogue is law.catalogue_for(JIANGYANG)
    assert (own.pack, own.packs, own.calendar, own.letters) == (
        law.pack,
        law.packs,
        law.calendar,
        law.letters,
    )
    assert of_division(own, NAXI).catalogue.version == POLICE
    assert own.catalogue_for(JIANGYANG) is own.catalogue


def added(city: Catalogue, made: Catalogue) -> dict[str, object]:
    """What a refined catalogue holds that the city's does not, row by row."""
    names = {proof.code: set(proof.names) for proof in city.proofs()}
    found: dict[str, object] = {
        proof.code: set(proof.names) - names[proof.code]
        for proof in made.proofs()
        if set(proof.names) != names[proof.code]
    }
    for old, new in zip(city.units, made.units, strict=True):
        if old != new:
            found[f"unit {new.code}"] = hours(new)
    for before, matter in zip(city.matters, made.matters, strict=True):
        if before.guide != matter.guide:
            found[f"guide {matter.code}"] = matter.guide
        found |= new_situations(before, matter) | new_rungs(before, matter)
    return found


def new_situations(before: Matter, matter: Matter) -> dict[str, object]:
    return {
        f"{matter.code}/{each.code}": (
            each.materials,
            [(rule.proof.code, [str(step.way) for step in rule.ladder]) for rule in each.proofs],
        )
        for each in matter.situations[len(before.situations) :]
    }


def new_rungs(before: Matter, matter: Matter) -> dict[str, object]:
    pairs = [
        (f"{matter.code}/{new.code}/{rule.proof.code}", rule.ladder[len(its.ladder) :])
        for old, new in zip(before.situations, matter.situations, strict=False)
        for its, rule in zip(old.proofs, new.proofs, strict=True)
    ]
    return {place: [str(step.way) for step in steps] for place, steps in pairs if steps}


def hours(unit: Unit) -> list[str]:
    assert unit.hours is not None
    assert unit.hours_invented
    return [f"{a:%H:%M}-{b:%H:%M}" for a, b in unit.hours.spans]


POLICE_ADDS = {
    "ZM004": {"身份证号码变更证明"},
    "unit 13": ["09:00-12:00", "13:30-17:30"],
    "guide 130101": "各户政窗口取阅：《居民身份证丢失补领》办事指南（训练）",
    "130103/51": (
        (CARD, BOOK),
        [("ZM015", ["data-sharing", "inquiry"]), ("ZM116", ["cancelled"])],
    ),
    "130103/02/ZM011": ["inquiry"],
}
COUNTY_ADDS = {
    "ZM033": {"灵活就业证明", "务工证明"},
    "unit 53": ["08:30-12:00", "14:00-18:00"],
    "guide 510101": "江阳区政务服务大厅取阅：《农村低收入人口认定》办事指南（训练）",
    "510101/51": (
        (CARD,),
        [
            ("ZM072", ["data-sharing", "investigation"]),
            ("ZM035", ["data-sharing", "investigation"]),
        ],
    ),
    "530102/01/ZM012": ["investigation"],
}


def test_the_overlays_add_what_is_written_here_and_nothing_else(law: Reference) -> None:
    assert added(law.catalogue, law.catalogue_for(NAXI)) == POLICE_ADDS
    assert added(law.catalogue, law.catalogue_for(JIANGYANG)) == {**POLICE_ADDS, **COUNTY_ADDS}


@pytest.mark.parametrize("division", [JIANGYANG, NAXI])
def test_a_refined_catalogue_is_as_sound_as_the_citys(law: Reference, division: str) -> None:
    made = law.catalogue_for(division)
    check_overlay(law.catalogue, made)
    check_catalogue(made)
    check_units(made)
    check_judged(made)
    assert made.training
    for matter in made.matters:
        for text in (matter.name, matter.guide):
            assert asked_for(text, made) is None, text
        for situation in matter.situations:
            steps = [step for rule in situation.proofs for step in rule.ladder]
            said = [word for step in steps for word in (step.why, step.instead, step.afterwards)]
            for text in (situation.name, *situation.materials, *said):
                assert asked_for(text, made) is None, text


@pytest.mark.parametrize("code", ["140101", "110101"])
def test_what_no_overlay_is_about_stays_as_the_city_has_it(law: Reference, code: str) -> None:
    old = law.catalogue.matter(code)
    for division in (JIANGYANG, NAXI):
        new = law.catalogue_for(division).matter(code)
        assert asdict(new) | {"situations": ()} == asdict(old) | {"situations": ()}
        for one, other in zip(new.situations, old.situations, strict=True):
            assert (one.code, one.materials) == (other.code, other.materials)
            assert [rule.ladder for rule in one.proofs] == [rule.ladder for rule in other.proofs]


@pytest.mark.parametrize("name", ["510502.toml", "13.toml"])
def test_an_altered_overlay_is_refused_by_name(root: Path, name: str) -> None:
    file = root / "overlays" / name
    file.write_bytes(file.read_bytes().replace(b'version = "1"', b'version = "2"'))
    assert refusal(root) == ("A7-1", "reference.altered", {"file": f"overlays/{name}"})


def test_an_overlay_added_or_taken_away_is_refused(root: Path) -> None:
    extra = root / "overlays" / "510503.toml"
    extra.write_text('code = "510503"\n', encoding="utf-8")
    assert refusal(root) == ("A7-1", "reference.altered", {"file": "overlays/510503.toml"})
    extra.unlink()
    (root / "overlays" / "510502.toml").unlink()
    assert refusal(root) == ("A7-1", "reference.altered", {"file": "overlays/510502.toml"})


def test_unsigned_overlays_are_refused(root: Path) -> None:
    signature = root / "overlays" / "compiled.json.sig"
    signature.write_bytes(base64.b64encode(bytes(64)))
    assert refusal(root) == ("A7-1", "reference.altered", {"file": "overlays/compiled.json"})
    signature.unlink()
    assert refusal(root) == ("A7-1", "reference.unsigned", {"file": "overlays/compiled.json"})


def test_without_the_folder_nothing_is_read(root: Path) -> None:
    for file in (root / "overlays").iterdir():
        file.unlink()
    (root / "overlays").rmdir()
    assert refusal(root)[1:] == ("reference.unreadable", {"file": "overlays/compiled.json"})


COUNTY_TITLE = "训练·江阳区细化目录"
BAD = {
    "made for an older catalogue": (
        'made_for = "training-2026-11"',
        'made_for = "training-2026-10"',
        (
            "A7-1",
            "overlay.other-version",
            {
                "overlay": COUNTY_TITLE,
                "made_for": "training-2026-10",
                "version": "training-2026-11",
            },
        ),
    ),
    "a rung that asks for a proof": (
        'way = "investigation", article = "14", why = "社区走访',
        'way = "investigation", article = "14", afterwards = "补交收入证明", why = "社区走访',
        ("A7-3", "overlay.asks", {"situation": "常住人口", "proof": "收入证明"}),
    ),
    "a commitment to fall back on": (
        '{ way = "investigation", article = "14", why = "社区走访',
        '{ way = "commitment", article = "8", why = "社区走访',
        ("A3-1", "overlay.no-fall-back", {"proof": "ZM012", "way": "commitment"}),
    ),
    "a situation that asks for more": (
        f'materials = ["{CARD}"]',
        f'materials = ["{CARD}", "本人银行卡"]',
        (
            "A15-2",
            "overlay.not-fewer",
            {"situation": "村里集中申报", "matter": "农村低收入人口认定"},
        ),
    ),
    "hours that are none": (
        'spans = [["08:30", "12:00"]',
        'spans = [["12:30", "12:00"]',
        ("A10-1", "hours.bad", {"whose": "53"}),
    ),
    "an own paper as a name": (
        '"务工证明"',
        '"居民身份证"',
        ("A7-3", "overlay.alias", {"overlay": COUNTY_TITLE, "name": "居民身份证"}),
    ),
    "another county's code": (
        'code = "510502"',
        'code = "510503"',
        (
            "A7-1",
            "overlay.not-own",
            {"overlay": COUNTY_TITLE, "unit": "训练·南城街道便民服务中心"},
        ),
    ),
}


@pytest.mark.parametrize("what", BAD)
def test_an_overlay_that_breaks_a_rule_is_refused_though_signed(
    root: Path, tmp_path: Path, what: str
) -> None:
    before, after, said = BAD[what]
    file = root / "overlays" / "510502.toml"
    text = file.read_text("utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), "utf-8")
    assert sign(root, tmp_path / "owner.key", "--new-key").returncode != 0
    assert refusal(root) == said


def test_a_new_city_catalogue_waits_for_overlays_made_for_it(root: Path, tmp_path: Path) -> None:
    file = root / "catalogue" / "00-catalogue.toml"
    file.write_bytes(file.read_bytes().replace(b"training-2026-11", b"training-2026-12"))
    assert sign(root, tmp_path / "owner.key", "--new-key").returncode != 0
    facts = {"made_for": "training-2026-11", "version": "training-2026-12"}
    assert refusal(root) == (
        "A7-1",
        "overlay.other-version",
        {"overlay": "训练·泸州市公安局细化目录", **facts},
    )
