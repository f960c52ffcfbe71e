"""The network by keyboard: people, visits, and who is invited."""

from __future__ import annotations

from datetime import date

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.change import remove
from samordner_tui.method.terms import (
    ContactKind,
    DecidedBy,
    InvitationChoice,
    NotInvitedReason,
    OtherWay,
    StageId,
    ToldHow,
)
from tests.tui.conftest import Open, Seeded
from tests.tui.preparing import act, at, conference, facts


async def test_a_line_typed_in_the_network_adds_a_person_and_is_ready_for_the_next(open_case: Open) -> None:
    async with open_case(StageId.NETWORK) as walk:
        await at(walk, walk.seeded.ids["inge"])
        await act(walk, "n")
        await walk.press(*"Per", "comma", "space", *"morfar", "comma", "2")
        assert "Per · morfar · ring 2" in walk.text_on_screen()
        await act(walk, "enter")
        await walk.press(*"Tove", "comma", *"nabo")
        await act(walk, "enter")
        added = [(one.name, one.relation, one.ring) for one in facts(walk).people[-2:]]
        assert added == [("Per", "morfar", 2), ("Tove", "nabo", None)]


async def test_with_people_on_the_list_letters_are_commands_and_the_line_says_which_key_writes(open_case: Open) -> None:
    async with open_case(StageId.NETWORK) as walk:
        assert walk.focused is walk.stage.list
        assert "n  Ny person" in walk.text_on_screen()
        await act(walk, "n")
        assert "n  Ny person" not in walk.text_on_screen()
        await act(walk, "down")
        assert walk.focused is walk.stage.list


async def test_an_empty_network_is_ready_to_be_written_in(open_case: Open, today: date) -> None:
    with_nobody = open_case(StageId.CHILD)
    async with with_nobody as walk:
        with walk.seeded.archive.writing("Ingen", walk.seeded.case_id) as session:
            for name in ("inge", "mette"):
                remove(session, Person, walk.seeded.ids[name], today)
        walk.screen.go(StageId.NETWORK)
        await walk.settle()
        await walk.press(*"Per", "comma", "space", *"morfar")
        await act(walk, "enter")
        assert [one.name for one in facts(walk).people] == ["Alma", "Per"]


async def test_a_visit_before_consent_is_planned_with_a_reason_that_is_kept(
    open_case: Open, conference_id: str
) -> None:
    async with open_case(StageId.NETWORK) as walk:
        await at(walk, walk.seeded.ids["inge"])
        await act(walk, "b", "1")
        assert "ikke på plads" in walk.text_on_screen()
        await walk.press(*"Mor", "space", *"er", "space", *"syg")
        await act(walk, "enter")
        (visit,) = [one for one in facts(walk).contacts if one.kind is ContactKind.NETWORK_VISIT]
        assert visit.people == (walk.seeded.ids["inge"],)
        assert {one.reason for one in facts(walk).notices} == {"Mor er syg"}
        assert walk.stage.form is not None
        assert walk.stage.form.view.row_id == visit.id


async def test_without_a_reason_the_visit_is_not_planned(open_case: Open, conference_id: str) -> None:
    async with open_case(StageId.NETWORK) as walk:
        await at(walk, walk.seeded.ids["inge"])
        await act(walk, "b", "1")
        assert "ikke på plads" in walk.text_on_screen()
        await act(walk, "escape")
        assert [one.kind for one in facts(walk).contacts] == [ContactKind.INITIATOR_MEETING]


async def test_when_somebody_with_a_role_is_not_invited_the_role_is_taken_away_first(
    open_case: Open, conference_id: str
) -> None:
    async with open_case(StageId.NETWORK) as walk:
        await at(walk, walk.seeded.ids["inge"])
        await act(walk, "i", "1", "n", "enter")
        assert "Inge inviteres ikke" in walk.text_on_screen()
        await act(walk, "f10")
        assert "Der er en rolle eller en invitation" in walk.text_on_screen()
        await act(walk, "enter")
        inge = next(one for one in facts(walk).people if one.name == "Inge")
        assert inge.invited is InvitationChoice.NOT_INVITED
        assert conference(walk).role_holders == ()
        await act(walk, "ctrl+z")
        assert next(one for one in facts(walk).people if one.name == "Inge").invited is InvitationChoice.INVITE
        assert [one.person_id for one in conference(walk).role_holders] == [walk.seeded.ids["inge"]]


async def test_a_no_that_is_taken_back_leaves_what_was_decided_about_the_others(
    open_case: Open, conference_id: str
) -> None:
    async with open_case(StageId.NETWORK) as walk:
        await at(walk, walk.seeded.ids["inge"])
        await act(walk, "i", "1", "n", "j", "enter")
        await act(walk, "f10")
        assert "Der er en rolle eller en invitation" in walk.text_on_screen()
        await act(walk, "escape")
        decided = {one.name: (one.invited, one.decided_by) for one in facts(walk).people}
        assert decided["Inge"][0] is InvitationChoice.INVITE
        assert decided["Mette"] == (InvitationChoice.INVITE, DecidedBy.CHILD)
        assert [one.person_id for one in conference(walk).role_holders] == [walk.seeded.ids["inge"]]


async def test_why_somebody_is_not_invited_is_said_beside_the_decision_and_outlives_a_lock(
    open_case: Open, seeded: Seeded, today: date
) -> None:
    async with open_case(StageId.NETWORK, size=(80, 24)) as walk:
        await at(walk, seeded.ids["inge"])
        await act(walk, "i", "1", "n", "down", "enter")
        await walk.press("right", "tab")
        await walk.type("Alma siger det selv")
        await walk.press("tab", "right", "tab", "right")
        await act(walk, "f10")
        assert seeded.inge("not_invited_reason") is NotInvitedReason.CHILD_DOES_NOT_WANT
        assert seeded.inge("not_invited_words") == "Alma siger det selv"
        assert seeded.inge("told_how") is ToldHow.TALK
        assert seeded.inge("other_way") is OtherWay.LETTER
        assert seeded.inge("decided_on") == today
        assert "Alma siger" not in walk.text_on_screen()
        await walk.app.lock_now()
    with Archive.open(seeded.folder, None) as archive:
        kept = Seeded(archive, seeded.folder, seeded.case_id, seeded.ids)
        assert kept.inge("not_invited_words") == "Alma siger det selv"


async def test_the_former_decision_stands_in_the_history(open_case: Open, seeded: Seeded) -> None:
    async with open_case(StageId.NETWORK) as walk:
        await at(walk, seeded.ids["inge"])
        await act(walk, "i", "1", "n", "enter")
        await act(walk, "f10")
        await at(walk, seeded.ids["inge"])
        await act(walk, "i", "2", "j", "enter")
        await act(walk, "h")
        told = " ".join(walk.text_on_screen().split())
        assert "Inge: Besluttet af barnet → en forælder, Inviteres? inviteres ikke → inviteres" in told
