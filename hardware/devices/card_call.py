"""One short command to a card in the card service, with its trouble said as the reader's."""

from hardware.codecs.apdu import Command
from hardware.devices.apdu_call import call
from hardware.errors import BadAnswer
from hardware.transports.base import Answer, ApduChannel


def ask(channel: ApduChannel, command: Command) -> Answer:
    """The complete answer: 61xx is fetched and 6Cxx repeated by us, on T=0 and T=1 alike."""
    try:
        return call(channel, command, short=True)
    except BadAnswer as trouble:
        if trouble.code == "token.garbled":  # an answer without end
            raise BadAnswer("pcsc.garbled") from trouble
        raise
