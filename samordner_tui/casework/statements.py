"""Concern, strengths, questions and bottom lines, in versions.

What the family knows is never changed behind its back: a new text is a new version that the family has not seen yet,
and the one it knows is kept. Source: R94, R97, R178, P7, P8.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Statement
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import done, joined
from samordner_tui.casework.change import Change, change_field, row_id_of, rules_of
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.forms import Form, Group
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.predicates.statements import FEWEST_QUESTIONS
from samordner_tui.method.terms import StatementKind
from samordner_tui.refusals import Refused

FORM = Form(Statement, (Group("", ("kind", "text", "written_by", "known_to_family_on", "withdrawn_on")),))

KINDS = (StatementKind.CONCERN, StatementKind.STRENGTH, StatementKind.QUESTION, StatementKind.BOTTOM_LINE)


def keep_what_the_family_knows(change: Change) -> bool:
    """A text the family knows is kept: the new text becomes a new version, which the family has not seen."""
    row = change.row
    if change.field.name != "text" or not isinstance(row, Statement) or row.known_to_family_on is None:
        return False
    version = Statement(
        case_id=row.case_id,
        noted_on=change.today,
        kind=row.kind,
        text=change.after,
        written_by=row.written_by,
        version=row.version + 1,
        replaces_id=row.id,
    )
    change.session.add(version)
    return True


def refuse_two_versions(change: Change) -> None:
    """A version that a newer one has replaced is kept as the family knew it."""
    newer = select(Statement.id).where(Statement.replaces_id == row_id_of(change.row))
    if change.session.scalar(newer) is not None:
        raise Refused(_("Teksten er kommet i en nyere udgave. Ret i den i stedet."))


rules_of(Statement).before_change.extend((refuse_two_versions, keep_what_the_family_knows))
rules_of(Statement).whole_fields.add("text")


def withdraw(session: Session, statement_id: str, today: date) -> None:
    """Take a statement back. It is kept, and no longer asked of the family."""
    change_field(session, Statement, statement_id, "withdrawn_on", today, today)


def versions_of(session: Session, statement_id: str) -> tuple[tuple[int, str, date | None], ...]:
    """The text in every version, the newest first: number, text, known to the family on."""
    found: list[tuple[int, str, date | None]] = []
    next_id: str | None = statement_id
    while next_id is not None:
        row = session.scalar(select(Statement).where(Statement.id == next_id))
        if row is None:
            break
        found.append((row.version, row.text, row.known_to_family_on))
        next_id = row.replaces_id
    return tuple(found)


def sections(context: Context) -> tuple[Section, ...]:
    """A section for each kind of statement."""
    return tuple(_section(context, kind) for kind in KINDS)


def questions(ask: Questions) -> None:
    """What is open about the words the conference rests on."""
    child = ask.context.facts.alias
    for predicate, kind, text in (
        ("concern_written", StatementKind.CONCERN, _("Hvad er bekymringen for {child}, i initiativtagerens egne ord?")),
        ("strengths_written", StatementKind.STRENGTH, _("Hvad går godt for {child}, og hvad er familien god til?")),
        (
            "questions_written",
            StatementKind.QUESTION,
            _("Hvilke spørgsmål skal familien svare på? {count} er skrevet; tre til fem er godt."),
        ),
        (
            "questions_made_with_family",
            StatementKind.QUESTION,
            _("Er spørgsmålene lavet sammen med familien?"),
        ),
        (
            "questions_known_to_family",
            StatementKind.QUESTION,
            _("Kender familien spørgsmålene, som de står nu?"),
        ),
        (
            "bottom_lines_known_to_family",
            StatementKind.BOTTOM_LINE,
            _("Kender familien kommunens krav, som de står nu?"),
        ),
    ):
        rows = _of_kind(ask.context.facts, kind)
        unknown = next((one for one in rows if one.known_to_family_on is None), None)
        said = text.replace("{child}", child).replace("{count}", str(len(rows)))
        row_id = unknown.id if unknown is not None and predicate.endswith("known_to_family") else None
        field = "known_to_family_on" if row_id else None
        # As long as there are too few, the question adds one more each time.
        adds = predicate == "questions_written" and len(rows) < FEWEST_QUESTIONS
        ask.unless(predicate, said, section=kind, record="statements", row_id=row_id, name=field, adds=adds)


def _section(context: Context, kind: StatementKind) -> Section:
    columns = (Column(_("Teksten"), 40, grow=True), Column(_("Familien kender det"), 24, drop_at=50))
    rows = tuple(
        Row(one.id, "statements", (joined(one.text, _version(one)), _known(one, context)))
        for one in _of_kind(context.facts, kind)
    )
    return Section(
        kind,
        _title(kind),
        columns,
        rows,
        note=_note(context, kind),
        empty=_empty(kind),
        adds="statements",
        add_values={"kind": kind},
        add_title=_new(kind),
    )


def _of_kind(facts: f.CaseFacts, kind: StatementKind) -> list[f.Statement]:
    return [one for one in facts.statements if one.kind is kind]


def _version(statement: f.Statement) -> str | None:
    return _("{version}. udgave").format(version=statement.version) if statement.version > 1 else None


def _known(statement: f.Statement, context: Context) -> str:
    return done(statement.known_to_family_on, context.today, _("fortæl dem det"))


def _title(kind: StatementKind) -> str:
    return {
        StatementKind.CONCERN: _("Bekymringen"),
        StatementKind.STRENGTH: _("Det, der går godt"),
        StatementKind.QUESTION: _("Spørgsmål til rådslagningen"),
        StatementKind.BOTTOM_LINE: _("Kommunens krav"),
    }[kind]


def _new(kind: StatementKind) -> str:
    return {
        StatementKind.CONCERN: _("Ny bekymring"),
        StatementKind.STRENGTH: _("Ny styrke"),
        StatementKind.QUESTION: _("Nyt spørgsmål"),
        StatementKind.BOTTOM_LINE: _("Nyt krav"),
    }[kind]


def _empty(kind: StatementKind) -> str:
    return {
        StatementKind.CONCERN: _("Skriv bekymringen med initiativtagerens egne ord."),
        StatementKind.STRENGTH: _("Skriv det, der går godt. Det læses op først."),
        StatementKind.QUESTION: _("Spørgsmålene laves sammen med familien."),
        StatementKind.BOTTOM_LINE: _(
            "Er der noget, planen skal holde sig inden for, skal familien vide det før dagen."
        ),
    }[kind]


def _note(context: Context, kind: StatementKind) -> str:
    withdrawn = [
        one
        for one in Rows(context.session, context.case_id).all(Statement)
        if one.kind is kind and one.withdrawn_on is not None
    ]
    return _("{count} er taget tilbage.").format(count=len(withdrawn)) if withdrawn else ""
