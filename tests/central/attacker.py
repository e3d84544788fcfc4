"""Requests made by hand: signed rightly, wrongly, or not at all."""

import gzip
import json
from dataclasses import dataclass
from typing import Any

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.codecs.canonical import canonical
from app.codecs.chain import link
from app.contract.signature import NONCE_HEADER, sign
from app.store.tables import outbox as table
from app.sync import enrolment
from tests.sync.kit import AT, Counter


@dataclass
class Attacker:
    """Holds a counter's key and may do with it what no counter does."""

    url: str
    terminal: str
    key: Ed25519PrivateKey

    @classmethod
    def with_key_of(cls, counter: Counter) -> "Attacker":
        with counter.store.read() as rx:
            known = enrolment.identity(rx)
        return cls(counter.client.url, known.terminal, known.key)

    def nonce(self, terminal: str = "") -> str:
        asked = requests.get(
            f"{self.url}/v1/nonce", params={"terminal": terminal or self.terminal}, timeout=10
        )
        return asked.headers[NONCE_HEADER]

    def signed(
        self, method: str, target: str, body: bytes | None, nonce: str | None = None
    ) -> dict[str, str]:
        return sign(
            method,
            target,
            body,
            terminal=self.terminal,
            key=self.key,
            nonce=self.nonce() if nonce is None else nonce,
            created=AT,
        )

    def send(
        self,
        method: str,
        target: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> requests.Response:
        """As it is given; signed freshly when no headers are."""
        headers = self.signed(method, target, body) if headers is None else headers
        return requests.request(
            method, self.url + target, data=body, headers=headers, timeout=20, allow_redirects=False
        )

    def push(self, value: Any) -> requests.Response:
        return self.push_bytes(json.dumps(value, ensure_ascii=False).encode())

    def push_bytes(self, body: bytes, *, packed: bool = False) -> requests.Response:
        sent = gzip.compress(body) if packed else body
        headers = self.signed("POST", "/v1/sync/push", sent)
        extra = {"Content-Encoding": "gzip"} if packed else {}
        return self.send("POST", "/v1/sync/push", sent, headers | extra)


def request_of(counter: Counter) -> dict[str, Any]:
    """The whole outbox as a push request."""
    with counter.store.read() as rx:
        rows = rx.execute(table.select().order_by(table.c.seq)).all()
    return {
        "protocol": 1,
        "terminal": counter.terminal,
        "epoch": 1,
        "boot_id": "01a20606-35c0-766e-b019-f8eee7806c21",
        "cursor": 0,
        "ops": [{**json.loads(row.operation), "hash": row.hash} for row in rows],
    }


def verdict(counter):
    """The code under which the one operation lies, or its state."""
    counter.engine.round()
    with counter.store.read() as rx:
        row = rx.execute(table.select().order_by(table.c.seq.desc()).limit(1)).one()
    return row.code or row.state


def rewrite(tx, op_id, **changes):
    """A counter's program that writes other operations than ours would."""
    row = tx.execute(table.select().where(table.c.op_id == op_id)).one()
    text = canonical({**json.loads(row.operation), **changes})
    values = {"operation": text.decode(), "hash": link(text)}
    tx.execute(table.update().where(table.c.op_id == op_id).values(**values))
