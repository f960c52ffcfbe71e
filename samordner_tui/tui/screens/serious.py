"""Something grave was told or seen: what to do now, whom to call, what to note. There is no field for the story.

Source: design 4, domain.md 5.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.casework.serious import KIND, SeriousView, read_serious
from samordner_tui.casework.whom_to_call import ToCall
from samordner_tui.language import _
from samordner_tui.tui.app_commands import SomethingSerious
from samordner_tui.tui.saving import Keeper
from samordner_tui.tui.screens.frame import Dialog
from samordner_tui.tui.widgets.line_list import LineList
from samordner_tui.tui.widgets.serious_before import NotesBefore
from samordner_tui.tui.widgets.serious_note import NoteFields

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method


def advice() -> tuple[str, ...]:
    """What to do now, in the order to do it. Source: domain.md 5.5, duty to notify."""
    return (
        _("Bliv hos barnet, og lyt. Spørg kun om det, du må vide for at handle. Lov ikke at holde på det."),
        _("Er nogen i fare nu, så ring 112."),
        _("Ring til kommunen i dag. Er sagen åben, står numrene herunder."),
        _("Alle har pligt til at underrette, når det er alvorligt. Spørg kommunen, hvad der gælder for dig."),
        _("Sig til barnet, hvad der sker nu, og hvem du taler med."),
        _("Skriv ikke historien ned her. Den giver du til kommunen."),
    )


class SeriousDialog(Dialog[None]):
    """The box behind f9. Every field is kept as it is left."""

    SHOWN_BY = SomethingSerious.id
    AUTO_FOCUS = "#dialog-body"
    WIDTH = 78
    DEFAULT_CSS = """
    SeriousDialog {
        .advice { padding-left: 2; height: auto; }
        .advice .place { width: 2; color: $accent; text-style: bold; }
        .advice .words { width: 1fr; height: auto; }
        .part { margin-top: 1; color: $accent; text-style: bold; }
        #note, #before { height: auto; }
        #note { padding-left: 2; }
    }
    """

    class Changed(Message):
        """A value was kept: the case may stand otherwise now."""

    def __init__(self, case_id: str | None) -> None:
        """For the open case, or for none."""
        super().__init__()
        self.matter_of = case_id
        self.fields: NoteFields | None = None
        self._named: str | None = None

    @cached_property
    def keeper(self) -> Keeper:
        """Keeps what is typed, also while the archive is being locked."""
        return Keeper(
            self.program.open_archive,
            self.matter_of,
            self.program.today,
            lambda: self.post_message(self.Changed()),
            self.program.say_not_kept,
        )

    def dialog_title(self) -> str:
        """The heading."""
        return _("Noget alvorligt")

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("↑ ↓ Rul    tab Næste felt    esc Tilbage") if self.matter_of else _("↑ ↓ Rul    esc Tilbage")

    def body_takes_focus(self) -> bool:
        """What to do is read first: no field stands ready to be changed by a key."""
        return True

    def compose_body(self) -> Iterable[Widget]:
        """What to do, whom to call, what to note."""
        for place, sentence in enumerate(advice(), 1):
            with Horizontal(classes="advice"):
                yield Static(Content(str(place)), classes="place")
                yield Static(Content(sentence), classes="words")
        yield Static(Content(_("Ring til")), classes="part")
        yield Static(Content(_("112 · ved fare nu")), id="numbers", classes="advice")
        yield Static(Content(_("Notér, hvem der fik besked hvornår")), classes="part")
        if self.matter_of is None:
            yield Static(Content(_("Åbn sagen, og tryk f9 igen, så er der plads til at notere det.")), classes="advice")
            return
        yield Vertical(id="note")
        yield Vertical(id="before")

    async def on_mount(self) -> None:
        """Show the numbers of the case, and its notes."""
        if self.matter_of is not None:
            await self._open(None)

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Her noterer du kun, hvad slags sag det er, hvornår du fik det at vide, hvem der fik besked hvornår, og "
            "hvad du har sagt til barnet. Det gemmes felt for felt og står ikke på noget papir. En note fra før åbner "
            "du med enter på listen nederst."
        )

    async def _open(self, note_id: str | None) -> None:
        """Show a note from before, or the one that is begun."""
        view = await self._read()
        if view is None:
            return
        self.keeper.cleared |= view.cleared
        note = view.note(note_id) if note_id is not None else None
        moment = self.program.now().replace(second=0, microsecond=0)
        self.fields = NoteFields(
            note or view.begun, self.keeper, self.program.method, moment, alone=view.family_is_alone
        )
        place = self.query_one("#note", Vertical)
        await place.remove_children()
        await place.mount(self.fields)
        await self._show_around(view, self.fields.note.id)

    async def _read(self) -> SeriousView | None:
        case_id = self.matter_of
        if case_id is None or self.program.archive is None:
            return None
        return await self.program.read(lambda session: read_serious(session, case_id))

    async def _show_around(self, view: SeriousView, open_id: str) -> None:
        """The numbers to call, and the notes from before, where there are any but the one that is open."""
        if not self.is_attached:  # closed while it was read
            return
        method = self.program.method
        self.query_one("#numbers", Static).update(numbers(view.people, method))
        others = [note for note in view.notes if note.id != open_id]
        before = self.query_one("#before", Vertical)
        before.display = bool(others)
        await before.remove_children()
        if others:
            heading = Static(Content(_("Noteret før")), classes="part")
            await before.mount(heading, NotesBefore(others, method, self.keeper.clock))

    @on(LineList.Chosen)
    async def _chosen(self, event: LineList.Chosen) -> None:
        """Open a note from before; what is typed in this one is kept."""
        event.stop()
        if isinstance(event.list, NotesBefore):
            await self.leave()
            await self._open(event.list.fitting[event.item].value)
            if self.fields is not None:
                self.fields.rows[KIND].widget.focus()

    def refresh_case(self) -> None:
        """Show the note as it stands now."""
        self._refresh()

    @work(exclusive=True, group="serious-read")
    async def _refresh(self) -> None:
        begun, view, fields = monotonic(), await self._read(), self.fields
        if view is None or fields is None:
            return
        note = view.note(fields.note.id)
        if note is not None:
            fields.show(note, begun)
        await self._show_around(view, fields.note.id)

    @on(Changed)
    def _changed(self) -> None:
        if self.program.archive is not None:
            self.program.refresh_case()

    def action_back(self) -> None:
        """Keep what is noted and close."""
        self.run_worker(self._close(), group="close", exclusive=True)

    async def _close(self) -> None:
        """What is not kept is named once; the next time the box closes, and it is a draft."""
        await self.leave()
        lacking = self.fields.lacking() if self.fields is not None else None
        if self.fields is not None and lacking is not None and lacking != self._named:
            self._named = lacking
            row = self.fields.rows[lacking]
            if lacking == KIND:
                row.problem = _("Vælg, hvad det er, så bliver resten gemt.")
            row.widget.focus()
            return
        if self.fields is not None and self.fields.keeping.has_kept:
            self.program.say(_("Det er noteret. Historien står ikke i programmet."))
        elif lacking is not None and self.fields is not None and not self.fields.alone:
            self.program.say(_("Det, du skrev, står her igen, når du trykker f9."))
        self.dismiss(None)

    async def leave(self) -> None:
        """Keep everything that is typed, and wait until it is kept."""
        if self.fields is not None:
            self.fields.leave()
            await self.keeper.settled()


def numbers(people: tuple[ToCall, ...], method: Method) -> Content:
    """Who is called, with the number first."""
    lines = [Content.assemble(("112", "bold"), " · ", _("ved fare nu"))]
    lines.extend(
        Content.assemble((person.phone, "bold"), " · ", person.name, (f" · {method.label(person.kind)}", "$muted"))
        for person in people
    )
    if not people:
        lines.append(
            Content.styled(_("Sagen har ingen numre endnu. De skrives i Opgaven under »Hvem i kommunen«."), "$muted")
        )
    return Content("\n").join(lines)
