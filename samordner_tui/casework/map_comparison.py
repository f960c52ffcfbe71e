"""What is different from one map to another: who came, went, moved nearer, farther or elsewhere. Never a score."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from samordner_tui.casework.network_map import NetworkMap, OnMap, TieOnMap
from samordner_tui.casework.ties import sentence, turned
from samordner_tui.language import _
from samordner_tui.method.definition import Method
from samordner_tui.method.wording import listed


@dataclass(frozen=True, slots=True)
class Difference:
    """Somebody on both maps, as they stood before and stand after."""

    before: OnMap
    after: OnMap


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two maps held against each other. Whoever has no place on a map is not on it."""

    came: tuple[OnMap, ...]
    went: tuple[OnMap, ...]
    nearer: tuple[Difference, ...]
    farther: tuple[Difference, ...]
    elsewhere: tuple[Difference, ...]
    """In another sector, in the same ring."""
    stayed: tuple[OnMap, ...]
    new_ties: tuple[TieOnMap, ...]
    gone_ties: tuple[TieOnMap, ...]
    """A tie of which something changed is both gone and new."""


def compare(before: NetworkMap, after: NetworkMap) -> Comparison:
    """What is different on `after`."""
    then, now = ({one.id: one for one in shown.placed} for shown in (before, after))
    both = [Difference(then[one.id], one) for one in after.placed if one.id in then]
    known = {_even(one) for one in before.ties}, {_even(one) for one in after.ties}
    return Comparison(
        came=tuple(one for one in after.placed if one.id not in then),
        went=tuple(one for one in before.placed if one.id not in now),
        nearer=_those(both, lambda one, other: other < one),
        farther=_those(both, lambda one, other: other > one),
        elsewhere=tuple(
            one for one in both if one.before.ring == one.after.ring and one.before.sector is not one.after.sector
        ),
        stayed=tuple(
            one.after for one in both if (one.before.ring, one.before.sector) == (one.after.ring, one.after.sector)
        ),
        new_ties=tuple(one for one in after.ties if _even(one) not in known[0]),
        gone_ties=tuple(one for one in before.ties if _even(one) not in known[1]),
    )


def _those(both: list[Difference], moved: Callable[[int, int], bool]) -> tuple[Difference, ...]:
    return tuple(one for one in both if moved(one.before.ring or 0, one.after.ring or 0))


def _even(tie: TieOnMap) -> object:
    """A tie as a value that is the same whoever is named first."""
    if tie.first > tie.second:
        return (tie.second, tie.first), tie.quality, turned(tie.support)
    return (tie.first, tie.second), tie.quality, tie.support


def told(found: Comparison, before: NetworkMap, after: NetworkMap, method: Method) -> Iterator[str]:
    """A comparison in sentences; one that says so where nothing is different."""
    lines = [
        *_group(_("Kommet til"), [one.name for one in found.came]),
        *_group(_("Ikke længere på kortet"), [one.name for one in found.went]),
        *_group(_("Rykket nærmere"), [_from_to(one, method) for one in found.nearer]),
        *_group(_("Rykket længere ud"), [_from_to(one, method) for one in found.farther]),
        *_group(
            _("Flyttet til en anden plads"),
            [f"{one.after.name} ({method.label(one.after.sector)})" for one in found.elsewhere if one.after.sector],
        ),
        *_ties(_("Nye bånd"), found.new_ties, after, method),
        *_ties(_("Bånd, der ikke er der mere"), found.gone_ties, before, method),
    ]
    yield from lines or [_("De to kort er ens.")]
    if found.stayed:
        yield _("Uændret: {count}").format(count=len(found.stayed))


def _group(title: str, names: list[str]) -> Iterator[str]:
    if names:
        yield f"{title} ({len(names)}): {listed(names)}"


def _ties(title: str, ties: tuple[TieOnMap, ...], shown: NetworkMap, method: Method) -> Iterator[str]:
    if ties:
        said = (
            sentence(shown.name(one.first), shown.name(one.second), one.quality, one.support, method) for one in ties
        )
        yield f"{title} ({len(ties)}): {'; '.join(said)}"


def _from_to(one: Difference, method: Method) -> str:
    """`Karen (ring 1 til 2)`, and where they stand now if that is in another sector."""
    rings = {"before": one.before.ring, "after": one.after.ring}
    if one.before.sector is one.after.sector or one.after.sector is None:
        return _("{name} (ring {before} til {after})").format(name=one.after.name, **rings)
    return _("{name} (ring {before} til {after}, nu {sector})").format(
        name=one.after.name, sector=method.label(one.after.sector), **rings
    )
