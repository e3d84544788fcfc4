"""The platform's HTTP face: thin, each route hands bytes to one function and answers its values."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from fastapi import FastAPI, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from app.central import blobs, documented, views
from app.central.acts import Desk
from app.central.answering import guarded, json_answer, not_served, problem_answer
from app.central.declined import Declined
from app.central.identity import Caller, Door, Incoming, References
from app.central.intake import Fields, read_message
from app.central.judging import Bench
from app.central.log import Log, receipt
from app.central.public import PublicDesk, add_public_routes
from app.central.records import Mark, Records
from app.central.rules import Rules
from app.clock import Clock
from app.contract.messages import (
    CASE_NUMBER,
    CHUNK,
    MAX_PUSH_BYTES,
    MAX_WIRE_BYTES,
    TERMINAL,
    EnrolRequest,
    PushReply,
    PushRequest,
)
from app.contract.signature import NONCE_HEADER, claim

MAX_BATCH = 500
SMALL = 16 * 1024  # what any other request may carry


@dataclass(frozen=True, slots=True)
class Platform:
    """Everything a request may need."""

    records: Records
    mark: Mark
    clock: Clock
    rules: Rules
    references: References = field(default_factory=References)

    @property
    def door(self) -> Door:
        return Door(self.records, self.mark, self.clock)

    def now(self) -> str:
        return self.clock.now().isoformat()


Handler = Callable[[Platform, Caller, Incoming, Fields], Response]


def push(platform: Platform, caller: Caller, incoming: Incoming, _: Fields) -> Response:
    """One batch: verdicts, and one signed receipt over them."""
    request = read_message(incoming, PushRequest, MAX_PUSH_BYTES)
    if request.terminal != caller.terminal:
        raise Declined(403, "TERMINAL")
    if request.epoch != caller.epoch:
        raise Declined(409, "EPOCH")
    at = platform.clock.now()
    with platform.records.write() as tx:
        log = Log.read(tx)
        desk = Desk(tx, platform.rules, caller.hall)
        judged = Bench(tx, caller, desk, log, at.isoformat()).judge(request.ops)
    signed = receipt(
        platform.mark.signing_key,
        log,
        judged.leaves,
        terminal=caller.terminal,
        epoch=caller.epoch,
        mode=platform.mark.mode,
        at=at,
    )
    reply = PushReply(
        server_time=at.isoformat(),
        next_seq=judged.next_seq,
        max_batch=MAX_BATCH,
        backoff_s=0,
        results=list(judged.results),
        missing_blobs=list(judged.missing_blobs),
        receipt=signed,
    )
    return json_answer(reply)


def pull(platform: Platform, caller: Caller, _: Incoming, fields: Fields) -> Response:
    """What changed in the own hall."""
    cursor, limit = fields.integer("cursor", 0), fields.integer("limit", views.MAX_PULL, least=1)
    return json_answer(views.changes(platform.records, caller, cursor, limit, platform.now()))


def show_case(platform: Platform, caller: Caller, _: Incoming, fields: Fields) -> Response:
    """The platform's own record of one case."""
    number = fields.text("number", CASE_NUMBER, "NO_CASE")
    return json_answer(views.case_view(platform.records, caller, number))


def blob_progress(platform: Platform, caller: Caller, _: Incoming, fields: Fields) -> Response:
    """How much of a blob is here."""
    received, size = blobs.progress(platform.records, caller, _digest(fields))
    return _offset(200, received, size)


def blob_chunk(platform: Platform, caller: Caller, incoming: Incoming, fields: Fields) -> Response:
    """The next chunk of a blob."""
    offset, length = fields.integer("offset"), fields.integer("length")
    digest = _digest(fields)
    received = blobs.receive(platform.records, caller, digest, offset, length, incoming.body)
    if received < 0:
        raise Declined(422, "DIGEST")
    return _offset(204, received, length)


def blob_bytes(platform: Platform, caller: Caller, _: Incoming, fields: Fields) -> Response:
    """The whole blob, for its own hall."""
    data = blobs.fetch(platform.records, caller, _digest(fields))
    return Response(data, media_type="application/octet-stream")


