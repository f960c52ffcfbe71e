"""The field's words as enumerations.

Each value is what is stored and what stands in a case file. What the screen says for a value, in Danish and English,
stands in the method file under `[choices]`; loading the method checks that the two agree.
"""

from __future__ import annotations

from enum import StrEnum


class StageId(StrEnum):
    """The stages of a case, in the order they are walked. Source: domain.md 2."""

    ASSIGNMENT = "assignment"
    CHILD = "child"
    NETWORK = "network"
    VENUE = "venue"
    CATERING = "catering"
    BRIEFINGS = "briefings"
    ROLES = "roles"
    INVITATIONS = "invitations"
    READY = "ready"
    INFORMATION = "information"
    PRIVATE_TIME = "private_time"
    APPROVAL = "approval"
    PLAN_OUT = "plan_out"
    EVALUATION = "evaluation"
    FOLLOW_UP = "follow_up"
    CLOSING = "closing"


class Standing(StrEnum):
    """How a hjørnesten stands. Source: R1, cornerstones.md."""

    OPEN = "open"
    PARTLY = "partly"
    MET = "met"
    BROKEN = "broken"


class MarkState(StrEnum):
    """How a measure of fidelity stands. Source: domain.md 6."""

    MET = "met"
    PARTLY = "partly"
    NOT = "not"
    NOT_YET = "not_yet"
    """It needs what has not happened."""
    NOT_KNOWN = "not_known"
    """It has happened, and is not recorded."""
    NOT_RELEVANT = "not_relevant"
    """The case has nothing it could be measured by."""


class Phase(StrEnum):
    """Where a conference is: before its trin 1 has begun, on the day, or after trin 3 has ended."""

    BEFORE = "before"
    DAY = "day"
    AFTER = "after"


class CaseType(StrEnum):
    """What the case is about. Source: R91, R93."""

    PREVENTIVE = "preventive"
    FACING_PLACEMENT = "facing_placement"
    PLACED = "placed"


class ClosingReason(StrEnum):
    """Why a case ended. Source: domain.md 2 phase 8, P27."""

    PLAN_RUNS = "plan_runs"
    SERIES_ENDED = "series_ended"
    PLAN_WITHOUT_MEETING = "plan_without_meeting"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    FAMILY_STOPPED = "family_stopped"
    MUNICIPALITY_STOPPED = "municipality_stopped"
    NOT_SAFE = "not_safe"
    HANDED_OVER = "handed_over"


class Channel(StrEnum):
    """How the samordner was found. Source: R36, R37."""

    ASSOCIATION = "association"
    OWN_CORPS = "own_corps"
    BORROWED = "borrowed"
    DIRECT = "direct"


class DataRole(StrEnum):
    """Who answers for the data. Source: domain.md 5.5."""

    CONTROLLER = "controller"
    PROCESSOR = "processor"
    BEING_CLARIFIED = "being_clarified"


class StatementKind(StrEnum):
    """What a statement of the assignment is. Source: R94, P7."""

    CONCERN = "concern"
    STRENGTH = "strength"
    QUESTION = "question"
    BOTTOM_LINE = "bottom_line"


class WrittenBy(StrEnum):
    """Who put a statement into words."""

    INITIATOR = "initiator"
    FAMILY = "family"
    TOGETHER = "together"


class AuthorityKind(StrEnum):
    """What a person at the municipality answers for. Source: R15, R113."""

    INITIATOR = "initiator"
    LEADER = "leader"
    SAFETY = "safety"
    ON_CALL = "on_call"


class ConsentScope(StrEnum):
    """What a consent is for. Source: R89, domain.md 2 phase 2."""

    METHOD = "method"
    CHILD_TALK = "child_talk"
    SHARING = "sharing"
    PHOTO = "photo"


class ConsentAnswer(StrEnum):
    """What a custody holder or a young person answered. Source: R89."""

    YES = "yes"
    NO = "no"
    NOT_FOUND = "not_found"
    MUNICIPALITY_PROCEEDS = "municipality_proceeds"


class Evidence(StrEnum):
    """How a consent was given. Source: P5."""

    WRITTEN = "written"
    ORAL = "oral"
    WITH_MUNICIPALITY = "with_municipality"


class SafetyOccasion(StrEnum):
    """When the safety questions were asked. Source: P21, P22, design 5."""

    BEFORE_CONTACT = "before_contact"
    AFTER_TALK = "after_talk"
    BEFORE_DAY = "before_day"
    OTHER = "other"


class SafetyAnswer(StrEnum):
    """What the municipality answered. Only the first two open the network. Source: P22."""

    MAY_BEGIN = "may_begin"
    WITH_MEASURES = "with_measures"
    WAIT = "wait"
    NOT_THE_METHOD = "not_the_method"


