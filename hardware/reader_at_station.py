"""The identity-card reader of a counter: its states, and its line that comes and goes."""

from collections.abc import Callable
from dataclasses import replace
from threading import Lock
from typing import TypeVar

from hardware.device_states import DeviceState
from hardware.devices.id_card import IdCard
from hardware.devices.id_reader import IdReader
from hardware.entries import DeviceEntry
from hardware.errors import DeviceTrouble, NoCard, NoDevice
from hardware.watch import is_plugged

Result = TypeVar("Result")


class ReaderAtStation:
    """The identity-card reader of an entry: opened when needed, again after it was unplugged."""

    def __init__(self, entry: DeviceEntry, open_reader: Callable[[], IdReader]) -> None:
        self._entry = entry
        self._open_reader = open_reader
        self._reader: IdReader | None = None
        self._in_use = Lock()
        self._state, self._code = "ready", ""

    @property
    def address(self) -> str:
        return self._entry.address

    def read(self) -> IdCard:
        """The card, marked when it comes from a simulator."""
        card = self._ask(lambda reader: reader.read())
        self._state = "card"
        return replace(card, simulated=card.simulated or self._entry.is_simulated())

    def card_present(self) -> bool:
        there = self._ask(lambda reader: reader.card_present())
        self._state = "card" if there else "no-card"
        return there

    def wait_for_removal(self, seconds: float) -> bool:
        return self._ask(lambda reader: reader.wait_for_removal(seconds))

    def sam_id(self) -> str:
        return self._ask(lambda reader: reader.sam_id())

    def state(self) -> DeviceState:
        """From what was seen last; does not touch the line, so any thread may ask."""
        entry = self._entry
        state, code = self._state, self._code
        if not is_plugged(entry.address):
            state, code = "absent", "port.absent"
        name = entry.name or entry.address
        return DeviceState(entry.kind, name, entry.address, state, entry.is_simulated(), code)

    def forget(self) -> None:
        """Its line is gone: a port kept open would come back under another name. Waits for nobody.

        An act that is under way finds that out, and lets go, itself.
        """
        if self._in_use.acquire(blocking=False):
            self.close()
            self._in_use.release()

    def close(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _ask(self, act: Callable[[IdReader], Result]) -> Result:
        with self._in_use:
            try:
                if self._reader is None:
                    self._reader = self._open_reader()
                result = act(self._reader)
            except DeviceTrouble as trouble:
                self._note(trouble)
                raise
        if self._state in ("trouble", "absent"):
            self._state = "ready"
        self._code = ""
        return result

    def _note(self, trouble: DeviceTrouble) -> None:
        self._state, self._code = "trouble", trouble.code
        if isinstance(trouble, NoCard):
            self._state = "card" if trouble.code == "card.not-lifted" else "no-card"
        elif isinstance(trouble, NoDevice):
            self._state = "absent"
        if isinstance(trouble, NoDevice) or trouble.code == "id-reader.silent":
            self.close()  # opened, and its rate found, anew by the next act
