"""The three looks of the program, and the only place where a colour is named.

`PAIRS` lists every text colour with every ground it may stand on; a test holds each pair to 4.5:1,
and to 7:1 in kontrast.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from textual.theme import Theme

from samordner_tui.language import said

FJORD = "fjord"
KLIT = "klit"
KONTRAST = "kontrast"

GROUNDS = ("background", "bar", "card", "field", "cursor", "cursor-quiet", "chosen")
TEXTS = ("foreground", "muted", "accent", "good", "warn")
SPECIAL_PAIRS = (("training-text", "training"), ("on-accent", "accent"), ("on-warn", "warn"))
PAIRS: tuple[tuple[str, str], ...] = (*product(TEXTS, GROUNDS), *SPECIAL_PAIRS)
"""Text and ground, by variable name."""


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one theme, named by what they are for."""

    name: str
    danish: str
    dark: bool
    background: str
    foreground: str
    muted: str
    accent: str
    on_accent: str
    good: str
    warn: str
    on_warn: str
    bar: str
    card: str
    field: str
    cursor: str
    cursor_quiet: str
    chosen: str
    rule: str
    training: str
    training_text: str

    def variables(self) -> dict[str, str]:
        """Our own variables, and Textual's where its own widgets would otherwise choose a colour."""
        own = {
            "muted": self.muted,
            "on-accent": self.on_accent,
            "good": self.good,
            "warn": self.warn,
            "on-warn": self.on_warn,
            "bar": self.bar,
            "card": self.card,
            "field": self.field,
            "cursor": self.cursor,
            "cursor-quiet": self.cursor_quiet,
            "chosen": self.chosen,
            "rule": self.rule,
            "training": self.training,
            "training-text": self.training_text,
        }
        return own | self._textual_variables()

    def _textual_variables(self) -> dict[str, str]:
        """What Textual's own widgets use."""
        plain = dict.fromkeys(
            (
                "text",
                "block-cursor-foreground",
                "block-cursor-blurred-foreground",
                "input-selection-foreground",
                "link-color",
            ),
            self.foreground,
        )
        quiet = dict.fromkeys(("text-muted", "text-disabled", "foreground-muted", "foreground-disabled"), self.muted)
        chosen = dict.fromkeys(
            ("block-cursor-background", "input-selection-background", "screen-selection-background"), self.cursor
        )
        scrollbars = dict.fromkeys(("scrollbar", "scrollbar-hover", "scrollbar-active"), self.rule)
        grounds = dict.fromkeys(
            (
                "scrollbar-background",
                "scrollbar-background-hover",
                "scrollbar-background-active",
                "scrollbar-corner-color",
            ),
            self.background,
        )
        return (
            plain
            | quiet
            | chosen
            | scrollbars
            | grounds
            | {
                "block-cursor-blurred-background": self.cursor_quiet,
                "block-hover-background": self.cursor_quiet,
                "block-cursor-text-style": "none",
                "border": self.accent,
                "border-blurred": self.rule,
                "input-cursor-background": self.accent,
                "input-cursor-foreground": self.on_accent,
                "footer-key-foreground": self.accent,
            }
        )

    def theme(self) -> Theme:
        """The look as Textual knows it."""
        return Theme(
            name=self.name,
            dark=self.dark,
            primary=self.cursor,
            secondary=self.chosen,
            accent=self.accent,
            warning=self.accent,
            error=self.warn,
            success=self.good,
            foreground=self.foreground,
            background=self.background,
            surface=self.card,
            panel=self.bar,
            boost=self.card,
            variables=self.variables(),
        )

    def colour(self, variable: str) -> str:
        """The colour that stands behind a variable of `PAIRS`."""
        return str(getattr(self, variable.replace("-", "_")))


LOOKS: tuple[Look, ...] = (
    Look(
        name=FJORD,
        danish=said("Fjord (mørk)"),
        dark=True,
        background="#14191d",
        foreground="#e7e3da",
        muted="#b0b3b0",
        accent="#e5b873",
        on_accent="#14191d",
        good="#8fbf8a",
        warn="#f3a294",
        on_warn="#14191d",
        bar="#222b31",
        card="#1a2126",
        field="#1f272d",
        cursor="#28444b",
        cursor_quiet="#243338",
        chosen="#2a4449",
        rule="#38444c",
        training="#5b4a86",
        training_text="#ffffff",
    ),
    Look(
        name=KLIT,
        danish=said("Klit (lys)"),
        dark=False,
        background="#f7f4ec",
        foreground="#23292d",
        muted="#595d5d",
        accent="#7f5413",
        on_accent="#fbf9f3",
        good="#35622f",
        warn="#a3301f",
        on_warn="#fbf9f3",
        bar="#ede8db",
        card="#fbf9f3",
        field="#fdfcf8",
        cursor="#c9dedd",
        cursor_quiet="#e0e7e2",
        chosen="#cfe3e4",
        rule="#ccc5b2",
        training="#6a4fa3",
        training_text="#ffffff",
    ),
    Look(
        name=KONTRAST,
        danish=said("Kontrast (tydelig)"),
        dark=True,
        background="#000000",
        foreground="#ffffff",
        muted="#d0d0d0",
        accent="#ffd75f",
        on_accent="#000000",
        good="#a8f0a0",
        warn="#ffc9c0",
        on_warn="#000000",
        bar="#1c1c1c",
        card="#101010",
        field="#1a1a1a",
        cursor="#0b3f63",
        cursor_quiet="#1d2f3a",
        chosen="#123a52",
        rule="#8a8a8a",
        training="#4b2d8f",
        training_text="#ffffff",
    ),
)


def look_named(name: str) -> Look:
    """The look called `name`, or fjord where there is none."""
    return next((look for look in LOOKS if look.name == name), LOOKS[0])