class PersonKind(StrEnum):
    """What a person is in the case. Source: R164; helpers: cornerstones.md 2."""

    CHILD = "child"
    PRIVATE = "private"
    PROFESSIONAL = "professional"
    HELPER = "helper"


class HelperKind(StrEnum):
    """Whom the family may ask to help. Source: P13."""

    INTERPRETER = "interpreter"
    CARER = "carer"
    LAY_SUPPORTER = "lay_supporter"


class Side(StrEnum):
    """Whose side of the family a person is on."""

    MOTHER = "mother"
    FATHER = "father"
    BOTH = "both"
    NONE = "none"


class Sector(StrEnum):
    """Where on the network map a person stands. The own ones are named by whoever uses them."""

    MOTHERS_SIDE = "mothers_side"
    FATHERS_SIDE = "fathers_side"
    FRIENDS_LEISURE = "friends_leisure"
    SCHOOL_WORK = "school_work"
    PROFESSIONALS = "professionals"
    OWN_1 = "own_1"
    OWN_2 = "own_2"
    OWN_3 = "own_3"


class Tie(StrEnum):
    """Whether a tie is alive, asleep or new. Source: R154."""

    ACTIVE = "active"
    PASSIVE = "passive"
    NEW = "new"


class TieQuality(StrEnum):
    """What two people are to each other, as the one who draws the map says it. Source: R153."""

    STRONG = "strong"
    ORDINARY = "ordinary"
    WEAK = "weak"
    TENSE = "tense"
    BROKEN = "broken"


class Support(StrEnum):
    """Which way support flows between two people. Source: R147."""

    GIVES = "gives"
    GETS = "gets"
    BOTH = "both"


class Gender(StrEnum):
    """How somebody is drawn in a family tree: a square, a circle, or a diamond for anything else and not known."""

    MAN = "man"
    WOMAN = "woman"
    OTHER = "other"


class ParentKind(StrEnum):
    """In which way somebody is a child's parent. Custody is another matter. Source: domain.md 1."""

    BIOLOGICAL = "biological"
    STEP = "step"
    ADOPTIVE = "adoptive"
    FOSTER = "foster"


class CoupleState(StrEnum):
    """How two people live as a couple, or no longer do."""

    TOGETHER = "together"
    MARRIED = "married"
    SEPARATED = "separated"
    DIVORCED = "divorced"


