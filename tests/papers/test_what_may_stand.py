"""A word is planted in every field of the three fictional cases: on each kind of paper only those may come that belong.

Source: domain.md 5.3.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO

import pytest

from samordner_tui.casework.views import Context
from samordner_tui.method.attendance import supporters
from samordner_tui.method.readings import invitees
from samordner_tui.method.terms import InvitationChoice, PersonKind, StatementKind
from samordner_tui.papers.fields.shared import at_work, child_of
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.making import WRITERS
from samordner_tui.papers.paper.blocks import Paper, letters, lines_in
from tests.papers.made_set import OnPaper, every_paper

NAME, RELATION = "people.name", "people.relation"
PLACE = ("venues.name", "venues.address")
INVITED = (NAME, "menus.dishes", *PLACE)

MAY_STAND: Mapping[str, tuple[str, ...]] = {
    "agreement": ("authorities.name", "engagements.contact_person", "engagements.municipality"),
    "consent_method": (NAME,),
    "consent_child_talk": (NAME,),
    "consent_sharing": (NAME,),
    "consent_photo": (NAME,),
    "leaflet_family": (),
    "leaflet_child_young": (),
    "leaflet_child_middle": (),
    "leaflet_child_teen": (),
    "network_map": (NAME,),
    "child_timeline": (NAME, "venues.name"),
    "who_comes": (NAME, RELATION, "authorities.name"),
    "supporter_sheet": (NAME, "children.support_before", "children.support_during", "children.support_after"),
    "chair_sheet": (NAME,),
    "note_taker_sheet": (NAME,),
    "minder_sheet": (NAME,),
    "informer_sheet": (NAME, *PLACE),
    "informer_form": (),
    "briefing_aloud": (NAME, "briefings.text"),
    "invitation_child": (*INVITED, "wordings.text"),
    "invitation_plain": INVITED,
    "room_order": (*PLACE, "bookings.reference"),
    "food_order": ("menus.dishes", "suppliers.name"),
    "transport_sheet": (NAME, "people.address", "people.access_needs", "bookings.reference", *PLACE),
    "interpreter_sheet": ("people.language", "bookings.reference", *PLACE),
    "checklist_samordner": (),
    "checklist_initiator": (),
    "running_order_sheet": (NAME, "authorities.name", "authorities.phone", "menus.dishes", "venues.name"),
    "wall_sheets": ("statements.text",),
    "door_sign": (),
    "name_cards": (NAME, RELATION, "authorities.name"),
    "plan_sheets": (),
    "return_slip": ("statements.text", "decisions.reason", "decisions.possible_if", "authorities.name"),
    "plan": (
        NAME,
        "plans.words",
        "plans.contingency",
        "plan_items.what",
        "plan_items.who",
        "plan_items.when_words",
        "plan_items.formal_by",
        "plan_items.declined_because",
    ),
    "plan_child": (NAME, "plan_items.what", "plan_items.who", "plan_items.when_words"),
    "evaluation_child": (),
    "evaluation_family": (),
    "evaluation_network": (),
    "evaluation_professional": (),
    "fidelity_report": (),
    "time_account": ("engagements.municipality", "expenses.what", "expenses.receipt"),
    "invoice_ground": ("engagements.municipality", "engagements.contact_person"),
}
"""Which fields may come on which paper. Whoever adds a field to a paper adds it here too, and says so."""

IDS = [one.id for one in paper_set().papers]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[OnPaper]:
    """Every paper of the three cases, in both languages."""
    return every_paper(tmp_path_factory.mktemp("saet") / "arkiv")


def of_kind(made: list[OnPaper], kind: str) -> list[OnPaper]:
    """The papers of one kind."""
    return [one for one in made if one.kind.id == kind]


def text_of(paper: Paper) -> str:
    """Every letter that stands on a paper, line by line."""
    return "\n".join(letters(line) for line in lines_in(paper.blocks))


def test_the_table_is_about_every_paper_of_the_set() -> None:
    assert set(MAY_STAND) == set(IDS)


@pytest.mark.parametrize("kind", IDS)
def test_a_paper_holds_the_fields_it_may_hold_and_no_other(made: list[OnPaper], kind: str) -> None:
    own = of_kind(made, kind)
    assert own, "none of the cases gives such a paper"
    found = {planted.field for one in own for planted in one.words.in_text(text_of(one.paper))}
    assert found == set(MAY_STAND[kind])


@pytest.mark.parametrize("kind", IDS)
def test_each_form_of_a_paper_holds_what_its_blocks_hold(made: list[OnPaper], kind: str) -> None:
    for one in of_kind(made, kind):
        there = one.words.in_text(text_of(one.paper))
        for form in ("txt", "md"):
            written = WRITERS[form](one.paper).decode()
            assert one.words.in_text(written) == there, f"{one.called} as {form}"


@pytest.mark.parametrize("kind", [one.id for one in paper_set().papers if one.word])
def test_a_word_file_holds_what_the_paper_holds_and_names_nobody_as_its_author(made: list[OnPaper], kind: str) -> None:
    from docx import Document

    one = of_kind(made, kind)[0]
    document = Document(BytesIO(WRITERS["docx"](one.paper)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    drawings = [str(shape._inline.docPr.get("descr")) for shape in document.inline_shapes]
    told = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells, *drawings])
    assert one.words.in_text(told) == one.words.in_text(text_of(one.paper))
    assert document.core_properties.author == ""
    assert not one.words.in_text(document.core_properties.title)


@pytest.mark.parametrize("kind", IDS)
def test_a_pdf_holds_what_the_paper_holds_and_its_title_names_nobody(made: list[OnPaper], kind: str) -> None:
    pypdf = pytest.importorskip("pypdf", reason="the test extra is not whole")
    one = of_kind(made, kind)[-1]
    read = pypdf.PdfReader(BytesIO(WRITERS["pdf"](one.paper)))
    told = "\n".join(page.extract_text() for page in read.pages)
    assert one.words.in_text(told) == one.words.in_text(text_of(one.paper))
    assert not one.words.in_text(str(read.metadata))


def test_a_concern_comes_on_no_paper(made: list[OnPaper]) -> None:
    for one in made:
        concerns = {
            statement.id
            for statement in one.context.facts.statements
            if statement.kind in {StatementKind.CONCERN, StatementKind.STRENGTH}
        }
        found = {planted.row_id for planted in one.words.in_text(text_of(one.paper))}
        assert not concerns & found, one.called


def test_whoever_is_not_invited_is_named_on_no_paper_but_where_the_plan_names_them(made: list[OnPaper]) -> None:
    for one in made:
        out = {person.id for person in one.context.facts.people if person.invited is InvitationChoice.NOT_INVITED}
        assert out
        found = {planted.row_id for planted in one.words.in_text(text_of(one.paper))}
        assert not out & found, one.called


def _everyone(context: Context) -> set[str]:
    """The children of the case, and all who are asked to come: a little brother is one of them."""
    return _asked_children(context) | {one.id for one in (*invitees(context.facts), *at_work(context))}


def _asked_children(context: Context) -> set[str]:
    asked = {
        one.id
        for one in context.facts.people
        if one.kind is PersonKind.CHILD and one.invited is InvitationChoice.INVITE
    }
    return _children(context) | asked


def _children(context: Context) -> set[str]:
    return {one.person_id for one in context.facts.children}


def _child(one: OnPaper) -> set[str]:
    child = child_of(one.context, one.sheet.to.id)
    return {child.person_id} if child is not None else set()


def _support(one: OnPaper) -> set[str]:
    child = child_of(one.context, one.sheet.to.id)
    assert one.context.conference is not None
    return set(supporters(one.context.conference, child)) if child is not None else set()


def _signers(one: OnPaper) -> set[str]:
    return _children(one.context) | {custody.person_id for custody in one.context.facts.custodies}


def _receiver(one: OnPaper) -> set[str]:
    return {one.sheet.to.id}


def _guardian(one: OnPaper) -> set[str]:
    conference = one.context.conference
    return {conference.guardian_id} if conference is not None and conference.guardian_id else set()


def _role_holders(one: OnPaper) -> set[str]:
    assert one.context.conference is not None
    return {holder.person_id for holder in one.context.conference.role_holders}


def _booked(one: OnPaper) -> set[str]:
    assert one.context.conference is not None
    found = [booking.person_id for booking in one.context.conference.bookings if booking.id == one.sheet.to.id]
    return {person for person in found if person}


def _author(one: OnPaper) -> set[str]:
    assert one.context.conference is not None
    found = [briefing.author_id for briefing in one.context.conference.briefings if briefing.id == one.sheet.to.id]
    return {person for person in found if person}


NAMED: Mapping[str, Callable[[OnPaper], set[str]]] = {
    **{f"consent_{which}": _signers for which in ("method", "child_talk", "sharing", "photo")},
    "network_map": lambda one: {
        person.id for person in one.context.facts.people if person.invited is not InvitationChoice.NOT_INVITED
    },
    "child_timeline": lambda one: _child(one) | _support(one),
    "who_comes": lambda one: _everyone(one.context),
    "supporter_sheet": lambda one: _receiver(one) | _children(one.context),
    "chair_sheet": lambda one: _receiver(one) | _children(one.context),
    "note_taker_sheet": lambda one: _receiver(one) | _children(one.context),
    "minder_sheet": lambda one: _receiver(one) | _asked_children(one.context),
    "informer_sheet": _receiver,
    "briefing_aloud": _author,
    "invitation_child": lambda one: _receiver(one) | _children(one.context),
    "invitation_plain": lambda one: _receiver(one) | _children(one.context),
    "transport_sheet": _booked,
    "interpreter_sheet": _booked,
    "running_order_sheet": _role_holders,
    "name_cards": lambda one: _everyone(one.context),
    "plan": lambda one: _children(one.context) | _guardian(one),
    "plan_child": lambda one: _child(one) | _support(one) | _guardian(one),
}
"""Whose data may stand on a paper that holds any, by the receiver it is made for."""


@pytest.mark.parametrize(
    "kind", [kind for kind, fields in MAY_STAND.items() if any("people." in one for one in fields)]
)
def test_a_paper_holds_the_data_of_those_it_is_about_and_of_nobody_else(made: list[OnPaper], kind: str) -> None:
    for one in of_kind(made, kind):
        there = {planted.row_id for planted in one.words.in_text(text_of(one.paper)) if planted.table == "people"}
        assert there <= NAMED[kind](one), one.called


def test_a_secret_address_is_not_even_on_the_sheet_of_whoever_drives(made: list[OnPaper]) -> None:
    secret = {person for one in made for person in one.secret}
    drives = of_kind(made, "transport_sheet")
    assert any(_booked(one) & secret for one in drives)
    for one in drives:
        addresses = {p.row_id for p in one.words.in_text(text_of(one.paper)) if p.field == "people.address"}
        assert not addresses & secret, one.called


def test_a_booking_a_briefing_and_a_child_stand_on_their_own_sheet_alone(made: list[OnPaper]) -> None:
    own = {"room_order": "bookings", "transport_sheet": "bookings", "briefing_aloud": "briefings"}
    for kind, table in own.items():
        for one in of_kind(made, kind):
            there = {p.row_id for p in one.words.in_text(text_of(one.paper)) if p.table == table}
            assert there <= {one.sheet.to.id}, one.called


def test_the_reasons_of_the_fidelity_report_stand_by_the_same_marks_without_names(made: list[OnPaper]) -> None:
    from samordner_tui.casework.fidelity import fidelity
    from samordner_tui.papers.fields.nameless import nameless

    for one in of_kind(made, "fidelity_report"):
        context = one.context
        if context.conference is None:
            continue
        plain = nameless(context.facts, context.method)
        again = next(other for other in plain.conferences if other.id == context.conference.id)
        with_names = fidelity(context.facts, context.conference, context.today, context.method)
        without = fidelity(plain, again, context.today, context.method)
        assert [m.mark.state for m in with_names.measures] == [m.mark.state for m in without.measures]
