"""What an informatør is told, and a briefing as it is read aloud. Source: R74 to R79, domain.md 5.3."""

from __future__ import annotations

from samordner_tui.archive.records.briefings import Briefing
from samordner_tui.casework.views import Context
from samordner_tui.language import _
from samordner_tui.method.readings import called
from samordner_tui.method.terms import BriefingKind
from samordner_tui.method.wording import show_long_date
from samordner_tui.papers.fields.shared import Fields, own_row, signed, when, where
from samordner_tui.papers.recipients import Recipient


def sheet(context: Context, to: Recipient) -> Fields:
    """The letter to an informatør."""
    return {
        "name": to.label,
        "draft_due": _due(context, to),
        **_length(context),
        **when(context),
        **where(context),
        **signed(context),
    }


def form(context: Context, _to: Recipient) -> Fields:
    """The form for a briefing."""
    return {"minutes": _length(context)["minutes"]}


def aloud(context: Context, to: Recipient) -> Fields:
    """A briefing in the words that are approved."""
    row = own_row(context, Briefing, to.id)
    if row is None:
        return {"title": "", "text": ""}
    who = called(context.facts, row.author_id)
    title = _("Kommunen fortæller") if row.kind is BriefingKind.INITIATOR else _("{name} fortæller").format(name=who)
    return {"title": title, "text": row.text or ""}


def _due(context: Context, to: Recipient) -> str:
    conference = context.conference
    own = [one for one in (conference.briefings if conference is not None else ()) if one.author_id == to.id]
    due = next((one.draft_due for one in own if one.draft_due is not None), None)
    return "" if due is None else show_long_date(due, context.today)


def _length(context: Context) -> dict[str, object]:
    figures = context.method.figures
    minutes = figures.briefing_minutes.whole
    return {"minutes": minutes, "words": minutes * figures.words_per_minute.whole}
