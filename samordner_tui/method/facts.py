"""Exactly what the rules read of a case, as frozen values.

Field names are those of the records, so that a row becomes a fact by name alone. Dates are civil dates, moments are
aware datetimes. Absent knowledge is `None`; a rule treats it as not known, never as no.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from samordner_tui.method import terms as t
from samordner_tui.method.zones import HOME_ZONE


@dataclass(frozen=True, slots=True)
class Engagement:
    """What the samordner is hired for."""

    municipality: str | None = None
    contact_person: str | None = None
    referred_on: date | None = None
    accepted_on: date | None = None
    initiator_contacted_on: date | None = None
    start_meeting_on: date | None = None
    agreed_hours: Decimal | None = None
    planned_conferences: int | None = None
    data_role: t.DataRole | None = None
    data_instruction_on: date | None = None
    delete_by: date | None = None
    knows_family: bool | None = None
    employed_by_department: bool | None = None
    related: bool | None = None
    part_in_decision: bool | None = None
    independence_answered_on: date | None = None
    secrecy_declared_on: date | None = None
    record_check_on: date | None = None
    catering_budget: Decimal | None = None
    evaluation_agreed: str | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """A person at the municipality who answers for something."""

    id: str
    kind: t.AuthorityKind
    name: str
    phone: str | None = None
    may_approve: bool | None = None
    reachable_from: time | None = None
    reachable_until: time | None = None
    confirmed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A concern, strength, question or bottom line in the version that holds now."""

    id: str
    kind: t.StatementKind
    text: str
    written_by: t.WrittenBy | None = None
    known_to_family_on: date | None = None
    version: int = 1
    replaces_id: str | None = None
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """An answer about consent. `child_id` is None where it holds for every child of the case."""

    id: str
    person_id: str
    scope: t.ConsentScope
    child_id: str | None = None
    answer: t.ConsentAnswer | None = None
    answered_on: date | None = None
    evidence: t.Evidence | None = None
    proceeds_by: str | None = None
    proceeds_ground: str | None = None
    withdrawn_on: date | None = None
    told_on: date | None = None


@dataclass(frozen=True, slots=True)
class SafetyRound:
    """The safety questions asked once, and the municipality's answer."""

    id: str
    occasion: t.SafetyOccasion
    asked_on: date | None = None
    violence: bool | None = None
    sexual_abuse: bool | None = None
    honour: bool | None = None
    court_order: bool | None = None
    answer: t.SafetyAnswer | None = None
    answered_by: str | None = None
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the case."""

    id: str
    name: str
    kind: t.PersonKind
    relation: str | None = None
    age: int | None = None
    side: t.Side | None = None
    household: bool | None = False
    """Whether they live with the child; None where it is not known."""
    ring: int | None = None
    tie: t.Tie | None = None
    needs_interpreter: bool = False
    needs_lift: bool = False
    access_needs: str | None = None
    diets: tuple[t.Diet, ...] = ()
    invited: t.InvitationChoice = t.InvitationChoice.UNDECIDED
    not_invited_reason: t.NotInvitedReason | None = None
    decided_by: t.DecidedBy | None = None
    decided_on: date | None = None
    told_how: t.ToldHow | None = None
    other_way: t.OtherWay | None = None
    attendance: t.Attendance | None = None
    noted_on: date | None = None
    sector: t.Sector | None = None


@dataclass(frozen=True, slots=True)
class Child:
    """A child the case is about; `person_id` names it among the people."""

    id: str
    person_id: str
    participation: t.Attendance | None = None
    participation_chosen_on: date | None = None
    voice: t.Voice | None = None
    statement: str | None = None
    prepared_on: date | None = None
    understands: bool | None = None
    understood_on: date | None = None
    timeline_given_on: date | None = None
    support_before: str | None = None
    support_during: str | None = None
    support_after: str | None = None
    wish_food: str | None = None
    wish_guests: str | None = None
    wish_room: str | None = None
    wish_invitation: str | None = None


@dataclass(frozen=True, slots=True)
class Custody:
    """Who holds custody of which child."""

    person_id: str
    child_id: str


@dataclass(frozen=True, slots=True)
class View:
    """What the child or a custody holder says about contact with a person."""

    person_id: str
    said_by_id: str
    view: t.ContactView
    said_on: date | None = None


@dataclass(frozen=True, slots=True)
class ConflictPair:
    """Two people who need distance."""

    id: str
    first_id: str
    second_id: str
    arrives_first_id: str | None = None
    separate_lifts: bool = True
    seating: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A visit, talk or call with `people` (their ids)."""

    id: str
    kind: t.ContactKind
    outcome: t.ContactOutcome
    people: tuple[str, ...] = ()
    planned_at: datetime | None = None
    held_on: date | None = None
    minutes: int | None = None
    kilometres: Decimal | None = None
    method_explained: bool = False
    responsibility_explained: bool = False
    may_be_told: str | None = None


