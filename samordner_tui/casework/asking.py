"""The open questions of a stage: the rules say what is open, the stage says it in words and where it is answered."""

from __future__ import annotations

from dataclasses import dataclass, field

from samordner_tui.casework.cells import headed, name_of, the_child
from samordner_tui.casework.views import Context, Jump, Question
from samordner_tui.method.predicates import PREDICATES, Finding
from samordner_tui.method.terms import StageId


def finding(context: Context, predicate: str) -> Finding:
    """What one rule of the method finds in this case."""
    return PREDICATES[predicate](context.facts, context.conference, context.today)


@dataclass
class Questions:
    """Gathers the open questions of `stage` in the order they are asked."""

    context: Context
    stage: StageId
    gathered: list[Question] = field(default_factory=list)

    def unless(
        self,
        predicate: str,
        text: str,
        *,
        section: str | None = None,
        record: str | None = None,
        row_id: str | None = None,
        name: str | None = None,
        stage: StageId | None = None,
        adds: bool = False,
    ) -> None:
        """Ask `text` unless the rule is kept.

        `{detail}` in the text is what the rule found lacking (`{Detail}` where it begins the sentence), `{name}` the
        person it is about, `{child}` the child. Where nobody is there to be named, nothing is asked. The question
        leads to the row it is about, where the rule names one and no other row is given; with `adds` one more row is
        added to the section each time.
        """
        found = finding(self.context, predicate)
        if found.holds:
            return
        words = {
            "{detail}": found.detail,
            "{Detail}": headed(found.detail),
            "{name}": self._name(found.subject_id),
            "{child}": the_child(self.context.facts),
        }
        if "{name}" in text and not words["{name}"]:
            return
        said = text
        for placeholder, word in words.items():
            said = said.replace(placeholder, word)
        said = said.replace("?.", "?")
        said = said if said.endswith((".", "?", "!")) else f"{said}."
        row_id = row_id or (found.subject_id if record is not None else None)
        jump = Jump(stage or self.stage, section, record, row_id, name, adds)
        self.gathered.append(Question(said, jump, predicate))

    def _name(self, subject_id: str | None) -> str:
        """The name of a person, or of the child a record of a child is about."""
        facts = self.context.facts
        child = next((one.person_id for one in facts.children if one.id == subject_id), subject_id)
        return name_of(facts, child)

    def when(
        self,
        is_open: bool,
        text: str,
        *,
        section: str | None = None,
        record: str | None = None,
        row_id: str | None = None,
        name: str | None = None,
        stage: StageId | None = None,
    ) -> None:
        """Ask `text` where it is open: at a field, a row or a section of this stage, or at another stage."""
        if is_open:
            jump = Jump(stage or self.stage, section=section, record=record, row_id=row_id, field=name)
            self.gathered.append(Question(text, jump))
