"""`python -m app demo`: the main job in the real window, with no person and no display."""

import argparse
import json
import time
from contextlib import chdir
from dataclasses import replace
from pathlib import Path
from typing import Any

from app import settings as places
from app.commands.demo_hands import Hands
from app.commands.demo_story import Story
from app.commands.output import FAILED, say
from app.errors import Unavailable


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "demo",
        help="do the main job with no person and no display",
        description=__doc__,
        epilog="exit codes: 0 the platform's record agrees with the counter's, 2 it does not",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="pictures, letters")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    started = time.monotonic()
    out: Path = args.out.resolve()
    _empty(out)
    places.use_platform_plugin(f"offscreen:configfile={_screen(out / 'state')}")
    from app.commands.counter import Counter  # Qt asks for the display when it is imported

    settings = replace(places.load(out / "state"), simulators_file=out / "devices.json")
    with chdir(
        settings.state
    ):  # Qt reads the name of its file as Latin-1: only a plain one will do
        hands = Hands(Counter(settings, fresh=True), out)
    try:
        summary = Story(hands, out).play()
    finally:
        hands.close()
    (out / "summary.json").write_text(_text(summary), "utf-8")
    agrees = bool(summary["receipt"]["platform_agrees"])
    good = all(letter["verdict"] == "good" for letter in summary["letters"])
    took = f"{time.monotonic() - started:.1f} s"
    say({"case": summary["case"], "agrees": agrees, "took": took})
    return 0 if agrees and good else FAILED


def _empty(out: Path) -> None:
    """Only a folder of our own, or an empty one, is ever cleared."""
    import shutil

    if out.exists() and any(out.iterdir()) and not (out / "state").is_dir():
        raise Unavailable("demo.not-ours", folder=out.name)
    for name in ("state", "screens"):
        shutil.rmtree(out / name, ignore_errors=True)
    for made in (*out.glob("letter-*.pdf"), out / "devices.json", out / "summary.json"):
        made.unlink(missing_ok=True)
    (out / "screens").mkdir(parents=True)


def _screen(state: Path) -> str:
    """One screen of the smallest size in the halls: the applicant's page covers the clerk's."""
    state.mkdir(mode=0o700)
    screen = {"name": "counter", "x": 0, "y": 0, "width": 1366, "height": 768}
    file = state / "screens.json"
    file.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "dpr": 1}]}), "utf-8")
    return file.name


def _text(summary: dict[str, Any]) -> str:
    return json.dumps(summary, ensure_ascii=False, indent=1) + "\n"