class ContactView(StrEnum):
    """What the child or a custody holder says about contact with a person. Source: R155."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class InvitationChoice(StrEnum):
    """Whether a person is to be invited. Source: R155."""

    UNDECIDED = "undecided"
    INVITE = "invite"
    NOT_INVITED = "not_invited"


class NotInvitedReason(StrEnum):
    """Why somebody is not invited. A fixed choice, so that no story is written."""

    CHILD_DOES_NOT_WANT = "child_does_not_want"
    PARENT_DOES_NOT_WANT = "parent_does_not_want"
    SAFETY = "safety"
    COURT_ORDER = "court_order"
    OWN_WISH = "own_wish"
    OTHER = "other"


class DecidedBy(StrEnum):
    """Who decided about an invitation: never the samordner. Source: R155, design 3."""

    CHILD = "child"
    PARENT = "parent"
    INITIATOR = "initiator"
    PERSON = "person"


class ToldHow(StrEnum):
    """How a person was told of a decision about them."""

    TALK = "talk"
    PHONE = "phone"
    LETTER = "letter"
    BY_FAMILY = "by_family"
    BY_MUNICIPALITY = "by_municipality"
    NOT_TOLD = "not_told"


class OtherWay(StrEnum):
    """Another way of taking part for somebody who is not invited. Source: P10, domain.md 2.2."""

    LETTER = "letter"
    RECORDING = "recording"
    SPOKESPERSON = "spokesperson"
    OWN_CONFERENCE = "own_conference"
    NONE = "none"


class Attendance(StrEnum):
    """The form in which somebody takes part. Source: domain.md 2.2, R183."""

    IN_ROOM = "in_room"
    PART = "part"
    PHONE = "phone"
    VIDEO = "video"
    LETTER = "letter"
    RECORDING = "recording"
    SPOKESPERSON = "spokesperson"
    STATEMENT = "statement"
    WITHDREW = "withdrew"


class Diet(StrEnum):
    """What the kitchen must know. Counted, never named. Source: R56, domain.md 5.2."""

    VEGETARIAN = "vegetarian"
    VEGAN = "vegan"
    HALAL = "halal"
    KOSHER = "kosher"
    NO_PORK = "no_pork"
    NO_FISH = "no_fish"
    GLUTEN_FREE = "gluten_free"
    LACTOSE_FREE = "lactose_free"
    NUT_ALLERGY = "nut_allergy"
    EGG_ALLERGY = "egg_allergy"
    SHELLFISH_ALLERGY = "shellfish_allergy"
    DIABETES = "diabetes"
    OTHER = "other"


class ContactKind(StrEnum):
    """What a contact was for. Source: R28, R65."""

    NETWORK_VISIT = "network_visit"
    CHILD_TALK = "child_talk"
    PARENT_TALK = "parent_talk"
    INITIATOR_MEETING = "initiator_meeting"
    INFORMANT_TALK = "informant_talk"
    AFTER_TALK = "after_talk"
    GUARDIAN_CALL = "guardian_call"


class ContactForm(StrEnum):
    """Where or how a contact took place. Source: R72, R183."""

    HOME = "home"
    PHONE = "phone"
    VIDEO = "video"
    CAFE = "cafe"
    WALK = "walk"
    MEAL = "meal"
    SCHOOL = "school"
    OFFICE = "office"
    LETTER = "letter"
    OTHER = "other"


class ContactOutcome(StrEnum):
    """What came of a contact. Source: R28, cornerstones.md."""

    PLANNED = "planned"
    MADE = "made"
    INFORMED_OTHERWISE = "informed_otherwise"
    DECLINED = "declined"
    TRIED = "tried"
    CALLED_OFF = "called_off"


class Voice(StrEnum):
    """How a child is heard. Source: domain.md 2.2."""

    SPEAKS = "speaks"
    WITH_SUPPORTER = "with_supporter"
    STATEMENT = "statement"
    DRAWING = "drawing"
    RECORDING = "recording"
    SILENT = "silent"
    SUPPORTER_INSTEAD = "supporter_instead"


class WhoseWords(StrEnum):
    """Whose words a reason is. Source: cornerstones.md 5."""

    CHILD = "child"
    PARENT = "parent"
    SUPPORTER = "supporter"
    SAMORDNER = "samordner"


class VenueKind(StrEnum):
    """What a venue is. Source: R40, R41, R43, R44."""

    LIBRARY = "library"
    VILLAGE_HALL = "village_hall"
    LEISURE_CENTRE = "leisure_centre"
    PARISH_HOUSE = "parish_house"
    CULTURE_HOUSE = "culture_house"
    SPORTS_CLUB = "sports_club"
    OTHER_NEUTRAL = "other_neutral"
    TOWN_HALL = "town_hall"
    SCHOOL = "school"
    MUNICIPAL_OFFICE = "municipal_office"
    FAMILY_HOME = "family_home"
    NETWORK_HOME = "network_home"


class BookingKind(StrEnum):
    """What can be booked for a conference. Source: R30, P14."""

    VENUE = "venue"
    INTERPRETER = "interpreter"
    LIFT = "lift"
    MINDER = "minder"
    VIDEO_LINK = "video_link"
    OTHER = "other"


class BookingState(StrEnum):
    """How far a booking has come."""

    NEEDED = "needed"
    ASKED = "asked"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class PaidBy(StrEnum):
    """Who pays. Source: R50, R58."""

    MUNICIPALITY = "municipality"
    SAMORDNER = "samordner"
    FREE = "free"


class MealTime(StrEnum):
    """When the meal is shared. Source: R54; the sources do not say when, so the family does."""

    BEFORE_STEP_1 = "before_step_1"
    BEFORE_STEP_2 = "before_step_2"
    DURING_STEP_2 = "during_step_2"
    AFTER_STEP_3 = "after_step_3"


class BriefingKind(StrEnum):
    """Whose briefing it is. Source: R78, R79, R9."""

    INITIATOR = "initiator"
    INFORMANT_SUBJECT = "informant_subject"
    INFORMANT_CHILD = "informant_child"


class RoleName(StrEnum):
    """The roles a conference needs. Source: R31, R46."""

    CHAIR = "chair"
    NOTE_TAKER = "note_taker"
    SUPPORTER = "supporter"
    MINDER = "minder"


class ChosenBy(StrEnum):
    """Who chose somebody for a role. The child chooses its supporter. Source: R64."""

    CHILD = "child"
    FAMILY = "family"
    SAMORDNER = "samordner"


class SendChannel(StrEnum):
    """How something was handed over."""

    BY_HAND = "by_hand"
    LETTER = "letter"
    EMAIL = "email"
    TEXT_MESSAGE = "text_message"
    PHONE = "phone"


class PaperFormat(StrEnum):
    """What a paper is made as: a page, a letter that can be changed, text, or something for a calendar or a phone."""

    PDF = "pdf"
    WORD = "docx"
    TEXT = "txt"
    MARKDOWN = "md"
    CALENDAR = "ics"
    CONTACT = "vcf"


class Answer(StrEnum):
    """What an invitee answered."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"


