"""What the program cannot do, said in a sentence to the person at the keyboard."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - it is a refusal with a sentence, not an error in the program
    """Something that cannot be carried out. `str()` is the sentence to show; it holds nothing from a case."""
