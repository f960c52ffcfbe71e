"""Tests that press the keys a person presses."""
