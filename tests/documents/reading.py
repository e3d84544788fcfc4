"""The text layer of a PDF, by pdfium and by poppler, and the squeezing of line ends."""

import subprocess

import pypdfium2


def squeezed(text: str) -> str:
    return "".join(text.split())


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [squeezed(page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()


def poppler(data: bytes) -> str:
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], input=data, capture_output=True, check=True
    )
    return squeezed(done.stdout.decode("utf-8"))
