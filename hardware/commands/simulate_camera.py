"""`hardware simulate camera`: a document camera's program, which drops pictures into a folder."""

import argparse
import select
from functools import partial
from pathlib import Path
from typing import Any

from hardware.commands.simulate import by_words, end_on_signal, serve
from hardware.errors import NoDevice
from hardware.simulators.document_camera import FAULTS, SimulatedDocumentCamera

WORDS = "put [FILE] (none: a sample page), take, fault [FAULT] (none: as it should be), quit"


def add(devices: Any) -> None:
    parser: argparse.ArgumentParser = devices.add_parser(
        "camera", help="a document camera",
        description=f"takes on standard input: {WORDS}", epilog=f"faults: {', '.join(FAULTS)}",
    )  # fmt: skip
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="the one the counter's settings name"
    )
    parser.add_argument("--fault", metavar="F", default="")
    parser.add_argument("--stay", action="store_true", help="go on when standard input closes")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    if not args.folder.is_dir():
        raise NoDevice("camera.no-folder")
    camera = SimulatedDocumentCamera(args.folder)
    camera.be(args.fault)
    end_on_signal()
    print(args.folder, flush=True)
    serve(_NoLine(), partial(by_words, _Hand(camera)), stay=args.stay)
    return 0


class _NoLine:
    """A camera has a folder and no line: only words come."""

    def step(self, longest: float, also: int | None = None) -> bool:
        return bool(select.select([] if also is None else [also], [], [], longest)[0])


class _Hand:
    """The hand that lays papers under the camera."""

    def __init__(self, camera: SimulatedDocumentCamera) -> None:
        self._camera = camera

    def put(self, what: str) -> None:
        self._camera.shoot(Path(what) if what else None)

    def take(self) -> None:
        self._camera.take_back()

    def be_wrong(self, fault: str) -> None:
        self._camera.be(fault)
