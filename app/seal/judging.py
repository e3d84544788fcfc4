"""One seal signature judged in its standard's order, whatever file carries it (eseal 1 and 8a)."""

from datetime import datetime

from app.seal.chains import Anchors
from app.seal.report import CANNOT_TELL, SignatureReport, Step
from app.seal.stamps import signing_time
from app.seal.steps import seal_steps, signature_steps, signer_name, structure
from app.seal.structures import FIRST, OtherGeneration, SealSignature

ORDER = (
    "structure",
    "seal-signature",
    "maker-certificate",
    "seal-dates",
    "signature",
    "signer-in-seal",
    "signer-certificate",
    "time",
    "digest",
)
FIRST_ORDER = (  # GM/T 0031-2014 looks at the signature first; the list is looked at when sealing
    "structure",
    "signature",
    "signer-certificate",
    "time",
    "digest",
    "seal-signature",
    "maker-certificate",
    "seal-dates",
    "signer-in-seal",
)


def judged(
    signature: SealSignature, anchors: Anchors, at: datetime | None, compared: Step
) -> SignatureReport:
    """`compared`: the step digest; `at`: the time of checking, None leaves the future unjudged."""
    seal, told = signature.seal, signing_time(signature, anchors, at)
    steps = (
        Step.of("structure", structure(seal, signature)),
        *seal_steps(seal, anchors, told.at),
        *signature_steps(signature, told, anchors, at),
        compared,
    )
    order = FIRST_ORDER if signature.built_as == FIRST else ORDER
    return SignatureReport(
        "SES_Signature",
        tuple(sorted(steps, key=lambda step: order.index(step.step))),
        version=seal.version,
        seal_id=seal.seal_id,
        seal_name=seal.name,
        signer=signer_name(signature),
        signed_at=told.at,
    )


def other_generation(kind: str, other: OtherGeneration, left: tuple[Step, ...]) -> SignatureReport:
    step = Step("structure", CANNOT_TELL, "structure.generation", f"version {other.version}")
    return SignatureReport(kind, (step, *left), version=other.version)
