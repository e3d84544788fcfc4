"""A counter whose reader is in the card service; tells each change of its lights as a JSON line.

Arguments: folder, the reader's name. Ends when standard input closes. A process of its own, because
pcsc-lite looks only once in a process for the place of its service.
"""

import json
import os
import select
import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.journeys.hall import Hall, open_hall


def shown(hall: Hall) -> list[str]:
    return [chip.accessibleName() for chip in hall.page.foot.lights.findChildren(QPushButton)]


def main(folder: Path, reader: str) -> None:
    devices = (("id-reader", reader), ("printer", str(folder / "none")))
    with open_hall(folder, devices=devices, training_devices=("seal-token",)) as hall:
        hall.sign_in()
        last: list[str] = []
        while not select.select([sys.stdin], [], [], 0)[0]:
            QTest.qWait(20)
            if (now := shown(hall)) != last:
                print(json.dumps(now), flush=True)
                last = now


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
    os._exit(0)  # what Qt takes down last is no part of this
