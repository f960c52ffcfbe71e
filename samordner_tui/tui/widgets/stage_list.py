"""A stage as one list: its open questions, then its sections with their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from samordner_tui.casework.views import Question, Row, Section, StageView
from samordner_tui.language import _
from samordner_tui.tui.widgets.columns import drawn, fitted_widths, head, shown_columns
from samordner_tui.tui.widgets.line_list import HEAD, Line, LineList
from samordner_tui.tui.widgets.marks import MARKS, mark_style

MOST_QUESTIONS = 6
"""Questions with a number; the rest fold into one line that opens them."""
EDGE = 1
"""Empty cells on both sides of a row."""


@dataclass(frozen=True, slots=True)
class MoreQuestions:
    """The line that stands for the questions that are folded away."""

    count: int


@dataclass(frozen=True, slots=True)
class RowItem:
    """A row and the section it stands in."""

    row: Row
    section: Section


@dataclass(frozen=True, slots=True)
class EmptySection:
    """A section with no rows to which one can be added."""

    section: Section


Item = Question | MoreQuestions | RowItem | EmptySection


class StageList(LineList):
    """Everything a stage has gathered, and what is open in it."""

    CHOOSE_ON_FIRST_CLICK = False
    DEFAULT_CSS = """
    StageList { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.view: StageView | None = None
        self.entries: list[Item] = []
        self._all_questions = False

    def show(self, view: StageView) -> None:
        """Show another view; the cursor stays on the row it stood on."""
        row = self.row
        self.view = view
        self.entries = self._entries(view)
        self.rebuild()
        if row is not None:
            self.point_at(row.id)

    def unfold_questions(self) -> None:
        """Show every question."""
        self._all_questions = True
        if self.view is not None:
            self.show(self.view)

    def _entries(self, view: StageView) -> list[Item]:
        questions: list[Item] = list(view.questions)
        if len(questions) > MOST_QUESTIONS and not self._all_questions:
            questions = [*questions[:MOST_QUESTIONS], MoreQuestions(len(questions) - MOST_QUESTIONS)]
        rows: list[Item] = []
        for section in view.sections:
            rows.extend(RowItem(row, section) for row in section.rows)
            if not section.rows and section.adds is not None:
                rows.append(EmptySection(section))
        return [*questions, *rows]

    @property
    def entry(self) -> Item | None:
        """What the cursor stands on."""
        return self.entries[self.cursor] if self.cursor < len(self.entries) else None

    @property
    def row(self) -> Row | None:
        """The row the cursor stands on."""
        entry = self.entry
        return entry.row if isinstance(entry, RowItem) else None

    @property
    def section(self) -> Section | None:
        """The section the cursor stands in; the first that can be added to while it stands on a question."""
        entry = self.entry
        if isinstance(entry, (RowItem, EmptySection)):
            return entry.section
        sections = self.view.sections if self.view is not None else ()
        return next((section for section in sections if section.adds is not None), None)

    def question(self, number: int) -> Question | None:
        """The open question with this number."""
        questions = self.view.questions if self.view is not None else ()
        return questions[number - 1] if 0 < number <= min(MOST_QUESTIONS, len(questions)) else None

    def point_at(self, row_id: str) -> bool:
        """Put the cursor on a row. False when it is not here."""
        for place, entry in enumerate(self.entries):
            if isinstance(entry, RowItem) and entry.row.id == row_id:
                self.cursor = place
                return True
        return False

    def rows_of(self, section_id: str | None) -> tuple[Row, ...]:
        """The rows of a section."""
        sections = self.view.sections if self.view is not None else ()
        return next((one.rows for one in sections if one.id == section_id), ())

    def point_at_section(self, section_id: str) -> bool:
        """Put the cursor on the first row of a section. False when it has none."""
        for place, entry in enumerate(self.entries):
            if isinstance(entry, (RowItem, EmptySection)) and entry.section.id == section_id:
                self.cursor = place
                return True
        return False

    def lay_out(self, width: int) -> Sequence[Line]:
        """Questions, then sections with a line of air between."""
        lines: list[Line] = []
        items = {id(entry): place for place, entry in enumerate(self.entries)}
        for number, entry in enumerate(self.entries, start=1):
            if isinstance(entry, Question):
                lines.extend(_question_lines(entry, number, items[id(entry)], width))
            elif isinstance(entry, MoreQuestions):
                text = _("{count} spørgsmål mere").format(count=entry.count)
                lines.append(Line(Content.styled(f"    {text} …", "$muted"), items[id(entry)]))
        place = sum(isinstance(entry, (Question, MoreQuestions)) for entry in self.entries)
        for section in self.view.sections if self.view is not None else ():
            if lines:
                lines.append(Line(Content("")))
            lines.extend(_section_lines(section, place, width))
            place += len(section.rows) or (section.adds is not None)
        return lines


def _question_lines(question: Question, number: int, item: int, width: int) -> list[Line]:
    key = str(number) if number <= MOST_QUESTIONS else " "
    parts = Content(question.text).wrap(max(width - 5, 8))
    lead = Content.styled(f" {key} ", "bold $accent")
    return [
        Line(Content("").join([lead if place == 0 else Content("   "), Content(" "), part]), item)
        for place, part in enumerate(parts)
    ]


def _section_lines(section: Section, first: int, width: int) -> list[Line]:
    lines: list[Line] = []
    if section.title:
        lines.extend(Line(part) for part in Content.styled(_(section.title), "bold").wrap(width))
    if section.note:
        lines.extend(Line(part) for part in Content.styled(section.note, "$muted").wrap(width))
    if not section.rows:
        empty = section.empty or (_("Intet endnu.") if section.adds else "")
        item = first if section.adds is not None else None
        lines.extend(Line(part, item) for part in Content.styled(empty, "$muted").wrap(width) if empty)
        return lines
    draw = _table_lines if section.columns else _sentence_lines
    return [*lines, *draw(section, first, width)]


def _table_lines(section: Section, first: int, width: int) -> list[Line]:
    marked = any(row.mark is not None for row in section.rows)
    lead = 2 if marked else 0
    inner = max(width - 2 * EDGE - lead, 8)
    places = shown_columns(section.columns, section.rows, inner)
    widths = fitted_widths(section.columns, section.rows, places, inner)
    margin = Content(" " * (EDGE + lead))
    lines: list[Line] = []
    if any(section.columns[place].title for place in places):
        lines.extend(Line(margin.append(part), ground=HEAD) for part in head(section.columns, places, widths))
    for item, row in enumerate(section.rows, start=first):
        style = "$muted" if row.dim else ""
        cells = [_cell(row.cells[place], style) if place < len(row.cells) else Content("") for place in places]
        for number, content in enumerate(drawn(cells, widths)):
            mark = _mark(row) if number == 0 and marked else Content(" " * lead)
            lines.append(Line(Content("").join([Content(" " * EDGE), mark, content]), item))
    return lines


def _sentence_lines(section: Section, first: int, width: int) -> list[Line]:
    """A sentence a row: its first cell as it is, the others quiet after it; lines that follow stand under the words."""
    lines: list[Line] = []
    for item, row in enumerate(section.rows, start=first):
        mark, cells = _sentence(row)
        indent = Content(" " * mark.cell_length)
        style = "$muted" if row.dim else ""
        sentence = Content.assemble((cells[0], style), *((f" · {cell}", "$muted") for cell in cells[1:]))
        parts = sentence.wrap(max(width - 2 * EDGE - mark.cell_length, 8))
        lines.extend(
            Line(Content("").join([Content(" " * EDGE), mark if number == 0 else indent, part]), item)
            for number, part in enumerate(parts)
        )
    return lines


def _sentence(row: Row) -> tuple[Content, list[str]]:
    """The mark of a row, its own or the sign its first cell begins with, and the cells that say something."""
    cells = [cell for cell in row.cells if cell] or [""]
    if row.mark is not None:
        return _mark(row), cells
    for standing, sign in MARKS.items():
        if cells[0].startswith(f"{sign} "):
            return Content.styled(f"{sign} ", mark_style(standing)), [cells[0][2:], *cells[1:]]
    return Content(""), cells


def _mark(row: Row) -> Content:
    return Content.styled(f"{MARKS[row.mark]} ", mark_style(row.mark)) if row.mark is not None else Content("  ")


def _cell(text: str, style: str) -> Content:
    """A cell; a mark at its beginning gets its own colour."""
    for standing, sign in MARKS.items():
        if text.startswith(f"{sign} "):
            return Content.assemble((sign, mark_style(standing)), (text[len(sign) :], style))
    return Content.styled(text.replace("\n", " "), style)
