"""The counter's own encrypted database."""
