"""Making two people of a case one, where they are the same."""

from __future__ import annotations

from collections.abc import Sequence

from samordner_tui.casework.alike import people_to_compare
from samordner_tui.casework.doubles import Somebody, look_alike
from samordner_tui.casework.merging import lost_by_merging, merge
from samordner_tui.language import _
from samordner_tui.tui.app_commands import Undo
from samordner_tui.tui.commands import keys_of
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.incoming_commands import MergeDoubles
from samordner_tui.tui.keys import key_of
from samordner_tui.tui.stages.stage import Stage, action
from samordner_tui.tui.widgets.option_lines import Option

OTHERS = "others"
"""The answer that none of the pairs is meant."""

Pair = tuple[Somebody, Somebody]


class MergesDoubles(Stage):
    """A stage with people in it, of whom two may be one."""

    OFFERS = (*Stage.OFFERS, MergeDoubles)
    BINDINGS = keys_of(OFFERS)

    @action
    async def action_merge_doubles(self) -> None:
        """Which two, which name stands, and what gives way; then they are one."""
        case_id, today = self.case_id, self.today
        people = await self.read(lambda session: people_to_compare(session, case_id))
        pair = await self._which_two(people)
        kept = await self._which_stays(pair) if pair is not None else None
        if pair is None or kept is None:
            return
        other = pair[1] if kept is pair[0] else pair[0]
        lost = await self.read(lambda session: lost_by_merging(session, case_id, kept.key, other.key))
        if lost and not await self._may_go(kept, lost):
            return
        await self.close_form()
        await self.write(_("Dobbelte samlet"), lambda session: merge(session, case_id, kept.key, other.key, today))
        self.list.point_at(kept.key)
        self.list.focus()
        self.say(_("De to er nu én. {undo} gør dem til to igen.").format(undo=key_of(Undo, self.app._keymap)))

    async def _which_two(self, people: Sequence[Somebody]) -> Pair | None:
        """One of the pairs that look alike, or any two."""
        pairs = look_alike(people)
        if pairs:
            options = [Option(str(place), _named(*pair), _told(*pair)) for place, pair in enumerate(pairs)]
            options.append(Option(OTHERS, _("To andre …")))
            chosen = await self.ask_choice(_("Hvem er den samme?"), options)
            if chosen != OTHERS:
                return pairs[int(chosen)] if chosen is not None else None
        first = await self._whom(_("Hvem står her to gange?"), people)
        second = first and await self._whom(
            _("Hvem er den samme som {name}?").format(name=first.name), [one for one in people if one is not first]
        )
        return (first, second) if first and second else None

    async def _whom(self, title: str, people: Sequence[Somebody]) -> Somebody | None:
        chosen = await self.ask_choice(title, [Option(one.key, one.name, _about(one)) for one in people])
        return next((one for one in people if one.key == chosen), None)

    async def _which_stays(self, pair: Pair) -> Somebody | None:
        """Whose name stands; what the other holds comes to them."""
        options = [Option(one.key, one.name, _about(one)) for one in pair]
        text = _("Det, der hører til den anden, flytter med: besøg, roller, bånd og svar.")
        chosen = await self.ask(NumberedDialog(_("Hvilken af dem skal blive stående?"), options, text=text))
        return next((one for one in pair if one.key == chosen), None)

    async def _may_go(self, kept: Somebody, lost: Sequence[str]) -> bool:
        text = _("Om {name} står der noget andet. Det her går ud:").format(name=kept.name)
        return await self.ask_yes_no(
            _("De to siger ikke det samme"), "\n".join((text, "", *lost)), yes=_("Saml dem"), no=_("Lad dem stå")
        )


def _named(first: Somebody, second: Somebody) -> str:
    return _("{first} og {second}").format(first=first.name, second=second.name)


def _told(first: Somebody, second: Somebody) -> str:
    return " – ".join(told for told in (_about(first), _about(second)) if told)


def _about(one: Somebody) -> str:
    return ", ".join(part for part in (one.relation, one.phone) if part)
