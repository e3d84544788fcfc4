"""Bytes to meaning and back, without any device."""
