"""Results across cases: calm sections of figures; what is held back is said in words. Source: R39, R102."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from textual import work
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.casework.results import Period, Results, read_results
from samordner_tui.casework.results.told import empty, notes, period_words
from samordner_tui.language import _
from samordner_tui.refusals import Refused
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.dialogs.pick import PickDialog
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.screens.results_commands import ChooseMunicipality, ChoosePeriod, ShowFidelity
from samordner_tui.tui.screens.results_period import BETWEEN, asked_period, period_of, period_options
from samordner_tui.tui.widgets.fidelity_section import FidelitySection
from samordner_tui.tui.widgets.option_lines import Option
from samordner_tui.tui.widgets.result_section import ResultSection

LEFT: Final = (("cases",), ("conferences",), ("participants",), ("lead_time",), ("lead_weeks",), ("approved",))
RIGHT: Final = (
    ("hours", "agreed_hours"),
    ("conferences_by_agreement", "agreed_conferences"),
    ("items_by_owner",),
    ("items_by_progress",),
    ("answers",),
    ("felt_involved",),
    ("measures_agreed",),
    ("effect_on_child",),
)
ALL: Final = ""


class ResultsScreen(FrameScreen[None]):
    """The figures side by side in a wide window, below each other in a narrow one."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (ChoosePeriod, ChooseMunicipality, ShowFidelity, Back)
    BINDINGS = keys_of(OFFERS)
    AUTO_FOCUS = "#results"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - as in Textual
    DEFAULT_CSS = """
    ResultsScreen {
        #results { padding: 1 2 0 2; height: 1fr; scrollbar-size-vertical: 1; }
        #whose { height: auto; margin-bottom: 1; color: $accent; }
        #sides { height: auto; padding-right: 1; }
        .side { width: 1fr; height: auto; max-width: 76; }
        #right { margin-left: 4; }
        #told { height: auto; max-width: 76; color: $muted; margin-bottom: 1; }
        &.-narrow #sides { layout: vertical; }
        &.-narrow #right { margin-left: 0; }
    }
    """

    def __init__(self) -> None:
        """Of all time and all municipalities, until something else is chosen."""
        super().__init__()
        self.results: Results | None = None
        self._period = Period()
        self._municipality = ALL
        self._has_fidelity = False

    def compose_body(self) -> Iterable[Widget]:
        """What is looked at, what a reader must know, and the sections."""
        with VerticalScroll(id="results"):
            yield Static("", id="whose")
            yield Static("", id="told")
            with Horizontal(id="sides"):
                for name, sections in (("left", LEFT), ("right", RIGHT)):
                    with Vertical(id=name, classes="side"):
                        for table_ids in sections:
                            section = ResultSection(table_ids, lambda: self.program.method)
                            section.display = False
                            yield section
            measures = FidelitySection(lambda: self.program.method)
            measures.display = False
            yield measures

    def crumbs(self) -> tuple[str, ...]:
        """We are beside the cases."""
        return (_("Sager"), _("Resultater"))

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Her står, hvad familierådslagningerne fører til, på tværs af dine sager. En sag tæller med i den periode, "
            "hvor dens sidste rådslagning blev holdt; er ingen holdt, da den blev lukket eller åbnet.\n\n"
            "Ingen tal kommer fra færre end fem sager. Et tal holdes også tilbage, når det sammen med de andre ville "
            "røbe et, der gør det. Det gælder også mellem kommunerne. Ingen tal peger på en person eller en sag.\n\n"
            "Slettede sager er med, så langt deres linje uden navne rækker. De samme tal skrives i en fil med "
            "»samordner results --csv FIL«."
        )

    def on_mount(self) -> None:
        """Read."""
        self._read()

    def refresh_case(self) -> None:
        """Something was changed or undone."""
        self._read()

    @work(exclusive=True, group="read")
    async def _read(self) -> None:
        """Read and show. A municipality that has too few cases in the period gives way to all of them."""
        app, period, municipality = self.program, self._period, self._municipality
        if app.archive is None:
            return
        today, zone = app.today(), app.zone
        method = app.method if self._has_fidelity else None
        if self.results is None or method is not None:
            self.query_one("#whose", Static).update(Content(_("Tæller op …")))
        try:
            found = await app.read(lambda session: read_results(session, period, today, zone, municipality, method))
        except Refused as refusal:
            app.say(str(refusal), seconds=9)
            self._municipality = ALL
            found = await app.read(lambda session: read_results(session, period, today, zone, ALL, method))
        if not self.is_going:
            self._show(found)

    def _show(self, found: Results) -> None:
        self.results = found
        whose = found.municipality or _("alle kommuner")
        self.query_one("#whose", Static).update(Content(f"{period_words(found.period)} · {whose}"))
        for section in self.query(ResultSection):
            section.show(found)
        self.query_one(FidelitySection).show(found)
        sentences = [empty(found)] if empty(found) else [*notes(found)]
        told = self.query_one("#told", Static)
        told.display = bool(sentences)
        told.update(Content("\n").join(Content(one) for one in sentences))

    @work(exclusive=True, group="choose")
    async def action_results_period(self) -> None:
        """Ask for the period."""
        years = self.results.years if self.results is not None else ()
        chosen = await self.app.push_screen_wait(PickDialog(_("Hvilken periode?"), period_options(years)))
        if chosen is None:
            return
        period = await asked_period(self.program) if chosen == BETWEEN else period_of(chosen)
        if period is not None:
            self._period = period
            self._read()

    @work(exclusive=True, group="choose")
    async def action_results_municipality(self) -> None:
        """Ask for the municipality, among those that can stand alone."""
        names = self.results.municipalities if self.results is not None else ()
        if not names:
            self.program.say(
                _("Ingen kommune kan stå alene her: der skal være mindst fem sager fra den, og resten må ikke røbes.")
            )
            return
        options = [Option(ALL, _("Alle kommuner")), *(Option(name, name) for name in names)]
        chosen = await self.app.push_screen_wait(PickDialog(_("Hvilken kommune?"), options))
        if chosen is not None:
            self._municipality = chosen
            self._read()

    def action_results_fidelity(self) -> None:
        """Count the measures too, or leave them out again."""
        self._has_fidelity = not self._has_fidelity
        self._read()

    def action_back(self) -> None:
        """Back to the cases."""
        self.dismiss(None)
