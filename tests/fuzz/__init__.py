"""Bytes nobody would send, in great numbers: drivers, codecs, and a demo that is unplugged."""
