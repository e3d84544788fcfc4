"""What is printed of a card that was read."""

import base64
from dataclasses import asdict
from typing import Any

from hardware.devices.id_card import IdCard

PHOTO_SIZE = 1024  # of the undecoded picture

# our field: the key in the output; the rest have the same name in both
KEYS = {"valid_from": "from", "valid_until": "until"}
ALWAYS = (
    "document",
    "name",
    "sex",
    "ethnic_group",
    "birth",
    "address",
    "new_address",
    "number",
    "issuer",
    "valid_from",
    "valid_until",
)
WHERE_FILLED = (
    "english_name",
    "nationality",
    "pass_number",
    "issue_count",
    "card_version",
    "authority_code",
    "former_number",
    "picture_trouble",
)


def as_json(card: IdCard, *, simulated: bool) -> dict[str, Any]:
    """The object of the command's output."""
    values = {KEYS.get(name, name): getattr(card, name) for name in ALWAYS}
    values |= {name: getattr(card, name) for name in WHERE_FILLED if getattr(card, name)}
    pictures = {"photo": base64_text(_whole(card.photo)), "picture": base64_text(card.picture)}
    raw = {KEYS.get(name, name): text for name, text in card.raw.items()}
    device = {"sam_id": card.sam_id, "simulated": simulated}
    own = {} if card.social_security is None else asdict(card.social_security)
    return {**values, **own, **pictures, **_fingerprints(card), "raw": raw, "device": device}


def _fingerprints(card: IdCard) -> dict[str, Any]:
    """Nothing at all unless they were asked for."""
    if card.fingerprints is None:
        return {}
    return {"fingerprints": [base64_text(template) for template in card.fingerprints]}


def _whole(photo: bytes | None) -> bytes | None:
    """None for one that no decoder could do anything with."""
    return photo if photo is not None and len(photo) == PHOTO_SIZE else None


def base64_text(data: bytes | None) -> str | None:
    return base64.b64encode(data).decode("ascii") if data else None
