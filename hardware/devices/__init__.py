"""Drivers: each gets its transport handed in and speaks in plain values."""
