"""Which calendar files a case has: the evening for each who comes, the samordner's visits, and the deadlines.

A title says only what sort of thing it is. In the samordner's own files the number of the case stands beside it: it is
the samordner's own and names nobody, and without it two cases cannot be told apart. Source: domain.md 5.2.
"""

from __future__ import annotations

from samordner_tui.casework.views import Context
from samordner_tui.language import SPEECH, Language
from samordner_tui.papers.calendar.conference import conference_files
from samordner_tui.papers.calendar.deadlines import deadline_files
from samordner_tui.papers.calendar.handed import CalendarFile
from samordner_tui.papers.calendar.journal import Journal
from samordner_tui.papers.calendar.visits import visit_files


def calendar_files(context: Context, language: Language, *, with_place: bool = False) -> tuple[CalendarFile, ...]:
    """Every file there is reason for today; none of a sort with nothing in it.

    Args:
        context: the case, and the conference that is shown.
        language: of the titles.
        with_place: whether the place of the evening and of visits stands in them too.
    """
    journal = Journal(context.session, context.case_id)
    with SPEECH.speaking(language):
        return (
            *conference_files(context, journal, with_place=with_place),
            *visit_files(context, journal, with_place=with_place),
            *deadline_files(context, journal),
        )
