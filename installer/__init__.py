"""Brings a bare machine to the point where the program and its checks run."""
