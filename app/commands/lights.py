"""Service, device and card as three lights, then seal and printer, out of what was seen of them."""

from PySide6.QtCore import QCoreApplication

from app.commands.beat import Devices
from app.commands.words import printer_codes, printer_word
from hardware.device_states import SERVICE_KIND, DeviceState
from hardware.errors import DeviceTrouble, NoCard, NoDevice, PinLocked
from ui.desk import SealAbout
from ui.problems import trouble
from ui.widgets.light import Light

translate = QCoreApplication.translate
CARD_CODES = "card."  # what ails the card, not its reader
LOST = ("pcsc.no-service", "pcsc.forbidden")  # without the service nobody can tell


def names() -> tuple[str, ...]:
    """What each light is about, in their order."""
    return (
        translate("Lights", "Service"),
        translate("Lights", "Device"),
        translate("Lights", "Card"),
    )


def lights(states: tuple[DeviceState, ...]) -> tuple[Light, ...]:
    """One for the card service, one for the card reader, one for the card on it."""
    service = next((each for each in states if each.kind == SERVICE_KIND), None)
    reader = next((each for each in states if each.kind == "id-reader"), None)
    return _service(service), _device(reader), _card(reader)


def _service(state: DeviceState | None) -> Light:
    name = names()[0]
    if state is None:
        sentence = translate("Lights", "No device of this counter needs the smart card service.")
        return Light(name, "off", translate("Lights", "not needed"), sentence, _nothing())
    if state.code:
        word = translate("Lights", "not running")
        if state.code == "pcsc.forbidden":
            word = translate("Lights", "not allowed")
        return _in_trouble(name, word, state)
    sentence = translate("Lights", "The smart card service is running.")
    return Light(name, "ok", translate("Lights", "running"), sentence, _nothing())


def _device(state: DeviceState | None) -> Light:
    name = names()[1]
    if state is None:
        none = DeviceState("id-reader", "", "", "absent", False, "id-reader.not-set")
        return _in_trouble(name, translate("Lights", "none"), none)
    if state.code in LOST:
        return _unknown(name, translate("Lights", "Nobody can tell while the service is away."))
    if state.state == "absent":
        return _in_trouble(name, translate("Lights", "not plugged in"), state)
    if state.state == "trouble" and not state.code.startswith(CARD_CODES):
        return _in_trouble(name, translate("Lights", "in trouble"), state)
    sentence = translate("Lights", "The card reader is plugged in.")
    if state.simulated:
        sentence = translate("Lights", "The card reader is plugged in; it is a simulated one.")
    return Light(name, "ok", translate("Lights", "ready"), sentence, _nothing())


def _card(state: DeviceState | None) -> Light:
    name = names()[2]
    if state is None or state.state == "absent" or _device(state).tone == "error":
        return _unknown(name, translate("Lights", "Nobody can tell while the reader is away."))
    if state.state == "card":
        sentence = translate("Lights", "A card is on the reader.")
        return Light(name, "ok", translate("Lights", "there"), sentence, _nothing())
    if state.state == "trouble":
        return _in_trouble(name, translate("Lights", "in trouble"), state)
    sentence, remedy = _words("card.none", state)
    return Light(name, "off", translate("Lights", "none"), sentence, remedy)


def seal_light(states: tuple[DeviceState, ...], answer: SealAbout | Exception | None) -> Light:
    """Ready means plugged in, known and not locked; `answer` is what the seal last said."""
    tokens = [each for each in states if each.kind == "seal-token"]
    name = translate("Lights", "Seal token")
    if not tokens:
        sentence = translate("Lights", "No seal token is set up at this counter.")
        remedy = translate("Lights", "The administrator can set one up.")
        return Light(name, "off", translate("Lights", "none"), sentence, remedy)
    if all(each.state != "ready" for each in tokens):
        return _in_trouble(name, translate("Lights", "not plugged in"), tokens[0])
    if answer is None:
        sentence = translate("Lights", "The seal token is plugged in and has not answered yet.")
        return Light(name, "off", translate("Lights", "being asked"), sentence, _nothing())
    if isinstance(answer, Exception):
        return _seal_trouble(name, answer)
    return _seal_there(name, answer)


def _seal_trouble(name: str, error: Exception) -> Light:
    word = translate("Lights", "not ready")
    if isinstance(error, PinLocked):
        word = translate("Lights", "locked")
    elif isinstance(error, NoDevice | NoCard):
        word = translate("Lights", "not plugged in")
    said = trouble(error)
    sentence, remedy = (said.sentence, said.remedy) if said else (str(error), "")
    return Light(name, "error", word, sentence, remedy)


def _seal_there(name: str, about: SealAbout) -> Light:
    if about.choices:
        sentence = translate("Lights", "Which token seals is still to be chosen.")
        remedy = translate("Lights", "It is asked before the PIN of the next letter.")
        return Light(name, "warn", translate("Lights", "to be chosen"), sentence, remedy)
    if about.tries_left == 0:
        return _seal_trouble(name, PinLocked("token.locked"))
    sentence = translate("Lights", "The seal token is plugged in, known and not locked.")
    return Light(name, "ok", translate("Lights", "ready"), sentence, _nothing())


def printer_light(found: Devices) -> Light:
    """As the print service tells; letters wait for a printer, nothing else does."""
    name = translate("Lights", "Printer")
    tone, word = printer_word(found.printers, found.printer_trouble)
    if not found.printers:
        said = trouble(found.printer_trouble or DeviceTrouble("printer.none"))
        sentence, remedy = (said.sentence, said.remedy) if said else (word, "")
        return Light(name, tone, word, sentence, remedy)
    used = next((each for each in found.printers if each.is_default), found.printers[0])
    for code in printer_codes(used):
        said = trouble(DeviceTrouble(code, name=used.name))
        if said is not None:
            return Light(name, tone, word, said.sentence, said.remedy)
    if tone == "ok":
        sentence = translate("Lights", "A printer takes letters.")
        return Light(name, tone, word, sentence, _nothing())
    sentence = translate("Lights", "No printer prints at present; letters wait.")
    remedy = translate("Lights", "Look at the printer; paper, cover, or paused in the system.")
    return Light(name, tone, word, sentence, remedy)


def _in_trouble(name: str, word: str, state: DeviceState) -> Light:
    return Light(name, "error", word, *_words(state.code, state))


def _unknown(name: str, sentence: str) -> Light:
    remedy = translate("Lights", "See to the light before this one.")
    return Light(name, "off", translate("Lights", "not known"), sentence, remedy)


def _words(code: str, state: DeviceState) -> tuple[str, str]:
    said = trouble(DeviceTrouble(code, port=state.address))
    return (said.sentence, said.remedy) if said else (code, "")


def _nothing() -> str:
    return translate("Lights", "Nothing needs to be done.")
