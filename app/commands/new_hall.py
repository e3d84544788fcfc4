"""`python -m app new-hall`: a training hall's own root, seal maker, signer and seal."""

import argparse
from pathlib import Path
from typing import Any

from app.clock import SystemClock
from app.commands.output import fail, say
from app.errors import NO_ROOM, Refused, Unavailable, denied
from resources.fonts import font_path

HALL = "训练区政务服务中心"
FACE = "NotoSerifSC-Bold.ttf"
DIAMETER, DIAMETERS = 42, range(35, 46)  # mm: common practice; the State Council's limit (eseal 4)


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "new-hall",
        help="make a hall to train in",
        description="Makes a training root, seal maker, signer and seal in DIR.",
        epilog="exit codes: 0 made, 2 not made",
    )
    parser.add_argument("--training", type=Path, metavar="DIR", required=True)
    parser.add_argument("--hall", default=HALL, metavar="NAME", help="the name in the seal's ring")
    parser.add_argument(
        "--diameter",
        type=int,
        choices=DIAMETERS,
        default=DIAMETER,
        metavar="MM",
        help="of the seal, 35 to 45 (a department's is at most 45)",
    )
    parser.add_argument(
        "--generation",
        type=int,
        choices=(4, 5),
        default=4,
        help="of the seal: 4 (GB/T 38540-2020) or 5 (GM/T 0031-2025)",
    )
    parser.add_argument("--font", type=Path, metavar="FILE", help="a TrueType Song face")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    try:
        made = make(
            args.training,
            args.hall,
            args.font or font_path(FACE),
            diameter_mm=args.diameter,
            version=args.generation,
        )
    except (Refused, Unavailable) as trouble:
        return fail(trouble)
    say({name: str(path) for name, path in made.items()})
    return 0


def make(
    folder: Path, hall: str, font: Path, *, diameter_mm: int = DIAMETER, version: int = 4
) -> dict[str, Path]:
    """The files by name; Unavailable where something is missing or in the way."""
    if not font.is_file():
        raise Unavailable("training.font", font=font.name)
    try:
        from app.seal.training import make_training_pki
    except ImportError as missing:
        raise Unavailable("training.not-installed") from missing
    try:
        made = make_training_pki(
            folder,
            hall=hall,
            at=SystemClock().now(),
            font=font,
            diameter_mm=diameter_mm,
            version=version,
        )
    except OSError as trouble:
        if trouble.errno in NO_ROOM:
            raise denied(trouble) from trouble
        raise Unavailable("training.folder", folder=folder.name) from trouble
    return {name: getattr(made, name) for name in made.__slots__}
