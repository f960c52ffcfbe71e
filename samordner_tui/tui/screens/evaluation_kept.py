"""How the answers given at the laptop are kept: each in one step of the journal, and half of one as a draft.

Every answer has a draft of its own, so that what one left behind is never overwritten by the next. It is forgotten in
the step that keeps the answer: cut off in between, nobody answers twice. Source: R101, R102.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samordner_tui.archive.drafts import clear_draft, drafts_of
from samordner_tui.archive.records.after import Evaluation
from samordner_tui.archive.records.kinds import new_id
from samordner_tui.casework.evaluation_form import Filled, from_draft, keep, spared
from samordner_tui.tui.saving import BOXES, BoxPlace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from samordner_tui.tui.access import ArchiveAccess
    from samordner_tui.tui.saving import Keeper

DRAFT: Final = "evaluation"


class AnswersKept:
    """The answers to one conference, one after the other."""

    def __init__(self, program: ArchiveAccess, keeper: Keeper, case_id: str, conference_id: str) -> None:
        """For one conference of the open case; `keeper` keeps what is half filled in."""
        self._program = program
        self._keeper = keeper
        self._case_id = case_id
        self._conference_id = conference_id
        self._draft = BoxPlace(DRAFT, "")
        self.begin()

    def begin(self) -> None:
        """Another one answers."""
        self._draft = BoxPlace(DRAFT, f"{self._conference_id} {new_id()}")

    def keep_half(self, filled: Filled) -> None:
        """Keep what is answered so far as a draft."""
        self._keeper.keep_draft(self._draft, filled.as_draft())

    def throw_away(self) -> None:
        """Forget what is answered so far."""
        self._keeper.forget_draft(self._draft)

    async def keep(self, filled: Filled, *, as_it_may_be: bool = False) -> None:
        """Keep an answer by its group, in place of its draft; `as_it_may_be` leaves out names and CPR numbers.

        Raises:
            Refused: it may not be kept. The draft stays.
        """
        await self._keep(filled, self._draft, as_it_may_be=as_it_may_be)

    async def keep_what_was_cut_off(self) -> None:
        """Keep what was half filled in when the program was cut off, as an answer that nobody reads on the screen.

        Raises:
            Refused: it may not be kept now. The drafts stay.
        """
        drafts = await self._program.read(lambda session: drafts_of(session, self._case_id))
        for (record, box, line), text in drafts.items():
            left = from_draft(text) if (record, box) == (BOXES, DRAFT) else None
            if left is not None and line.startswith(self._conference_id):
                await self._keep(left, BoxPlace(box, line), as_it_may_be=True)

    async def _keep(self, filled: Filled, draft: BoxPlace, *, as_it_may_be: bool) -> None:
        case_id, conference_id, today = self._case_id, self._conference_id, self._program.today()

        def keeping(session: Session) -> None:
            answer = spared(session, case_id, filled) if as_it_may_be else filled
            keep(session, case_id, conference_id, answer, today)
            clear_draft(session, draft.key)

        await self._program.write(Evaluation.TITLE.danish, keeping, case_id, kind="fixed")
        self._keeper.forget_draft(draft)
