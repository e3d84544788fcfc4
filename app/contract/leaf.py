"""What a receipt is over: the leaf of one result, and the part of a receipt that is signed."""

from typing import Any

from app.contract.messages import OperationResult, Receipt


def leaf(terminal: str, epoch: int, digest: str, result: OperationResult) -> dict[str, Any]:
    """One result with the operation it judges; its canonical bytes go into the log."""
    return {"terminal": terminal, "epoch": epoch, "hash": digest, **result.model_dump(mode="json")}


def signed_part(receipt: Receipt) -> dict[str, Any]:
    """Everything but the signature."""
    return receipt.model_dump(mode="json", exclude={"signature"})
