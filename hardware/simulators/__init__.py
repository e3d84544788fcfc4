"""Devices without devices: they answer bytes at the lowest seam, for training and for tests."""
