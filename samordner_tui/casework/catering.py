"""Forplejning: the child decides what is eaten, everybody eats together, and the samordner orders and fetches it.

Source: R54 to R59, R123.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.network import Child
from samordner_tui.archive.records.practical import Menu, Supplier
from samordner_tui.casework import change, derived
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import child_name, done, joined, kroner, marked, short_day, the_child
from samordner_tui.casework.covers import Covers, covers, diets
from samordner_tui.casework.forms import FORMS, Form, Group
from samordner_tui.casework.views import Column, Context, Row, Section, StageView
from samordner_tui.language import _, ngettext
from samordner_tui.method import facts as f
from samordner_tui.method.predicates.catering import USUAL_PRICE, price_each, price_of
from samordner_tui.method.terms import StageId, Standing
from samordner_tui.method.wording import show_moment, show_number
from samordner_tui.refusals import Refused

MEAL = "meal"
COVERS = "covers"
DIETS = "diets"
SUPPLIERS = "suppliers"

FORMS.add(
    Form(
        Menu,
        (
            Group("Hvad skal I spise?", ("dishes", "chosen_by_child", "chosen_on")),
            Group("Kuverter og pris", ("extra_covers", "price_per_cover")),
            Group("Bestilt", ("supplier_id", "ordered_on", "ordered_covers", "confirmed_on")),
            Group("Afhentning", ("pick_up_at", "pick_up_by", "picked_up_on")),
        ),
    ),
    Form(Supplier, (Group("", ("name", "address", "phone", "evening_hours")),)),
)


change.rules_of(Menu).before_add.append(derived.fill_in)


def menu_of(session: Session, conference_id: str) -> Menu | None:
    """The meal of a conference."""
    return session.scalar(select(Menu).where(Menu.conference_id == conference_id))


def order(session: Session, case_id: str, conference: f.Conference, count: int, today: date) -> str:
    """Note that the food is ordered today, for `count` covers."""
    row = menu_of(session, conference.id)
    menu_id = row.id if row is not None else change.add(session, Menu, case_id, today, conference_id=conference.id)
    change.change_fields(session, Menu, menu_id, {"ordered_on": today, "ordered_covers": count}, today)
    return menu_id


def view(context: Context) -> StageView:
    """The stage as it is shown."""
    ask = Questions(context, StageId.CATERING)
    questions(ask)
    conference = context.conference
    counted = covers(context.facts, conference) if conference is not None else Covers()
    return StageView(
        StageId.CATERING,
        context.method.stage(StageId.CATERING).title.text,
        _summary(counted),
        tuple(ask.gathered),
        (
            _meal_section(context),
            _covers_section(context, counted),
            _diets_section(context),
            _suppliers_section(context),
        ),
    )


def _summary(counted: Covers) -> str:
    """`9 kuverter · op til 10`: those who have said yes, and everybody who has not declined."""
    return joined(
        ngettext("{count} kuvert", "{count} kuverter", counted.total).format(count=counted.total),
        _("op til {count}").format(count=counted.expected) if counted.unanswered else None,
    )


def questions(ask: Questions) -> None:
    """What is open about the meal."""
    conference = ask.context.conference
    if conference is None:
        return
    ask.unless(
        "meal_time_chosen",
        _("Hvornår spiser I? Alle spiser sammen."),
        stage=StageId.VENUE,
        section="when",
        record="conferences",
        row_id=conference.id,
        name="meal_time",
    )
    row_id = _row_id(context=ask.context)
    for predicate, text, name in (
        ("food_chosen_by_child", _("Hvad vil {child} gerne have at spise? Det er barnet, der bestemmer."), "dishes"),
        ("supplier_chosen", _("Hvor kommer maden fra?"), "supplier_id"),
        ("food_ordered", _("Hvornår er maden bestilt?"), "ordered_on"),
        ("covers_counted", _covers_asked(conference), "ordered_covers"),
        ("food_confirmed", _("Har de bekræftet bestillingen?"), "confirmed_on"),
        ("pick_up_planned", _("Hvornår henter du maden?"), "pick_up_at"),
        (
            "budget_kept",
            _("Maden bliver dyrere end aftalt: {detail}. Tal med kommunen, eller find noget billigere."),
            "price_per_cover",
        ),
    ):
        ask.unless(predicate, text, section=MEAL, record="menus", row_id=row_id, name=name)
    _ask_about_too_many(ask, conference, row_id)


def _covers_asked(conference: f.Conference) -> str:
    """Before anything is ordered there is nothing that could fit or not."""
    if conference.menu is None or conference.menu.ordered_covers is None:
        return _("Hvor mange kuverter bestiller du?")
    return _("Passer det med kuverterne? {Detail}.")


def wished_food(facts: f.CaseFacts, session: Session) -> str:
    """What the children wish to eat, as it was typed under Barnet: `pizza` or `Noor: pizza · Sami: suppe`."""
    wishes = [(one, getattr(session.get(Child, one.id), "wish_food", None)) for one in facts.children]
    said = [(child_name(facts, one.id), wish) for one, wish in wishes if wish]
    return joined(*(wish if len(wishes) == 1 else f"{name}: {wish}" for name, wish in said))


def serve_what_is_wished(session: Session, case_id: str, facts: f.CaseFacts, conference_id: str, today: date) -> None:
    """Put what the children wish to eat in the menu, as their choice.

    Raises:
        Refused: no wish is written down.
    """
    wish = wished_food(facts, session)
    if not wish:
        raise Refused(_("Der er ikke skrevet noget ønske om mad under Barnet."))
    row = menu_of(session, conference_id)
    menu_id = row.id if row is not None else change.add(session, Menu, case_id, today, conference_id=conference_id)
    change.change_fields(session, Menu, menu_id, {"dishes": wish, "chosen_by_child": True, "chosen_on": today}, today)


def _ask_about_too_many(ask: Questions, conference: f.Conference, row_id: str | None) -> None:
    """More covers than eaters are no lack, and are said all the same."""
    ordered = conference.menu.ordered_covers if conference.menu is not None else None
    counted = covers(ask.context.facts, conference)
    if ordered is not None and ordered > counted.total + counted.unanswered:
        ask.when(
            True,
            _("Der er bestilt {ordered} kuverter, og {count} spiser med. Skal der bestilles færre?").format(
                ordered=ordered, count=counted.total
            ),
            section=MEAL,
            record="menus",
            row_id=row_id,
            name="ordered_covers",
        )


def _row_id(context: Context) -> str | None:
    conference = context.conference
    if conference is None:
        return None
    row = menu_of(context.session, conference.id)
    return row.id if row is not None else f"+menu/{conference.id}"


def _meal_section(context: Context) -> Section:
    columns = (Column("", 16), Column("", 30, grow=True))
    conference, row_id = context.conference, _row_id(context)
    rows: tuple[Row, ...] = ()
    if conference is not None and row_id is not None:
        values = {} if conference.menu is not None else {"conference_id": conference.id}
        rows = tuple(
            Row(row_id, "menus", (title, words), add_values=values, field=name)
            for name, title, words in _meal(context, conference.menu or f.Menu())
        )
    return Section(MEAL, _("Maden"), columns, rows)


def _meal(context: Context, menu: f.Menu) -> Iterator[tuple[str, str, str]]:
    """The facts of the meal, a line each: column, title, words."""
    wish = wished_food(context.facts, context.session)
    words = _("ønsket: {wish} (m: sæt i menuen)") if wish else _("spørg {child}")
    chosen = marked(Standing.OPEN, words.format(child=the_child(context.facts), wish=wish))
    if menu.dishes:
        by_child = _("valgt af barnet") if menu.chosen_by_child else _("ikke valgt af barnet")
        standing = Standing.MET if menu.chosen_by_child else Standing.PARTLY
        chosen = marked(standing, joined(menu.dishes, by_child, short_day(menu.chosen_on, context.today)))
    yield "dishes", _("Menuen"), chosen
    supplier = context.session.get(Supplier, menu.supplier_id) if menu.supplier_id is not None else None
    yield "supplier_id", _("Kommer fra"), supplier.name if supplier is not None else marked(Standing.OPEN, _("vælg"))
    ordered = done(menu.ordered_on, context.today, _("bestil"))
    if menu.ordered_covers is not None:
        covered = menu.ordered_covers
        ordered = joined(ordered, ngettext("{count} kuvert", "{count} kuverter", covered).format(count=covered))
    yield "ordered_on", _("Bestilt"), ordered
    yield "confirmed_on", _("Bekræftet"), done(menu.confirmed_on, context.today, _("afventer"))
    pick_up = marked(Standing.OPEN, _("aftal tid"))
    if menu.pick_up_at is not None:
        fetched = Standing.MET if menu.picked_up_on is not None else Standing.PARTLY
        pick_up = marked(fetched, show_moment(menu.pick_up_at, context.zone, context.today))
    yield "pick_up_at", _("Hentes"), pick_up


def _covers_section(context: Context, counted: Covers) -> Section:
    """What the covers are made up of, and what they cost."""
    parts = (
        (counted.children, _("Barnet")),
        (counted.private, _("Fra familien og netværket")),
        (counted.companions, _("Voksne, der følger med")),
        (counted.companion_children, _("Børn, der følger med")),
        (counted.helpers, _("Hjælpere")),
        (counted.professionals, _("Fagpersoner")),
        (counted.extra, _("Ekstra")),
    )
    rows = [Row(f"cover/{number}", "", (title, str(count))) for number, (count, title) in enumerate(parts) if count]
    rows.append(Row("cover/total", "", (_("I alt"), str(counted.total))))
    if counted.unanswered:
        rows.append(Row("cover/expected", "", (_("Hvis alle kommer"), str(counted.expected))))
    if context.conference is not None:
        rows.append(Row("cover/price", "", (_("Pris"), _price(context, context.conference, counted))))
    note = ""
    if counted.unanswered:
        note = ngettext(
            "{count} inviteret har ikke svaret og er ikke regnet med.",
            "{count} inviterede har ikke svaret og er ikke regnet med.",
            counted.unanswered,
        ).format(count=counted.unanswered)
    columns = (Column("", 30, grow=True), Column("", 24))
    return Section(COVERS, _("Kuverter"), columns, tuple(rows), note=note)


def _price(context: Context, conference: f.Conference, counted: Covers) -> str:
    """What the meal costs; until the covers are ordered, what it may come to when the last have answered."""
    total = kroner(price_of(context.facts, conference))
    if counted.unanswered and (conference.menu is None or conference.menu.ordered_covers is None):
        most = price_each(conference) * counted.expected
        total = _("{price}, op til {most} kr.").format(price=total, most=show_number(most))
    budget = context.facts.engagement.catering_budget
    if budget is not None:
        return _("{total} af {budget} kr.").format(total=total, budget=show_number(budget))
    menu = conference.menu
    if menu is None or menu.price_per_cover is None:
        return _("{total} ved {each} kr. pr. kuvert").format(total=total, each=show_number(USUAL_PRICE))
    return total


def _diets_section(context: Context) -> Section:
    """What the kitchen must know, counted and without names."""
    counted = diets(context.facts, context.conference) if context.conference is not None else ()
    rows = tuple(Row(f"diet/{diet}", "", (context.method.label(diet), str(count))) for diet, count in counted)
    columns = (Column("", 30, grow=True), Column("", 8))
    return Section(
        DIETS, _("Køkkenet skal vide"), columns, rows, empty=_("Ingen særlige behov blandt dem, der spiser med.")
    )


def _suppliers_section(context: Context) -> Section:
    columns = (Column(_("Navn"), 20, grow=True), Column(_("Telefon"), 16), Column(_("Om aftenen"), 20, drop_at=60))
    suppliers = context.session.scalars(select(Supplier).order_by(Supplier.name))
    rows = tuple(Row(one.id, "suppliers", (one.name, one.phone or "", one.evening_hours or "")) for one in suppliers)
    empty = _("Skriv dem ind, du bestiller mad hos. Rådhusets kantine må gerne lave maden.")
    return Section(SUPPLIERS, _("Leverandører"), columns, rows, empty=empty, adds="suppliers")