def _digest(fields: Fields) -> str:
    return fields.text("sm3", r"^[0-9a-f]{64}$", "NO_BLOB")


def _offset(status: int, received: int, size: int) -> Response:
    headers = {"Upload-Offset": str(received), "Upload-Length": str(size)}
    return Response(status_code=status, headers=headers)


SIGNED: Mapping[tuple[str, str], tuple[Handler, int]] = {
    ("POST", "/v1/sync/push"): (push, MAX_WIRE_BYTES),
    ("GET", "/v1/sync/pull"): (pull, SMALL),
    ("GET", "/v1/cases/{number}"): (show_case, SMALL),
    ("HEAD", "/v1/blobs/{sm3}"): (blob_progress, SMALL),
    ("PATCH", "/v1/blobs/{sm3}"): (blob_chunk, CHUNK),
    ("GET", "/v1/blobs/{sm3}"): (blob_bytes, SMALL),
}


def make_app(platform: Platform) -> FastAPI:
    """The application; every route is documented in documented.py."""
    public = PublicDesk(platform.records, platform.mark, platform.clock)
    app = FastAPI(
        title="Zero-proof support platform",
        version="1",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # a redirect would be made of the Host header
        lifespan=public.open,
    )
    for (method, path), (handler, limit) in SIGNED.items():
        endpoint = _signed(platform, handler, limit)
        app.add_api_route(path, endpoint, methods=[method], **documented.ROUTES[method, path])
    _add_open_routes(app, platform)
    add_public_routes(app, public)
    app.add_exception_handler(HTTPException, not_served)
    return app


def _add_open_routes(app: FastAPI, platform: Platform) -> None:
    async def health() -> Response:
        return json_answer({"status": "ok", "mode": platform.mark.mode})

    async def status() -> Response:
        return json_answer(views.status(platform.records, platform.mark))

    async def nonce(request: Request) -> Response:
        return await run_in_threadpool(_nonce, platform, request.query_params.get("terminal", ""))

    async def enrol(request: Request) -> Response:
        return await guarded(request, SMALL, lambda incoming: _enrol(platform, incoming))

    async def openapi() -> Response:
        return json_answer(documented.complete(app.openapi()))

    app.router.routes = [r for r in app.router.routes if getattr(r, "path", "") != "/openapi.json"]
    for method, path, endpoint in (
        ("GET", "/health", health),
        ("GET", "/status", status),
        ("GET", "/v1/nonce", nonce),
        ("POST", "/v1/enrol", enrol),
    ):
        app.add_api_route(path, endpoint, methods=[method], **documented.ROUTES[method, path])
    app.add_api_route("/openapi.json", openapi, include_in_schema=False)


def _nonce(platform: Platform, terminal: str) -> Response:
    if not re.fullmatch(TERMINAL, terminal):
        return problem_answer(Declined(422, "TERMINAL"))
    return Response(status_code=204, headers={NONCE_HEADER: platform.door.nonce(terminal)})


def _enrol(platform: Platform, incoming: Incoming) -> Response:
    request = read_message(incoming, EnrolRequest, SMALL)
    return json_answer(platform.door.enrol(request, platform.references))


def _signed(platform: Platform, handler: Handler, limit: int) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        fields = Fields(dict(request.path_params), parse_qs(request.url.query))

        def act(incoming: Incoming) -> Response:
            caller = platform.door.admit(incoming)
            return handler(platform, caller, incoming, fields)

        response = await guarded(request, limit, act)
        return _with_nonce(platform, request, response)

    return endpoint


def _with_nonce(platform: Platform, request: Request, response: Response) -> Response:
    """The next nonce goes with every answer to a counter that says its name."""
    said = claim(request.headers.items())
    if said is not None and re.fullmatch(TERMINAL, said.terminal):
        response.headers[NONCE_HEADER] = platform.door.nonce(said.terminal)
    return response
