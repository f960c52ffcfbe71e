"""The briefings as a list: how long each is read, whether it is gone through, and who has approved it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from samordner_tui.archive.records.briefings import Briefing, BriefingApproval
from samordner_tui.casework.asking import Questions, finding
from samordner_tui.casework.cells import joined, marked, name_of, short_day
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _, ngettext, pgettext
from samordner_tui.method import facts as f
from samordner_tui.method.predicates.briefings import in_use, is_approved, is_informants, whose
from samordner_tui.method.terms import BriefingKind, Standing
from samordner_tui.method.wording import count_words, reading_minutes

BRIEFINGS = "briefings"
APPROVALS = "approvals"
NEED_ALL = frozenset({"briefings_written", "briefings_gone_through"})
"""Rules that ask for every briefing, the initiativtager's among them."""


def questions(ask: Questions) -> None:
    """What is open about the briefings."""
    conference = ask.context.conference
    if conference is None:
        return
    ask.unless(
        "initiator_briefing_there",
        _("Hvornår skriver initiativtageren sit oplæg med spørgsmålene?"),
        section=BRIEFINGS,
        record="briefings",
        row_id=f"+initiator/{conference.id}",
        name="text",
    )
    ask.unless("informants_chosen", _("Hvem kan fortælle kort om det, alle skal vide? {Detail}."), section=BRIEFINGS)
    if not conference.briefings:
        return
    has_initiators = finding(ask.context, "initiator_briefing_there").holds
    for predicate, text, name in (
        ("briefings_written", _("{Detail}. Hvornår kommer det?"), "text"),
        ("briefings_short", _("{Detail}. Højst ti minutter, så familien får tiden."), "text"),
        ("briefings_self_checked", "{Detail}", "is_short"),
        (
            "briefings_gone_through",
            _("{Detail} med {child} og forældrene. Ingen skal høre noget nyt på dagen."),
            "shown_to_child_on",
        ),
        ("waivers_there", "{Detail}", "waiver_needed"),
    ):
        # Before there is an initiativtager's briefing, it alone is asked for: the first question asks for it.
        if has_initiators or predicate not in NEED_ALL:
            ask.unless(predicate, text, section=BRIEFINGS, record="briefings", name=name)
    unapproved = next((one for one in in_use(conference) if not is_approved(one)), None)
    ask.unless(
        "briefings_approved",
        _("{Detail} af dem, det handler om. Hvem har godkendt det?"),
        section=APPROVALS,
        record="briefings",
        row_id=unapproved.id if unapproved is not None else None,
    )


def briefings_section(context: Context) -> Section:
    """Every briefing, the initiativtager's first, asked for or not."""
    columns = (
        Column(_("Hvis oplæg"), 18, grow=True),
        Column(_("Læsetid"), 16),
        Column(_("Gennemgået"), 16),
        Column(_("Godkendt"), 16),
        Column(_("Selvtjek"), 16, drop_at=84),
    )
    conference = context.conference
    rows: tuple[Row, ...] = ()
    if conference is not None:
        ordered = sorted(conference.briefings, key=is_informants)
        rows = tuple(Row(one.id, "briefings", _cells(context, one), dim=bool(one.left_out_reason)) for one in ordered)
        if all(is_informants(one) for one in in_use(conference)):
            values = {"conference_id": conference.id, "kind": BriefingKind.INITIATOR}
            cells = (_("initiativtageren"), marked(Standing.OPEN, _("bed om det")), "", "", "")
            rows = (Row(f"+initiator/{conference.id}", "briefings", cells, add_values=values, field="text"), *rows)
    checks = " · ".join(one.text.text for one in context.method.briefing_checks)
    return Section(
        BRIEFINGS,
        pgettext("flere", "Oplæg"),
        columns,
        rows,
        note=checks,
        empty=_("Der er ingen oplæg endnu."),
        adds="briefings",
        add_values={"kind": BriefingKind.INFORMANT_CHILD},
    )


def length_words(text: str | None) -> str:
    """`412 ord · 4 min.`. Source: R76."""
    if not text:
        return ""
    words = count_words(text)
    return joined(
        ngettext("{count} ord", "{count} ord", words).format(count=words),
        _("{minutes} min.").format(minutes=reading_minutes(text)),
    )


