"""Deciding who is invited, one key a person: first who has decided it, then a yes or a no for each.

Answers with those about whom something else is decided than before. Source: R155, design 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.language import _
from samordner_tui.method.terms import DecidedBy, InvitationChoice
from samordner_tui.tui.dialogs.fields import Done
from samordner_tui.tui.dialogs.lines import LinesDialog
from samordner_tui.tui.widgets.deciders import DECIDERS, Deciders
from samordner_tui.tui.widgets.decision_lines import Deciding, DecisionLines
from samordner_tui.tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method
    from samordner_tui.method.facts import Person


class DecidingDialog(LinesDialog[tuple[Deciding, ...]]):
    """A box with people, walked through from the first to the last."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,y", "invite", show=False),
        Binding("n", "not_invite", show=False),
        Binding("space", "wait", show=False),
        Binding("ctrl+a", "the_rest", show=False),
        *(Binding(str(number), f"by({number})", show=False) for number, _by in enumerate(DECIDERS, start=1)),
    ]
    DEFAULT_CSS = """
    DecidingDialog {
        #asked { color: $muted; height: auto; }
        #deciders { height: auto; margin-bottom: 1; }
        #lacks { color: $warn; height: auto; margin-top: 1; display: none; }
    }
    """

    def __init__(self, people: Sequence[Person], here: str, method: Method) -> None:
        """Decide about `people`, from the one with the id `here` on."""
        super().__init__()
        self.method = method
        self.by: DecidedBy | None = None
        self.list = DecisionLines(people, here, method)
        self._deciders = Deciders(method)
        self._lacks = Static("", id="lacks")
        self._done = Done()
        # For the mouse alone: with the cursor in it the space bar would answer the box.
        self._done.can_focus = False

    def the_list(self) -> LineList:
        """The people."""
        return self.list

    def lines_around(self) -> int:
        """The edges, those who can decide, and what is said where nobody has."""
        return super().lines_around() + 8

    def dialog_title(self) -> str:
        """The heading."""
        return _("Hvem skal inviteres?")

    def compose_body(self) -> Iterable[Widget]:
        """Who decides, and the people."""
        yield Static(Content(_("Hvem har besluttet det? Det er aldrig dig.")), id="asked")
        yield self._deciders
        yield self.list
        yield self._lacks
        yield self._done

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("j Ja    n Nej    mellemrum Vent    ^a Ja til resten\nenter Færdig    esc Fortryd")

    def help_text(self) -> str:
        """What F1 says about this box."""
        return _(
            "Tryk først tallet for den, der har besluttet det. Det gælder, til du trykker et andet tal. Så j eller n "
            "for hver person. En beslutning kan altid ændres: vælg personen, og beslut igen. Den forrige står i "
            "historikken."
        )

    def on_mount(self) -> None:
        """Nobody has decided yet."""
        self._deciders.show(self.by)

    def action_by(self, number: int) -> None:
        """From here on this one has decided."""
        self.by = DECIDERS[number - 1]
        self._lacks.display = False
        self._deciders.show(self.by)

    def action_invite(self) -> None:
        """Yes."""
        self._decide(InvitationChoice.INVITE)

    def action_not_invite(self) -> None:
        """No."""
        self._decide(InvitationChoice.NOT_INVITED)

    def _decide(self, invited: InvitationChoice) -> None:
        if self.by is None:
            self._lacks.update(Content(_("Tryk først 1 til 4: hvem har besluttet det?")))
            self._lacks.display = True
            return
        self._go_on(invited, self.by)

    def action_wait(self) -> None:
        """It is decided another day."""
        self._go_on(InvitationChoice.UNDECIDED, None)

    def _go_on(self, invited: InvitationChoice, by: DecidedBy | None) -> None:
        """Where there is only one, the box is answered."""
        self.list.decide(invited, by)
        if len(self.list.now) == 1:
            self.action_accept()

    def action_the_rest(self) -> None:
        """Yes to everybody from here on who still waits."""
        if self.by is not None:
            self.list.invite_the_rest(self.by)

    @on(Deciders.Pointed)
    def _pointed(self, event: Deciders.Pointed) -> None:
        event.stop()
        self.action_by(event.number)

    @on(LineList.Chosen)
    def _clicked(self, event: LineList.Chosen) -> None:
        """A click is a yes; where there is a yes, it is a no."""
        event.stop()
        is_invited = self.list.now[event.item].invited is InvitationChoice.INVITE
        self._decide(InvitationChoice.NOT_INVITED if is_invited else InvitationChoice.INVITE)

    def action_accept(self) -> None:
        """Answer with what is decided anew."""
        self.dismiss(self.list.changed)
