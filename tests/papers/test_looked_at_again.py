"""What is printed is what is looked at: in the family's plan to its last line, and in the words on expenses."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.after import Expense
from samordner_tui.archive.records.day import Conference, Plan, PlanItem
from samordner_tui.archive.records.network import Person
from samordner_tui.method.terms import InvitationChoice, Municipal, WhenKind
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.leaving import leaving, told
from samordner_tui.papers.making import sheets
from samordner_tui.papers.need_not_read import need_not_be_read
from samordner_tui.papers.translations import Translated
from tests.conftest import TODAY
from tests.papers.demo_cases import ALMA, SERIES, SIBLINGS, case_id_of, papers_of


def before_it_leaves(archive: Archive, case: str, kind: str) -> str:
    with papers_of(archive, case) as context:
        return "\n".join(told(leaving(context, sheets(context, paper_set().kind(kind)))))


def an_agreement(archive: Archive, **values: object) -> None:
    case_id = case_id_of(archive, ALMA)
    with archive.writing("Planen", case_id) as session:
        conference = session.scalars(select(Conference).where(Conference.case_id == case_id)).first()
        assert conference is not None
        plan = Plan(case_id=case_id, conference_id=conference.id, version=1, words="Vi hjælper Alma.")
        session.add(plan)
        session.flush()
        item = PlanItem(case_id=case_id, plan_id=plan.id, position=1, what="Henter Alma", who="Karen")
        for name, value in values.items():
            setattr(item, name, value)
        session.add(item)
        kim = session.scalars(select(Person).where(Person.case_id == case_id, Person.name.like("Kim%"))).first()
        if kim is None:
            session.add(Person(case_id=case_id, name="Kim", invited=InvitationChoice.NOT_INVITED))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"declined_because": "Kim har en dom for vold"}, ["»vold«: noget om helbred", "»Kim«: en, der ikke er"]),
        ({"when_kind": WhenKind.REPEATING, "when_words": "når Mette er på afrusning"}, ["»afrusning«"]),
        (
            {"municipal": Municipal.NEEDS_FORMAL_DECISION, "formal_by": "Bo, ring 55 51 20 02"},
            ["»55 51 20 02«: et telefonnummer"],
        ),
    ],
    ids=["why the municipality says no", "when in words", "who decides"],
)
def test_what_the_plan_prints_is_looked_at_whichever_field_it_stands_in(
    cases: Archive, values: dict[str, object], words: list[str]
) -> None:
    an_agreement(cases, **values)
    said = before_it_leaves(cases, ALMA, "plan")
    assert all(one in said for one in words)


def test_a_translation_of_the_plan_is_looked_at_as_it_leaves(cases: Archive) -> None:
    an_agreement(cases)
    with papers_of(cases, ALMA) as context:
        own = sheets(context, paper_set().kind("plan"))[0]
        turkish = Translated("tr", "# Plan\n\nTel. 55 51 20 02", "")
        pointed = leaving(context, [type(own)(own.kind, own.to, own.number, translated=turkish)]).pointed
    assert [one.words for one in pointed] == ["55 51 20 02"]


@pytest.mark.parametrize("case", [ALMA, SIBLINGS, SERIES])
def test_nothing_in_what_the_families_of_the_examples_wrote_is_pointed_out(cases: Archive, case: str) -> None:
    case_id = case_id_of(cases, case)
    with cases.reading() as session:
        plans = session.scalars(select(Plan).where(Plan.case_id == case_id)).all()
        items = session.scalars(select(PlanItem).where(PlanItem.case_id == case_id)).all()
        parts = [part for one in plans for part in (one.words, one.contingency)]
        parts += [part for one in items for part in (one.what, one.who, one.when_words, one.formal_by)]
    assert need_not_be_read("\n".join(part for part in parts if part)) == ()


def test_before_the_account_of_time_leaves_names_and_addresses_in_an_expense_are_pointed_out(cases: Archive) -> None:
    case_id = case_id_of(cases, ALMA)
    what = "Bus for Almas mormor Karen, Kirkebakken 4"
    with cases.writing("Udlæg", case_id) as session:
        session.add(Expense(case_id=case_id, spent_on=TODAY, what=what, amount=Decimal(40)))
    said = before_it_leaves(cases, ALMA, "time_account")
    assert "Timer, kørsel og udlæg: dine egne ord om udlæg." in said
    assert "»Karen" in said
    assert "»Kirkebakken 4«: en adresse" in said
    assert "»Kirkebakken 4«" not in before_it_leaves(cases, ALMA, "door_sign")
