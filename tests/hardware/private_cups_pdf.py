"""Debian's cups-pdf as a queue of the private CUPS: what would lie on the paper, as a file."""

import os
from contextlib import contextmanager
from pathlib import Path

BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
CONFIG = Path("/etc/cups/cups-pdf.conf")
PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
FILTER = Path("/usr/lib/cups/filter/pdftopdf")

# The backend reads its settings from /etc/cups only, and runs as nobody but root.
MISSING = (
    "printer-driver-cups-pdf or cups-filters is not installed"
    if not (BACKEND.exists() and PPD.exists() and FILTER.exists())
    else "cups-pdf's backend runs as root only"
    if os.geteuid()
    else ""
)


@contextmanager
def settings(name, folder):
    """Settings of its own for `cups-pdf:/NAME`, gone afterwards; pages go to FOLDER/paper."""
    own = CONFIG.with_name(f"cups-pdf-{name}.conf")
    paper = folder / "paper"
    paper.mkdir()
    places = f"Out {paper}\nSpool {folder / 'pdf-spool'}\nLog {folder}\nLabel 1\n"
    own.write_text(f"{CONFIG.read_text()}\n{places}")
    try:
        yield paper
    finally:
        own.unlink()


def without_a4(folder):
    """The PPD of the same printer, which has every paper but A4."""
    lines = PPD.read_text().splitlines(keepends=True)
    kept = "".join(line for line in lines if " A4/" not in line and " A4:" not in line)
    for choice in ("PageSize", "PageRegion", "ImageableArea", "PaperDimension"):
        kept = kept.replace(f"Default{choice}: A4", f"Default{choice}: Letter")
    ppd = folder / "no-a4.ppd"
    ppd.write_text(kept)
    return ppd
