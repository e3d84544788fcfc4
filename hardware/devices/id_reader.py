"""What a reader of identity cards does, on a line, in the card service or behind a library."""

from typing import Protocol

from hardware.devices.id_card import IdCard


class IdReader(Protocol):
    """One reader. Every act may raise DeviceTrouble, and the next one works by itself again."""

    def read(self) -> IdCard:
        """The card on the reader; NoCard when none lies there or it was not lifted since."""

    def card_present(self) -> bool:
        """One look; ask at most every 500 ms. A card that was read counts while it lies there."""

    def wait_for_removal(self, seconds: float) -> bool:
        """After a read: True as soon as the card is gone, False when it stays all the time."""

    def sam_id(self) -> str:
        """The number of the reader's security module; empty where there is no way to ask."""

    def close(self) -> None: ...
