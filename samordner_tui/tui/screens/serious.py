"""Something grave was told or seen: what to do now, whom to call, what to note. There is no field for the story.

Source: design 4, domain.md 5.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.archive.records.after import SeriousMatter
from samordner_tui.casework.change import add
from samordner_tui.casework.entry import Clock, Problem, parse, show
from samordner_tui.casework.fields import Value, field_of
from samordner_tui.casework.whom_to_call import ToCall, whom_to_call
from samordner_tui.language import _
from samordner_tui.refusals import Refused
from samordner_tui.tui.app_commands import SomethingSerious
from samordner_tui.tui.screens.frame import Dialog
from samordner_tui.tui.widgets.fields.control import Control
from samordner_tui.tui.widgets.fields.making import control_for

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method

FIELDS = ("kind", "learned_at", "municipality_told", "municipality_told_at", "child_told_what")
LEARNED_AT = "learned_at"


def advice() -> tuple[str, ...]:
    """What to do now, in the order to do it."""
    return (
        _("Bliv hos barnet, og lyt. Spørg kun om det, du må vide for at handle. Lov ikke at holde på det."),
        _("Er nogen i fare nu, så ring 112."),
        _("Ring til kommunen i dag. Er den lukket, stiller politiet på 114 dig om til den sociale døgnvagt."),
        _("Pligten til at underrette er din egen. Den kan ikke gives videre."),
        _("Sig til barnet, hvad der sker nu, og hvem du taler med."),
        _("Skriv ikke historien ned her. Den giver du til kommunen."),
    )


class SeriousDialog(Dialog[None]):
    """The box behind f9. What is noted is kept when the box is closed."""

    SHOWN_BY = SomethingSerious.id
    AUTO_FOCUS = ""
    WIDTH = 78
    DEFAULT_CSS = """
    SeriousDialog {
        .advice { padding-left: 2; }
        .part { margin-top: 1; color: $accent; text-style: bold; }
        .label { margin-top: 1; }
        .problem { color: $accent; display: none; }
        .problem.-there { display: block; }
    }
    """

    def __init__(self, case_id: str | None) -> None:
        """For the open case, or for none."""
        super().__init__()
        self.matter_of = case_id
        self._warned = False
        self._done = False

    def dialog_title(self) -> str:
        """The heading."""
        return _("Noget alvorligt")

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("tab Næste felt    esc Gem og luk") if self.matter_of else _("↑ ↓ Rul    esc Tilbage")

    def body_takes_focus(self) -> bool:
        """Without a case there is nothing to fill in."""
        return self.matter_of is None

    def compose_body(self) -> Iterable[Widget]:
        """What to do, whom to call, what to note."""
        for place, sentence in enumerate(advice(), 1):
            yield Static(Content.assemble((f"{place} ", "bold $accent"), sentence), classes="advice")
        yield Static(Content(_("Ring til")), classes="part")
        yield Static(Content(_("112 · ved fare nu")), id="numbers", classes="advice")
        yield Static(Content(_("Notér, hvem der fik besked hvornår")), classes="part")
        if self.matter_of is None:
            yield Static(Content(_("Åbn sagen, og tryk f9 igen, så er der plads til at notere det.")), classes="advice")
            return
        for name in FIELDS:
            yield from self._field(name)

    def _field(self, name: str) -> Iterable[Widget]:
        """Label, field, and room for what is wrong."""
        spec = field_of(SeriousMatter, name)
        text = show(spec, self.program.now(), self._clock()) if name == LEARNED_AT else ""
        yield Static(Content(_(spec.label)), classes="label")
        control = control_for(spec, text, (), self.program.method)
        if not isinstance(control, Widget):
            raise TypeError(spec)
        control.id = name
        yield control
        yield Static("", id=f"problem-{name}", classes="problem")

    async def on_mount(self) -> None:
        """Show the numbers of the case; what to do stays in sight until a field is entered."""
        case_id = self.matter_of
        if case_id is not None:
            people = await self.program.read(lambda session: whom_to_call(session, case_id))
            self.query_one("#numbers", Static).update(numbers(people, self.program.method))
            self.query_one(f"#{FIELDS[0]}").focus(scroll_visible=False)

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Her noterer du kun, hvad slags sag det er, hvornår du fik det at vide, hvem der fik besked hvornår, og "
            "hvad du har sagt til barnet. Noten står ikke på noget papir."
        )

    def action_back(self) -> None:
        """Keep what is noted and close."""
        self.run_worker(self._close(), exclusive=True)

    async def _close(self) -> None:
        """What cannot be kept is named once; the next time the box closes."""
        if await self._kept() or self._warned:
            self.dismiss(None)
        self._warned = True

    async def leave(self) -> None:
        """Keep what is noted, where it can be kept."""
        await self._kept()

    async def _kept(self) -> bool:
        """Note the matter. True when there was nothing to note or it is kept."""
        if self.matter_of is None or self._done or not self._is_begun():
            return True
        values = self._values()
        if values is None:
            return False
        today, case_id = self.program.today(), self.matter_of
        try:
            await self.program.write(
                _("Noget alvorligt er noteret"),
                lambda session: add(session, SeriousMatter, case_id, today, **values),
                case_id,
            )
        except Refused as refusal:
            self._say(FIELDS[0], str(refusal))
            return False
        self._done = True
        self.program.say(_("Det er noteret. Historien står ikke i programmet."))
        return True

    def _is_begun(self) -> bool:
        """Whether anything was filled in but the time that stood there."""
        return any(self._control(name).text.strip() for name in FIELDS if name != LEARNED_AT)

    def _values(self) -> dict[str, Value] | None:
        """What was filled in; None, with a sentence at the field, when something is not as it must be."""
        values: dict[str, Value] = {}
        whole = True
        for name in FIELDS:
            read = parse(field_of(SeriousMatter, name), self._control(name).text, self._clock())
            wrong = isinstance(read, Problem)
            self._say(name, read.sentence if isinstance(read, Problem) else "")
            whole = whole and not wrong
            if not isinstance(read, Problem):
                values[name] = read.value
        return values if whole else None

    def _control(self, name: str) -> Control:
        """The field called `name`."""
        control = self.query_one(f"#{name}")
        if not isinstance(control, Control):
            raise TypeError(name)
        return control

    def _say(self, name: str, sentence: str) -> None:
        """Show what is wrong below a field."""
        line = self.query_one(f"#problem-{name}", Static)
        line.update(Content(sentence))
        line.set_class(bool(sentence), "-there")

    def _clock(self) -> Clock:
        """What dates are read against."""
        return Clock(self.program.today(), self.program.zone)


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
