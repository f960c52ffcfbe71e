"""A girl of 11 the evening before her conference: everything is in order. Nobody here is real."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from samordner_tui.method import terms as t
from samordner_tui.method.facts import (
    Authority,
    Booking,
    Briefing,
    BriefingApproval,
    CaseFacts,
    Child,
    Conference,
    Consent,
    Contact,
    Custody,
    Engagement,
    Invitation,
    Menu,
    Person,
    RoleHolder,
    SafetyRound,
    Statement,
    Venue,
    View,
    Wording,
)

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
THE_DAY = date(2027, 1, 21)
TODAY = date(2027, 1, 20)
"""The evening before the day."""
AFTERWARDS = date(2027, 2, 20)

MILESTONES = (
    *("purpose", "leadership", "team", "management", "resources", "training", "contact_person", "working_time"),
    *("cooperation", "case_types", "rooms", "catering", "child_preparation", "samordnere", "informants"),
    *("evaluation", "results"),
)


def at(hour: int, minute: int = 0, day: date = THE_DAY) -> datetime:
    """An hour of the day, as the clock in Copenhagen shows it."""
    return datetime.combine(day, time(hour, minute), COPENHAGEN).astimezone(UTC)


def january(day: int) -> date:
    """A date in the month of the conference."""
    return date(2027, 1, day)


def _private(person_id: str, name: str, relation: str, side: t.Side, *, household: bool = False) -> Person:
    return Person(
        id=person_id,
        name=name,
        kind=t.PersonKind.PRIVATE,
        relation=relation,
        age=40,
        side=side,
        household=household,
        ring=1,
        tie=t.Tie.ACTIVE,
        invited=t.InvitationChoice.INVITE,
        decided_by=t.DecidedBy.CHILD,
        decided_on=january(3),
        noted_on=january(2),
    )


PEOPLE = (
    Person("alma", "Alma", t.PersonKind.CHILD, "barnet", 11, household=True, noted_on=january(2)),
    Person("villads", "Villads", t.PersonKind.CHILD, "lillebror", 4, household=True, noted_on=january(2)),
    _private("mette", "Mette", "mor", t.Side.MOTHER, household=True),
    _private("jonas", "Jonas", "far", t.Side.FATHER),
    _private("karen", "Karen", "mormor", t.Side.MOTHER),
    _private("sofie", "Sofie", "moster", t.Side.MOTHER),
    _private("inge", "Inge", "farmor", t.Side.FATHER),
    replace(_private("lars", "Lars", "farbror", t.Side.FATHER), tie=t.Tie.PASSIVE),
    _private("amir", "Amir", "fodboldtræner", t.Side.NONE),
    _private("nadia", "Nadia", "mors veninde", t.Side.NONE),
    replace(
        _private("tove", "Tove", "nabo", t.Side.NONE),
        invited=t.InvitationChoice.NOT_INVITED,
        not_invited_reason=t.NotInvitedReason.CHILD_DOES_NOT_WANT,
        told_how=t.ToldHow.TALK,
        other_way=t.OtherWay.LETTER,
    ),
    Person(
        "ulla",
        "Ulla",
        t.PersonKind.PROFESSIONAL,
        "klasselærer",
        invited=t.InvitationChoice.INVITE,
        decided_by=t.DecidedBy.INITIATOR,
        decided_on=january(3),
        noted_on=january(2),
    ),
)

NETWORK = ("mette", "jonas", "karen", "sofie", "inge", "lars", "amir", "nadia")
"""The private people who are to be invited."""


def _consent(consent_id: str, person_id: str, scope: t.ConsentScope) -> Consent:
    return Consent(
        consent_id,
        person_id,
        scope,
        answer=t.ConsentAnswer.YES,
        answered_on=january(2),
        evidence=t.Evidence.WRITTEN,
    )


def safety_round(round_id: str, occasion: t.SafetyOccasion, asked_on: date, *, violence: bool = False) -> SafetyRound:
    """The four questions asked; nothing is marked but what is said."""
    return SafetyRound(
        round_id, occasion, asked_on, violence=violence, sexual_abuse=False, honour=False, court_order=False
    )


def _engagement() -> Engagement:
    return Engagement(
        municipality="Fjordby",
        contact_person="Bente Holm",
        referred_on=date(2026, 12, 14),
        accepted_on=date(2026, 12, 15),
        initiator_contacted_on=date(2026, 12, 16),
        start_meeting_on=date(2026, 12, 18),
        agreed_hours=Decimal(30),
        planned_conferences=2,
        data_role=t.DataRole.PROCESSOR,
        data_instruction_on=date(2026, 12, 15),
        delete_by=date(2027, 7, 1),
        knows_family=False,
        employed_by_department=False,
        related=False,
        part_in_decision=False,
        independence_answered_on=date(2026, 12, 15),
        secrecy_declared_on=date(2026, 12, 15),
        record_check_on=date(2026, 12, 15),
        catering_budget=Decimal(1500),
        evaluation_agreed="Skemaet udfyldes samme aften.",
    )


AUTHORITIES = (
    Authority("birgit", t.AuthorityKind.INITIATOR, "Birgit Lund", "11 22 33 44", may_approve=False),
    Authority("leif", t.AuthorityKind.LEADER, "Leif Krog", "11 22 33 55", True, time(16), time(22), january(18)),
    Authority("sanne", t.AuthorityKind.SAFETY, "Sanne Bro", "11 22 33 66"),
)


def _statement(statement_id: str, kind: t.StatementKind, text: str) -> Statement:
    return Statement(statement_id, kind, text, t.WrittenBy.TOGETHER, january(4))


STATEMENTS = (
    _statement("concern", t.StatementKind.CONCERN, "Alma er meget alene."),
    _statement("strength", t.StatementKind.STRENGTH, "Alma og hendes mor griner sammen."),
    _statement("question_1", t.StatementKind.QUESTION, "Hvem er der om eftermiddagen?"),
    _statement("question_2", t.StatementKind.QUESTION, "Hvem taler Alma med?"),
    _statement("question_3", t.StatementKind.QUESTION, "Hvad gør vi, når mor er syg?"),
    _statement("bottom_line", t.StatementKind.BOTTOM_LINE, "Alma er ikke alene om natten."),
)

ALMA = Child(
    id="child_alma",
    person_id="alma",
    participation=t.Attendance.IN_ROOM,
    participation_chosen_on=january(5),
    voice=t.Voice.WITH_SUPPORTER,
    prepared_on=january(12),
    understands=True,
    understood_on=january(12),
    timeline_given_on=january(5),
    support_before="Karen ringer dagen før.",
    support_during="Karen sidder ved siden af.",
    support_after="Karen bliver natten over.",
    wish_food="Tacos",
    wish_guests="Amir",
    wish_room="Lys i vinduet",
    wish_invitation="Med en fodbold på",
)


def visit(contact_id: str, people: tuple[str, ...], outcome: t.ContactOutcome = t.ContactOutcome.MADE) -> Contact:
    """A visit; when it is made, method and responsibility are explained."""
    made = outcome is t.ContactOutcome.MADE
    return Contact(
        contact_id,
        t.ContactKind.NETWORK_VISIT,
        outcome,
        people,
        held_on=january(8),
        minutes=60,
        method_explained=made,
        responsibility_explained=made,
    )


CHILD_TALK = Contact("talk", t.ContactKind.CHILD_TALK, t.ContactOutcome.MADE, ("alma",), held_on=january(5))


def _booking() -> Booking:
    hall = Venue("hall", "Forsamlingshuset", t.VenueKind.VILLAGE_HALL, True, True, True, True, Decimal(400))
    return Booking(
        "venue_booking",
        t.BookingKind.VENUE,
        t.BookingState.CONFIRMED,
        venue=hall,
        asked_on=january(4),
        confirmed_on=january(6),
        starts_at=at(15),
        ends_at=at(22),
        paid_by=t.PaidBy.MUNICIPALITY,
        memories_asked_on=january(5),
        bad_memories=False,
        family_meets_here=False,
    )


def _briefing(briefing_id: str, kind: t.BriefingKind, author_id: str | None) -> Briefing:
    return Briefing(
        briefing_id,
        kind,
        author_id,
        text="Alma hjælper de små i gården.",
        is_short=True,
        is_appreciative=True,
        is_positive=True,
        shown_to_child_on=january(12),
        shown_to_parents_on=january(12),
        waiver_needed=author_id is not None,
        waiver_on=january(12) if author_id else None,
        approvals=(
            (BriefingApproval("mette", True, january(13), 1), BriefingApproval("alma", True, january(13), 1))
            if author_id
            else ()
        ),
    )


def _role(holder_id: str, role: t.RoleName, person_id: str, *, understudy: bool = False) -> RoleHolder:
    return RoleHolder(
        holder_id,
        role,
        person_id,
        understudy=understudy,
        chosen_by=t.ChosenBy.FAMILY,
        asked_on=january(8),
        accepted=True,
        accepted_on=january(9),
        briefed_on=january(15),
    )


ROLES = (
    _role("chair", t.RoleName.CHAIR, "lars"),
    _role("note_taker", t.RoleName.NOTE_TAKER, "sofie"),
    _role("minder", t.RoleName.MINDER, "nadia"),
    _role("second_chair", t.RoleName.CHAIR, "amir", understudy=True),
    _role("second_note_taker", t.RoleName.NOTE_TAKER, "inge", understudy=True),
    replace(_role("supporter", t.RoleName.SUPPORTER, "karen"), child_id="child_alma", chosen_by=t.ChosenBy.CHILD),
)


def _invitation(person_id: str) -> Invitation:
    return Invitation(
        f"invitation_{person_id}",
        person_id,
        t.SendChannel.BY_HAND,
        sent_on=january(8),
        answer=t.Answer.YES,
        answered_on=january(12),
        attendance=t.Attendance.IN_ROOM,
        # Little brother follows his mother.
        companion_children=1 if person_id == "mette" else 0,
    )


def planned_conference() -> Conference:
    return Conference(
        id="first",
        number=1,
        starts_at=at(17),
        ends_at=at(20),
        meal_time=t.MealTime.DURING_STEP_2,
        bookings=(_booking(),),
        menu=Menu(
            dishes="Tacos",
            chosen_by_child=True,
            chosen_on=january(5),
            price_per_cover=Decimal(80),
            extra_covers=2,
            supplier_id="canteen",
            ordered_on=january(14),
            ordered_covers=13,
            confirmed_on=january(15),
            pick_up_at=at(16),
        ),
        briefings=(
            _briefing("initiators", t.BriefingKind.INITIATOR, None),
            _briefing("teachers", t.BriefingKind.INFORMANT_CHILD, "ulla"),
        ),
        role_holders=ROLES,
        wordings=(Wording("wording", made_with_child=True),),
        invitations=tuple(_invitation(person_id) for person_id in (*NETWORK, "ulla")),
    )


def full_case() -> CaseFacts:
    """A girl of 11 the evening before her conference: everything is in order."""
    return CaseFacts(
        number="2027-03",
        alias="Alma",
        case_type=t.CaseType.PREVENTIVE,
        purpose="At Alma får det bedre.",
        opened_on=date(2026, 12, 15),
        engagement=_engagement(),
        authorities=AUTHORITIES,
        statements=STATEMENTS,
        consents=tuple(
            _consent(f"{scope}_{parent}", parent, scope)
            for scope in (t.ConsentScope.METHOD, t.ConsentScope.CHILD_TALK)
            for parent in ("mette", "jonas")
        ),
        safety_rounds=(
            safety_round("safety_1", t.SafetyOccasion.BEFORE_CONTACT, date(2026, 12, 18)),
            safety_round("safety_2", t.SafetyOccasion.AFTER_TALK, january(5)),
            safety_round("safety_3", t.SafetyOccasion.BEFORE_DAY, january(19)),
        ),
        people=PEOPLE,
        children=(ALMA,),
        custodies=(Custody("mette", "child_alma"), Custody("jonas", "child_alma")),
        views=tuple(View(person_id, "alma", t.ContactView.YES, january(5)) for person_id in (*NETWORK[1:], "tove")),
        contacts=(CHILD_TALK, *(visit(f"visit_{person_id}", (person_id,)) for person_id in NETWORK)),
        conferences=(planned_conference(),),
        time_minutes=900,
        asked_milestones=MILESTONES,
    )
