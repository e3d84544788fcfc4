"""Stores, key files and trail exports of every released schema still open.

After a change of the tables, once: python -m tests.formats.make_store.
"""

import json
from pathlib import Path

import pytest

from app import settings, sqlite
from app.audit import checking, trail
from app.clock import SystemClock
from app.domain.cases import CaseState
from app.services import office, reception, status
from app.store import keys, seal_log, seals, successors, tables
from app.store.database import FILE
from app.sync import outbox
from tests.formats.make_store import CONFIRMED, SEAL, USE
from tests.services.parts import REFERENCE

HERE = Path(__file__).parent
SCHEMAS = sorted(int(file.stem.removeprefix("store-")) for file in HERE.glob("store-*.sql"))


@pytest.fixture(params=SCHEMAS)
def old(request, tmp_path):
    """A state folder as that release left it."""
    sample = json.loads((HERE / f"store-{request.param}.keys.json").read_text())
    engine = sqlite.open_engine(tmp_path / FILE, bytes.fromhex(sample["key"]))
    with engine.connect() as connection:
        script = (HERE / f"store-{request.param}.sql").read_text("utf-8")
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")  # the dump's order is by name
        connection.connection.driver_connection.executescript(script)
    engine.dispose()
    (tmp_path / keys.FILE).write_text(json.dumps(sample["keys"]))
    (tmp_path / keys.FALLBACK).write_text(sample["secret"])
    return tmp_path, sample | {"schema": request.param}


def test_there_is_a_sample_of_this_schema():
    assert SCHEMAS[-1] == tables.SCHEMA


def test_a_store_of_an_earlier_release_opens_with_all_that_is_in_it(old):
    folder, sample = old
    hall = office.open_office(settings.Settings(state=folder), SystemClock(), REFERENCE)
    hall = hall.signed_in(office.Session("10432", "李敏", ("clerk",), hall.now()))
    given_up = reception.load_case(hall, "510502-T03-2026-000001")
    waiting = reception.load_case(hall, "510502-T03-2026-000002")
    assert (given_up.state, waiting.state) == (CaseState.ABANDONED, CaseState.OPEN)
    assert waiting.applicant.raw_name == "阿依努尔•买买提"
    assert status.where(hall, given_up.number) == "here"
    by_hand = [row.case.number[-1] for row in status.ledger(hall) if row.case.by_hand]
    assert by_hand == (["3"] if sample["schema"] > 3 else [])
    with hall.store.read() as rx:
        assert checking.check(trail.lines(rx)).whole
        assert outbox.counts(rx)["outbox"] == 1
        kept = [each.confirmation for each in successors.all_kept(rx)]
        registry, broken = seals.all_kept(rx), seal_log.under_way(rx)
    assert kept == ([CONFIRMED] if sample["schema"] > 1 else [])
    assert registry == ((SEAL,) if sample["schema"] > 4 else ())
    assert [each.letter for each in broken] == ([USE.letter] if sample["schema"] > 4 else [])
    assert not (folder / "store.before-upgrade").exists()
    hall.store.close()


def test_a_key_file_of_an_earlier_release_opens_both_ways(old):
    folder, sample = old
    key = bytes.fromhex(sample["key"])
    assert keys.unlock(folder).key == key
    assert keys.recover(folder, sample["recovery"]) == key


def test_a_trail_export_of_an_earlier_release_is_still_whole():
    text = (HERE / "audit-export.jsonl").read_text("utf-8")
    finding = checking.check(text.splitlines())
    assert finding.whole
    assert finding.lines > 3
    sample = json.loads((HERE / "app-audit.json").read_text("utf-8"))
    assert (sample["head"], sample["lines"]) == (finding.head, finding.lines)
