"""Nothing is said for somebody: not a consent, not a yes to a briefing, not a child's wish, not a yes to the room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from samordner_tui.casework.views import Context
from samordner_tui.method import facts as f
from samordner_tui.method.terms import (
    Answer,
    Attendance,
    BookingKind,
    BriefingKind,
    ChosenBy,
    ContactView,
    DecidedBy,
    InvitationChoice,
    RoleName,
)
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.making import Sheet, drawn, sheets
from samordner_tui.papers.paper.plain import text_of
from tests.papers.cases import EVERYTHING_DONE, IN_PREPARATION, demo, in_case

DAY = date(2027, 1, 9)


def of(context: Context, paper: str) -> tuple[Sheet, ...]:
    return sheets(context, paper_set().kind(paper))


def text(context: Context, sheet: Sheet) -> str:
    return " ".join(text_of(drawn(context, sheet, "da")).split())


def with_facts(context: Context, **changed: object) -> Context:
    facts = replace(context.facts, **changed)  # type: ignore[arg-type]
    own = context.conference
    now = next((one for one in facts.conferences if own is not None and one.id == own.id), None)
    return replace(context, facts=facts, conference=now)


def with_conference(context: Context, change: Callable[[f.Conference], f.Conference]) -> Context:
    own = context.conference
    assert own is not None
    return with_facts(
        context, conferences=tuple(change(one) if one.id == own.id else one for one in context.facts.conferences)
    )


def changed_briefing(context: Context, briefing_id: str, **changed: object) -> Context:
    def change(conference: f.Conference) -> f.Conference:
        found = tuple(
            replace(one, **changed) if one.id == briefing_id else one  # type: ignore[arg-type]
            for one in conference.briefings
        )
        return replace(conference, briefings=found)

    return with_conference(context, change)


def test_each_child_has_its_own_consent_signed_by_those_with_custody_of_it(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        first, second = context.facts.children
        names = {one.id: one.name for one in context.facts.people}
        mother, father, other = (one.id for one in context.facts.people if one.name in {"Agnieszka", "Thomas", "Marek"})
        halves = (
            f.Custody(mother, first.id),
            f.Custody(mother, second.id),
            f.Custody(father, first.id),
            f.Custody(other, second.id),
        )
        halved = with_facts(context, custodies=halves)
        forms = [text(halved, one) for one in of(halved, "consent_method")]
    assert len(forms) == 2
    for form, (child, parent, stranger) in zip(forms, ((first, father, other), (second, other, father)), strict=True):
        assert f"drejer sig om {names[child.person_id]}." in form
        assert names[parent] in form
        assert names[stranger] not in form


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"approvals": ()}, "De, det handler om, har ikke sagt ja til oplægget."),
        ({"shown_to_parents_on": None}, "Oplægget er ikke gennemgået med barn og forældre."),
        ({"waiver_needed": True, "waiver_on": None}, "Fritagelsen for tavshedspligt mangler."),
    ],
)
def test_a_briefing_is_on_paper_when_those_it_tells_about_have_said_yes(
    tmp_path: Path, changed: dict[str, object], sentence: str
) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        assert context.conference is not None
        informer = next(one for one in context.conference.briefings if one.kind is not BriefingKind.INITIATOR)
        as_approved = next(one for one in of(context, "briefing_aloud") if one.to.id == informer.id)
        waiting = changed_briefing(context, informer.id, **changed)
        again = next(one for one in of(waiting, "briefing_aloud") if one.to.id == informer.id)
    assert as_approved.is_ready
    assert not again.is_ready
    assert sentence in [one.sentence for one in again.missing]


def test_an_invitation_waits_for_a_room_that_is_booked_for_the_day_it_names(tmp_path: Path) -> None:
    def moved(conference: f.Conference) -> f.Conference:
        assert conference.starts_at is not None
        return replace(conference, starts_at=conference.starts_at + timedelta(days=7))

    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        later = with_conference(context, moved)
        before, after = (of(one, "invitation_plain")[0] for one in (context, later))
        path = text(later, of(later, "child_timeline")[0])
        venue = next(
            one.venue for one in (context.conference.bookings if context.conference else ()) if one.venue is not None
        )
    assert before.is_ready
    assert not after.is_ready
    assert venue.name not in path


def test_a_childs_wish_is_told_only_where_the_child_has_said_it(tmp_path: Path) -> None:
    wish = "vil gerne have dig med"
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        sheet = of(context, "invitation_plain")[0]
        person = sheet.to.id
        child = context.facts.children[0].person_id

        def people(decided: DecidedBy) -> tuple[f.Person, ...]:
            return tuple(replace(one, decided_by=decided) if one.id == person else one for one in context.facts.people)

        silent = with_facts(context, people=people(DecidedBy.PARENT), views=())
        wanted = with_facts(silent, views=(f.View(person, child, ContactView.YES),))
        not_wanted = with_facts(wanted, views=(*wanted.facts.views, f.View(person, child, ContactView.NO)))
        said = [wish in text(one, sheet) for one in (silent, wanted, not_wanted)]
        decided = wish in text(with_facts(silent, people=people(DecidedBy.CHILD)), sheet)
    assert said == [False, True, False]
    assert decided


def test_without_a_child_or_a_conference_nothing_is_ready_that_speaks_of_one(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        childless = with_facts(context, children=())
        without = replace(context, conference=None)
        invitations = [one.is_ready for one in of(childless, "invitation_plain")]
        report = of(without, "fidelity_report")
    assert not any(invitations)
    assert not any(one.is_ready for one in report)


def test_what_a_professional_works_with_is_not_on_the_childs_list(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        lists = [text(context, one) for one in of(context, "who_comes")]
    assert lists
    assert all("alkoholbehandler" not in one and "Jens, fortæller noget i starten" in one for one in lists)


def test_the_form_somebody_answered_with_is_the_one_that_stands(tmp_path: Path) -> None:
    def by_video(conference: f.Conference) -> f.Conference:
        first = next(one for one in conference.invitations if one.answer is Answer.YES)
        changed = replace(first, attendance=Attendance.VIDEO)
        return replace(
            conference, invitations=tuple(changed if one.id == first.id else one for one in conference.invitations)
        )

    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        assert context.conference is not None
        person = next(one.person_id for one in context.conference.invitations if one.answer is Answer.YES)
        name = next(one.name for one in context.facts.people if one.id == person)
        away = with_conference(context, by_video)
        cards = [text(one, of(one, "name_cards")[0]) for one in (context, away)]
        coming = text(away, of(away, "who_comes")[0])
    assert [name.upper() in one for one in cards] == [True, False]
    assert f"{name}" in coming
    assert "video" in coming


def test_no_lift_and_no_letter_is_made_for_somebody_who_is_not_to_come(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        (lift,) = of(context, "transport_sheet")
        assert context.conference is not None
        driven = {one.person_id for one in context.conference.bookings if one.kind is BookingKind.LIFT}
        informers = {one.author_id for one in context.conference.briefings if one.author_id}
        people = tuple(
            replace(one, invited=InvitationChoice.NOT_INVITED) if one.id in driven | informers else one
            for one in context.facts.people
        )
        out = with_facts(context, people=people)
        (again,) = of(out, "transport_sheet")
        letters = of(out, "informer_sheet")
    assert lift.is_ready
    assert not again.is_ready
    assert "skal ikke med. Aflys turen." in " ".join(one.sentence for one in again.missing)
    assert letters == ()


def with_supporter(context: Context, **changed: object) -> Context:
    def change(conference: f.Conference) -> f.Conference:
        found = tuple(
            replace(one, **changed) if one.role is RoleName.SUPPORTER else one  # type: ignore[arg-type]
            for one in conference.role_holders
        )
        return replace(conference, role_holders=found)

    return with_conference(context, change)


def test_a_supporter_reads_that_the_child_chose_only_where_it_did_and_a_stand_in_that_they_are_one(
    tmp_path: Path,
) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        told = {
            name: text(one, of(one, "supporter_sheet")[0])
            for name, one in {
                "child": with_supporter(context, chosen_by=ChosenBy.CHILD),
                "samordner": with_supporter(context, chosen_by=ChosenBy.SAMORDNER),
                "stand-in": with_supporter(context, understudy=True),
            }.items()
        }
    assert {name: "har valgt dig" in words for name, words in told.items()} == {
        "child": True,
        "samordner": False,
        "stand-in": False,
    }
    assert "Du er afløser" in told["stand-in"]


def test_a_chair_who_stands_in_is_told_so(tmp_path: Path) -> None:
    def stands_in(conference: f.Conference) -> f.Conference:
        return replace(conference, role_holders=tuple(replace(one, understudy=True) for one in conference.role_holders))

    with demo(tmp_path) as archive, in_case(archive, IN_PREPARATION) as context:
        away = with_conference(context, stands_in)
        for paper in ("chair_sheet", "note_taker_sheet"):
            assert "Du er afløser" not in text(context, of(context, paper)[0])
            assert "Du er afløser" in text(away, of(away, paper)[0])
