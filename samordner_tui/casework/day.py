"""Trin 1, the welcome and the briefings, and trin 2, the family's own time, as they are shown around the evening.

While private time runs the view of trin 2 holds no name and nothing of the case. Source: R8 to R11,
domain.md 2 phase 6.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Conference, LogEntry, Presence, Step
from samordner_tui.archive.records.network import ChildAbsence
from samordner_tui.casework.arrivals import APART, apart, arrivals, too_close
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.attendance_list import absences, attendance
from samordner_tui.casework.before_doors import ON_WALL, SET_UP, on_wall, ready_people, set_up
from samordner_tui.casework.cells import joined, name_of, names_of
from samordner_tui.casework.change import gone
from samordner_tui.casework.evening import INFORMATION, running_private_time
from samordner_tui.casework.evening_sections import (
    TIMES,
    clock_time,
    log_line,
    running_order,
    time_row,
    times,
    waiting_round,
    without_conference,
)
from samordner_tui.casework.fields import Value
from samordner_tui.casework.forms import FORMS, Form, Group, is_one_of, is_set
from samordner_tui.casework.private_log import OWN_PLAN, UNCALLED
from samordner_tui.casework.reasons import keep_reason
from samordner_tui.casework.silence import PRIVATE_TIME
from samordner_tui.casework.views import Column, Context, Question, Row, Section, StageView
from samordner_tui.language import _, pgettext, said
from samordner_tui.method import facts as f
from samordner_tui.method.attendance import still_here
from samordner_tui.method.predicates.briefings import whose
from samordner_tui.method.readings import day_of, done, steps
from samordner_tui.method.terms import BriefingKind, ConferenceState, LogKind, PresentAs, StageId, Standing
from samordner_tui.method.wording import reading_minutes
from samordner_tui.refusals import Refused

BRIEFINGS: Final = "briefings"
LOG: Final = "log"


def has_begun(conference: Mapping[str, Value]) -> bool:
    """Whether there is anything to ask about the day yet."""
    return conference.get("hosted_by_samordner") is not None


def view_information(context: Context) -> StageView:
    """Trin 1: who is here, the køreplan, the briefings in their order."""
    conference = context.conference
    if conference is None:
        return without_conference(context, StageId.INFORMATION)
    begun = bool(steps(conference, INFORMATION)) or conference.state is not ConferenceState.PLANNED
    parts = _under_way(context, conference) if begun else _before(context, conference)
    return StageView(
        StageId.INFORMATION,
        context.method.stage(StageId.INFORMATION).title.text,
        _since(context, conference, INFORMATION),
        _open_in_information(context, conference, begun=begun),
        tuple(parts),
    )


def _before(context: Context, conference: f.Conference) -> list[Section]:
    """Before the doors open: the room, who comes when, who can be called."""
    return [
        set_up(context, conference),
        arrivals(context, conference),
        *apart(context, conference),
        ready_people(context, conference),
        *on_wall(context, conference),
        briefings(context, conference),
        running_order(context, INFORMATION),
    ]


def _under_way(context: Context, conference: f.Conference) -> list[Section]:
    """From the welcome on. Who needs distance from whom is not said where others see the screen."""
    return [
        attendance(context, conference, INFORMATION),
        *absences(context, conference, INFORMATION),
        briefings(context, conference),
        *on_wall(context, conference),
        running_order(context, INFORMATION),
        *times(context, conference, INFORMATION),
        arrivals(context, conference),
    ]


def view_private_time(context: Context) -> StageView:
    """Trin 2: the time and the log; while it runs nothing but its title."""
    conference = context.conference
    title = context.method.stage(StageId.PRIVATE_TIME).title.text
    if conference is None:
        return without_conference(context, StageId.PRIVATE_TIME)
    if running_private_time(conference) is not None:
        return StageView(StageId.PRIVATE_TIME, title, _("Familien og netværket lægger planen."), (), ())
    parts: list[Section] = []
    if steps(conference, PRIVATE_TIME):
        parts.append(attendance(context, conference, PRIVATE_TIME))
        parts += absences(context, conference, PRIVATE_TIME)
        parts.append(_log(context, conference))
    parts += times(context, conference, PRIVATE_TIME)
    parts.append(running_order(context, PRIVATE_TIME))
    return StageView(
        StageId.PRIVATE_TIME,
        title,
        _since(context, conference, PRIVATE_TIME),
        _open_in_private_time(context, conference),
        tuple(parts),
    )


def is_unexplained(facts: f.CaseFacts, conference: f.Conference) -> bool:
    """Whether a professional was in private time uncalled and nobody has said why. Asked when it is over."""
    explained = any(one.about in OWN_PLAN and one.conference_id == conference.id for one in facts.notices)
    return not explained and was_uncalled(conference)


def was_uncalled(conference: f.Conference) -> bool:
    """Whether the log says that a professional was in private time uncalled."""
    return any(one.kind in UNCALLED for one in conference.log_entries)


def explain_departure(session: Session, conference_id: str, reason: str, today: date) -> None:
    """Keep why a professional was in private time uncalled, once it is over."""
    conference = session.get(Conference, conference_id)
    if conference is None:
        raise Refused(gone())
    for about in OWN_PLAN:
        keep_reason(session, conference.case_id, about, reason, today, conference_id)


def briefings(context: Context, conference: f.Conference) -> Section:
    """The briefings in the order they are read: those of the informatører, then the initiativtager's. Source: R9."""
    ordered = sorted(conference.briefings, key=lambda one: one.kind is BriefingKind.INITIATOR)
    rows = tuple(Row(one.id, "briefings", _briefing(context, one), _standing(one)) for one in ordered)
    columns = (Column(_("Oplæg"), 18, grow=True), Column(_("Læses op"), 9, drop_at=48), Column("", 20))
    return Section(BRIEFINGS, pgettext("flere", "Oplæg"), columns, rows, empty=_("Der er ingen oplæg."))


