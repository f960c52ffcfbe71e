"""What a samordner has remarked on a measure: kept beside the mark, which it never changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samordner_tui.method.terms import NoticeKind

if TYPE_CHECKING:
    from samordner_tui.method.facts import CaseFacts, Conference


def about(measure: str, conference_id: str) -> str:
    """What a remark is about: `measure:f7/<conference>`."""
    return f"measure:{measure.lower()}/{conference_id}"


def remarks(facts: CaseFacts, conference: Conference) -> dict[str, str]:
    """The remarks on the measures of a conference, by the id of the measure."""
    ending = f"/{conference.id}"
    return {
        one.about.removeprefix("measure:").removesuffix(ending).upper(): one.reason
        for one in facts.notices
        if one.kind is NoticeKind.REMARK and one.about.endswith(ending)
    }
