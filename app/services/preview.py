"""Pages of a letter as pictures for the screen; the windows do not draw documents themselves."""

from app.documents.preview import UNREADABLE, page_images

__all__ = ["UNREADABLE", "page_images"]