def _briefing(context: Context, briefing: f.Briefing) -> tuple[str, ...]:
    name = name_of(context.facts, briefing.author_id) or context.method.label(briefing.kind)
    minutes = _("{count} min.").format(count=reading_minutes(briefing.text)) if briefing.text else ""
    if briefing.read_aloud_on is not None:
        return name, minutes, _("læst op")
    if briefing.left_out_reason:
        return name, minutes, _("udeladt")
    return name, minutes, _("ikke læst op endnu")


def _standing(briefing: f.Briefing) -> Standing:
    return Standing.MET if briefing.read_aloud_on is not None or briefing.left_out_reason else Standing.OPEN


def _since(context: Context, conference: f.Conference, step: int) -> str:
    runs = [one for one in steps(conference, step) if one.started_at]
    if not runs:
        return _("ikke begyndt")
    return joined(*time_row(context, runs[-1]).cells[1:])


def _log(context: Context, conference: f.Conference) -> Section:
    rows = tuple(
        Row(one.id, "log_entries", (clock_time(context, one.at), log_line(context.method, one)))
        for one in conference.log_entries
    )
    columns = (Column("", 6), Column("", 36, grow=True))
    return Section(LOG, _("Undervejs"), columns, rows, empty=_("Ingen blev kaldt ind, og intet er noteret."))


def _open_in_information(context: Context, conference: f.Conference, *, begun: bool) -> tuple[Question, ...]:
    ask = Questions(context, StageId.INFORMATION)
    if not begun:
        day = day_of(context.facts, conference)
        ask.when(
            conference.state is ConferenceState.PLANNED and day is not None and day <= context.today,
            _("Er I klar? Tryk b, når I begynder med velkomsten."),
            section=SET_UP,
        )
        for pair in context.facts.conflict_pairs:
            ask.when(
                bool(too_close(context.facts, conference, pair)),
                _("{names} skal have afstand. Ret, hvornår eller ad hvilken dør de kommer.").format(
                    names=names_of(context.facts, (pair.first_id, pair.second_id))
                ),
                section=APART,
            )
        return tuple(ask.gathered)
    noted = any(one.step == INFORMATION and one.person_id for one in conference.presences)
    ask.when(
        not noted, _("Hvem er her? Gå ned ad listen, og tryk mellemrum ved dem, der er kommet."), section="attendance"
    )
    for one in conference.briefings:
        name = whose(context.facts, one)
        ask.when(
            _standing(one) is Standing.OPEN,
            _("Er oplægget fra {name} læst op?").format(name=name),
            section=BRIEFINGS,
            record="briefings",
            row_id=one.id,
        )
    ask.when(
        conference.questions_answered is None and bool(conference.briefings),
        _("Er alle spørgsmål til oplæggene besvaret?"),
        record="conferences",
        row_id=conference.id,
        name="questions_answered",
    )
    if not done(conference, INFORMATION):
        _ask_before_private_time(ask, conference)
    return tuple(ask.gathered)


def _ask_before_private_time(ask: Questions, conference: f.Conference) -> None:
    """What is left to do in the room before the family is alone. Source: R10, R33."""
    ask.unless("questions_on_wall", _("{Detail}. Tryk mellemrum, når de gør."), section=ON_WALL)
    ask.unless("bottom_lines_on_wall", _("{Detail}. Tryk mellemrum, når de gør."), section=ON_WALL)
    if all(_standing(one) is Standing.MET for one in conference.briefings):
        here = next(iter(still_here(ask.context.facts, conference)), None)
        row_id = f"who:{PresentAs.PERSON}:{here}"
        text = _("{Detail}. Tryk g, når han eller hun er gået.")
        ask.unless("informants_left", text, section="attendance", row_id=row_id)


def _open_in_private_time(context: Context, conference: f.Conference) -> tuple[Question, ...]:
    ask = Questions(context, StageId.PRIVATE_TIME)
    ask.when(
        is_unexplained(context.facts, conference),
        _("En fagperson var i rummet uden at være kaldt ind. Hvorfor? Tryk g."),
        section=LOG,
    )
    ask.when(
        waiting_round(conference) is not None,
        _("Planen er sendt tilbage. Familien skal have ny tid."),
        section=TIMES,
    )
    return tuple(ask.gathered)


FORMS.add(
    Form(
        Conference,
        (
            Group(said("Trin 1"), ("hosted_by_samordner", "questions_answered", "meal_shared"), has_begun),
            Group(said("Trin 2"), ("near_seats",)),
            Group(
                said("Trin 3"),
                ("led_by_samordner", "plan_read_at", "guardian_id", "follow_up_on", "no_follow_up_reason"),
                has_begun,
            ),
        ),
    ),
    Form(Step, (Group("", ("started_at", "ended_at")),)),
    Form(Presence, (Group("", ("step", "present_as", "person_id", "form", "left_at", "called_in")),)),
    Form(
        LogEntry,
        (
            Group("", ("at", "kind")),
            Group("", ("called_by", "about", "minutes"), is_set(kind=LogKind.CALLED_IN)),
            Group("", ("reason",), is_one_of("kind", *UNCALLED)),
        ),
    ),
    Form(ChildAbsence, (Group("", ("child_id", "reason", "whose_words")),)),
)
