"""Samordner: one familierådslagning from the assignment to the approved plan, kept in one encrypted file."""

__version__ = "0.1.0"
