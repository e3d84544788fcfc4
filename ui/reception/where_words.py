"""Where a case and its copies are: each line true at this moment, none claimed before it is."""

from PySide6.QtCore import QCoreApplication

from app.services.paper_trail import AWAY, Count, Followed
from hardware.devices.printer_reasons import job_codes
from hardware.errors import DeviceTrouble
from ui.problems import trouble
from ui.widgets.mark import Tone

Line = tuple[Tone, str]


def where_lines(where: str, prints: tuple[Count, ...]) -> tuple[Line, ...]:
    """Here, printed, sent, received."""
    translate = QCoreApplication.translate
    lines: list[Line] = [("ok", translate("Reception", "Kept at this counter"))]
    lines += [_sent_line(where), _receipt_line(where)]
    return (*lines, *map(_print_line, prints))


def followed_lines(followed: tuple[Followed, ...]) -> tuple[Line, ...]:
    """What the print service says of copies it has, and what keeps them."""
    return tuple(line for each in followed if not each.ended for line in _followed(each))


def _followed(job: Followed) -> tuple[Line, ...]:
    translate = QCoreApplication.translate
    if job.state == AWAY:
        text = translate("Reception", "The print service does not answer; it is asked again.")
        return (("warn", text),)
    codes = job_codes(job.state, job.reasons)
    found = [said for code in codes if (said := trouble(DeviceTrouble(code, name=job.printer)))]
    if found:
        return tuple(("warn", said.text) for said in found)
    pages = job.pages or 0  # lupdate reads plain names
    if pages:
        return (("off", translate("Reception", "%n page(s) have come out so far", "", pages)),)
    return (("off", translate("Reception", "The printer is at it")),)


def _sent_line(where: str) -> Line:
    translate = QCoreApplication.translate
    if where in ("sent", "received"):
        return "ok", translate("Reception", "Sent to the platform")
    if where == "trouble":
        text = translate("Reception", "The platform did not take it; see devices and line")
        return "error", text
    return "off", translate("Reception", "Not sent yet; it goes by itself when the line is up")


def _receipt_line(where: str) -> Line:
    translate = QCoreApplication.translate
    if where == "received":
        return "ok", translate("Reception", "Received by the platform, receipt kept")
    return "off", translate("Reception", "No receipt of the platform yet")


def _print_line(found: Count) -> Line:
    translate = QCoreApplication.translate
    n = found.copies  # lupdate reads plain names
    words: dict[str, Line] = {
        "waiting": ("warn", translate("Reception", "%n copy(s) wait for a printer", "", n)),
        "handing-over": (
            "warn",
            translate("Reception", "%n copy(s): look at the printer whether they are out", "", n),
        ),
        "printing": ("off", translate("Reception", "%n copy(s) handed to the printer", "", n)),
        "handed-over": (
            "ok",
            translate(
                "Reception",
                "%n copy(s) handed to the system, which does not tell when they are out",
                "",
                n,
            ),
        ),
        "done": _done(found),
        "cancelled": (
            "error",
            translate("Reception", "%n copy(s) were cancelled in the print queue", "", n),
        ),
        "failed": ("error", translate("Reception", "%n copy(s): the printer gave up", "", n)),
        "unknown": (
            "warn",
            translate(
                "Reception",
                "%n copy(s): the print service does not know them any more; look at the printer",
                "",
                n,
            ),
        ),
        "given-up": ("off", translate("Reception", "%n copy(s) did not come out", "", n)),
    }
    return words.get(found.state, ("warn", f"{found.state} {n}"))


def _done(found: Count) -> Line:
    """The pages too, where they were counted; fewer than were handed over is not all right."""
    translate = QCoreApplication.translate
    n, out = found.copies, found.pages_out
    text = translate("Reception", "%n copy(s) printed", "", n)
    if out is None:
        return "ok", text
    counted = translate("Reception", "{out} of {pages} pages")
    text += "　" + counted.format(out=out, pages=found.pages)
    return ("ok" if out >= found.pages else "warn"), text
