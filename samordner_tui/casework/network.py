"""Netværket: who is around the child, who is invited, who needs distance, and who is visited.

Source: R27 to R29, R95, R151 to R165, cornerstones.md 1.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.briefings import Briefing
from samordner_tui.archive.records.network import ConflictPair, NetworkTie, Person, View
from samordner_tui.casework import change, deciding, engagement, next_visits, offers, pairs, people_list, ties, visits
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import joined, name_of, short_day, the_child
from samordner_tui.casework.change import rules_of
from samordner_tui.casework.facts import Rows, current_conference, facts_of
from samordner_tui.casework.forms import FORMS, Form, Group, is_set
from samordner_tui.casework.person_values import person_values
from samordner_tui.casework.quick_add import Understood
from samordner_tui.casework.relations import informant_kind
from samordner_tui.casework.views import Column, Context, Row, Section, StageView
from samordner_tui.language import _
from samordner_tui.method.predicates.network import missing_side
from samordner_tui.method.readings import invitees
from samordner_tui.method.terms import ContactKind, InvitationChoice, PersonKind, Side, StageId

VIEWS = "views"
PAIRS = "conflict_pairs"
TIES = "ties"


FORMS.add(
    Form(
        Person,
        (
            Group("Hvem er det?", ("name", "kind", "relation", "age", "household")),
            Group("Hjælper", ("helper_kind",), shown_when=is_set(kind=PersonKind.HELPER)),
            Group("På netværkskortet", ("side", "ring", "sector", "tie")),
            Group("Skal personen inviteres?", ("decided_by", "invited", "decided_on")),
            Group(
                "Når nogen ikke inviteres",
                deciding.WHY_NOT,
                shown_when=is_set(invited=InvitationChoice.NOT_INVITED),
            ),
            Group("På dagen", ("attendance", "willing_to_hold_role", "needs_interpreter", "language", "needs_lift")),
            Group("Hensyn og mad", ("access_needs", "diets", "diet_note")),
            Group("Sådan når du personen", ("phone", "email", "address", "address_secret")),
            Group("I familietræet", ("gender",)),
        ),
    ),
    Form(View, (Group("", ("person_id", "said_by_id", "view", "words", "said_on")),)),
    Form(
        ConflictPair,
        (
            Group("Hvem?", ("first_id", "second_id")),
            Group("Sådan får de ro", ("arrives_first_id", "separate_lifts", "seating")),
        ),
    ),
)


def add_person(session: Session, case_id: str, person: Understood, today: date, *, prompt: str | None = None) -> str:
    """Add a person as the typed line was understood; from an informatør a briefing is expected. Source: R78, R79."""
    person_id = change.add(session, Person, case_id, today, **person_values(person), prompt=prompt)
    conference = current_conference(facts_of(session, case_id)) if person.is_informant else None
    if conference is not None:
        kind = informant_kind(person.relation)
        change.add(session, Briefing, case_id, today, conference_id=conference.id, author_id=person_id, kind=kind)
    return person_id


rules_of(Person).before_change.extend((deciding.ask_who_decided, deciding.refuse_against_role_or_invitation))
rules_of(Person).after_change.append(deciding.forget_why_not)
for of_two in (ConflictPair, NetworkTie):
    rules_of(of_two).before_add.append(pairs.refuse_same_or_known)
    rules_of(of_two).before_change.append(pairs.refuse_change_to_same_or_known)


def view(context: Context) -> StageView:
    """The stage as it is shown."""
    visited = visits.section(
        context,
        (ContactKind.NETWORK_VISIT, ContactKind.INFORMANT_TALK),
        title=_("Besøg"),
        empty=_("Når du har aftalt eller holdt et besøg, står det her."),
        note=next_visits.next_in_words(context.facts, context.today),
    )
    ask = Questions(context, StageId.NETWORK)
    questions(ask)
    return StageView(
        StageId.NETWORK,
        context.method.stage(StageId.NETWORK).title.text,
        people_list.summary(context.facts),
        tuple(ask.gathered),
        (
            people_list.section(context),
            visited,
            offers.section(context),
            _views_section(context),
            _ties_section(context),
            _pairs_section(context),
        ),
    )


def questions(ask: Questions) -> None:
    """What is open about the network: who, whether they come, and what they must know first."""
    people, facts = people_list.SECTION, ask.context.facts
    ask.unless("network_mapped", _("Hvem er der omkring {child} uden for hjemmet?"), section=people)
    for predicate, text, name in (
        ("relations_named", _("Hvem er {name} for {child}?"), "relation"),
        ("everyone_decided", _("Skal {name} inviteres? Spørg {child} og forældrene."), "decided_by"),
        ("not_invited_decided_by_others", "{Detail}", "not_invited_reason"),
        ("not_invited_told", _("Hvordan har {name} fået at vide, at det bliver uden at være med?"), "told_how"),
    ):
        ask.unless(predicate, text, section=people, record="people", name=name)
    _ask_about_home(ask)
    if invitees(facts):
        ask.unless(
            "every_invitee_visited",
            _("{Detail}. Hvornår kan I mødes?"),
            section=visits.SECTION,
            record="people",
            row_id=next_visits.asked_about(facts, ask.context.today),
        )
    side = missing_side(facts, facts.people)
    ask.unless(
        "both_sides_on_map",
        _("{Detail}. Hvem kan det være? Eller hvorfor er der ingen?"),
        stage=StageId.ASSIGNMENT,
        section=engagement.SECTION,
        record="cases",
        row_id=ask.context.case_id,
        name="mothers_side_reason" if side is Side.MOTHER else "fathers_side_reason",
    )
    if invitees(ask.context.facts):
        ask.unless(
            "network_outnumbers", _("Der er {detail}. Er der flere fra familien, som kan være med?"), section=people
        )
    ask.unless(
        "passive_tie_tried", _("Er der nogen, {child} har mistet kontakten med og gerne vil se igen?"), section=people
    )
    ask.unless(
        "views_asked",
        _("Hvad siger {child} og forældrene til, at {name} er med?"),
        section=VIEWS,
        record="people",
    )
    ask.unless(
        "conflict_pairs_planned",
        _("Hvordan får de to ro? Aftal {detail}."),
        section=PAIRS,
        record="conflict_pairs",
        name="arrives_first_id",
    )


def _ask_about_home(ask: Questions) -> None:
    """A parent counts as network only where it is said that they do not live with the child. Source: R3."""
    unknown = next((one for one in ask.context.facts.people if one.household is None), None)
    if unknown is not None:
        ask.when(
            True,
            _("Bor {name} sammen med {child}?").format(name=unknown.name, child=the_child(ask.context.facts)),
            section=people_list.SECTION,
            record="people",
            row_id=unknown.id,
            name="household",
        )


def _views_section(context: Context) -> Section:
    """What the child and the custody holders say about each person."""
    facts = context.facts
    columns = (
        Column(_("Om"), 8),
        Column(_("Siger"), 10, grow=True),
        Column(_("Skal med?"), 9),
        Column(_("Med egne ord"), 16, grow=True, drop_at=40),
    )
    rows = tuple(
        Row(
            one.id,
            "views",
            (
                name_of(facts, one.person_id),
                joined(name_of(facts, one.said_by_id), short_day(one.said_on, context.today)),
                context.method.label(one.view),
                one.words or "",
            ),
        )
        for one in Rows(context.session, context.case_id).all(View)
    )
    title = _("Hvad {child} og forældrene siger").format(child=the_child(facts))
    return Section(
        VIEWS, title, columns, rows, empty=_("Spørg om hver enkelt, før nogen bliver inviteret."), adds="views"
    )


def _ties_section(context: Context) -> Section:
    """What people are to each other, as sentences."""
    names = {one.id: one.name for one in context.facts.people}
    rows = tuple(
        Row(
            one.id,
            TIES,
            (ties.sentence(names[one.first_id], names[one.second_id], one.quality, one.support, context.method),),
        )
        for one in Rows(context.session, context.case_id).all(NetworkTie)
    )
    empty = _("Hvem støtter hvem? Skriv det her, eller tegn det på kortet.")
    return Section(TIES, _("Bånd mellem mennesker"), (), rows, empty=empty, adds=TIES)


def _pairs_section(context: Context) -> Section:
    """Two by two, those who need distance."""
    facts = context.facts
    columns = (
        Column(_("Hvem"), 16, grow=True),
        Column(_("Kommer først"), 12),
        Column(_("Plads"), 14, grow=True, drop_at=40),
    )
    rows = tuple(
        Row(
            one.id,
            "conflict_pairs",
            (
                _("{first} og {second}").format(
                    first=name_of(facts, one.first_id), second=name_of(facts, one.second_id)
                ),
                name_of(facts, one.arrives_first_id) or _("aftal det"),
                one.seating or "",
            ),
        )
        for one in facts.conflict_pairs
    )
    empty = _("Har to brug for afstand, så skriv dem her. Kun ankomst, kørsel og plads følger af det.")
    return Section(PAIRS, _("To, der skal have afstand"), columns, rows, empty=empty, adds="conflict_pairs")
