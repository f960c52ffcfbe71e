"""The three trin begin and end. A beginning and an end are not undone; a time that was typed wrong can be corrected.

Source: R2, R8 to R14.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.day import Conference, Step
from samordner_tui.casework.arrivals import those_who_came
from samordner_tui.casework.attendance import Attendee, carry_on, note_presence
from samordner_tui.casework.case_frame import chosen_conference
from samordner_tui.casework.change import Change, add, change_field, rules_of
from samordner_tui.casework.clock import Now, not_before
from samordner_tui.casework.evening import APPROVAL, INFORMATION, Evening
from samordner_tui.casework.facts import facts_of
from samordner_tui.casework.gate_reasons import pass_gate
from samordner_tui.casework.private_log import all_came_out, keep_fixed_reasons, keep_who_stays, let_reason_hold
from samordner_tui.casework.silence import PRIVATE_TIME
from samordner_tui.language import _
from samordner_tui.method.attendance import still_here
from samordner_tui.method.definition import Method
from samordner_tui.method.terms import Attendance, ConferenceState, PresentAs, StopReason
from samordner_tui.refusals import Refused


def begin_information(session: Session, conference_id: str, now: Now, at: datetime | None = None) -> None:
    """Begin trin 1, with the samordner as host until something else is said. Whoever has come is in the room.

    Source: R8, R34.
    """
    evening = _open(session, conference_id)
    if evening.step(INFORMATION) is not None:
        raise Refused(_("Trin 1 er allerede begyndt."))
    _add_step(evening, INFORMATION, 1, now.said(at), now.today)
    for who in (Attendee(PresentAs.SAMORDNER), *those_who_came(session, conference_id)):
        note_presence(session, conference_id, INFORMATION, who, Attendance.IN_ROOM, now.today)
    change_field(session, Conference, conference_id, "hosted_by_samordner", True, now.today)


def end_information(session: Session, conference_id: str, now: Now, at: datetime | None = None) -> None:
    """End trin 1."""
    _end(_open(session, conference_id), INFORMATION, now, at, _("Trin 1 er ikke i gang."))


def begin_private_time(
    session: Session,
    conference_id: str,
    now: Now,
    method: Method,
    at: datetime | None = None,
) -> None:
    """The professionals leave, and the family's own time begins: the first round, or the one a return has opened.

    Trin 1 ends at the same moment where it still runs. What the gate lacks needs a reason, which is kept before the
    silence begins. A professional who is still here then is noted as one who stayed. Source: R4, R10, R11, R14, R18.
    """
    evening = _open(session, conference_id)
    _may_begin_private_time(evening)
    moment = now.said(at, evening.last_moment)
    information, waiting = evening.step(INFORMATION), evening.step(PRIVATE_TIME)
    if information is not None and information.ended_at is None:
        _end(evening, INFORMATION, now, moment, "")
    if waiting is None:
        carry_on(session, conference_id, INFORMATION, PRIVATE_TIME, now.today)
    pass_gate(session, conference_id, "private_time", now.today, method)
    if waiting is None:
        stays = _who_stays(evening)
        if stays:
            let_reason_hold(session, conference_id, now.today)
        _add_step(evening, PRIVATE_TIME, 1, moment, now.today)
        keep_who_stays(session, conference_id, stays, now)
    else:
        change_field(session, Step, waiting.id, "started_at", moment, now.today)


def end_private_time(session: Session, conference_id: str, now: Now, at: datetime | None = None) -> None:
    """The family is ready; whoever is still noted as called in is out with it. Source: R12."""
    all_came_out(session, conference_id, now)
    _end(_open(session, conference_id), PRIVATE_TIME, now, at, _("Familiens egen tid er ikke i gang."))
    keep_fixed_reasons(session, conference_id, now.today)


def begin_approval(session: Session, conference_id: str, now: Now, at: datetime | None = None) -> None:
    """Begin trin 3 of this round, led by the samordner until something else is said. Source: R12."""
    evening = _open(session, conference_id)
    if evening.private_time_ended_at is None:
        raise Refused(_("Trin 3 begynder, når familiens egen tid er slut."))
    if evening.step(APPROVAL) is not None:
        raise Refused(_("Trin 3 er allerede begyndt."))
    moment = now.said(at, evening.private_time_ended_at)
    _add_step(evening, APPROVAL, evening.round, moment, now.today)
    change_field(session, Conference, conference_id, "led_by_samordner", True, now.today)
    carry_on(session, conference_id, PRIVATE_TIME, APPROVAL, now.today)


def end_approval(evening: Evening, moment: datetime, today: date) -> None:
    """End trin 3 of this round, where it runs."""
    step = evening.step(APPROVAL)
    if step is not None and step.ended_at is None:
        change_field(evening.session, Step, step.id, "ended_at", not_before(moment, step.started_at), today)


def open_new_round(evening: Evening, today: date) -> None:
    """A returned plan gives the family new private time, which begins when they withdraw. Source: R14."""
    _add_step(evening, PRIVATE_TIME, evening.round + 1, None, today)


def stop(session: Session, conference_id: str, reason: StopReason, now: Now, at: datetime | None = None) -> None:
    """Stop the conference before or on the day, with an honest reason. Source: R14, P27."""
    evening = _open(session, conference_id)
    running = evening.begun_step
    if running is not None:
        all_came_out(session, conference_id, now)
        change_field(session, Step, running.id, "ended_at", now.said(at, running.started_at), now.today)
        keep_fixed_reasons(session, conference_id, now.today)
    change_field(session, Conference, conference_id, "stop_reason", reason, now.today)
    change_field(session, Conference, conference_id, "state", ConferenceState.STOPPED, now.today)


def plan_without_meeting(session: Session, conference_id: str, now: Now) -> None:
    """The family made a plan and no conference was needed: an honest outcome. Source: P27."""
    evening = _open(session, conference_id)
    if any(one.started_at is not None for one in evening.steps):
        raise Refused(_("Rådslagningen er begyndt. Afslut den, eller stop den med en grund."))
    change_field(session, Conference, conference_id, "state", ConferenceState.PLAN_WITHOUT_MEETING, now.today)


def _open(session: Session, conference_id: str) -> Evening:
    evening = Evening(session, conference_id)
    if not evening.is_open:
        raise Refused(_("Rådslagningen er afsluttet."))
    return evening


def _who_stays(evening: Evening) -> int:
    """How many professionals of trin 1 are not noted as gone."""
    facts = facts_of(evening.session, evening.case_id)
    conference = chosen_conference(facts, evening.conference.id)
    return 0 if conference is None else len(still_here(facts, conference))


def _may_begin_private_time(evening: Evening) -> None:
    step = evening.step(PRIVATE_TIME)
    if evening.step(INFORMATION) is None:
        raise Refused(_("Begynd trin 1 først. Du kan skrive, hvornår det begyndte."))
    if step is None or step.started_at is None:
        return
    raise Refused(_("Familiens egen tid er i gang.") if step.ended_at is None else _("Familien har haft sin egen tid."))


def _add_step(evening: Evening, number: int, round_number: int, started_at: datetime | None, today: date) -> None:
    add(
        evening.session,
        Step,
        evening.case_id,
        today,
        conference_id=evening.conference.id,
        number=number,
        round=round_number,
        started_at=started_at,
    )


def _end(evening: Evening, number: int, now: Now, at: datetime | None, not_running: str) -> None:
    step = evening.step(number)
    if step is None or step.started_at is None or step.ended_at is not None:
        raise Refused(not_running)
    change_field(evening.session, Step, step.id, "ended_at", now.said(at, step.started_at), now.today)


def keep_times_in_order(change: Change) -> None:
    """A time may be corrected; it is neither taken away nor placed so that a trin ends before it began."""
    row, name = change.row, change.field.name
    if not isinstance(row, Step) or name not in {"started_at", "ended_at"}:
        return
    if change.after is None:
        raise Refused(_("Et tidspunkt kan rettes, men ikke tages væk."))
    started_at = change.after if name == "started_at" else row.started_at
    ended_at = change.after if name == "ended_at" else row.ended_at
    if isinstance(started_at, datetime) and isinstance(ended_at, datetime) and ended_at < started_at:
        raise Refused(_("Et trin kan ikke slutte, før det er begyndt."))
    if name == "ended_at" and row.started_at is None:
        raise Refused(_("Trinnet er ikke begyndt."))


def keep_steps(session: Session, row: Record, today: date) -> None:
    """A trin that has begun is not taken away."""
    if isinstance(row, Step) and row.started_at is not None:
        raise Refused(_("Et trin, der er begyndt, kan ikke tages væk. Tidspunktet kan rettes."))


def keep_a_conference_that_has_begun(session: Session, row: Record, today: date) -> None:
    """A conference that has begun is stopped with a reason, never taken away."""
    if isinstance(row, Conference) and any(one.started_at for one in Evening(session, row.id).steps):
        raise Refused(_("En rådslagning, der er begyndt, kan ikke fjernes. Den kan stoppes med en grund."))


rules_of(Conference).before_remove.append(keep_a_conference_that_has_begun)
rules_of(Step).before_change.append(keep_times_in_order)
rules_of(Step).before_remove.append(keep_steps)
