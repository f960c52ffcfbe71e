"""Klar til dagen: every line of the gate, who acts, and the way there. Nothing is passed over in silence.

Source: cornerstones.md (The gate Klar til dagen), R15, R28, R40, R63, R77.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.casework.cells import headed, joined, marked
from samordner_tui.casework.reasons import keep_reason
from samordner_tui.casework.views import Context, Jump, Row, Section, StageView
from samordner_tui.language import _, ngettext
from samordner_tui.method import facts as f
from samordner_tui.method.definition import Method
from samordner_tui.method.gates import Gate, Missing, gates
from samordner_tui.method.terms import RoleName, StageId, Standing

GATE = "ready"
MISSING = "missing"
IN_PLACE = "in_place"

YOU = "du"
"""The samordner, as the method file says it."""

SECTIONS = {
    "consent": "consents",
    "talk_consent": "consents",
    "young_consent": "consents",
    "safety_answered": "safety",
    "safety_asked_again": "safety",
    "approver_reachable": "authorities",
    "bottom_lines_known": "bottom_line",
    "questions_known": "question",
    "everyone_visited": "people",
    "child_prepared": "children",
    "child_understands": "children",
    "supporter_chosen": RoleName.SUPPORTER,
    "chair": RoleName.CHAIR,
    "note_taker": RoleName.NOTE_TAKER,
    "minder_named": RoleName.MINDER,
    "conference_dated": "when",
    "venue_neutral": "venue",
    "venue_confirmed": "venue",
    "near_room": "checks",
    "second_room": "checks",
    "evening_access": "checks",
    "food_chosen": "meal",
    "food_ordered": "meal",
    "covers_counted": "covers",
    "briefings_gone_through": "briefings",
    "briefings_approved": "approvals",
    "waivers": "briefings",
    "interpreter": "bookings",
    "lifts": "bookings",
    "minder_booked": "bookings",
    "invitations_answered": "invitations",
}
"""In which section of its stage a line is mended."""


def gate_of(facts: f.CaseFacts, conference: f.Conference | None, today: date, method: Method) -> Gate:
    """The gate as it stands in this case."""
    return next(one for one in gates(facts, conference, today, method) if one.name == GATE)


def go_on_without(session: Session, case_id: str, conference_id: str, line: str, reason: str, today: date) -> str:
    """Go on without a line of the gate, with a reason that is kept and stays in sight. Source: design 5."""
    return keep_reason(session, case_id, f"gate:{GATE}/{line}", reason, today, conference_id)


def view(context: Context) -> StageView:
    """The stage as it is shown. Its lines are its open questions."""
    gate = gate_of(context.facts, context.conference, context.today, context.method)
    return StageView(
        StageId.READY,
        context.method.stage(StageId.READY).title.text,
        summary(gate, len(context.method.gate(GATE).lines) - len(gate.not_relevant)),
        (),
        (_missing_section(context, gate), _in_place_section(context, gate)),
    )


def summary(gate: Gate, lines: int) -> str:
    """`24 af 31 er på plads · 2 med en grund`."""
    reasoned = sum(one.kept_reason is not None for one in gate.missing)
    return joined(
        _("{done} af {all} er på plads").format(done=lines - len(gate.missing), all=lines),
        ngettext("{count} med en grund", "{count} med en grund", reasoned).format(count=reasoned) if reasoned else None,
    )


def jump_to(line: Missing) -> Jump:
    """Where a line is mended."""
    return Jump(line.stage, section=SECTIONS.get(line.id))


def _missing_section(context: Context, gate: Gate) -> Section:
    yours = {one.id for one in context.method.gate(GATE).lines if one.who.da == YOU}
    rows = tuple(
        Row(f"gate:{GATE}/{one.id}", "", tuple(_cells(one, is_yours=one.id in yours)), jump=jump_to(one))
        for one in gate.missing
    )
    return Section(MISSING, _("Det mangler før dagen"), (), rows, empty=_("Alt er på plads. God rådslagning."))


def _cells(line: Missing, *, is_yours: bool) -> Iterator[str]:
    """What lacks in this case, who acts where it is somebody else, and the reason for going on without."""
    standing = Standing.OPEN if line.kept_reason is None else Standing.BROKEN
    yield marked(standing, headed(line.detail) or line.text)
    if not is_yours:
        yield _("{who} gør det").format(who=line.who)
    if line.kept_reason is not None:
        yield _("I går videre: {reason}").format(reason=line.kept_reason)


def _in_place_section(context: Context, gate: Gate) -> Section:
    elsewhere = {one.id for one in gate.missing} | gate.not_relevant
    rows = tuple(
        Row(
            f"gate:{GATE}/{one.id}",
            "",
            (marked(Standing.MET, one.text.text),),
            jump=Jump(one.stage, SECTIONS.get(one.id)),
        )
        for one in context.method.gate(GATE).lines
        if one.id not in elsewhere
    )
    return Section(IN_PLACE, _("På plads"), (), rows, empty=_("Intet endnu."))
