"""Papers that are out with somebody who is to have them no longer: not invited, called off, without the task.

They are in no group of the set, and so they would be forgotten; and they hold the child's name as long as they are out.
Source: domain.md 5.3, 5.4.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from samordner_tui.casework.papers import Made, told_apart
from samordner_tui.casework.views import Context
from samordner_tui.method.readings import child_name, person
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.making import Sheet
from samordner_tui.papers.recipients import Recipient
from samordner_tui.papers.translations import Translated

OURS = frozenset({"da", "en"})
"""The languages our templates are in."""

Key = tuple[str, str]
"""What a paper is known by among those made: its name in the register, and the language of a translation."""


@dataclass(frozen=True, slots=True)
class Astray:
    """A paper of which no one is to have it any longer, and the last that was made of it."""

    sheet: Sheet
    made: Made


def key_of(made: Made) -> Key:
    """By what one that was made is known."""
    return made.about, "" if made.language in OURS else made.language


def astray(context: Context, made: Mapping[Key, Sequence[Made]], known: Set[Key]) -> Iterator[Astray]:
    """The papers that are made, are not destroyed, and are in the set no longer, in the order of the set.

    Args:
        context: the case.
        made: what was made of each paper for the conference and is not destroyed, the newest last.
        known: the papers that the set holds now.
    """
    newest = {key: copies[-1] for key, copies in made.items() if key not in known}
    for kind in paper_set().papers:
        for (about, tongue), one in newest.items():
            name, recipient_id = told_apart(about)
            if name == kind.id:
                to = Recipient(recipient_id, one.handed_to or _label(context, recipient_id))
                translated = Translated(tongue, "", "") if tongue else None
                yield Astray(Sheet(kind, to, 0, translated=translated), one)


def _label(context: Context, recipient_id: str) -> str:
    """What the receiver is called; empty for one that nothing is known of any longer."""
    somebody = person(context.facts, recipient_id)
    if somebody is not None:
        return somebody.name
    return next((child_name(context.facts, one) for one in context.facts.children if one.id == recipient_id), "")
