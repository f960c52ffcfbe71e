"""The results in words: what a table and a line of it are called, and what is said of what is not shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from samordner_tui.casework.results.counted import Period
from samordner_tui.casework.results.results import Results
from samordner_tui.casework.results.shapes import ENDED, FIDELITY, MARKED, NO_REASON, Unit
from samordner_tui.casework.results.shown import Row, Table
from samordner_tui.language import _, said
from samordner_tui.method.terms import ClosingReason, ConferenceState, MarkState, PersonKind, ProgressState, Respondent
from samordner_tui.method.wording import show_number

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method

TITLES: Final = {
    "cases": said("Sager"),
    "conferences": said("Rådslagninger"),
    "participants": said("Deltagere"),
    "hours": said("Timer"),
    "agreed_hours": said("Timer, der er aftalt"),
    "conferences_by_agreement": said("Holdte rådslagninger, holdt op mod aftalen"),
    "agreed_conferences": said("Rådslagninger, der er aftalt"),
    "lead_time": said("Fra opgaven kom til første rådslagning"),
    "lead_weeks": said("Første rådslagning efter opgaven kom"),
    "approved": said("Planen blev godkendt"),
    "items_by_owner": said("Aftalerne i planerne: hvem de hviler på"),
    "items_by_progress": said("Aftalerne i planerne: hvad de blev til"),
    "answers": said("Svar på evalueringen"),
    "felt_involved": said("Følte sig inddraget, 0 til 4"),
    "measures_agreed": said("Det aftalte giver mening, 0 til 4"),
    "effect_on_child": said("Det hjælper barnet, 0 til 4"),
}
LABELS: Final = {
    "total": said("I alt"),
    "held": said("rådslagning holdt"),
    "under_way": said("på vej til den første"),
    "deleted": said("i slettede sager"),
    "with_agreement": said("i sager med en aftale"),
    "without_agreement": said("i sager uden en aftale"),
    "other": said("i de andre sager"),
    "agreed": said("aftalt"),
    "median": said("den midterste sag"),
    "within_four": said("inden 4 uger"),
    "within_eight": said("inden 8 uger"),
    "later": said("senere"),
    "round_1": said("i 1. omgang"),
    "round_2": said("i 2. omgang"),
    "round_3": said("i 3. omgang eller senere"),
    "not_approved": said("ikke godkendt"),
    "network": said("netværket"),
    "municipality": said("kommunen"),
    "declined": said("kommunen sagde nej"),
    "not_said": said("ikke noteret"),
    "unmarked": said("ikke noteret, gælder ikke, eller slettet"),
    "not_yet": said("ikke gjort op endnu"),
}
CHOICES: Final[dict[str, type[StrEnum]]] = {
    "conferences": ConferenceState,
    "participants": PersonKind,
    "items_by_progress": ProgressState,
    **dict.fromkeys(("answers", "felt_involved", "measures_agreed", "effect_on_child"), Respondent),
}
"""Tables whose lines are fixed choices of the method."""
AGAINST: Final = {
    "hours": ("agreed_hours", said("Af {agreed} aftalte timer er {used} brugt.")),
    "conferences_by_agreement": ("agreed_conferences", said("Af {agreed} aftalte rådslagninger er {used} holdt.")),
}
"""The table of what was agreed, and what is said when the two are held up against each other."""


def title(table_id: str, method: Method) -> str:
    """What a table is called; one of fidelity by its measure."""
    if table_id.startswith(FIDELITY):
        measure_id = table_id.removeprefix(FIDELITY)
        return f"{measure_id} {method.measure(measure_id).title.text}"
    return _(TITLES[table_id])


def label(table_id: str, row_id: str, method: Method) -> str:
    """What a line of a table is called."""
    choices = MarkState if table_id.startswith(FIDELITY) else CHOICES.get(table_id)
    if choices is not None and row_id in {*choices}:
        return method.label(choices(row_id))
    if row_id.startswith(ENDED):
        reason = row_id.removeprefix(ENDED)
        why = _("grunden er ikke noteret") if reason == NO_REASON else method.label(ClosingReason(reason))
        return _("ikke holdt: {reason}").format(reason=why)
    return _(LABELS[row_id])


def figure(row: Row) -> str:
    """The figure with its unit, or that it is held back."""
    if row.is_held_back:
        return _("holdt tilbage")
    if row.value is None:
        return _("ingen")
    number = _number(row.value)
    match row.unit:
        case Unit.HOURS:
            return _("{number} timer").format(number=number)
        case Unit.DAYS:
            return _("{number} dage").format(number=number)
        case _:
            return number


def judged_by(table: Table) -> Decimal | None:
    """At how many conferences a measure said anything; None where that is held back."""
    values = [row.value for row in table.parts if row.id in {*MARKED}]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(values) else None


def how_often_met(table: Table) -> str:
    """`14 af 16`: at how many of the conferences where a measure said anything it is met."""
    judged, met = judged_by(table), table.parts[0].value
    if judged is None or met is None:
        return _("holdt tilbage")
    return _("{met} af {total}").format(met=_number(met), total=_number(judged)) if judged else _("ingen")


def _number(value: Decimal) -> str:
    """With one decimal, where it has one."""
    shown = show_number(value)
    return shown if value == int(value) else shown.removesuffix("0")


def empty(results: Results) -> str:
    """Why there is no figure at all; an empty text where there are some."""
    if results.tables:
        return ""
    if not results.has_cases:
        if results.period.is_all_time:
            return _("Her er ingen sager endnu. Resultaterne kommer, når der er mindst fem.")
        return _("Der er ingen sager i den periode. Vælg en anden.")
    return _("Her er færre end fem sager, og så vises ingen tal. En enkelt familie er let at kende igen.")


def notes(results: Results) -> Iterable[str]:
    """What a reader must know to read the figures right."""
    if results.has_held_back:
        yield _(
            "»Holdt tilbage« står der, hvor tallet kommer fra færre end fem sager, eller hvor det ville røbe et, "
            "der gør det."
        )
    if results.has_deleted and not results.municipality:
        yield _(
            "De slettede sager er med, så langt deres linje rækker: rådslagninger, deltagere, timer, og om planen blev "
            "godkendt."
        )
    if results.has_deleted and results.municipality:
        yield _("De slettede sager er ikke med: deres linje siger ikke, hvilken kommune det var.")
    if results.is_partly_left_out:
        yield _("Slettede sager har kun et år. Dem, hvis år perioden kun har en del af, er ikke med.")


def against_agreement(results: Results, table_id: str) -> str:
    """What was used of what was agreed, where both may be shown; an empty text else. Source: R39."""
    by_id = {table.id: table for table in results.tables}
    if table_id not in AGAINST or table_id not in by_id:
        return ""
    agreed_id, sentence = AGAINST[table_id]
    agreed = by_id[agreed_id].alone[0].value
    used = next(row.value for row in by_id[table_id].parts if row.id == "with_agreement")
    if not agreed or used is None:
        return ""
    return _(sentence).format(agreed=_number(agreed), used=_number(used))


def period_words(period: Period) -> str:
    """`hele tiden`, `2026`, `fra 1-3-2026 til 31-8-2026`."""
    begins, ends = period.begins, period.ends
    if begins is None and ends is None:
        return _("hele tiden")
    if begins is not None and ends is not None:
        if (begins, ends) == (date(begins.year, 1, 1), date(begins.year, 12, 31)):
            return str(begins.year)
        return _("fra {begins} til {ends}").format(begins=_short(begins), ends=_short(ends))
    if begins is not None:
        return _("fra {begins}").format(begins=_short(begins))
    return _("til {ends}").format(ends=_short(ends)) if ends is not None else ""


def _short(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
