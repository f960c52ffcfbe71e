"""What is suggested while a text for the family is written: it stands below the text, and holds nothing back."""

from __future__ import annotations

from datetime import date

from samordner_tui.archive.records.day import Decision
from samordner_tui.archive.records.practical import Wording
from samordner_tui.casework.change import add
from samordner_tui.method.terms import StageId
from samordner_tui.tui.dialogs.fields import FieldsDialog
from tests.tui.conftest import Open, Seeded
from tests.tui.preparing import act, conference
from tests.tui.world import until


def invite(seeded: Seeded, conference_id: str, today: date) -> str:
    """Words of an invitation; gives the id of their row."""
    with seeded.archive.writing("Tekst", seeded.case_id) as session:
        made = add(session, Wording, seeded.case_id, today, conference_id=conference_id, text="Kom og spis med os.")
    seeded.ids["wording"] = made
    return made


async def test_a_word_from_the_office_is_pointed_out_while_it_is_typed_and_kept_all_the_same(
    open_case: Open, conference_id: str, seeded: Seeded, today: date
) -> None:
    made = invite(seeded, conference_id, today)
    async with open_case(StageId.INVITATIONS) as walk:
        await walk.open("wordings", "wording", "text")
        assert "Forslag" not in walk.text_on_screen()
        await walk.type("Mødet afholdes kl. 17. ")
        await walk.pilot.pause()
        assert "Forslag: »afholdes« siger ikke, hvem der gør" in walk.text_on_screen()
        await act(walk, "escape")
        with seeded.archive.reading() as session:
            assert session.get_one(Wording, made).text == "Mødet afholdes kl. 17. Kom og spis med os."
        assert conference(walk).wordings[0].id == made


async def test_in_a_box_too_it_stands_below_the_field_while_it_is_typed(open_case: Open) -> None:
    async with open_case(StageId.CHILD) as walk:
        walk.stage.run_worker(walk.stage.ask_fields("Svaret", Decision, ("possible_if", "decided_at")))
        await until(walk.pilot, lambda: isinstance(walk.app.screen, FieldsDialog))
        assert "Forslag" not in walk.text_on_screen()
        await walk.type("Far nægter ikke mere")
        await until(walk.pilot, lambda: "Forslag: »nægter« kan høres" in walk.text_on_screen())
        await walk.press("escape")
        await until(walk.pilot, lambda: not isinstance(walk.app.screen, FieldsDialog))


async def test_what_will_be_drawn_stands_below_the_childs_wish_while_it_is_typed(
    open_case: Open, conference_id: str, seeded: Seeded, today: date
) -> None:
    invite(seeded, conference_id, today)
    async with open_case(StageId.INVITATIONS) as walk:
        await walk.open("wordings", "wording", "style")
        assert "Invitationen får" not in walk.text_on_screen()
        await walk.type("lilla enhjørning")
        await until(walk.pilot, lambda: "Invitationen får farven lilla og en tegning:" in walk.text_on_screen())
        await walk.press("escape")
