"""A screen as text: its letters, and which style each of them has."""

from __future__ import annotations

import difflib
import os
from pathlib import Path
from string import ascii_letters, digits

from rich.segment import Segment
from rich.style import Style

from samordner_tui.tui.app import SamordnerApp

KEPT = Path(__file__).parent / "pictures"
WRITES = os.environ.get("SNAPSHOTS") == "write"
SIGNS = ascii_letters + digits


def drawn(app: SamordnerApp) -> list[list[Segment]]:
    """What is on the terminal, line by line."""
    app.screen.refresh()
    return [list(strip) for strip in app.screen._compositor.render_strips()]


def letters(lines: list[list[Segment]]) -> str:
    """The letters on the screen."""
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)


def styles(lines: list[list[Segment]]) -> str:
    """A sign for the style of every cell, and what each sign stands for."""
    known: dict[str, str] = {}
    rows = []
    for line in lines:
        row = ""
        for segment in line:
            name = said(segment.style)
            sign = known.setdefault(name, SIGNS[min(len(known), len(SIGNS) - 1)])
            row += sign * segment.cell_length
        rows.append(row)
    return "\n".join((*rows, *(f"{sign} = {name}" for name, sign in known.items())))


def said(style: Style | None) -> str:
    """A style in words: its colours and how the letters stand."""
    if style is None:
        return "none"
    colours = [colour.name for colour in (style.color, style.bgcolor) if colour is not None]
    ways = [way for way in ("bold", "dim", "italic", "underline", "reverse", "strike") if getattr(style, way)]
    return " ".join((" on ".join(colours), *ways))


def hold_against(name: str, picture: str) -> None:
    """See that `picture` is as the one that is kept under `name`.

    Raises:
        AssertionError: it is not, with what differs.
    """
    kept = KEPT / f"{name}.txt"
    if WRITES:
        KEPT.mkdir(exist_ok=True)
        kept.write_text(picture, "utf-8")
        return
    before = kept.read_text("utf-8") if kept.is_file() else ""
    if before != picture:
        differs = difflib.unified_diff(before.splitlines(), picture.splitlines(), "kept", "drawn", lineterm="", n=1)
        message = f"{name} is drawn in another way:\n" + "\n".join(differs)
        raise AssertionError(message)
