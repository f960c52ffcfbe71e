"""Calendar files and contact cards as a line asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from samordner_tui.casework.views import Context
from samordner_tui.cli.clock import now
from samordner_tui.cli.papers.from_templates import nothing
from samordner_tui.cli.papers.makers import ToMake, Wished
from samordner_tui.language import _
from samordner_tui.papers.calendar.files import calendar_files
from samordner_tui.papers.for_devices import DEVICE_KINDS, held_by
from samordner_tui.papers.phone_cards import cards_name, phone_cards


def as_calendar(context: Context, wished: Wished) -> Iterator[ToMake]:
    """A file for each who comes, one of visits, one of deadlines; what is called off in files of its own."""
    made = [
        one for one in calendar_files(context, wished.language, with_place=wished.with_place) if wished.takes(one.kind)
    ]
    moment = now()
    for one in made:
        yield ToMake(
            paper=one.kind,
            number=one.number,
            name=one.name(context.facts.number, wished.language),
            content=partial(one.content, context, moment),
            about=held_by(one.kind, with_place=wished.with_place and one.kind != "calendar_deadlines"),
            recipient_id=one.to.id,
        )
    yield from _not_there("ics", wished, {one.kind for one in made})


def as_cards(context: Context, wished: Wished) -> Iterator[ToMake]:
    """One file of cards."""
    cards = phone_cards(context) if wished.takes("phone_cards") else b""
    if cards:
        about = _(DEVICE_KINDS["phone_cards"].about)
        name = cards_name(context.facts.number)
        yield ToMake("phone_cards", 1, name, lambda: cards, about=about)
    yield from _not_there("vcf", wished, {"phone_cards"} if cards else set())


def _not_there(suffix: str, wished: Wished, made: set[str]) -> Iterator[ToMake]:
    """Each kind that is asked for and has no such file, with its reason."""
    own = [kind for kind, one in DEVICE_KINDS.items() if one.suffix == suffix]
    for kind in sorted(wished.only or own):
        if kind not in own:
            yield ToMake(kind, 0, "", nothing, (_("Laves ikke som .{suffix}.").format(suffix=suffix),))
        elif kind not in made:
            yield ToMake(kind, 0, "", nothing, (_("Der er intet at lave det af endnu."),))
