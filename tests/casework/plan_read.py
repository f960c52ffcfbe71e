"""The evening as it stands when the plan is to be read, and the answers that may be given to it."""

from __future__ import annotations

from samordner_tui.casework import decision, steps
from samordner_tui.casework.decision import Reply
from samordner_tui.method.terms import Outcome
from tests.casework.evening_case import EveningCase, evening_case

SHEET = """Det er vi enige om:
- Karen følger Alma i skole hver mandag
- mormor hjælper mere
2. Jonas henter Alma om fredagen"""


def family_is_ready() -> EveningCase:
    """The family is ready with its plan."""
    made = evening_case()
    steps.begin_information(made.session, made.conference_id, made.now)
    made.session.commit()
    made.with_reasons(lambda: steps.begin_private_time(made.session, made.conference_id, made.now, made.method))
    made.later(90)
    steps.end_private_time(made.session, made.conference_id, made.now)
    made.session.commit()
    return made


def answer(case: EveningCase, reply: Reply) -> str:
    """Read the plan aloud and answer it."""
    decision.read_plan_aloud(case.session, case.conference_id, case.now)
    case.later(5)
    return decision.answer_plan(case.session, case.conference_id, reply, case.now)


def returned(case: EveningCase) -> Reply:
    """Sent back because of the bottom line."""
    return Reply(
        Outcome.RETURNED, authority_id=case.initiator, rests_on_id=case.bottom_line, possible_if="Alma er i skole"
    )
