"""The end of a case: time and expenses, what left the archive, and why it closes.

Source: R23, R159, R182, domain.md 5.4.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.after import Expense, TimeEntry
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.keeping import Export
from samordner_tui.casework.account import Account, account_of
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import done, joined, kroner, short_day
from samordner_tui.casework.change import Change, change_field, rules_of
from samordner_tui.casework.exported_papers import Entry, entries
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.forms import FORMS, Form, Group
from samordner_tui.casework.papers import note_papers_destroyed, overdue_exports, to_be_destroyed_by
from samordner_tui.casework.views import Column, Context, Question, Row, Section, StageView
from samordner_tui.language import _, ngettext, pgettext, said
from samordner_tui.method.facts import Conference
from samordner_tui.method.terms import Activity, ConferenceState, StageId
from samordner_tui.method.wording import show_date, show_number
from samordner_tui.refusals import Refused

END: Final = "end"
TIME: Final = "time"
EXPENSES: Final = "expenses"
EXPORTS: Final = "exports"


def view(context: Context) -> StageView:
    """The closing list, the time account, the expenses and the register of exports."""
    account = account_of(context.session, context.case_id)
    return StageView(
        StageId.CLOSING,
        context.method.stage(StageId.CLOSING).title.text,
        _standing(context),
        _open(context),
        (_end(context), _time(context, account), _expenses(context, account), _exports(context)),
    )


def note_destroyed(session: Session, export_id: str, today: date) -> None:
    """Note that a copy that left the archive has been destroyed."""
    change_field(session, Export, export_id, "destroyed_on", today, today)
    export = session.get(Export, export_id)
    if export is not None:
        note_papers_destroyed(session, export, today)


def _standing(context: Context) -> str:
    facts = context.facts
    if facts.closed_on is None:
        return _("sagen er åben")
    return joined(
        _("lukket {day}").format(day=show_date(facts.closed_on, context.today)),
        context.method.label(facts.closing_reason) if facts.closing_reason else None,
    )


def _end(context: Context) -> Section:
    facts = context.facts
    why = context.method.label(facts.closing_reason) if facts.closing_reason else _("ikke skrevet")
    lines = (
        (_("Hvorfor lukkes sagen?"), why, "closing_reason"),
        (_("Lukket"), done(facts.closed_on, context.today, _("åben")), "closed_on"),
        (_("Alle har fået besked"), done(facts.everyone_told_on, context.today, _("mangler")), "everyone_told_on"),
        (_("Afleveret til kommunen"), done(facts.handed_over_on, context.today, _("mangler")), "handed_over_on"),
    )
    rows = tuple(Row(context.case_id, "cases", (label, text), field=name) for label, text, name in lines)
    by = facts.engagement.delete_by
    note = _("Sagen skal være slettet senest {day}").format(day=show_date(by, context.today)) if by else ""
    return Section(END, _("Afslutning"), (Column("", 26), Column("", 24, grow=True)), rows, note=note)


def _time(context: Context, account: Account) -> Section:
    rows = tuple(
        Row(one.id, "time_entries", (short_day(one.spent_on, context.today), _spent(context, one)))
        for one in Rows(context.session, context.case_id).all(TimeEntry)
    )
    used = _("{hours} timer i alt, besøg og samtaler regnet med").format(hours=show_number(account.hours))
    agreed = account.agreed_hours
    note = joined(
        used,
        _("aftalt {hours}").format(hours=show_number(agreed)) if agreed is not None else None,
        _("{count} km").format(count=show_number(account.kilometres)) if account.kilometres else None,
    )
    return Section(
        TIME,
        _("Tid"),
        (Column(_("Dato"), 9), Column(_("Brugt på"), 30, grow=True)),
        rows,
        note=note,
        empty=_("Skriv den tid, der ikke står ved et besøg."),
        adds="time_entries",
        add_values={"spent_on": context.today, "activity": Activity.PREPARATION},
    )


def _spent(context: Context, entry: TimeEntry) -> str:
    return joined(
        context.method.label(entry.activity),
        _("{count} min.").format(count=entry.minutes),
        _("{count} km").format(count=show_number(entry.kilometres)) if entry.kilometres else None,
    )


def _expenses(context: Context, account: Account) -> Section:
    rows = tuple(
        Row(
            one.id,
            "expenses",
            (
                short_day(one.spent_on, context.today),
                one.what,
                kroner(one.amount),
                one.receipt or "",
            ),
        )
        for one in Rows(context.session, context.case_id).all(Expense)
    )
    total = _("{amount} kr. i alt").format(amount=show_number(account.expenses)) if account.expenses else ""
    return Section(
        EXPENSES,
        pgettext("flere", "Udlæg"),
        (
            Column(_("Dato"), 9),
            Column(_("Hvad"), 18, grow=True),
            Column(_("Beløb"), 12),
            Column(_("Bilag"), 8, drop_at=60),
        ),
        rows,
        note=total,
        adds="expenses",
        add_values={"spent_on": context.today},
    )


def _exports(context: Context) -> Section:
    exports = context.session.scalars(select(Export).where(Export.case_id == context.case_id).order_by(Export.at)).all()
    told = entries(context.session, context.case_id, exports)
    rows = tuple(_export(context, one, entry) for one, entry in zip(exports, told, strict=True))
    columns = (Column(_("Hvad"), 16, grow=True), Column(_("Hvornår"), 9), Column(_("Destrueret"), 22))
    return Section(EXPORTS, _("Forlod arkivet"), columns, rows, empty=_("Intet har forladt arkivet."))


def _export(context: Context, export: Export, entry: Entry) -> Row:
    last = to_be_destroyed_by(context.session, export)
    cells = (
        entry.words,
        short_day(export.at.astimezone(context.zone).date(), context.today),
        done(entry.destroyed_on, context.today, _out_there(last, context.today)),
    )
    return Row(f"export:{export.id}", "", cells)


def _out_there(destroy_by: date | None, today: date) -> str:
    """What is said of a copy that is not destroyed: its day, and where that has passed."""
    if destroy_by is None:
        return _("findes stadig")
    if destroy_by < today:
        return _("for gammel, {day}").format(day=short_day(destroy_by, today))
    return _("senest {day}").format(day=short_day(destroy_by, today))


def _open(context: Context) -> tuple[Question, ...]:
    facts = context.facts
    ask = Questions(context, StageId.CLOSING)
    late = overdue_exports(context.session, context.case_id, context.today)
    ask.when(
        bool(late),
        ngettext(
            "{count} udtræk skulle være destrueret. Er det det?",
            "{count} udtræk skulle være destrueret. Er de det?",
            late,
        ).format(count=late),
        section=EXPORTS,
    )
    over = [one for one in facts.conferences if one.state is not ConferenceState.PLANNED]
    if not over and facts.closing_reason is None:
        return tuple(ask.gathered)
    ask.unless("time_accounted", _("Har du skrevet din tid op?"), section=TIME)
    for predicate, text, name in (
        ("closing_reason_given", _("Hvorfor lukkes sagen?"), "closing_reason"),
        ("everyone_told", _("Har alle fået besked om, at sagen slutter?"), "everyone_told_on"),
        ("handed_over", _("Har kommunen fået det, den skal have?"), "handed_over_on"),
    ):
        ask.unless(predicate, text, section=END, record="cases", row_id=context.case_id, name=name)
    for one in facts.conferences:
        ahead = _agreed_ahead(one, context)
        if facts.closing_reason is not None and ahead is not None:
            ask.when(
                True,
                _("{number}. rådslagning {day} er stadig aftalt. Skal den aflyses, før sagen lukkes?").format(
                    number=one.number, day=show_date(ahead, context.today)
                ),
                stage=StageId.READY,
            )
    overdue = facts.engagement.delete_by is not None and facts.engagement.delete_by < context.today
    ask.when(overdue, _("Fristen for at slette sagen er gået. Tryk x for at slette den."), section=END)
    return tuple(ask.gathered)


def _agreed_ahead(conference: Conference, context: Context) -> date | None:
    """The day of a conference that is agreed and not held yet."""
    if conference.state is not ConferenceState.PLANNED or conference.starts_at is None:
        return None
    day = conference.starts_at.astimezone(context.zone).date()
    return day if day >= context.today else None


def close_when_nothing_runs(change: Change) -> None:
    """A case is not closed while a conference of it is being held."""
    row = change.row
    if not isinstance(row, Case) or change.field.name != "closing_reason" or change.after is None:
        return
    from samordner_tui.casework.silence import is_running

    if is_running(change.session, row.id):
        raise Refused(_("Familien har sin egen tid. Vent med at lukke sagen."))


rules_of(Case).before_change.append(close_when_nothing_runs)
FORMS.add(
    Form(Case, (Group(said("Afslutning"), ("closing_reason", "closed_on", "everyone_told_on", "handed_over_on")),)),
    Form(TimeEntry, (Group("", ("spent_on", "activity", "minutes", "kilometres")),)),
    Form(Expense, (Group("", ("spent_on", "what", "amount", "receipt")),)),
)
