"""The køreplan of trin 1 as a prompter: one point at a time, with what to say, and each briefing to be read aloud.

Everybody in the room may see the screen. What the family does not know yet, and a briefing that those it tells about
have not approved, is not shown on it. Source: R8, R9, R77, R94, R96, R218.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from samordner_tui.casework.case_frame import chosen_conference
from samordner_tui.casework.cells import headed, joined, name_of, names_of
from samordner_tui.casework.clock import Now
from samordner_tui.casework.evening import INFORMATION, running_step
from samordner_tui.casework.evening_marks import mark_of, set_mark, take_mark
from samordner_tui.casework.facts import facts_of
from samordner_tui.casework.prompter_notes import is_noted
from samordner_tui.language import _, ngettext
from samordner_tui.method import facts as f
from samordner_tui.method.attendance import still_here
from samordner_tui.method.definition import Method
from samordner_tui.method.predicates.briefings import is_approved, whose
from samordner_tui.method.readings import current, person
from samordner_tui.method.terms import BriefingKind, RoleName, StatementKind

BEFORE_DOORS: Final = "set_room"
"""The point of the køreplan that is done before anybody comes."""
BRIEFINGS: Final = "briefings"
ROLES: Final = (RoleName.CHAIR, RoleName.NOTE_TAKER, RoleName.SUPPORTER)


@dataclass(frozen=True)
class Briefing:
    """A briefing as the prompter has it. `text` is empty where it is not shown, and `withheld` says why."""

    id: str
    text: str = ""
    withheld: str = ""
    is_over: bool = False
    """Whether it is read aloud, or left out with a reason."""
    on_paper: bool = False
    """Whether it may be read aloud and its text does not stand here."""


@dataclass(frozen=True)
class Point:
    """One point: under which it is marked, what to say, and what is read or named with it."""

    about: str
    say: str
    lines: tuple[str, ...] = ()
    briefing: Briefing | None = None
    is_noted: bool | None = None
    """Whether what is noted at the point is noted; None where there is nothing to note."""


@dataclass(frozen=True)
class Prompter:
    """The points of trin 1 in their order. `begins_at` is the place it has come to."""

    conference_id: str
    points: tuple[Point, ...]
    begins_at: int
    is_running: bool
    """Whether trin 1 runs; before it the prompter is a rehearsal and keeps no place."""


def read_prompter(session: Session, case_id: str, conference_id: str, method: Method) -> Prompter:
    """The prompter of a conference as it stands now."""
    facts = facts_of(session, case_id)
    conference = chosen_conference(facts, conference_id)
    if conference is None:
        return Prompter(conference_id, (), 0, is_running=False)
    points = tuple(_points(facts, conference, method))
    reached = [place for place, one in enumerate(points) if mark_of(conference, one.about) is not None]
    step = running_step(conference)
    return Prompter(
        conference.id, points, max(reached, default=0), is_running=step is not None and step.number == INFORMATION
    )


def come_to(session: Session, conference_id: str, points: Sequence[Point], place: int, now: Now) -> None:
    """Keep that the prompter has come to a point: a program that was killed opens there again."""
    set_mark(session, conference_id, points[place].about, now)
    for one in points[place + 1 :]:
        take_mark(session, conference_id, one.about, now)


def _points(facts: f.CaseFacts, conference: f.Conference, method: Method) -> Iterator[Point]:
    for line in method.running(INFORMATION):
        if line.id == BRIEFINGS and conference.briefings:
            yield from _briefings(facts, conference)
        elif line.id != BEFORE_DOORS:
            lines, noted = _lines(facts, conference, method, line.id), is_noted(facts, conference, line.id)
            yield Point(f"prompt:{line.id}", line.text.text, lines, is_noted=noted)


def _briefings(facts: f.CaseFacts, conference: f.Conference) -> Iterator[Point]:
    """Those of the informatører first, then the initiativtager's. Source: R9."""
    ordered = sorted(conference.briefings, key=lambda one: one.kind is BriefingKind.INITIATOR)
    for place, one in enumerate(ordered, start=1):
        author = person(facts, one.author_id)
        title = _("Oplæg {place} af {count}: {whose}").format(place=place, count=len(ordered), whose=whose(facts, one))
        say = joined(title, author.relation if author is not None else None)
        yield Point(f"prompt:briefing/{one.id}", say, briefing=_shown(facts, one))


def _shown(facts: f.CaseFacts, briefing: f.Briefing) -> Briefing:
    is_over = briefing.read_aloud_on is not None or bool(briefing.left_out_reason)
    withheld = ""
    if briefing.left_out_reason:
        withheld = _("Oplægget læses ikke op. Grunden er skrevet ned.")
    elif not is_approved(briefing):
        withheld = _(
            "Oplægget er ikke godkendt af dem, det handler om, og vises ikke. Tryk u, og skriv hvorfor det udelades."
        )
    elif not briefing.text:
        withheld = _("Teksten står ikke her. Lad {whose} læse den op fra papiret, og tryk o.").format(
            whose=whose(facts, briefing)
        )
    text = "" if withheld else briefing.text or ""
    on_paper = not briefing.text and not briefing.left_out_reason and is_approved(briefing)
    return Briefing(briefing.id, text, withheld, is_over, on_paper)


def _lines(facts: f.CaseFacts, conference: f.Conference, method: Method, point: str) -> tuple[str, ...]:
    """What belongs to a point in this case."""
    match point:
        case "practical":
            return tuple(_practical(conference))
        case "three_steps":
            return tuple(_roles(facts, conference, method))
        case "strengths":
            return _known(facts, StatementKind.STRENGTH)
        case "the_questions":
            return (*_known(facts, StatementKind.QUESTION), *_known(facts, StatementKind.BOTTOM_LINE))
        case "informants_leave":
            return tuple(name_of(facts, one) for one in still_here(facts, conference))
    return ()


def _practical(conference: f.Conference) -> Iterator[str]:
    if conference.menu is not None and conference.menu.dishes:
        yield _("Maden: {dishes}").format(dishes=conference.menu.dishes)
    if conference.near_seats:
        yield _("Du og initiativtageren sidder her: {seats}").format(seats=conference.near_seats)


def _roles(facts: f.CaseFacts, conference: f.Conference, method: Method) -> Iterator[str]:
    for role in ROLES:
        holders = [
            one.person_id
            for one in conference.role_holders
            if one.role is role and one.accepted is not False and not one.understudy
        ]
        if holders:
            yield f"{headed(method.label(role))}: {names_of(facts, holders)}"


def _known(facts: f.CaseFacts, kind: StatementKind) -> tuple[str, ...]:
    """What the family knows already, and how many others there are: nothing is new on the day. Source: P8."""
    there = current(facts, kind)
    known = [one.text for one in there if one.known_to_family_on is not None]
    hidden = len(there) - len(known)
    if not hidden:
        return tuple(known)
    sentence = ngettext(
        "{count} vises ikke: familien kender den ikke endnu.",
        "{count} vises ikke: familien kender dem ikke endnu.",
        hidden,
    )
    return (*known, sentence.format(count=hidden))
