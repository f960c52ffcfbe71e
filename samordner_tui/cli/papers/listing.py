"""`samordner papers --list`: for whom each paper is, and whether it can be made; counts, and no names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samordner_tui.casework.views import Context
from samordner_tui.cli.answering import answer
from samordner_tui.cli.papers.makers import Wished
from samordner_tui.language import _
from samordner_tui.papers.for_devices import DEVICE_KINDS
from samordner_tui.papers.kinds import PaperKind, PaperSet, paper_set
from samordner_tui.papers.making import Sheet, sheets


def tell_papers(context: Context, wished: Wished, *, as_json: bool) -> None:
    """Print the papers that are asked for."""
    known = paper_set()
    found = [(kind, sheets(context, kind)) for kind in known.papers if wished.takes(kind.id)]
    conference = None if context.conference is None else context.conference.number
    plain = {
        "case": context.facts.number,
        "conference": conference,
        "papers": [_plain(kind, made) for kind, made in found],
        "for_devices": [_plain_device(name) for name in DEVICE_KINDS if wished.takes(name)],
    }
    answer(plain, [*_lines(known, found), *_device_lines(wished)], as_json=as_json)


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


def _lines(known: PaperSet, found: Sequence[tuple[PaperKind, Sequence[Sheet]]]) -> Iterator[str]:
    for group in known.groups:
        own = [(kind, made) for kind, made in found if kind.group == group.id]
        if own:
            yield group.title.text
        for kind, made in own:
            missing = _missing(made)
            count = _("{count} stk.").format(count=len(made))
            yield f"  {kind.id}: {kind.title.text} – {kind.to.text}, {count if made else _('ingen endnu')}"
            yield from (f"    {sentence}" for sentence in missing if made)
            if made and not any(one.for_age.is_needed for one in made):
                yield f"    {_('Til en anden alder: laves kun med --only.')}"
