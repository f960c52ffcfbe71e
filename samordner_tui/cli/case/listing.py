"""`samordner case list`: every case, with how it stands and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import json_option, opened, passphrase_option
from samordner_tui.cli.spoken import SpokenCommand
from samordner_tui.language import _, said

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive
    from samordner_tui.cli.case.standing import CaseStanding


@click.command("list", cls=SpokenCommand, help=said("Vis alle sager, med det næste skridt i hver."))
@passphrase_option
@json_option
@click.pass_context
def list_cases(context: click.Context, passphrase_file: Path | None, as_json: bool) -> None:
    """Print the cases, open ones first; works while the program is open."""
    with opened(context, passphrase_file, read_only=True) as archive:
        cases = sorted(_cases(archive), key=lambda one: (one.facts.closed_on is not None, one.facts.number))
    answer([_plain(one) for one in cases], _lines(cases), as_json=as_json)


def _cases(archive: Archive) -> Iterator[CaseStanding]:
    """Each case read from its own rows: what is kept for the overview may not be made anew by who only reads."""
    from sqlalchemy import select

    from samordner_tui.archive.records.assignment import Case
    from samordner_tui.casework.facts import facts_of
    from samordner_tui.cli.case.standing import stand
    from samordner_tui.cli.clock import today

    day = today(archive)
    with archive.reading() as session:
        for case_id in session.scalars(select(Case.id)).all():
            yield stand(facts_of(session, case_id), None, day)
            session.expunge_all()


def _plain(standing: CaseStanding) -> dict[str, object]:
    from samordner_tui.casework.deletion_due import overdue_deletion

    facts, conference = standing.facts, standing.conference
    delete_by = facts.engagement.delete_by
    step = standing.next_steps[0] if standing.next_steps else None
    starts_at = conference.starts_at if conference is not None else None
    return {
        "case": facts.number,
        "alias": facts.alias,
        "closed_on": facts.closed_on.isoformat() if facts.closed_on is not None else None,
        "conference": conference.number if conference is not None else None,
        "starts_at": starts_at.isoformat() if starts_at is not None else None,
        "cornerstones": [verdict.standing.value for verdict in standing.verdicts],
        "next_step": step.text if step is not None else None,
        "due": step.due.isoformat() if step is not None and step.due is not None else None,
        "delete_by": delete_by.isoformat() if delete_by is not None else None,
        "deletion_overdue": overdue_deletion(standing.next_steps) is not None,
    }


def _lines(cases: list[CaseStanding]) -> Iterator[str]:
    from samordner_tui.casework.deletion_due import overdue_deletion, said_of
    from samordner_tui.cli.case.telling import MARKS, heading

    if not cases:
        yield _("Der er ingen sager i arkivet.")
    for standing in cases:
        yield ". ".join(heading(standing))
        yield "  " + " ".join(f"{MARKS[verdict.standing]} {verdict.number}" for verdict in standing.verdicts)
        too_late = overdue_deletion(standing.next_steps)
        if too_late is not None:
            yield "  " + said_of(too_late, standing.today)
        elif standing.next_steps:
            yield _("  Næste skridt: {step}").format(step=standing.next_steps[0].text)
