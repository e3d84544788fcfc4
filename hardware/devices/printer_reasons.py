"""What a print service's keywords mean at the counter: each reason one code of problems.py.

Keywords: RFC 8011 5.4.12 and 5.3.8, PWG 5100.9, CUPS's own (cups-..., offline).
"""

from collections.abc import Iterable

SUFFIXES = ("-report", "-warning", "-error")

# The first of these that is met is what must be seen to first.
REASONS: dict[str, tuple[str, ...]] = {
    "printer.paused": ("paused", "moving-to-paused", "printer-stopped", "stopped-partly"),
    "printer.not-accepting": ("not-accepting-jobs",),
    "printer.offline": ("offline", "shutdown", "timed-out", "connecting-to-device"),
    "printer.media-jam": ("media-jam",),
    "printer.cover-open": ("cover-open", "door-open", "interlock-open"),
    "printer.media-empty": ("media-empty", "media-needed"),
    "printer.tray-missing": ("input-tray-missing", "output-tray-missing"),
    "printer.output-full": ("output-area-full",),
    "printer.toner-empty": ("toner-empty", "marker-supply-empty", "developer-empty"),
    "printer.waste-full": ("marker-waste-full",),
    "printer.service-due": (
        "fuser-over-temp",
        "fuser-under-temp",
        "opc-life-over",
        "opc-near-eol",
        "interpreter-resource-unavailable",
    ),
    "printer.no-driver": ("cups-missing-filter", "cups-insecure-filter"),
    "printer.spool-full": ("spool-area-full",),
    "printer.media-low": ("media-low",),
    "printer.toner-low": ("toner-low", "marker-supply-low", "developer-low"),
    "printer.nearly-full": ("output-area-almost-full", "marker-waste-almost-full"),
}
MINOR = ("printer.media-low", "printer.toner-low", "printer.nearly-full")  # it still prints
ENDS = {
    "held": "printer.job-held",
    "cancelled": "printer.job-cancelled",
    "failed": "printer.job-failed",
    "unknown": "printer.job-unknown",
}
# What tells how a job goes on, and nothing of a printer in trouble.
OF_A_JOB = ("job-", "processing-to-stop-point", "resources-are-not-ready", "cups-waiting-for-job")
OTHER = "printer.other"


def codes(reasons: Iterable[str]) -> tuple[str, ...]:
    """The codes of these keywords, the most urgent first; an unknown keyword is OTHER."""
    known = {word: code for code, words in REASONS.items() for word in words}
    plain = [_plain(reason) for reason in reasons if not reason.startswith(OF_A_JOB)]
    met = {known.get(word, OTHER) for word in plain if word not in ("none", "")}
    return tuple(code for code in (*REASONS, OTHER) if code in met)


def job_codes(state: str, reasons: Iterable[str]) -> tuple[str, ...]:
    """What a job ended with, or what keeps it; empty while all is well."""
    if state in ENDS:
        return (ENDS[state],)
    return () if state in ("done", "not-told") else codes(reasons)


def _plain(reason: str) -> str:
    for suffix in SUFFIXES:
        reason = reason.removesuffix(suffix)
    return reason