def approvals_section(context: Context) -> Section:
    """Everybody the informatørs' briefings tell about, and which version they approved. Source: R77."""
    columns = (Column(_("Oplæg"), 20, grow=True), Column(_("Handler om"), 16), Column(_("Svar"), 26))
    informants = [one for one in in_use(context.conference) if is_informants(one)] if context.conference else []
    rows = tuple(row for briefing in informants for row in _approval_rows(context, briefing))
    empty = _("En informatørs oplæg skal godkendes af dem, det handler om.")
    return Section(APPROVALS, _("Godkendt af familien"), columns, rows, empty=empty)


def those_it_tells_about(facts: f.CaseFacts) -> tuple[str, ...]:
    """Who a briefing is taken to tell about: the children of the case and those who hold custody of them."""
    people = [one.person_id for one in facts.children] + [one.person_id for one in facts.custodies]
    return tuple(dict.fromkeys(people))


def _approval_rows(context: Context, briefing: f.Briefing) -> Iterator[Row]:
    query = select(BriefingApproval).where(BriefingApproval.briefing_id == briefing.id)
    rows = list(context.session.scalars(query))
    title = joined(whose(context.facts, briefing), _subject(context, briefing))
    for row in rows:
        answer = _approval_words(context, briefing, row)
        yield Row(
            row.id, "briefing_approvals", (title, name_of(context.facts, row.person_id), answer), field="approved"
        )
    asked = {row.person_id for row in rows}
    # Once somebody is on the list, the others may be those it does not tell about.
    words = _("hvis det også handler om {name}") if rows else _("spørg")
    for person_id in those_it_tells_about(context.facts):
        if person_id not in asked:
            name = name_of(context.facts, person_id)
            values = {"briefing_id": briefing.id, "person_id": person_id}
            cells = (title, name, marked(Standing.OPEN, words.format(name=name)))
            row_id = f"+{briefing.id}/{person_id}"
            yield Row(row_id, "briefing_approvals", cells, dim=bool(rows), add_values=values, field="approved")


def _approval_words(context: Context, briefing: f.Briefing, row: BriefingApproval) -> str:
    if row.approved is None:
        return marked(Standing.OPEN, _("spørg"))
    day = short_day(row.approved_on, context.today)
    if row.approved is False:
        return marked(Standing.BROKEN, joined(_("vil have noget ændret"), day))
    if (row.approved_version or 1) != briefing.version:
        return marked(
            Standing.PARTLY, _("godkendte {version}. udgave; vis den nye").format(version=row.approved_version)
        )
    return marked(Standing.MET, joined(_("godkendt"), day))


def _subject(context: Context, briefing: f.Briefing) -> str | None:
    row = context.session.get(Briefing, briefing.id)
    return row.subject if row is not None else None


def _cells(context: Context, briefing: f.Briefing) -> tuple[str, ...]:
    version = _("{version}. udgave").format(version=briefing.version) if briefing.version > 1 else None
    title = joined(whose(context.facts, briefing), _subject(context, briefing), version)
    length = length_words(briefing.text) or marked(Standing.OPEN, _("bed om det"))
    if briefing.left_out_reason:
        return (title, _("læses ikke op"), "", "", briefing.left_out_reason)
    return (title, length, _gone_through(context, briefing), _approved(briefing), _checked(briefing))


def _gone_through(context: Context, briefing: f.Briefing) -> str:
    days = [day for day in (briefing.shown_to_child_on, briefing.shown_to_parents_on) if day is not None]
    if len(days) == 2:
        return marked(Standing.MET, short_day(max(days), context.today))
    if briefing.shown_to_child_on is not None:
        return marked(Standing.PARTLY, _("vis forældrene"))
    return marked(Standing.PARTLY if days else Standing.OPEN, _("vis barnet"))


def _approved(briefing: f.Briefing) -> str:
    if not is_informants(briefing):
        return _("gennemgås kun")
    if is_approved(briefing):
        return marked(Standing.MET, _("godkendt"))
    given = sum(one.approved is True and one.approved_version == briefing.version for one in briefing.approvals)
    if briefing.approvals:
        return marked(Standing.PARTLY, _("{given} af {all}").format(given=given, all=len(briefing.approvals)))
    return marked(Standing.OPEN, _("spørg"))


def _checked(briefing: f.Briefing) -> str:
    answers = (briefing.is_short, briefing.is_appreciative, briefing.is_positive)
    if all(answers):
        return marked(Standing.MET, _("i orden"))
    return marked(Standing.PARTLY, _("ret til")) if False in answers else marked(Standing.OPEN, _("se igennem"))
