"""Devices and the line to the platform: state, cause, remedy."""
