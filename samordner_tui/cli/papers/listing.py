"""`samordner papers --list`: for whom each paper is, whether it can be made, and what is made; counts, and no names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from samordner_tui.casework.views import Context
from samordner_tui.cli.answering import answer
from samordner_tui.cli.papers.makers import Wished
from samordner_tui.cli.papers.translated import lines_of, plain_translation, translated
from samordner_tui.language import _
from samordner_tui.papers.for_devices import DEVICE_KINDS
from samordner_tui.papers.kinds import PaperKind, PaperSet, paper_set
from samordner_tui.papers.making import Sheet, sheets
from samordner_tui.papers.room import PaperState, Standing, read_room

Counts = dict[str, int]
"""How many papers of a kind, by what became of them."""


def tell_papers(context: Context, wished: Wished, *, as_json: bool) -> None:
    """Print the papers that are asked for."""
    known = paper_set()
    found = [(kind, sheets(context, kind)) for kind in known.papers if wished.takes(kind.id)]
    room = read_room(context)
    made = {kind.id: _made(one for one in room.papers if one.sheet.kind.id == kind.id) for kind, _sheets in found}
    foreign = {
        kind.id: translated((one.sheet for one in room.papers if one.sheet.kind.id == kind.id), wished)
        for kind, _sheets in found
    }
    if wished.tongue:
        found = [(kind, papers) for kind, papers in found if foreign[kind.id]]
    astray = [one for one in room.astray if wished.takes(one.sheet.kind.id)]
    conference = None if context.conference is None else context.conference.number
    plain = {
        "case": context.facts.number,
        "conference": conference,
        "papers": [
            {**_plain(kind, papers), **made[kind.id], **_plain_foreign(foreign[kind.id])} for kind, papers in found
        ],
        "to_get_back": [_plain_astray(kind, count) for kind, count in _counted(astray)],
        "for_devices": [_plain_device(name) for name in DEVICE_KINDS if wished.takes(name)],
    }
    answer(
        plain, [*_astray_lines(astray), *_lines(known, found, made, foreign), *_device_lines(wished)], as_json=as_json
    )


def _plain_foreign(sheets: Iterable[Sheet]) -> dict[str, object]:
    return {"translations": [plain_translation(one) for one in sheets]}


def _made(papers: Iterable[Standing]) -> Counts:
    """How many are made, how many of those somebody has got, and how many say something else by now."""
    there = [one for one in papers if one.made is not None]
    return {
        "made": len(there),
        "handed": sum(one.made is not None and one.made.handed_on is not None for one in there),
        "changed": sum(one.state is PaperState.CHANGED for one in there),
    }


def _in_words(counts: Counts) -> str:
    """`, 11 lavet, 3 givet videre, 1 ændret siden`; nothing where none is made."""
    words = {"made": _("{count} lavet"), "handed": _("{count} givet videre"), "changed": _("{count} ændret siden")}
    return "".join(f", {words[name].format(count=count)}" for name, count in counts.items() if count)


def _counted(astray: Iterable[Standing]) -> Iterator[tuple[PaperKind, int]]:
    kinds = [one.sheet.kind for one in astray]
    yield from ((kind, kinds.count(kind)) for kind in dict.fromkeys(kinds))


def _plain_astray(kind: PaperKind, count: int) -> dict[str, object]:
    return {"paper": kind.id, "title": kind.title.text, "count": count}


def _astray_lines(astray: Sequence[Standing]) -> Iterator[str]:
    if astray:
        yield _("Er ude hos nogen, der ikke skal have dem længere: få dem tilbage eller destrueret")
    for kind, count in _counted(astray):
        yield f"  {kind.id}: {kind.title.text}, {_('{count} stk.').format(count=count)}"


def _plain_device(name: str) -> dict[str, object]:
    kind = DEVICE_KINDS[name]
    return {"file": name, "title": _(kind.title), "for": _(kind.to), "as": kind.suffix, "holds": _(kind.about)}


def _device_lines(wished: Wished) -> Iterator[str]:
    asked = [(name, kind) for name, kind in DEVICE_KINDS.items() if wished.takes(name)]
    if asked:
        yield _("Til kalender og telefon")
    for name, kind in asked:
        yield f"  {name}: {_(kind.title)} – {_(kind.to)} (.{kind.suffix})"


def _plain(kind: PaperKind, made: Sequence[Sheet]) -> dict[str, object]:
    return {
        "paper": kind.id,
        "group": kind.group,
        "title": kind.title.text,
        "for": kind.to.text,
        "count": len(made),
        "ready": bool(made) and all(one.is_ready for one in made),
        "missing": _missing(made),
        "for_other_age": bool(made) and not any(one.for_age.is_needed for one in made),
        "packs": list(kind.packs),
        "word": kind.word,
        "holds": "" if kind.about is None else kind.about.text,
        "leaves_out": "" if kind.leaves_out is None else kind.leaves_out.text,
    }


def _missing(made: Sequence[Sheet]) -> list[str]:
    if not made:
        return [_("Der er ingen at lave det til endnu.")]
    return list(dict.fromkeys(lack.sentence for one in made for lack in one.missing))


def _lines(
    known: PaperSet,
    found: Sequence[tuple[PaperKind, Sequence[Sheet]]],
    counts: Mapping[str, Counts],
    foreign: Mapping[str, Sequence[Sheet]],
) -> Iterator[str]:
    for group in known.groups:
        own = [(kind, made) for kind, made in found if kind.group == group.id]
        if own:
            yield group.title.text
        for kind, made in own:
            missing = _missing(made)
            count = _("{count} stk.").format(count=len(made))
            there = f"{count if made else _('ingen endnu')}{_in_words(counts[kind.id])}"
            yield f"  {kind.id}: {kind.title.text} – {kind.to.text}, {there}"
            yield from (f"    {sentence}" for sentence in missing if made)
            if made and not any(one.for_age.is_needed for one in made):
                yield f"    {_('Til en anden alder: laves kun med --only.')}"
            yield from lines_of(foreign[kind.id])
