"""Things that move bytes: ports, readers, the print spooler."""
