"""Pieces of window used by several workspaces."""