@dataclass(frozen=True, slots=True)
class Venue:
    """A place from the book of venues."""

    id: str
    name: str
    kind: t.VenueKind | None = None
    near_room: bool | None = None
    second_room: bool | None = None
    evening_access: bool | None = None
    step_free: bool | None = None
    price: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Booking:
    """Something booked for a conference."""

    id: str
    kind: t.BookingKind
    state: t.BookingState
    venue: Venue | None = None
    person_id: str | None = None
    asked_on: date | None = None
    confirmed_on: date | None = None
    cancelled_on: date | None = None
    cancel_by: date | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    price: Decimal | None = None
    paid_by: t.PaidBy | None = None
    memories_asked_on: date | None = None
    bad_memories: bool | None = None
    family_meets_here: bool | None = None
    departure_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """The meal of a conference."""

    dishes: str | None = None
    chosen_by_child: bool | None = None
    chosen_on: date | None = None
    price_per_cover: Decimal | None = None
    extra_covers: int = 0
    supplier_id: str | None = None
    ordered_on: date | None = None
    ordered_covers: int | None = None
    confirmed_on: date | None = None
    pick_up_at: datetime | None = None
    picked_up_on: date | None = None


@dataclass(frozen=True, slots=True)
class BriefingApproval:
    """Somebody a briefing tells about, and what they answered to which version."""

    person_id: str
    approved: bool | None = None
    approved_on: date | None = None
    approved_version: int | None = None


