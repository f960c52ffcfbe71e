"""What the samordner is hired for: the agreement, independence, and who answers for the data.

Independence is four questions. A yes is no fault: it says that another samordner is needed. Source: R22, R23, R36, R39.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Case, Engagement
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import joined, short_day, yes_no
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.forms import Form, Group
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.wording import show_number

SECTION = "agreement"

CASE_FORM = Form(
    Case,
    (
        Group("Sagen", ("number", "alias", "case_type")),
        Group("Hvad det drejer sig om", ("purpose", "excluded_because")),
        Group("Hvis en side af familien ikke er med", ("mothers_side_reason", "fathers_side_reason")),
    ),
)

ENGAGEMENT_FORM = Form(
    Engagement,
    (
        Group("Er du uafhængig?", ("knows_family", "employed_by_department", "related", "part_in_decision")),
        Group(
            "Opgaven",
            (
                "municipality",
                "channel",
                "contact_person",
                "contact_phone",
                "referred_on",
                "accepted_on",
                "initiator_contacted_on",
                "start_meeting_on",
            ),
        ),
        Group("Data og tavshed", ("data_role", "data_instruction_on", "delete_by", "secrecy_declared_on")),
        Group("Børneattest", ("record_check_on",)),
        Group(
            "Vilkår",
            ("agreed_hours", "hourly_rate", "kilometre_rate", "framework_agreement", "planned_conferences"),
        ),
        Group("Aftalt på forhånd", ("catering_budget", "evaluation_agreed")),
    ),
)

INDEPENDENCE = ("knows_family", "employed_by_department", "related", "part_in_decision")
"""The four questions. A yes to one of them departs from hjørnesten 3."""


def engagement_row(session: Session, case_id: str) -> Engagement | None:
    """The agreement of a case."""
    return next(iter(Rows(session, case_id).all(Engagement)), None)


def section(context: Context) -> Section:
    """The case and the agreement, a line each."""
    engagement = engagement_row(context.session, context.case_id)
    rows = [Row(context.case_id, "cases", (_("Sagen"), _about_the_case(context)))]
    if engagement is not None:
        agreement = _about_the_agreement(context.facts.engagement, context)
        rows.append(Row(engagement.id, "engagements", (_("Aftalen"), agreement)))
    columns = (Column("", 12), Column("", 40, grow=True))
    return Section(SECTION, _("Sagen og aftalen"), columns, tuple(rows), note=independence_sentence(context.facts))


def independence_sentence(facts: f.CaseFacts) -> str:
    """How the four questions of independence stand, said kindly. Source: R22."""
    answers = {name: getattr(facts.engagement, name) for name in INDEPENDENCE}
    if any(answers.values()):
        return _(
            "Du har svaret ja til, at {what}. Det er helt i orden at sige det: så er det en anden samordner, "
            "familien har brug for. Tal med kommunen om det."
        ).format(what=_what_speaks_against(answers))
    if None in answers.values():
        return ""
    return _("Du er uafhængig af familien og af afgørelsen.")


def questions(ask: Questions) -> None:
    """What is open about the agreement."""
    context = ask.context
    engagement = engagement_row(context.session, context.case_id)
    row_id = engagement.id if engagement is not None else None
    unanswered = [name for name in INDEPENDENCE if getattr(context.facts.engagement, name) is None]
    texts = {
        "independence_answered": (
            _("Er du uafhængig af familien og af afgørelsen? Svar på de fire spørgsmål."),
            unanswered[0] if unanswered else INDEPENDENCE[0],
        ),
        "assignment_accepted": (_("Hvornår sagde du ja til opgaven?"), "accepted_on"),
        "initiator_contacted": (
            _("Hvornår talte du første gang med initiativtageren? Helst inden for to dage."),
            "initiator_contacted_on",
        ),
        "data_role_agreed": (_("Er I enige om, hvem der har ansvaret for data?"), "data_role"),
        "data_instruction_there": (_("Har du fået kommunens datainstruks?"), "data_instruction_on"),
        "deletion_date_set": (_("Hvornår skal sagen senest være slettet hos dig?"), "delete_by"),
        "secrecy_declared": (_("Har du skrevet under på din tavshedspligt?"), "secrecy_declared_on"),
        "record_check_confirmed": (_("Har kommunen bekræftet din børneattest?"), "record_check_on"),
        "start_meeting_held": (_("Hvornår holdt I opstartsmødet?"), "start_meeting_on"),
        "contact_person_named": (_("Hvem i kommunen er din kontaktperson?"), "contact_person"),
    }
    for predicate, (text, name) in texts.items():
        ask.unless(predicate, text, section=SECTION, record="engagements", row_id=row_id, name=name)
    ask.unless(
        "purpose_written",
        _("Hvad skal der ske, for at {child} får det bedre?").format(child=context.facts.alias),
        section=SECTION,
        record="cases",
        row_id=context.case_id,
        name="purpose",
    )
    ask.unless(
        "method_not_excluded",
        _(
            "Kommunen mener, at metoden ikke passer her: »{reason}«. Tal med initiativtageren, før du går videre."
        ).format(reason=context.facts.excluded_because or ""),
        section=SECTION,
        record="cases",
        row_id=context.case_id,
        name="excluded_because",
    )


def _about_the_case(context: Context) -> str:
    kind = context.facts.case_type
    return joined(context.method.label(kind) if kind else None, context.facts.purpose) or _("ikke beskrevet endnu")


def _about_the_agreement(engagement: f.Engagement, context: Context) -> str:
    hours = engagement.agreed_hours
    return joined(
        engagement.municipality,
        engagement.contact_person,
        _("{hours} timer").format(hours=show_number(hours)) if hours is not None else None,
        _("slettes senest {day}").format(day=short_day(engagement.delete_by, context.today))
        if engagement.delete_by
        else None,
        _("børneattest {answer}").format(answer=yes_no(engagement.record_check_on is not None)),
    )


def _what_speaks_against(answers: dict[str, bool | None]) -> str:
    said = {
        "knows_family": _("du kender familien"),
        "employed_by_department": _("du er ansat i familieafdelingen"),
        "related": _("du er i familie med nogen i sagen"),
        "part_in_decision": _("du har del i afgørelsen"),
    }
    return next(said[name] for name in INDEPENDENCE if answers[name])
