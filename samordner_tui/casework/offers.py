"""What people would like to bring to the conference: written only at their wish, in their own words.

They hand it over themselves. Everywhere but in the form it says only that they have something with them: neither lists,
the map nor paper hold the words. Source: R29, R147.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.network import Offer
from samordner_tui.casework import change
from samordner_tui.casework.cells import name_of, names_of, short_day
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.fields import Value
from samordner_tui.casework.forms import FORMS, Form, Group
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _

SECTION = "offers"

FORMS.add(Form(Offer, (Group("", ("person_id", "words", "wished_on")),)))


def write_down(session: Session, case_id: str, person_id: str, values: dict[str, Value], today: date) -> str:
    """Write an offer down at the wish of the person, today unless another day is said. Gives its id."""
    given = {"wished_on": today, **values}
    return change.add(session, Offer, case_id, today, person_id=person_id, **given)


def has_something(context: Context) -> frozenset[str]:
    """The ids of those who have something with them."""
    return frozenset(one.person_id for one in Rows(context.session, context.case_id).all(Offer))


def said_at_the_day(context: Context) -> str:
    """`Har noget med: Inge og Karen`; empty where nobody has."""
    there = has_something(context)
    names = names_of(context.facts, (one.id for one in context.facts.people if one.id in there))
    return _("Har noget med: {names}").format(names=names) if names else ""


def section(context: Context) -> Section:
    """Who has something with them, and since when; never what."""
    columns = (Column(_("Hvem"), 16, grow=True), Column(_("Tilbud"), 16), Column(_("Skrevet"), 10, drop_at=40))
    rows = tuple(
        Row(
            one.id,
            "offers",
            (name_of(context.facts, one.person_id), _("har noget med"), short_day(one.wished_on, context.today)),
        )
        for one in Rows(context.session, context.case_id).all(Offer)
    )
    empty = _("Vil nogen have skrevet ned, hvad de gerne vil tilbyde? De tager det selv med på dagen.")
    return Section(SECTION, _("Det, de tager med"), columns, rows, empty=empty, adds="offers")
