"""One seal signature judged in the standard's order, whatever file carries it (eseal 1 and 8a)."""

from datetime import datetime

from app.seal.chains import Anchors
from app.seal.report import CANNOT_TELL, GOOD, SignatureReport, Step
from app.seal.steps import seal_steps, signature_steps, signer_name
from app.seal.structures import OtherGeneration, SealSignature


def judged(
    signature: SealSignature, anchors: Anchors, at: datetime | None, compared: Step
) -> SignatureReport:
    seal = signature.seal
    steps = (
        Step("structure", GOOD, "ok"),
        *seal_steps(seal, anchors, signature.signed_at),
        *signature_steps(signature, anchors, at),
        compared,
    )
    return SignatureReport(
        "SES_Signature",
        steps,
        version=seal.version,
        seal_id=seal.seal_id,
        seal_name=seal.name,
        signer=signer_name(signature),
        signed_at=signature.signed_at,
    )


def other_generation(kind: str, other: OtherGeneration, left: tuple[Step, ...]) -> SignatureReport:
    step = Step("structure", CANNOT_TELL, "structure.generation", f"version {other.version}")
    return SignatureReport(kind, (step, *left), version=other.version)


def not_supported(kind: str, left: tuple[Step, ...]) -> SignatureReport:
    step = Step("structure", CANNOT_TELL, "structure.kind-not-supported", kind)
    return SignatureReport(kind, (step, *left))
