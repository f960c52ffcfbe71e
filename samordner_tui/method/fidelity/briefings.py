"""F14 and F15: every briefing is agreed on before the day, and is short."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from samordner_tui.language import _, ngettext
from samordner_tui.method.facts import Briefing
from samordner_tui.method.fidelity.seen import Judgement, Seen, by_share
from samordner_tui.method.predicates.briefings import briefings_short, in_use, is_approved, is_informants, whose
from samordner_tui.method.readings import day_of
from samordner_tui.method.terms import MarkState


def agreed_beforehand(seen: Seen) -> Judgement:
    """F14: an informatør's is approved, the initiativtager's gone through, before they meet. Source: R77, design 5."""
    briefings = in_use(seen.conference)
    if not briefings:
        return _without_briefings(seen)
    lacks = [lack for briefing in briefings for lack in [_lack(seen, briefing)] if lack]
    if not lacks:
        met = ngettext("oplægget var på plads før dagen", "de {count} oplæg var på plads før dagen", len(briefings))
        return Judgement(MarkState.MET, met.format(count=len(briefings)))
    if seen.is_before:
        return Judgement(MarkState.NOT_YET, lacks[0])
    return by_share(len(lacks) < len(briefings), lacks[0])


def short(seen: Seen) -> Judgement:
    """F15: every briefing takes ten minutes at most to read aloud. Source: R76."""
    briefings = in_use(seen.conference)
    if not briefings:
        return _without_briefings(seen)
    lengthy = [one for one in briefings if not _finds_short(seen, one)]
    if lengthy:
        reason = _("oplægget fra {whose} er langt").format(whose=whose(seen.facts, lengthy[0]))
        if seen.is_before:
            return Judgement(MarkState.NOT_YET, reason)
        return by_share(len(lengthy) < len(briefings), reason)
    unknown = next((one for one in briefings if one.is_short is None and not one.text), None)
    if unknown is not None:
        reason = _("længden af oplægget fra {whose} er ikke noteret")
        return seen.unknown(reason.format(whose=whose(seen.facts, unknown)))
    met = ngettext(
        "oplægget holder sig inden for ti minutter",
        "de {count} oplæg holder sig inden for ti minutter",
        len(briefings),
    )
    return Judgement(MarkState.MET, met.format(count=len(briefings)))


def _without_briefings(seen: Seen) -> Judgement:
    if seen.is_before:
        return Judgement(MarkState.NOT_YET, _("oplæggene mangler"))
    return Judgement(MarkState.NOT_RELEVANT, _("der var ingen oplæg"))


def _finds_short(seen: Seen, briefing: Briefing) -> bool:
    return briefings_short(seen.facts, replace(seen.conference, briefings=(briefing,)), seen.today).holds


def _lack(seen: Seen, briefing: Briefing) -> str:
    """What was not done before the day; nothing where all of it was."""
    name = whose(seen.facts, briefing)
    if is_informants(briefing):
        if not is_approved(briefing):
            return _("oplægget fra {whose} er ikke godkendt").format(whose=name)
        late = _latest_after_day(seen, *(one.approved_on for one in briefing.approvals))
        return _("oplægget fra {whose} blev først godkendt {date}").format(whose=name, date=late) if late else ""
    if briefing.shown_to_child_on is None or briefing.shown_to_parents_on is None:
        return _("oplægget fra {whose} er ikke gennemgået").format(whose=name)
    late = _latest_after_day(seen, briefing.shown_to_child_on, briefing.shown_to_parents_on)
    return _("oplægget fra {whose} blev først gennemgået {date}").format(whose=name, date=late) if late else ""


def _latest_after_day(seen: Seen, *days: date | None) -> str:
    """The latest of `days` as it is said, where it came after the day of the conference."""
    held = day_of(seen.facts, seen.conference)
    latest = max((one for one in days if one is not None), default=None)
    return seen.said(latest) if latest is not None and held is not None and latest > held else ""
