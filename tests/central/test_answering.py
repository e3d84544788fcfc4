"""What fails inside the platform is still an answer, and says when to come again."""

import asyncio

import pytest
from sqlalchemy import event, insert
from starlette.requests import Request
from starlette.responses import Response

from app.central.answering import guarded
from app.central.records import blob_chunks, mark, open_records
from app.contract.json import loads


async def nothing_more():
    return {"type": "http.request", "body": b"{}", "more_body": False}


def answered(act):
    scope = {"type": "http", "method": "POST", "raw_path": b"/v1/sync/push", "query_string": b""}
    request = Request(scope | {"path": "/v1/sync/push", "headers": []}, nothing_more)
    return asyncio.run(guarded(request, 1024, act))


@pytest.fixture
def records(tmp_path):
    made = open_records(str(tmp_path / "p.db"))
    mark(made, "training")
    yield made
    made.close()


def let_it_grow(records, pages):
    """From the next transaction on the file may have so many pages."""

    def limited(connection, *_):
        connection.execute(f"PRAGMA max_page_count = {pages}").fetchone()

    event.listen(records._engine, "checkout", limited)


def test_a_full_disk_is_a_503_that_says_when_to_try_again(records):
    def act(_):
        row = {"hall": "510502", "sm3": "0" * 64, "position": 0, "data": bytes(100_000)}
        with records.write() as tx:
            tx.execute(insert(blob_chunks), [row])
        return Response()

    let_it_grow(records, 1)
    answer = answered(act)
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert loads(answer.body)["error"] == "FULL"
    let_it_grow(records, 10_000)
    assert answered(act).status_code == 200
