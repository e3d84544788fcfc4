"""States, moves, acts and modes that errors name, in the clerk's words."""

from PySide6.QtCore import QCoreApplication


def fact_words() -> dict[str, str]:
    """Value of a fact: its word."""
    say = QCoreApplication.translate
    return {
        "training": say("Fact", "training"),
        "live": say("Fact", "live"),
        "open": say("Fact", "open"),
        "abandoned": say("Fact", "given up"),
        "waiting": say("Fact", "waiting for checks"),
        "approved": say("Fact", "approved"),
        "voided": say("Fact", "void"),
        "change": say("Fact", "change"),
        "abandon": say("Fact", "give up"),
        "seal-and-approve": say("Fact", "seal and approve"),
        "seal-and-wait": say("Fact", "seal and wait for checks"),
        "approve": say("Fact", "approve"),
        "reissue": say("Fact", "issue anew"),
        "void": say("Fact", "void it"),
        "open-case": say("Fact", "open a case"),
        "abandon-case": say("Fact", "give up a case"),
        "reveal-number": say("Fact", "show a whole number"),
        "seal": say("Fact", "seal"),
        "print": say("Fact", "print"),
        "see-cases": say("Fact", "see cases"),
        "sync": say("Fact", "send to the platform"),
        "read-trail": say("Fact", "read the trail"),
        "change-officers": say("Fact", "change officers"),
        "change-settings": say("Fact", "change settings"),
        "enrol": say("Fact", "enrol the counter"),
    }
