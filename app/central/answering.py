"""Bytes in, an answer out: whatever is declined becomes the same kind of message."""

from collections.abc import Callable, Mapping

from fastapi import Request, Response
from pydantic import BaseModel
from sqlalchemy.exc import DBAPIError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from app.central.declined import Declined
from app.central.identity import Incoming
from app.central.intake import read_body
from app.central.records import DATABASE_BUSY_RETRY, DISK_FULL_RETRY
from app.contract.json import dumps
from app.contract.messages import Problem
from app.errors import Unavailable
from app.problems import explain

JSON = "application/json"


async def guarded(request: Request, limit: int, act: Callable[[Incoming], Response]) -> Response:
    """Whatever is declined, and a database that is busy, full or restarting, as an answer."""
    try:
        body = await read_body(request, limit)
        return await run_in_threadpool(act, _incoming(request, body))
    except Declined as declined:
        return problem_answer(declined)
    except ClientDisconnect:  # it went away; nobody hears this
        return Response(status_code=400)
    except DBAPIError:
        return problem_answer(Declined(503, "BUSY", retry_after=DATABASE_BUSY_RETRY))
    except Unavailable:  # the one there is: app/sqlite.py found no room on the disk
        return problem_answer(Declined(503, "FULL", retry_after=DISK_FULL_RETRY))


def _incoming(request: Request, body: bytes) -> Incoming:
    raw = request.scope["raw_path"].decode("latin-1")
    query = request.scope["query_string"].decode("latin-1")
    headers = tuple((k.decode("latin-1"), v.decode("latin-1")) for k, v in request.headers.raw)
    return Incoming(request.method, f"{raw}?{query}" if query else raw, headers, body)


async def not_served(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    return problem_answer(Declined(status, "NO_METHOD" if status == 405 else "NO_ROUTE"))


def problem_answer(declined: Declined) -> Response:
    facts = dict(declined.facts)
    offset = facts.pop("offset", None)
    words, _ = explain(declined.error)
    body = Problem.model_validate({"error": declined.error, "message": words, **facts})
    response = json_answer(body, declined.status)
    if offset is not None:
        response.headers["Upload-Offset"] = str(offset)
    if declined.retry_after is not None:
        response.headers["Retry-After"] = str(declined.retry_after)
    return response


def json_answer(value: BaseModel | Mapping[str, object], status: int = 200) -> Response:
    plain = (
        value.model_dump(mode="json", exclude_none=isinstance(value, Problem))
        if isinstance(value, BaseModel)
        else value
    )
    return Response(dumps(plain), status_code=status, media_type=JSON)
