"""A new passphrase, typed twice with its strength shown; and the recovery code, shown once and asked back."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from samordner_tui.archive.passphrase import Judgement, example, judge, normalised
from samordner_tui.language import _
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.screens.frame import Dialog
from samordner_tui.tui.screens.unlock import ShowSecret
from samordner_tui.tui.widgets.line import LineInput
from samordner_tui.tui.widgets.secret import SecretInput

STRONGEST = 4
GROUPS_ASKED = 2
GROUPS_IN_A_ROW = 4


class PassphraseDialog(Dialog[str]):
    """Answers with the new passphrase."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (ShowSecret, Back)
    BINDINGS = keys_of(OFFERS)
    DEFAULT_CSS = """
    PassphraseDialog {
        .words { height: auto; margin-bottom: 1; }
        #judged { height: auto; min-height: 2; margin-bottom: 1; }
        #problem { color: $accent; height: auto; margin-top: 1; }
    }
    """

    def dialog_title(self) -> str:
        """The heading."""
        return _("Vælg en adgangskode")

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("enter Videre    f4 Vis eller skjul    esc Tilbage")

    def compose_body(self) -> Iterable[Widget]:
        """The passphrase, what is thought of it, and the passphrase again."""
        words = _(
            "Mindst 12 tegn eller fire ord. Fire tilfældige ord er stærke og lette at huske, som "
            "»{example}«. De fire kan ikke bruges, for de står her: find dine egne."
        ).format(example=example())
        yield Static(Content(words), classes="words")
        yield SecretInput(id="first")
        yield Static(said(judge("")), id="judged")
        yield Static(Content(_("Den samme en gang til")))
        yield SecretInput(id="second")
        yield Static("", id="problem")

    def help_text(self) -> str:
        """What F1 says here."""
        return _("Adgangskoden krypterer arkivet. Den gemmes ikke noget sted, og ingen kan finde den frem for dig.")

    def action_show_secret(self) -> None:
        """Dots or letters, in both fields."""
        for field in self.query(SecretInput):
            field.show_or_hide()

    @on(Input.Changed, "#first")
    def _judged(self, event: Input.Changed) -> None:
        """Say what is thought of it."""
        self.query_one("#judged", Static).update(said(judge(event.value)))

    @on(Input.Submitted, "#first")
    def _to_second(self, event: Input.Submitted) -> None:
        """On to the second field when the first will do."""
        if judge(event.value).allowed:
            self.query_one("#second", SecretInput).focus()

    @on(Input.Submitted, "#second")
    def _done(self) -> None:
        """Answer when the two are the same."""
        first, second = (self.query_one(name, SecretInput).value for name in ("#first", "#second"))
        judgement = judge(first)
        if not judgement.allowed:
            self._say(judgement.sentence)
        elif normalised(first) != normalised(second):
            self._say(_("De to er ikke ens. Skriv den en gang til."))
        else:
            self.dismiss(first)

    def _say(self, sentence: str) -> None:
        self.query_one("#problem", Static).update(Content(sentence))


def said(judgement: Judgement) -> Content:
    """Strength as a bar, and in words."""
    style = "$good" if judgement.allowed else "$accent"
    bar = "▰" * judgement.strength + "▱" * (STRONGEST - judgement.strength)
    return Content.assemble((bar, style), "  ", judgement.sentence)


class RecoveryCodeDialog(Dialog[bool]):
    """Shows the recovery code, then asks for two groups of it. There is no way past it."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (Back,)
    BINDINGS = keys_of(OFFERS)
    DEFAULT_CSS = """
    RecoveryCodeDialog {
        .words { height: auto; margin-bottom: 1; }
        #code { text-align: center; text-style: bold; color: $accent; padding: 1 0; margin-bottom: 1;
            background: $background; }
        #ask { display: none; height: auto; }
        #on { width: 1; height: 1; border: none; background: $card; }
        #problem { color: $accent; height: auto; }
        .group { margin-bottom: 1; }
        &.-asking {
            #code, #shown, #on { display: none; }
            #ask { display: block; }
        }
    }
    """

    def __init__(self, code: str) -> None:
        """`code` is shown here and nowhere else."""
        super().__init__()
        self.groups = code.split("-")
        places = sorted(secrets.SystemRandom().sample(range(len(self.groups)), GROUPS_ASKED))
        self.asked_places = tuple(places)

    def dialog_title(self) -> str:
        """The heading."""
        return _("Din gendannelseskode")

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("enter Videre    esc Se koden igen")

    def compose_body(self) -> Iterable[Widget]:
        """The code, and the two fields that ask for part of it."""
        yield Static(
            Content(
                _(
                    "Glemmer du adgangskoden, er dette den eneste vej ind. Koden vises kun nu. Skriv den af på papir, "
                    "og læg papiret et sikkert sted, ikke ved computeren."
                )
            ),
            id="shown",
            classes="words",
        )
        rows = [self.groups[start : start + GROUPS_IN_A_ROW] for start in range(0, len(self.groups), GROUPS_IN_A_ROW)]
        yield Static(Content("\n\n".join("  ".join(row) for row in rows)), id="code")
        yield SecretInput(id="on")
        with Vertical(id="ask"):
            yield Static(
                Content(_("Skriv to af grupperne fra papiret, så ved vi begge, at den er skrevet af.")), classes="words"
            )
            for place in self.asked_places:
                yield Static(Content(_("{number}. gruppe").format(number=place + 1)))
                yield LineInput(id=f"group-{place}", classes="group", max_length=8)
            yield Static("", id="problem")

    def action_back(self) -> None:
        """Back to the code; never past it."""
        self.remove_class("-asking")
        self.query_one("#on").focus()

    @on(Input.Submitted, "#on")
    def _written_down(self) -> None:
        """Ask for the groups."""
        self.add_class("-asking")
        self.query_one(f"#group-{self.asked_places[0]}").focus()

    @on(Input.Submitted, ".group")
    def _group_typed(self, event: Input.Submitted) -> None:
        """On to the next group, or done."""
        fields = [self.query_one(f"#group-{place}", LineInput) for place in self.asked_places]
        if event.input is not fields[-1] and not fields[-1].value:
            fields[-1].focus()
            return
        if all(
            same_group(field.value, self.groups[place]) for field, place in zip(fields, self.asked_places, strict=True)
        ):
            self.dismiss(True)
        else:
            self.query_one("#problem", Static).update(
                Content(_("Det passer ikke med koden. Tryk esc, hvis du vil se den igen."))
            )


def same_group(typed: str, group: str) -> bool:
    """Whether a group was typed right; case, and what looks alike, do not count."""
    alike = str.maketrans({"O": "0", "I": "1", "L": "1"})
    return typed.strip().upper().translate(alike) == group.translate(alike)
