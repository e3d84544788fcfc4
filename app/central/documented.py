"""What /openapi.json says of every route: bodies, parameters, every status it can meet."""

from collections.abc import Iterable
from typing import Any

from fastapi.responses import HTMLResponse
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from app.contract.messages import (
    BODIES,
    CASE_NUMBER,
    CaseView,
    EnrolReply,
    EnrolRequest,
    Problem,
    PullReply,
    PushReply,
    PushRequest,
)
from app.contract.public import CheckReply, CheckRequest

WORDS = {
    400: "not JSON",
    401: "not signed by an enrolled counter with a fresh nonce",
    403: "not allowed",
    404: "not here, or not this hall's",
    405: "no such method",
    409: "does not continue what is here",
    413: "too large",
    415: "unknown encoding",
    422: "not a message of this protocol",
    426: "protocol too old",
    429: "too many questions; see Retry-After",
    500: "a record does not fit this program",
    503: "busy or full; see Retry-After",
}
UNSIGNED, SIGNED = (500, 503), (401, 413, 422, 500, 503)
BINARY = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


def _route(
    name: str,
    statuses: Iterable[int],
    *,
    reply: type[BaseModel] | None = None,
    body: type[BaseModel] | None = None,
    done: int = 200,
    parameters: Iterable[dict[str, Any]] = (),
    content: dict[str, Any] | None = None,
) -> dict[str, Any]:
    extra: dict[str, Any] = {"parameters": list(parameters)}
    if body is not None:
        schema = {"$ref": f"#/components/schemas/{body.__name__}"}
        extra["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": schema}},
        }
    if content is not None:
        extra["requestBody"] = {"required": True, "content": content}
    return {
        "operation_id": name,
        "status_code": done,
        "response_model": reply,
        "responses": {
            status: {"model": Problem, "description": WORDS[status]} for status in statuses
        },
        "openapi_extra": extra,
    }


def _in(place: str, name: str, schema: dict[str, Any], *, required: bool = True) -> dict[str, Any]:
    return {"name": name, "in": place, "required": required, "schema": schema}


NUMBER = {"type": "integer", "minimum": 0, "maximum": 10**15 - 1}
SM3 = _in("path", "sm3", {"type": "string", "pattern": "^[0-9a-f]{64}$"})
CASE = _in("path", "number", {"type": "string", "pattern": CASE_NUMBER})
CURSOR = _in("query", "cursor", NUMBER, required=False)
LIMIT = _in("query", "limit", {**NUMBER, "minimum": 1}, required=False)
OFFSET, LENGTH = _in("query", "offset", NUMBER), _in("query", "length", NUMBER)
TERMINAL = _in("query", "terminal", {"type": "string"})

SPOKEN: tuple[type[BaseModel], ...] = (
    PushRequest,
    EnrolRequest,
    CheckRequest,
    *BODIES.values(),
)


def complete(schema: dict[str, Any]) -> dict[str, Any]:
    """Adds the models that requests and operations carry."""
    _, made = models_json_schema(
        [(model, "validation") for model in SPOKEN], ref_template="#/components/schemas/{model}"
    )
    components = schema.setdefault("components", {}).setdefault("schemas", {})
    return schema | {"components": {"schemas": made["$defs"] | components}}


ROUTES: dict[tuple[str, str], dict[str, Any]] = {
    ("GET", "/health"): _route("health", ()),
    ("GET", "/status"): _route("status", ()),
    ("GET", "/check"): _route("check_page", ()) | {"response_class": HTMLResponse},
    ("POST", "/v1/check"): _route(
        "check",
        (400, 413, 415, 422, 429, *UNSIGNED),
        reply=CheckReply,
        body=CheckRequest,
    ),
    ("GET", "/v1/nonce"): _route("nonce", (422,), done=204, parameters=[TERMINAL]),
    ("POST", "/v1/enrol"): _route(
        "enrol",
        (400, 403, 413, 415, 422, 426, *UNSIGNED),
        reply=EnrolReply,
        body=EnrolRequest,
    ),
    ("POST", "/v1/sync/push"): _route(
        "push", (400, 403, 409, 415, 426, *SIGNED), reply=PushReply, body=PushRequest
    ),
    ("GET", "/v1/sync/pull"): _route("pull", SIGNED, reply=PullReply, parameters=[CURSOR, LIMIT]),
    ("GET", "/v1/cases/{number}"): _route(
        "case", (404, *SIGNED), reply=CaseView, parameters=[CASE]
    ),
    ("HEAD", "/v1/blobs/{sm3}"): _route("blob_progress", (404, *SIGNED), parameters=[SM3]),
    ("PATCH", "/v1/blobs/{sm3}"): _route(
        "blob_chunk",
        (404, 409, *SIGNED),
        done=204,
        parameters=[SM3, OFFSET, LENGTH],
        content=BINARY,
    ),
    ("GET", "/v1/blobs/{sm3}"): _route("blob_bytes", (404, *SIGNED), parameters=[SM3]),
}
