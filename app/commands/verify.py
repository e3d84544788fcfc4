"""`python -m app verify`: is this seal good? For PDF, OFD, .esl, SES_Signature files."""

import argparse
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from app import settings
from app.clock import CHINA, SystemClock
from app.commands.output import filled, note, say, say_words
from app.errors import Unavailable
from app.problems import explain
from app.seal.chains import Anchors, read_anchors
from app.seal.checking import check_file
from app.seal.report import BAD, CANNOT_TELL, GOOD, UNREADABLE, FileReport, Step, in_china

EXIT_CODES = {BAD: 1, CANNOT_TELL: 3, UNREADABLE: 2, GOOD: 0}  # in the order that outranks


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "verify",
        help="is this seal good?",
        description="Judges the seals of PDF, OFD, .esl and SES_Signature files, step by step.",
        epilog="exit codes: 0 all good, 1 one bad, 3 cannot tell, 2 unreadable",
    )
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    parser.add_argument("--at", type=moment, metavar="TIME", help="time of checking, ISO 8601")
    parser.add_argument("--trust", type=Path, metavar="DIR", help="folder of trusted certificates")
    parser.add_argument("--json", action="store_true", help="one JSON object a file")
    parser.add_argument(
        "--state", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="state folder"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    anchors = _anchors(args.trust or _trust_of(getattr(args, "state", None)))
    at = args.at or SystemClock().now()
    verdicts = set()
    for file in args.files:
        report = check_file(file, anchors=anchors, at=at)
        verdicts.add(report.verdict)
        if args.json:
            say(report.as_json())
        else:
            say_words("\n".join(table(report)))
    return next((code for verdict, code in EXIT_CODES.items() if verdict in verdicts), 0)


def moment(text: str) -> datetime:
    """ISO 8601; without an offset it is China's time."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError as trouble:
        raise argparse.ArgumentTypeError(f"not a time: {text}") from trouble
    return at if at.tzinfo else at.replace(tzinfo=CHINA)


def table(report: FileReport) -> Iterable[str]:
    """The report in words."""
    yield f"{report.file}: {report.verdict.upper()}"
    if not report.signatures:
        yield from _explained(report.code, report.detail)
    for signature in report.signatures:
        yield f"  {signature.kind} v{signature.version or '?'}: {signature.seal_name or '-'}"
        yield f"    seal {signature.seal_id or '-'}, signer {signature.signer or '-'}"
        if signature.signed_at:
            yield f"    signed at {in_china(signature.signed_at)}"
        for step in signature.steps:
            yield from _row(step)


def _row(step: Step) -> Iterable[str]:
    yield f"    {step.step:<18} {step.result:<12} {step.code} {step.detail}".rstrip()
    if step.code != "ok":
        yield from _explained(step.code, "")


def _explained(code: str, detail: str) -> Iterable[str]:
    sentence, remedy = (filled(part, {"code": code}) for part in explain(code))
    yield f"      {sentence} {remedy}" + (f" ({detail})" if detail else "")


def _trust_of(state: Path | None) -> Path:
    try:
        return settings.load(state).trust
    except (Unavailable, OSError):  # judging a file needs no settings
        return (state or settings.default_state()) / "trust"


def _anchors(folder: Path) -> Anchors:
    anchors = read_anchors(folder)
    if not anchors.certificates:
        note(f"No trusted certificates in {folder}: no seal can be called good.")
    for name in anchors.unreadable:
        note(f"{name}: neither a certificate nor a revocation list that can be read; left out.")
    return anchors
