"""Lines of the sign-in page, the devices page and the status bar, each with its mark."""

from PySide6.QtCore import QCoreApplication

from app.commands.beat import Devices
from app.commands.opening import TRAINING_OFFICER, TRAINING_PASSWORD, TRAINING_PIN, TRAINING_SECOND
from app.errors import Unavailable
from app.services import basis, status
from app.services.office import Office
from app.sync.engine import RoundResult
from hardware.device_states import DeviceState
from hardware.devices import printer_reasons
from hardware.errors import DeviceTrouble
from hardware.transports.base import PrinterStatus
from ui.problems import trouble
from ui.widgets.mark import Tone

Line = tuple[Tone, str]
translate = QCoreApplication.translate
GOOD_STATES = ("ready", "no-card", "card")


def opening_word(step: str) -> str:
    """What is being done before the day can start."""
    words = {
        "rules": translate("Opening", "Reading rules and catalogue"),
        "hall": translate("Opening", "Making the training hall's keys and seal"),
        "store": translate("Opening", "Opening the encrypted store"),
        "platform": translate("Opening", "Starting the training platform"),
        "enrol": translate("Opening", "Connecting to the platform"),
        "devices": translate("Opening", "Finding devices"),
    }
    return words.get(step, step)


def ready_lines(office: Office, facts: status.Counter, *, input_method: bool) -> tuple[Line, ...]:
    """Why the day may start, or may not."""
    now = office.clock.now().strftime("%Y-%m-%d %H:%M")
    lines: list[Line] = [("ok", translate("Opening", "Time {now}").format(now=now))]
    text = translate("Opening", "Catalogue {version}, {n} matters")
    catalogue = office.reference.catalogue
    lines.append(("ok", text.format(version=catalogue.version, n=len(catalogue.matters))))
    year = office.clock.now().year
    text = translate("Opening", "Working calendar {year}").format(year=year)
    lines.append(("ok" if office.reference.calendar.known(year) else "warn", text))
    lines += basis_lines(office)
    lines += store_lines(facts)
    if facts.broken_off:
        text = translate(
            "Opening",
            "Sealing broke off at {letters}; nobody knows whether the token signed, and no letter "
            "was kept. Seal it again or give the case up.",
        )
        lines.append(("error", text.format(letters=" ".join(facts.broken_off))))
    if not facts.accounts:
        lines.append(("error", no_account()))
    if input_method:
        text = translate("Opening", "Input method: fcitx is reached through ibus")
        lines.append(("ok", text))
    if office.installation.training:
        text = translate("Opening", "Training account {officer}, password {password}, PIN {pin}")
        text = text.format(officer=TRAINING_OFFICER, password=TRAINING_PASSWORD, pin=TRAINING_PIN)
        lines.append(("warn", text))
        text = translate("Opening", "Second training officer {officer}, the same password")
        lines.append(("warn", text.format(officer=TRAINING_SECOND)))
    return tuple(lines)


def basis_lines(office: Office) -> list[Line]:
    """A live counter whose basis nobody confirmed opens no case; training is marked anyway."""
    if office.installation.training:
        return []
    refused = basis.refusal(office, office.clock.now().date())
    if refused is not None and (said := trouble(refused)) is not None:
        return [("error", said.text)]
    text = translate("Opening", "Basis {number}")
    return [("ok", text.format(number=office.reference.pack.number))]


def no_account() -> str:
    """Nobody can sign in here yet; the first account is made on the command line."""
    return translate(
        "Opening",
        "This counter has no accounts yet. Whoever sets it up closes this window and makes the "
        "first one: python -m app officer add NUMBER NAME --role administrator",
    )


def store_lines(facts: status.Counter) -> list[Line]:
    """The store, its key, and what lies in it."""
    lines: list[Line] = []
    if facts.encrypted:
        lines.append(("ok", translate("Opening", "The store is encrypted")))
    else:
        lines.append(("error", translate("Opening", "The store is NOT encrypted")))
    if facts.key_held_by == "keyring":
        text = translate("Opening", "Its key is kept by the system's keyring ({backend})")
        lines.append(("ok", text.format(backend=facts.key_backend)))
    else:
        why = ""
        if facts.key_why and (said := trouble(Unavailable(facts.key_why))) is not None:
            why = said.sentence
        text = translate("Opening", "Training: its key is kept in a file. {why}")
        lines.append(("warn", text.format(why=why).strip()))
    return lines


def counter_lines(facts: status.Counter) -> tuple[Line, ...]:
    """This counter on the devices page."""
    text = translate("Opening", "Counter {terminal} of {hall}")
    name = f"{facts.division}-{facts.terminal}"
    lines: list[Line] = [("ok", text.format(terminal=name, hall=facts.hall_name))]
    lines += store_lines(facts)
    waiting, unsure = facts.prints_waiting, facts.prints_unconfirmed  # lupdate reads plain names
    if waiting:
        text = translate("Opening", "%n copy(s) wait for a printer", "", waiting)
        lines.append(("warn", text))
    if unsure:
        text = translate(
            "Opening",
            "%n copy(s): nobody knows whether they came out; look at the printer",
            "",
            unsure,
        )
        lines.append(("warn", text))
    return tuple(lines)