@dataclass(frozen=True, slots=True)
class Briefing:
    """What an informatør or the initiativtager reads aloud."""

    id: str
    kind: t.BriefingKind
    author_id: str | None = None
    text: str | None = None
    version: int = 1
    draft_due: date | None = None
    is_short: bool | None = None
    is_appreciative: bool | None = None
    is_positive: bool | None = None
    shown_to_child_on: date | None = None
    shown_to_parents_on: date | None = None
    waiver_needed: bool | None = None
    waiver_on: date | None = None
    read_aloud_on: date | None = None
    left_out_reason: str | None = None
    deleted_on: date | None = None
    approvals: tuple[BriefingApproval, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleHolder:
    """Somebody with a role at a conference."""

    id: str
    role: t.RoleName
    person_id: str
    understudy: bool = False
    child_id: str | None = None
    chosen_by: t.ChosenBy | None = None
    asked_on: date | None = None
    accepted: bool | None = None
    accepted_on: date | None = None
    briefed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """The text of the invitations."""

    id: str
    made_with_child: bool | None = None


@dataclass(frozen=True, slots=True)
class Invitation:
    """One person's invitation and answer."""

    id: str
    person_id: str
    channel: t.SendChannel | None = None
    sent_on: date | None = None
    reminded_on: date | None = None
    answer: t.Answer | None = None
    answered_on: date | None = None
    attendance: t.Attendance | None = None
    companions: int = 0
    companion_children: int = 0
    needs: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A trin of a conference; trin 2 and 3 run once a round."""

    id: str
    number: int
    round: int = 1
    started_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody who took part in trin `step`."""

    id: str
    step: int
    present_as: t.PresentAs
    person_id: str | None = None
    form: t.Attendance = t.Attendance.IN_ROOM
    called_in: bool = False
    left_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EveningMark:
    """Something of the evening that is in place."""

    id: str
    about: str
    done_at: datetime


@dataclass(frozen=True, slots=True)
class Arrival:
    """When somebody comes, and by which door."""

    id: str
    present_as: t.PresentAs = t.PresentAs.PERSON
    person_id: str | None = None
    comes_at: time | None = None
    door: str | None = None
    leaves_with: str | None = None
    arrived_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A moment of private time."""

    id: str
    at: datetime
    kind: t.LogKind
    about: t.LogAbout | None = None
    minutes: int | None = None
    called_by: t.LogBy | None = None
    reason: t.UncalledReason | None = None


@dataclass(frozen=True, slots=True)
class ChildAbsence:
    """Why a child stayed away, and whose words it is."""

    child_id: str
    reason: str
    whose_words: t.WhoseWords | None = None


@dataclass(frozen=True, slots=True)
class TaskAgreement:
    """What somebody who was not there says to a task of theirs."""

    id: str
    person_id: str
    asked_on: date | None = None
    agrees: bool | None = None
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One agreement of the plan."""

    id: str
    position: int
    what: str
    who: str | None = None
    when_kind: t.WhenKind | None = None
    when_date: date | None = None
    when_words: str | None = None
    done_when: str | None = None
    answers_id: str | None = None
    child_id: str | None = None
    municipal: t.Municipal | None = None
    formal_by: str | None = None
    formal_due: date | None = None
    declined_because: str | None = None
    unclear_reason: str | None = None
    previous_id: str | None = None
    agreements: tuple[TaskAgreement, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """Somebody who is to have the plan."""

    person_id: str | None = None
    authority_id: str | None = None
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The family's plan in one version."""

    id: str
    version: int
    words: str | None = None
    typed_on: date | None = None
    confirmed_on: date | None = None
    child_version_on: date | None = None
    items: tuple[PlanItem, ...] = ()
    deliveries: tuple[Delivery, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """The initiativtager's answer to a plan."""

    id: str
    round: int
    outcome: t.Outcome
    decided_at: datetime
    plan_id: str | None = None
    authority_id: str | None = None
    leader_called_at: datetime | None = None
    provisional_until: date | None = None
    rests_on_id: str | None = None
    rests_on_new: bool | None = None
    possible_if: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """What became of an agreement."""

    item_id: str
    state: t.ProgressState


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One answer to the evaluation."""

    group: t.Respondent
    answered_on: date | None = None
    felt_involved: int | None = None
    measures_agreed: int | None = None
    effect_on_child: int | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A reason that is kept, for a departure or a task set aside."""

    kind: t.NoticeKind
    about: str
    reason: str
    given_on: date
    conference_id: str | None = None


@dataclass(frozen=True, slots=True)
class Conference:
    """One conference with all that belongs to it."""

    id: str
    number: int
    kind: t.ConferenceKind = t.ConferenceKind.FIRST
    state: t.ConferenceState = t.ConferenceState.PLANNED
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    meal_time: t.MealTime | None = None
    near_seats: str | None = None
    meal_shared: bool | None = None
    hosted_by_samordner: bool | None = None
    led_by_samordner: bool | None = None
    questions_answered: bool | None = None
    plan_read_at: datetime | None = None
    stop_reason: t.StopReason | None = None
    guardian_id: str | None = None
    follow_up_on: date | None = None
    no_follow_up_reason: str | None = None
    bookings: tuple[Booking, ...] = ()
    menu: Menu | None = None
    briefings: tuple[Briefing, ...] = ()
    role_holders: tuple[RoleHolder, ...] = ()
    wordings: tuple[Wording, ...] = ()
    invitations: tuple[Invitation, ...] = ()
    arrivals: tuple[Arrival, ...] = ()
    evening_marks: tuple[EveningMark, ...] = ()
    steps: tuple[Step, ...] = ()
    presences: tuple[Presence, ...] = ()
    log_entries: tuple[LogEntry, ...] = ()
    child_absences: tuple[ChildAbsence, ...] = ()
    plans: tuple[Plan, ...] = ()
    decisions: tuple[Decision, ...] = ()
    progress: tuple[Progress, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()


@dataclass(frozen=True, slots=True)
class Ages:
    """The ages and bounds the archive works with; each can be set. Ages in years. Source: P5, F11."""

    consents_from: int = 15
    small_child_under: int = 10


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """A whole case as the rules see it. `zone` is the archive's time zone by name."""

    number: str
    alias: str
    case_type: t.CaseType | None = None
    purpose: str | None = None
    excluded_because: str | None = None
    mothers_side_reason: str | None = None
    fathers_side_reason: str | None = None
    opened_on: date | None = None
    closed_on: date | None = None
    closing_reason: t.ClosingReason | None = None
    everyone_told_on: date | None = None
    handed_over_on: date | None = None
    engagement: Engagement = Engagement()
    authorities: tuple[Authority, ...] = ()
    statements: tuple[Statement, ...] = ()
    consents: tuple[Consent, ...] = ()
    safety_rounds: tuple[SafetyRound, ...] = ()
    people: tuple[Person, ...] = ()
    children: tuple[Child, ...] = ()
    custodies: tuple[Custody, ...] = ()
    views: tuple[View, ...] = ()
    conflict_pairs: tuple[ConflictPair, ...] = ()
    contacts: tuple[Contact, ...] = ()
    conferences: tuple[Conference, ...] = ()
    time_minutes: int = 0
    notices: tuple[Notice, ...] = ()
    asked_milestones: tuple[str, ...] = ()
    ages: Ages = Ages()
    zone: str = HOME_ZONE
