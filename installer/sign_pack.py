"""Compiles and signs resources/policy, catalogue, calendars, letters and overlays.

    python installer/sign_pack.py --key FILE [--new-key]

FILE holds the owner's Ed25519 private key and lies outside the tree. `--new-key` makes one (the
file must not exist) and puts its public half into resources/policy/signing.pub.
"""

import argparse
import base64
import os
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

TREE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TREE))

from app.reference import PUBLIC_KEY, load  # noqa: E402
from app.signed_data import COMPILED, SIGNATURE, compile_folder, signed_message  # noqa: E402

FOLDERS = ("policy", "catalogue", "calendars", "letters", "overlays")


def make_key(path: Path) -> None:
    """A new key, readable by its owner only."""
    key = Ed25519PrivateKey.generate()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(base64.b64encode(key.private_bytes_raw()) + b"\n")


def sign(root: Path, key: Ed25519PrivateKey) -> None:
    """Compiles and signs every folder, then ships the public half."""
    for name in FOLDERS:
        folder = root / name
        compiled = compile_folder(folder)
        (folder / COMPILED).write_bytes(compiled)
        signature = key.sign(signed_message(compiled))
        (folder / SIGNATURE).write_bytes(base64.b64encode(signature) + b"\n")
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    (root / PUBLIC_KEY).write_bytes(base64.b64encode(public) + b"\n")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--key", type=Path, required=True)
    options.add_argument("--new-key", action="store_true")
    options.add_argument("--root", type=Path, default=TREE / "resources")
    given = options.parse_args()
    if TREE in given.key.resolve().parents:
        print("the private key must not lie in the tree", file=sys.stderr)
        return 2
    if given.new_key:
        make_key(given.key)
    sign(given.root, Ed25519PrivateKey.from_private_bytes(base64.b64decode(given.key.read_bytes())))
    load(given.root)  # what was signed must also be fit for use
    return 0


if __name__ == "__main__":
    sys.exit(main())