class ConferenceKind(StrEnum):
    """First or follow-up. Source: R99."""

    FIRST = "first"
    FOLLOW_UP = "follow_up"


class ConferenceState(StrEnum):
    """What became of a conference. Source: P27."""

    PLANNED = "planned"
    STOPPED = "stopped"
    HELD = "held"
    PLAN_WITHOUT_MEETING = "plan_without_meeting"


class StopReason(StrEnum):
    """Why a conference was stopped, said honestly."""

    FAMILY_SAID_STOP = "family_said_stop"
    CHILD_SAID_STOP = "child_said_stop"
    NOT_SAFE = "not_safe"
    NO_PLAN_REACHED = "no_plan_reached"
    TOO_FEW_CAME = "too_few_came"
    ILLNESS = "illness"
    MUNICIPALITY_STOPPED = "municipality_stopped"
    CONSENT_WITHDRAWN = "consent_withdrawn"


class PresentAs(StrEnum):
    """Who stands behind a presence: somebody on the list, or one of the two who always come."""

    PERSON = "person"
    SAMORDNER = "samordner"
    INITIATOR = "initiator"


class LogKind(StrEnum):
    """What may be noted of private time. Fixed choices: there is no field for words. Source: R4, R10."""

    CALLED_IN = "called_in"
    CAME_UNCALLED = "came_uncalled"
    STAYED = "stayed"
    PAUSE = "pause"
    MEAL = "meal"
    CHILD_WITHDRAWS = "child_withdraws"
    CHILD_RETURNS = "child_returns"
    CLOCK_JUMPED = "clock_jumped"


class LogAbout(StrEnum):
    """What somebody was called in about."""

    MUNICIPAL_SUPPORT = "municipal_support"
    THE_SHEET = "the_sheet"
    DISAGREEMENT = "disagreement"
    THE_CHILD = "the_child"
    PRACTICAL = "practical"
    FEELS_UNSAFE = "feels_unsafe"


class LogBy(StrEnum):
    """Who called somebody in while the family was alone, as a role and never a name."""

    CHAIR = "chair"
    NOTE_TAKER = "note_taker"
    SUPPORTER = "supporter"
    CHILD = "child"
    PARENT = "parent"
    NETWORK = "network"


class UncalledReason(StrEnum):
    """Why a professional was in private time uncalled, in fixed choices while the family is alone."""

    FELT_UNSAFE = "felt_unsafe"
    MISUNDERSTANDING = "misunderstanding"
    PRACTICAL = "practical"
    WOULD_NOT_LEAVE = "would_not_leave"
    FAMILY_WISHED = "family_wished"
    LATER = "later"


class Outcome(StrEnum):
    """What the initiativtager answered. Source: R12, R14, R19."""

    APPROVED = "approved"
    PROVISIONAL = "provisional"
    RETURNED = "returned"
    REFUSED = "refused"


class WhenKind(StrEnum):
    """When a plan item happens. `FROM_NOW` is a clear answer too. Source: R13, R180."""

    DATE = "date"
    REPEATING = "repeating"
    EVENT = "event"
    FROM_NOW = "from_now"


class Municipal(StrEnum):
    """Whether a plan item concerns the municipality, and what it answered. Source: R19."""

    NO = "no"
    YES = "yes"
    NEEDS_FORMAL_DECISION = "needs_formal_decision"
    DECLINED = "declined"


class ProgressState(StrEnum):
    """What became of a plan item. Source: R148."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    CHANGED = "changed"


class Respondent(StrEnum):
    """Who answered an evaluation; never a name. Source: R101."""

    CHILD = "child"
    FAMILY = "family"
    NETWORK = "network"
    PROFESSIONAL = "professional"


class Activity(StrEnum):
    """What time was spent on. Source: R159."""

    PREPARATION = "preparation"
    VISIT = "visit"
    TRAVEL = "travel"
    CONFERENCE = "conference"
    AFTERWARDS = "afterwards"
    MEETING = "meeting"


class SeriousKind(StrEnum):
    """What kind of grave matter was told or seen. The story is not written down."""

    TOLD_BY_CHILD = "told_by_child"
    TOLD_BY_ADULT = "told_by_adult"
    SEEN = "seen"


class NoticeKind(StrEnum):
    """What a kept reason is about."""

    DEPARTURE = "departure"
    SET_ASIDE = "set_aside"
    REMARK = "remark"
