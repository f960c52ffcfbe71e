"""Concern, strengths, questions and bottom lines: written, and known to the family before the day."""

from __future__ import annotations

from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts
from samordner_tui.method.predicates.shape import HOLDS, NOTHING, Finding, Predicate, by_name, holds_if, lacks, of_case
from samordner_tui.method.readings import current
from samordner_tui.method.terms import StatementKind, WrittenBy

FEWEST_QUESTIONS, MOST_QUESTIONS = 3, 5
"""How many questions are advised. Source: domain.md 2 phase 1, F4."""


@of_case
def concern_written(facts: CaseFacts) -> Finding:
    """The concern is written. Source: R94."""
    return holds_if(bool(current(facts, StatementKind.CONCERN)), _("bekymringen er ikke skrevet"))


@of_case
def strengths_written(facts: CaseFacts) -> Finding:
    """The family's strengths are written. Source: R97, R178."""
    return holds_if(bool(current(facts, StatementKind.STRENGTH)), _("styrkerne er ikke skrevet"))


@of_case
def questions_written(facts: CaseFacts) -> Finding:
    """There are three to five questions. Source: F4."""
    count = len(current(facts, StatementKind.QUESTION))
    if count == 0:
        return lacks(_("spørgsmålene er ikke skrevet"))
    advised = FEWEST_QUESTIONS <= count <= MOST_QUESTIONS
    return holds_if(advised, _("der er {count}; 3 til 5 er godt").format(count=count))


@of_case
def questions_made_with_family(facts: CaseFacts) -> Finding:
    """Every question is put into words with the family. Source: domain.md 2 phase 1, F4."""
    questions = current(facts, StatementKind.QUESTION)
    if not questions:
        return lacks(_("spørgsmålene er ikke skrevet"))
    for question in questions:
        if question.written_by not in {WrittenBy.FAMILY, WrittenBy.TOGETHER}:
            return lacks(_("»{text}« er ikke lavet med familien").format(text=question.text), question.id)
    return HOLDS


@of_case
def questions_known_to_family(facts: CaseFacts) -> Finding:
    """The family knows every question in the version that holds now. Source: P8, cornerstones.md."""
    if not current(facts, StatementKind.QUESTION):
        return lacks(_("spørgsmålene er ikke skrevet"))
    return _known(facts, StatementKind.QUESTION)


@of_case
def bottom_lines_known_to_family(facts: CaseFacts) -> Finding:
    """The family knows every bottom line; there may be none. Source: P7, P8."""
    return _known(facts, StatementKind.BOTTOM_LINE) if current(facts, StatementKind.BOTTOM_LINE) else NOTHING


def _known(facts: CaseFacts, kind: StatementKind) -> Finding:
    for statement in current(facts, kind):
        if statement.known_to_family_on is None:
            return lacks(_("familien kender ikke »{text}«").format(text=statement.text), statement.id)
    return HOLDS


PREDICATES: dict[str, Predicate] = {
    **by_name(concern_written, strengths_written, questions_written, questions_made_with_family),
    **by_name(questions_known_to_family, bottom_lines_known_to_family),
}