def line_state(result: RoundResult | None, waiting: int) -> Line:
    """The chip of the line: word and mark."""
    if result is None:
        return "off", translate("Opening", "not tried yet")
    match result.line:
        case "clear":
            return "ok", translate("Opening", "up, nothing waits")
        case "waiting":
            return "warn", translate("Opening", "up, %n wait(s)", "", waiting)
        case "stopped":
            return "error", translate("Opening", "stopped, %n wait(s)", "", waiting)
        case _:
            return "warn", translate("Opening", "down, %n wait(s)", "", waiting)


def line_lines(result: RoundResult | None, facts: status.Counter) -> tuple[Line, ...]:
    """The line on the devices page: every operation is in exactly one place."""
    open_ones = sum(facts.outbox.get(name, 0) for name in ("outbox", "held", "deferred"))
    tone, word = line_state(result, open_ones)
    lines: list[Line] = [(tone, word)]
    if result is not None and result.problem:
        said = trouble(Unavailable(result.problem, **result.facts))
        if said is not None:
            lines.append((tone, said.text))
    text = translate("Opening", "Saved {saved}: received {applied}, waiting {waiting}")
    applied = facts.outbox.get("applied", 0)
    lines.append(("ok", text.format(saved=facts.saved, applied=applied, waiting=open_ones)))
    hurt = facts.outbox.get("conflict", 0) + facts.outbox.get("quarantine", 0)
    if hurt:
        text = translate("Opening", "%n not taken by the platform; somebody must look", "", hurt)
        lines.append(("error", text))
    unstamped = facts.unstamped
    if unstamped:
        text = translate("Opening", "%n letter(s) still without a time stamp", "", unstamped)
        said = trouble(Unavailable(facts.unstamped_why))
        lines.append(("warn", f"{text}: {said.sentence}" if said else text))
    if abs(facts.clock_offset_s) > 120:
        text = translate("Opening", "This PC's clock is off by {n} seconds")
        lines.append(("warn", text.format(n=facts.clock_offset_s)))
    return tuple(lines)


def device_word(state: DeviceState) -> Line:
    """A device's state as a word."""
    words: dict[str, Line] = {
        "ready": ("ok", translate("Opening", "ready")),
        "no-card": ("ok", translate("Opening", "ready, no card")),
        "card": ("ok", translate("Opening", "ready, card read")),
        "absent": ("error", translate("Opening", "not plugged in")),
        "locked": ("error", translate("Opening", "locked")),
    }
    return words.get(state.state, ("error", translate("Opening", "in trouble")))


def device_lines(found: Devices) -> tuple[Line, ...]:
    """Every device of the settings, then the printers as the print service tells of them."""
    kinds = {
        "id-reader": translate("Opening", "Card reader"),
        "seal-token": translate("Opening", "Seal token"),
        "camera": translate("Opening", "Document camera"),
        "pad": translate("Opening", "Signature pad"),
    }
    lines: list[Line] = []
    for state in (each for each in found.states if each.kind != "printer"):
        tone, word = device_word(state)
        simulated = translate("Opening", "simulated") if state.simulated else ""
        name = kinds.get(state.kind, state.kind)
        text = "　".join(part for part in (name, word, simulated, state.name) if part)
        if state.code and (said := trouble(DeviceTrouble(state.code, port=state.address))):
            text += f"　{said.text}"
        lines.append((tone, text))
    for printer in found.printers:
        tone, word = printer_word((printer,), None)
        default = translate("Opening", "default printer") if printer.is_default else ""
        parts = (translate("Opening", "Printer"), printer.name, word, default, *reasons(printer))
        lines.append((tone, "　".join(part for part in parts if part)))
    if not found.printers:
        lines.append(("warn", _no_printer(found.printer_trouble)))
    return tuple(lines)


def reasons(printer: PrinterStatus) -> tuple[str, ...]:
    """What keeps the printer, each as a sentence and a remedy, the most urgent first."""
    found = (trouble(DeviceTrouble(code, name=printer.name)) for code in printer_codes(printer))
    return tuple(said.text for said in found if said is not None)


def printer_codes(printer: PrinterStatus) -> tuple[str, ...]:
    """Codes of hardware/problems.py."""
    no_a4 = ("printer.no-a4",) if printer.takes_a4 is False else ()
    return (*no_a4, *printer_reasons.codes(printer.reasons))


def printer_word(printers: tuple[PrinterStatus, ...], missing: Exception | None) -> Line:
    """The chip of the printer."""
    if not printers:
        return "warn", translate("Opening", "none, letters wait")
    states = {printer.state for printer in printers}
    if states & {"idle", "printing"}:
        used = next((each for each in printers if each.is_default), printers[0])
        if set(printer_codes(used)) - set(printer_reasons.MINOR):
            return "warn", translate("Opening", "needs a hand")
        return "ok", translate("Opening", "ready")
    if "stopped" in states:
        return "warn", translate("Opening", "stopped")
    return "warn", translate("Opening", "state unknown")


def _no_printer(missing: Exception | None) -> str:
    said = trouble(missing) if missing is not None else None
    if said is not None:
        return said.text
    return translate("Opening", "Printer: none is set up; letters wait until there is one")
