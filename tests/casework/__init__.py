"""Casework: what a samordner does, without a screen."""
