"""The hands of a samordner: keys alone, and the eyes that read the screen between them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic
from zoneinfo import ZoneInfo

from textual.events import Paste
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.worker import Worker

from samordner_tui.casework.facts import facts_of
from samordner_tui.casework.views import Question
from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.method.terms import StageId, Standing
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.dialogs.fields import Done, FieldsDialog
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.stages.stage import Stage
from samordner_tui.tui.widgets.cornerstones import Cornerstones
from samordner_tui.tui.widgets.fields.choice import ChoiceField, ChoicesField
from samordner_tui.tui.widgets.fields.line import LineField
from samordner_tui.tui.widgets.fields.lines import LinesField
from samordner_tui.tui.widgets.fields.reference import ReferenceField
from samordner_tui.tui.widgets.fields.row import FieldRow
from samordner_tui.tui.widgets.fields.yes_no import YesNoField
from samordner_tui.tui.widgets.option_lines import OptionLines
from samordner_tui.tui.widgets.stage_list import MoreQuestions
from samordner_tui.tui.widgets.way import Way

ZONE = ZoneInfo("Europe/Copenhagen")
KEYS = {" ": "space", "\n": "enter"}
WORKING = {"read", "form-read", "form", "open", "write"}
ASKING = {"action", "default", "panel", "first-steps", "choice"}
"""What may stand still while a box waits for its answer."""
PATIENCE = 20
SHORT = 12
"""Letters that are typed one by one; a longer text is pasted."""


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        """The moment it is."""
        return self.moment

    def go_to(self, year: int, month: int, day: int, hour: int = 9, minute: int = 0) -> None:
        """Another day, or another hour."""
        self.moment = datetime(year, month, day, hour, minute, tzinfo=ZONE)

    def pass_minutes(self, minutes: int) -> None:
        """Time passes."""
        self.moment += timedelta(minutes=minutes)


def the_first_day() -> datetime:
    """The morning the assignment comes."""
    return datetime(2027, 1, 4, 9, 30, tzinfo=ZONE)


@dataclass
class Hand:
    """Presses keys, and reads what stands on the screen."""

    app: SamordnerApp
    pilot: Pilot[None]
    clock: Clock
    keys: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    """Keys pressed in each part of the walk."""

    async def tap(self, *keys: str) -> None:
        """Press keys that set nothing going."""
        self.keys += len(keys)
        await self.pilot.press(*keys)

    async def press(self, *keys: str) -> None:
        """Press keys, and wait for what they set going."""
        await self.tap(*keys)
        await self.settle()

    async def type(self, text: str, *then: str) -> None:
        """Type a text, and press keys after it."""
        await self.write(text)
        await self.tap(*then)
        await self.settle()

    async def write(self, text: str) -> None:
        """Write in the field that has the cursor: a short answer by keys, a long one as it is pasted."""
        driver = self.app._driver
        if len(text) <= SHORT or driver is None or not isinstance(self.app.focused, Input | TextArea):
            await self.tap(*(KEYS.get(letter, letter) for letter in text))
            return
        self.keys += 1
        pasted = Paste(text)
        pasted.set_sender(self.app)
        driver.send_message(pasted)
        await self.pilot.pause()

    async def settle(self) -> None:
        """Wait until everything asked for is written, and read again."""
        for _ in range(2):
            await self.until(lambda: not self._is_busy(), "the program became still")
            if self.app.archive is not None:
                self.app.archive.writer.drain()
        await self.until(lambda: not self._is_busy(), "the program became still")

    def _is_busy(self) -> bool:
        return any(not worker.is_finished and self._is_awaited(worker) for worker in self.app.workers)

    def _is_awaited(self, worker: Worker[object]) -> bool:
        """What another screen has asked may wait for its answer: a box over the case, or the evening in its place."""
        screen = self.app.screen
        if worker.group not in ASKING:
            return worker.group in WORKING
        return not isinstance(screen, ModalScreen) and screen in worker.node.ancestors_with_self

    async def until(self, happened: Callable[[], bool], what: str = "it happened") -> None:
        """Wait for what a thread brings about; never a fixed time."""
        end = monotonic() + PATIENCE
        while not happened():
            assert monotonic() < end, f"waited in vain until {what}\n{self.screen_text}"
            await self.pilot.pause()
            await asyncio.sleep(0.002)
        await self.pilot.pause()

    def _cells(self, region: Widget | None = None) -> str:
        area = region.region if region is not None else self.app.screen.region
        strips = self.app.screen._compositor.render_strips()[area.y : area.bottom]
        return "\n".join(strip.crop(area.x, area.right).text.rstrip() for strip in strips)

    @property
    def screen_text(self) -> str:
        """The whole screen as lines."""
        return self._cells()

    @property
    def words(self) -> str:
        """The middle of the case, or the box above it, in running words."""
        screen = self.app.screen
        area = screen.query_one("#middle") if isinstance(screen, CaseScreen) else None
        return " ".join(self._cells(area).replace("▌", " ").split())

    def sees(self, *sentences: str) -> None:
        """Every sentence stands on the screen."""
        for sentence in sentences:
            assert sentence in self.words or sentence in self.screen_text, f"»{sentence}«\n{self.screen_text}"

    @property
    def footer(self) -> str:
        """The last line."""
        return self.screen_text.splitlines()[-1]

    @property
    def said(self) -> str:
        """The messages that are shown."""
        return "\n".join(note.message for note in self.app._notifications)

    def hush(self) -> None:
        """The messages go by themselves after a while."""
        self.app.clear_notifications()

    @property
    def facts(self) -> CaseFacts:
        """The case as the archive holds it."""
        archive, case = self.app.open_archive, self.case.case_id
        with archive.reading() as session:
            return facts_of(session, case)

    @property
    def conference(self) -> Conference:
        """The conference as the archive holds it."""
        return self.facts.conferences[-1]

    @property
    def case(self) -> CaseScreen:
        """The case that is open."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, CaseScreen))

    @property
    def stage(self) -> Stage:
        """The stage that is shown."""
        assert self.case.pane is not None
        return self.case.pane

    @property
    def standing(self) -> tuple[Standing, ...]:
        """The five as the screen shows them."""
        return tuple(stone.standing for stone in self.case.query_one(Cornerstones).stones)

    def stands(self, number: int, standing: Standing) -> None:
        """One of the five stands so on the screen."""
        assert self.standing[number - 1] is standing, self.reason(number)

    def reason(self, number: int) -> str:
        """Why one of the five stands as it does."""
        return self.case.query_one(Cornerstones).stones[number - 1].reason

    @property
    def questions(self) -> tuple[str, ...]:
        """The open questions of the stage."""
        view = self.stage.list.view
        return tuple(question.text for question in view.questions) if view is not None else ()

    def note_of(self, section: str) -> str:
        """What stands under the heading of a section of the stage."""
        view = self.stage.list.view
        return next(one.note for one in view.sections if one.title == section) if view is not None else ""

    def asks(self, *parts: str) -> None:
        """Each is an open question of the stage."""
        for part in parts:
            assert any(part in question for question in self.questions), f"»{part}«\n" + "\n".join(self.questions)

    def no_longer_asks(self, *parts: str) -> None:
        """None of them is an open question of the stage."""
        for part in parts:
            assert not any(part in question for question in self.questions), f"»{part}«\n" + "\n".join(self.questions)

    def asks_nothing(self) -> None:
        """No question of the stage is open."""
        assert not self.questions, "\n".join(self.questions)

    @property
    def next_steps(self) -> tuple[str, ...]:
        """The ids of the next steps."""
        shown = self.case.shown
        return tuple(step.id for step in shown.next_steps) if shown is not None else ()

    def gate(self, name: str) -> tuple[bool, tuple[str, ...]]:
        """Whether a gate is open, and the ids of the lines that are missing without a reason."""
        shown = self.case.shown
        assert shown is not None
        gate = next(one for one in shown.gates if one.name == name)
        return gate.open, tuple(line.id for line in gate.missing if line.kept_reason is None)

    async def go(self, stage: StageId) -> None:
        """By the way to the left to another stage."""
        await self.press("v")
        ways = [way for way in self.app.screen.query(Way) if way.has_focus]
        assert ways, self.screen_text
        await self.press("home", *["down"] * ways[0].stages.index(stage), "enter")
        await self.until(lambda: self.case.stage is stage and self.app.screen is self.case, f"{stage} was shown")
        await self.settle()

    async def question(self, part: str) -> None:
        """Press the number of an open question; the folded ones are unfolded and pointed at."""
        place = next((place for place, text in enumerate(self.questions) if part in text), None)
        assert place is not None, f"»{part}«\n" + "\n".join(self.questions)
        if place < 6:
            await self.press(str(place + 1))
            return
        if any("spørgsmål mere" in line.content.plain for line in self.stage.list.lines):
            await self.press("home", *["down"] * 6, "enter")
        await self.press("home", *["down"] * place, "enter")

    async def point(self, part: str, *, section: str = "") -> None:
        """Move the cursor of the list to the line that says `part`, below the heading `section`."""
        found = self._item(part, section)
        places = self.stage.list.items
        by = places.index(found) - places.index(self.stage.list.cursor)
        await self.tap(*["down" if by > 0 else "up"] * abs(by))

    def _item(self, part: str, section: str) -> int:
        """The row whose line, wrapped or not, says `part`; questions have keys of their own."""
        said: dict[int, str] = {}
        heading = ""
        for line in self.stage.list.lines:
            text = line.content.plain.strip()
            if line.item is None:
                heading = f"{heading} {text}" if text else ""
            elif isinstance(self.stage.list.entries[line.item], Question | MoreQuestions):
                continue
            elif not section or heading.strip().startswith(section):
                said[line.item] = f"{said.get(line.item, '')} {text}".strip()
        found = next((item for item, text in said.items() if part in " ".join(text.split())), None)
        assert found is not None, f"»{part}« below »{section}«\n" + "\n".join(said.values())
        return found

    async def open(self, part: str, *, section: str = "") -> None:
        """Open the line of the list that says `part`."""
        await self.point(part, section=section)
        await self.press("enter")

    async def back(self) -> None:
        """Back from a form to the list."""
        await self.press("escape")

    @property
    def field(self) -> FieldRow:
        """The field the cursor stands in."""
        for widget in (self.app.focused, *(self.app.focused.ancestors if self.app.focused else ())):
            if isinstance(widget, FieldRow):
                return widget
        raise AssertionError(f"no field has the cursor: {self.app.focused}\n{self.screen_text}")

    def stands_in(self, label: str) -> None:
        """The cursor stands in the field with this label."""
        assert self.field.spec.label == label, f"in »{self.field.spec.label}«\n{self.screen_text}"

    @property
    def _rows(self) -> list[FieldRow]:
        """The fields that can be reached now."""
        place = self.app.screen if isinstance(self.app.screen, ModalScreen) else self.stage
        return [row for row in place.query(FieldRow) if row.display]

    async def to(self, label: str) -> None:
        """Go by tab to the field with this label."""
        rows = self._rows
        labels = [row.spec.label for row in rows]
        assert label in labels, f"»{label}« is not among {labels}"
        here = next((place for place, row in enumerate(rows) if row.has_focused_field), -1)
        by = labels.index(label) - here
        await self.tap(*["tab" if by > 0 else "shift+tab"] * abs(by))
        self.stands_in(label)

    async def fill(self, answers: Mapping[str, str]) -> None:
        """Answer fields by their labels, in the order given."""
        for label, answer in answers.items():
            await self.to(label)
            await self.answer(answer)
        await self.settle()

    async def answer(self, answer: str) -> None:
        """Answer the field the cursor stands in."""
        control = self.field.control
        if isinstance(control, ReferenceField | ChoicesField):
            await self.press("enter")
            await self.choose(*answer.split("; "))
        elif isinstance(control, YesNoField):
            await self.tap(answer[0].lower())
        elif isinstance(control, ChoiceField):
            await self._find(answer)
        else:
            assert isinstance(control, LineField | LinesField)
            erased = ["ctrl+end", "end", *["backspace"] * len(self.field.text)] if self.field.text else []
            await self.tap(*erased)
            await self.write(answer)

    async def _find(self, answer: str) -> None:
        """A letter shows the list near an answer; the arrow goes on to the one that is meant."""
        await self.press(answer[0].lower())
        options = self.app.screen.query_one(OptionLines)
        listed = [option.text for option in options.fitting]
        assert answer in listed, f"»{answer}« is not among {listed}"
        by = listed.index(answer) - options.cursor
        await self.tap(*["down" if by > 0 else "up"] * abs(by))
        await self.press("enter")

    async def choose(self, *texts: str) -> None:
        """Choose in a box with a list: one by enter, several by space."""
        options = self.app.screen.query_one(OptionLines)
        several = options.several
        for text in texts:
            shown = [f"{option.text} {option.detail}" for option in options.fitting]
            found = next((place for place, option in enumerate(shown) if text in option), None)
            assert found is not None, f"»{text}« is not among {shown}"
            by = found - options.cursor
            await self.tap(*["down" if by > 0 else "up"] * abs(by), *(["space"] if several else []))
        await self.press("enter")

    async def done(self) -> None:
        """Answer a box of fields; one whose last field was picked from a list has answered already."""
        if not isinstance(self.app.screen, FieldsDialog):
            return
        for _ in range(20):
            if isinstance(self.app.focused, Done):
                break
            await self.tap("tab")
        await self.press("enter")

    async def line(self, text: str) -> None:
        """Answer a box with one line, in place of what stands there."""
        standing = getattr(self.app.focused, "value", "")
        await self.press("end", *["backspace"] * len(standing))
        await self.type(text, "enter")

    @contextmanager
    def counting(self, part: str) -> Iterator[None]:
        """Count the keys of a part of the walk."""
        before = self.keys
        yield
        self.counts[part] = self.keys - before


def texts(lines: Iterable[str]) -> str:
    """Lines under each other, as they are typed."""
    return "\n".join(lines)
