"""The papers of a case of fifteen people as PDF, from the case to the bytes; or the same pages compiled barely.

The arguments are the folder of the archive, what is made (`set` or `invitation`), and who makes it: `ours` or `bare`.
Each runs in a process of its own, for the typesetter remembers what it has set. A page that is made beforehand warms
both up: the fonts are read then, and what is imported when it is needed is imported. It is the time of the processor
that is told: on the clock, whatever else the machine does would fall on the longer of the two.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import typst

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.network import Person
from samordner_tui.archive.settings import OWN_NAME, OWN_PHONE
from samordner_tui.casework.change import add
from samordner_tui.casework.facts import case_by_number
from samordner_tui.casework.stages import load_stages
from samordner_tui.casework.under_way import UnderWay
from samordner_tui.casework.views import Context
from samordner_tui.exchange.demo import SERIES, put
from samordner_tui.method.definition import method
from samordner_tui.method.terms import InvitationChoice, PersonKind
from samordner_tui.papers.bundle import bundle
from samordner_tui.papers.fonts import fonts
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.making import Sheet, drawn, sheets
from samordner_tui.papers.paper.blocks import Heading, Paper, Paragraph, Span
from samordner_tui.papers.paper.pdf import as_data, house, pdf_of
from samordner_tui.papers.room import context_of, read_room
from tests.benchmarks.probe import report

PEOPLE: Final = 15
PAGES: Final = "pages.json"
INVITATION: Final = "invitation_plain"
WARM: Final = Paper("Brev", "da", "list", (Heading(1, (Span("Brev"),)), Paragraph((Span("Kære"),))))


def make_papers(folder: Path) -> None:
    """A training archive with a case of fifteen people, and beside it the pages of its papers, ready to be set."""
    today = datetime.now(UTC).date()
    with Archive.create_training(folder) as archive:
        number = put(archive, SERIES, today)
        archive.set_setting(OWN_NAME, "Bente Ravn")
        archive.set_setting(OWN_PHONE, "70 10 20 30")
        with archive.writing("Personer") as session:
            case_id = case_by_number(session, number)
            there = session.query(Person).filter_by(case_id=case_id).count()
            asked = {"kind": PersonKind.PRIVATE, "invited": InvitationChoice.INVITE, "relation": "ven af familien"}
            for place in range(there, PEOPLE):
                add(session, Person, case_id, today, name=f"Karen Ørsted {place}", **asked)
        with archive.reading() as session:
            context = context_of(session, case_id, None, method(), today, archive.zone)
            every = papers_of(context)
            asked_for = {"set": every, "invitation": invitations(every)}
            pages = {what: [as_data(drawn(context, one, "da")) for one in papers] for what, papers in asked_for.items()}
    (folder / PAGES).write_text(json.dumps(pages), encoding="utf-8")


def papers_of(context: Context) -> list[Sheet]:
    """Every paper that is ready."""
    return [one for kind in paper_set().papers for one in sheets(context, kind) if one.is_ready]


def invitations(papers: list[Sheet]) -> list[Sheet]:
    """The plain invitations among them."""
    return [one for one in papers if one.kind.id == INVITATION]


def ours(folder: Path, what: str) -> list[float]:
    """Seconds from the archive to the bytes, as in the program: the room of the papers is open, and shows the list.

    For the set the case is read anew. Before an invitation another one was made.
    """
    load_stages()
    today = datetime.now(UTC).date()
    with Archive.open(folder, None, read_only=True) as archive:
        defined = method()
        pdf_of(WARM)
        with archive.reading() as session:
            case_id = str(session.query(Person.case_id).limit(1).scalar())
            read_room(context_of(session, case_id, None, defined, today, archive.zone))
        with archive.reading() as session:
            began = time.process_time()
            context = context_of(session, case_id, None, defined, today, archive.zone)
            papers = papers_of(context)
            if what == "set":
                bundle(context, papers, "da", "pdf", UnderWay())
                return [time.process_time() - began]
            first, *others = invitations(papers)
            bundle(context, [first], "da", "pdf", UnderWay())
            return [timed(lambda one=one: bundle(context, [one], "da", "pdf", UnderWay())) for one in others]  # type: ignore[misc]


def bare(folder: Path, what: str) -> list[float]:
    """Seconds of the typesetter alone, handed the same pages one after the other."""
    pages: dict[str, list[object]] = json.loads((folder / PAGES).read_text("utf-8"))
    own = fonts(alone=True)

    def compiled(page: str) -> None:
        typst.compile(
            house(),
            format="pdf",
            sys_inputs={"paper": page},
            pdf_standards=["ua-1"],
            font_paths=own,
        )

    compiled(json.dumps(as_data(WARM)))
    inputs = [json.dumps(page) for page in pages[what]]
    if what == "set":
        began = time.process_time()
        for page in inputs:
            compiled(page)
        return [time.process_time() - began]
    compiled(inputs[0])
    return [timed(lambda page=page: compiled(page)) for page in inputs[1:]]  # type: ignore[misc]


def timed(work: Callable[[], object]) -> float:
    """Seconds of the processor for a piece of work."""
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    place, asked_for, by = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    report((ours if by == "ours" else bare)(place, asked_for))
