"""The room of the papers: every paper of the set, for whom, and how it stands. Source: domain.md 5.3, 9."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from samordner_tui.casework.case_frame import chosen_conference
from samordner_tui.casework.facts import facts_of
from samordner_tui.casework.papers import Made, about_of, papers_made
from samordner_tui.casework.stages import load_stages
from samordner_tui.casework.views import Context
from samordner_tui.language import Language, _, said
from samordner_tui.papers.astray import Key, astray, key_of
from samordner_tui.papers.device_standing import DeviceStanding, device_standings
from samordner_tui.papers.kinds import Pack, paper_set
from samordner_tui.papers.making import Sheet, drawn, print_of, print_of_paper, sheets, written
from samordner_tui.papers.needs import Missing
from samordner_tui.papers.paper.plain import text_of
from samordner_tui.papers.translations import Translated, translations
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method


class PaperState(StrEnum):
    """How a paper stands."""

    READY = "ready"
    LACKS = "lacks"
    MADE = "made"
    HANDED = "handed"
    CHANGED = "changed"
    SOURCE_CHANGED = "source_changed"
    """A translation of a paper that says something else by now."""
    ASTRAY = "astray"
    """It is out with somebody who is to have it no longer."""


STALE: Final = said("Det danske papir er ændret: få det oversat igen.")
"""What a translation waits for once its paper says something else."""

PACKS: Final[Mapping[Pack, str]] = {
    "start": said("Til opstarten"),
    "network": said("Til netværket"),
    "invite": said("Invitationer og opgaver"),
    "venue": said("Til lokale, mad og kørsel"),
    "evening": said("Til aftenen"),
    "after": said("Efter rådslagningen"),
    "municipality": said("Til kommunen"),
}
"""What each pack is called."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A paper in the room: which, how it stands, and the last one that was made of it.

    Attributes:
        copies: every one that was made of it and is not destroyed, by its row in the register.
    """

    sheet: Sheet
    state: PaperState
    made: Made | None = None
    earlier: tuple[Made, ...] = ()
    """Copies made before that one that were handed on and are not destroyed, the newest last."""
    copies: tuple[str, ...] = ()
    shown_in: Language = "da"
    """The language the room speaks."""

    @property
    def is_of_the_set(self) -> bool:
        """Whether it can be shown and made: somebody is to have it."""
        return self.state is not PaperState.ASTRAY

    @property
    def about(self) -> str:
        """Its name in the register."""
        return about_of(self.sheet.kind.id, self.sheet.to.id)

    @property
    def id(self) -> str:
        """What tells it from every other in the room."""
        return " ".join(part for part in _key(self.sheet) if part)

    @property
    def title(self) -> str:
        """What the paper is called, and in which language where it is a translation."""
        translated = self.sheet.translated
        title = self.sheet.kind.title.text
        return title if translated is None else f"{title} ({translated.tongue})"


@dataclass(frozen=True, slots=True)
class Room:
    """Every paper of a case, in the order they are used; `number` and `alias` are the case's.

    Attributes:
        astray: papers that are out with somebody who is to have them no longer.
        devices: the files for calendar and phone, which are made by kind.
    """

    number: str
    alias: str
    conference_id: str | None
    conference: int | None
    papers: tuple[Standing, ...]
    astray: tuple[Standing, ...] = ()
    devices: tuple[DeviceStanding, ...] = ()

    def groups(self) -> Iterator[tuple[str, tuple[Standing, ...]]]:
        """Each heading with its papers, first those that are to come back; one without papers is left out."""
        if self.astray:
            yield _("Er ude hos nogen, der ikke skal have dem længere"), self.astray
        for group in paper_set().groups:
            found = tuple(one for one in self.papers if one.sheet.kind.group == group.id)
            if found:
                yield group.title.text, found

    def pack(self, pack: Pack) -> tuple[Standing, ...]:
        """The papers that belong to a pack; of those for an age the one that a child of the case is of."""
        return tuple(one for one in self.papers if pack in one.sheet.kind.packs and one.sheet.for_age.is_needed)


def context_of(
    session: Session, case_id: str, conference_id: str | None, method: Method, today: date, zone: ZoneInfo
) -> Context:
    """What the papers of a conference are made from; without a conference of the current one."""
    load_stages()
    facts = facts_of(session, case_id)
    return Context(session, case_id, chosen_conference(facts, conference_id), facts, method, today, zone)


def read_room(context: Context, language: Language = "da") -> Room:
    """Every paper of the set, as it stands now: with what was made of it in `language`, else in the other of ours."""
    conference = context.conference
    made = _made(context, conference.id if conference is not None else None, language)
    pasted = translations(context.session, context.case_id)
    papers = tuple(
        replace(_with_copies(_standing(context, one, *of[-1:]), of), shown_in=language)
        for kind in paper_set().papers
        for sheet in sheets(context, kind)
        for one in (sheet, *_translated(sheet, pasted))
        for of in [made.get(_key(one), ())]
    )
    known = {_key(one.sheet) for one in papers}
    facts = context.facts
    return Room(
        facts.number,
        facts.alias,
        conference.id if conference is not None else None,
        conference.number if conference is not None else None,
        papers,
        tuple(
            _with_copies(Standing(one.sheet, PaperState.ASTRAY, one.made), made[key_of(one.made)])
            for one in astray(context, made, known)
        ),
        device_standings(context),
    )


def _translated(sheet: Sheet, pasted: Mapping[str, tuple[Translated, ...]]) -> Iterator[Sheet]:
    """The translations of a paper. One that says what the paper no longer does is not made before it is looked at."""
    for one in pasted.get(about_of(sheet.kind.id, sheet.to.id), ()):
        yield replace(sheet, translated=one)


def translated_sheets(context: Context, sheet: Sheet, pasted: Mapping[str, tuple[Translated, ...]]) -> Iterator[Sheet]:
    """The translations of a paper; one whose paper says something else by now waits for another."""
    yield from (_standing(context, one).sheet for one in _translated(sheet, pasted))


def _key(sheet: Sheet) -> Key:
    """What a paper is known by among those made: its name, and the language of a translation."""
    return about_of(sheet.kind.id, sheet.to.id), sheet.translated.language if sheet.translated is not None else ""


def _made(context: Context, conference_id: str | None, language: Language) -> dict[Key, tuple[Made, ...]]:
    """What was made of each paper for the conference that is shown, and is not destroyed.

    The newest in the language that is shown stands last.
    """
    found: dict[Key, tuple[Made, ...]] = {}
    made = papers_made(context.session, context.case_id, conference_id)
    for one in sorted(made, key=lambda one: one.language == language):
        key = key_of(one)
        if one.destroyed_on is None:
            found[key] = (*found.get(key, ()), one)
    return found


def _with_copies(standing: Standing, made: tuple[Made, ...]) -> Standing:
    """A paper with every one that was made of it. In another language the words are others: that is no older one."""
    spoken = made[-1].language if made else ""
    handed = tuple(one for one in made[:-1] if one.handed_on is not None and one.language == spoken)
    return replace(standing, copies=tuple(one.id for one in made), earlier=handed)


def _standing(context: Context, sheet: Sheet, made: Made | None = None) -> Standing:
    if sheet.translated is not None and source_print(context, sheet) != sheet.translated.text_print:
        stale = Missing(_(STALE))
        return Standing(replace(sheet, missing=(*sheet.missing, stale)), PaperState.SOURCE_CHANGED, made)
    if made is not None and _has_changed(context, sheet, made):
        return Standing(sheet, PaperState.CHANGED, made)
    if made is not None:
        return Standing(sheet, PaperState.HANDED if made.handed_on is not None else PaperState.MADE, made)
    return Standing(sheet, PaperState.READY if sheet.is_ready else PaperState.LACKS)


def source_print(context: Context, sheet: Sheet) -> str:
    """The print of the Danish paper that a translation is made from; empty where it cannot be filled in.

    Of a translation that is there already it is as on the day it was pasted in: a paper that tells the day it was made
    says another one each morning, and no fact has changed.
    """
    day = sheet.translated.written_on if sheet.translated is not None else None
    try:
        return print_of(written(_on(context, day or context.today), replace(sheet, translated=None), "da"))
    except Refused:
        return ""


def _has_changed(context: Context, sheet: Sheet, made: Made) -> bool:
    """Whether the paper says something else than it did on the day it was made, with the facts as they are now.

    On which day a fact changed is not told: the journal knows when a row did, and not which row a paper rests on.
    """
    language: Language = "en" if made.language == "en" else "da"
    day = made.made_at.astimezone(context.zone).date()
    try:
        then = _on(context, day)
        return print_of_paper(then, sheet, language, written(then, sheet, language)) != made.text_print
    except Refused:
        return True


def _on(context: Context, day: date) -> Context:
    """The case as it is now, read on another day."""
    return context if day == context.today else replace(context, today=day)


def paper_as_text(context: Context, sheet: Sheet, language: Language, width: int) -> str:
    """The paper as it will be read; a sentence where it cannot be filled in."""
    try:
        return text_of(drawn(context, sheet, language), width)
    except Refused as refusal:
        return str(refusal)
