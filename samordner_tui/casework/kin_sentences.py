"""Kinship in words: for a line of the tree, for a list to choose from, and for reading aloud."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from samordner_tui.archive.records.marks import Label
from samordner_tui.casework.family import Family, Kin, Line, Pair, ParentOf, Sibling, SiblingKind
from samordner_tui.casework.family_tree import Place, Row, Standing, Tree
from samordner_tui.casework.kin_words import gender_told_by
from samordner_tui.language import _
from samordner_tui.method.definition import method
from samordner_tui.method.terms import CoupleState, Gender, ParentKind
from samordner_tui.method.wording import listed, show_day

SHORT: Final = {
    ParentKind.BIOLOGICAL: Label("bio"),
    ParentKind.STEP: Label("sted"),
    ParentKind.ADOPTIVE: Label("adoptiv"),
    ParentKind.FOSTER: Label("pleje"),
    CoupleState.TOGETHER: Label("bor sammen"),
    CoupleState.MARRIED: Label("gift"),
    CoupleState.SEPARATED: Label("gået fra hinanden"),
    CoupleState.DIVORCED: Label("skilt"),
}
"""What stands beside a line of the tree."""

PARENT: Final = {
    ParentKind.BIOLOGICAL: Label("{parent} er biologisk forælder til {child}"),
    ParentKind.STEP: Label("{parent} er stedforælder til {child}"),
    ParentKind.ADOPTIVE: Label("{parent} er adoptivforælder til {child}"),
    ParentKind.FOSTER: Label("{parent} er plejeforælder til {child}"),
}

COUPLE: Final = {
    CoupleState.TOGETHER: Label("{first} og {second} bor sammen"),
    CoupleState.MARRIED: Label("{first} og {second} er gift"),
    CoupleState.SEPARATED: Label("{first} og {second} er gået fra hinanden"),
    CoupleState.DIVORCED: Label("{first} og {second} er skilt"),
}

APART: Final = frozenset((CoupleState.SEPARATED, CoupleState.DIVORCED))
"""What the dates of such a couple tell is how long they were one."""

SIBLING: Final = {
    SiblingKind.FULL: Label("{name}: samme forældre"),
    SiblingKind.HALF: Label("{name}: halvsøskende, begge børn af {parent}"),
    SiblingKind.THROUGH: Label("{name}: søskende, begge børn af {parent}"),
    SiblingKind.STEP: Label("{name}: stedsøskende, gennem {parent}"),
    SiblingKind.FOSTER: Label("{name}: plejesøskende, hos {parent}"),
}


def short(kind: ParentKind | CoupleState) -> str:
    """`pleje`; `gift`."""
    return _(SHORT[kind].danish)


def span(since: date | None, until: date | None) -> str:
    """`2019–2021`, `fra 2019`, `til 2021`; with the days where both lie in one year. Empty where nothing is known."""
    if since is not None and until is not None:
        if since.year == until.year:
            return f"{show_day(since)}–{show_day(until)} {until.year}"
        return f"{since.year}–{until.year}"
    if since is not None:
        return _("fra {when}").format(when=since.year)
    return _("til {when}").format(when=until.year) if until is not None else ""


def long_span(since: date | None, until: date | None) -> str:
    """`fra 1. mar. 2019 til 3. jun. 2021`, as far as it is known."""
    parts = (
        _("fra {when}").format(when=f"{show_day(since)} {since.year}") if since is not None else "",
        _("til {when}").format(when=f"{show_day(until)} {until.year}") if until is not None else "",
    )
    return " ".join(part for part in parts if part)


def sentence(family: Family, line: Line) -> str:
    """A line as it is read: `Karen er biologisk forælder til Mette`."""
    if isinstance(line, ParentOf):
        said = _(PARENT[line.kind].danish).format(parent=family.name(line.parent), child=family.name(line.child))
    else:
        said = _(COUPLE[line.state].danish).format(first=family.name(line.first), second=family.name(line.second))
    when = long_span(line.since, line.until)
    if when and isinstance(line, Pair) and line.state in APART:
        when = _("sammen {when}").format(when=when)
    return f"{said}, {when}" if when else said


def sibling_sentence(family: Family, sibling: Sibling) -> str:
    """`Bertil: halvsøskende, begge børn af Mette`."""
    said = _(SIBLING[sibling.kind].danish)
    return said.format(name=sibling.kin.name, parent=family.name(sibling.through))


def in_short(family: Family, person_id: str) -> Iterator[str]:
    """`forældre: Halina`, `børn: Freja og Noah`, `søskende: Marek`, as far as there are any."""
    parents = [family.name(one.parent) for one in family.parents_of(person_id)]
    partners = [family.name(one.other(person_id)) for one in family.couples_of(person_id)]
    children = [family.name(one.child) for one in family.children_of(person_id)]
    siblings = [one.kin.name for one in family.siblings_of(person_id)]
    for said, names in (
        (_("forældre: {names}"), parents),
        (_("par: {names}"), partners),
        (_("børn: {names}"), children),
        (_("søskende: {names}"), siblings),
    ):
        if names:
            yield said.format(names=listed(list(dict.fromkeys(names))))


def ways(row: Row) -> str:
    """How somebody is a child of those above: `bio`; `Mette: bio, Ole: sted fra 2020` where the two differ."""
    by_parent: dict[str, list[str]] = {}
    for line in row.ways:
        by_parent.setdefault(line.parent, []).append(f"{short(line.kind)} {span(line.since, line.until)}".strip())
    said = {", ".join(kinds) for kinds in by_parent.values()}
    return said.pop() if len(said) == 1 else ""


def ways_apart(family: Family, row: Row) -> str:
    """The same for each parent by name."""
    return ", ".join(
        f"{family.name(line.parent)}: {short(line.kind)} {span(line.since, line.until)}".strip() for line in row.ways
    )


def said_ways(family: Family, row: Row) -> str:
    """How somebody is a child of those above, by name where it is needed."""
    return ways(row) or ways_apart(family, row)


def couple_words(couple: Pair | None) -> str:
    """`gift fra 2015`, `skilt i 2024`; where nothing is written, that they are parents together."""
    if couple is None:
        return _("forældre sammen")
    if couple.state not in APART:
        return f"{short(couple.state)} {span(couple.since, couple.until)}".strip()
    ended = _("i {year}").format(year=couple.until.year) if couple.until is not None else ""
    return f"{short(couple.state)} {ended}".strip()


def stands(place: Place) -> str:
    """`står under Karen`."""
    if place.under is not None:
        return _("står under {name}").format(name=place.under.name)
    if place.beside is not None:
        return _("står ved siden af {name}").format(name=place.beside.name)
    return _("står øverst i en gren")


def read_aloud(family: Family, tree: Tree) -> Iterator[str]:
    """The tree as sentences, indented by generation: nothing is drawn that would be spelt out."""
    for row in tree.rows:
        yield f"{'  ' * row.depth}{_aloud(family, tree, row)}"


def _aloud(family: Family, tree: Tree, row: Row) -> str:
    who = row.who
    said = who.kin.name if who.standing is Standing.AGAIN else _full(who.kin, is_new=who.standing is Standing.FULL)
    if row.ways:
        said = f"{said}, {said_ways(family, row)}"
    if who.standing is Standing.ELSEWHERE:
        said = f"{said}, {stands(tree.place_of(who.kin.id))}"
    if row.beside is None:
        return (
            f"{said}."
            if who.standing is not Standing.AGAIN
            else _("{name} uden en anden forælder her:").format(name=said)
        )
    beside = _full(row.beside.kin, is_new=row.beside.standing is Standing.FULL)
    if row.beside.standing is Standing.ELSEWHERE:
        beside = f"{beside}, {stands(tree.place_of(row.beside.kin.id))}"
    return f"{said}. {_('Ved siden af: {name} ({couple}).').format(name=beside, couple=couple_words(row.couple))}"


def _full(kin: Kin, *, is_new: bool) -> str:
    """`Alma, barnet, 11 år, kvinde eller pige`; the name alone where it is said elsewhere.

    `mormor` says of itself that she is a woman.
    """
    if not is_new:
        return kin.name
    is_told = kin.gender in {None, Gender.OTHER, gender_told_by(kin.relation)}
    drawn = "" if kin.gender is None or is_told else method().label(kin.gender)
    relation = kin.relation or (_("barnet") if kin.is_child else "")
    return ", ".join(part for part in (kin.name, relation, drawn) if part)


def left_out(kin: Sequence[Kin]) -> str:
    """Those of whom no kinship is written, counted and by name."""
    return _("{count} er ikke i træet: {names}").format(count=len(kin), names=listed([one.name for one in kin]))
