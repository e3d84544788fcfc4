"""python -m tests.formats.make_wire: writes one sample of every message of the wire.

Run once a release that adds a message; samples of released messages are not written over.
"""

import json
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import requests

from app.contract.json import loads
from app.contract.signature import enrolment_proof, to_base64
from app.domain.people import HandEntry
from tests.central.attacker import Attacker, request_of
from tests.sync.kit import PERSON, Counter, code_for, enrolled, new_station, running

HERE = Path(__file__).parent / "wire"


def main() -> int:
    HERE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "platform") as platform:
        counter = enrolled(platform, Path(folder) / "counter")
        samples = _samples(counter)
        samples |= _enrolment(platform.url, code_for(platform, new_station()))
        counter.store.close()
    for name, value in samples.items():
        _write(HERE / f"{name}-1.json", value)
    return 0


def _samples(counter: Counter) -> dict[str, Any]:
    attacker = Attacker.with_key_of(counter)
    case = counter.save()
    counter.reissue(case)
    counter.save(mode="live")
    request = request_of(counter)
    deferred = attacker.push(request).json()
    counter.engine.round()
    reply = attacker.push(request).json()
    foreign = {**request["ops"][0], "op_id": request["boot_id"]}
    problem = attacker.push({**request, "ops": [foreign]}).json()
    case_view = attacker.send("GET", f"/v1/cases/{case.number}").json()
    pulled = attacker.send("GET", "/v1/sync/pull?cursor=0&limit=10").json()
    question = {"number": case.letters[0].number, "code": case.letters[0].check_code}
    checked = requests.post(f"{attacker.url}/v1/check", json=question, timeout=10).json()
    return {
        "push-request": request,
        "push-reply-deferred": deferred,
        "push-reply": reply,
        "pull-reply": pulled,
        "case-view": case_view,
        "problem": problem,
        "check-request": question,
        "check-reply": checked,
        "case-submit-typed": _typed(counter),
    }


def _typed(counter: Counter) -> Any:
    """The body of a case whose applicant was typed by hand."""
    hand = HandEntry("other", "证件在邮寄途中", "u017", "u018", "2026-11-23T09:20:00+08:00")
    counter.save(applicant=replace(PERSON, source="typed", hand=hand))
    return request_of(counter)["ops"][-1]["body"]


def _enrolment(url: str, code: str) -> dict[str, Any]:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    public = to_base64(key.public_key().public_bytes_raw())
    request = {
        "protocol": 1,
        "code": code,
        "alg": "ed25519",
        "public_key": public,
        "proof": to_base64(key.sign(enrolment_proof(code, "ed25519", public))),
    }
    reply = requests.post(f"{url}/v1/enrol", json=request, timeout=10)
    return {"enrol-request": request, "enrol-reply": loads(reply.content)}


def _write(file: Path, value: Any) -> None:
    if file.exists():
        print(f"kept {file.name}", file=sys.stderr)
        return
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
