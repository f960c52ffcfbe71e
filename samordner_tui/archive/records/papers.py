"""Papers: which were made and where they went, what is translated, and templates of the samordner's own."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samordner_tui.archive.records.base import OfCase, Record, Shared
from samordner_tui.archive.records.kinds import Pages, Short
from samordner_tui.archive.records.marks import Happened, Kept, Label, Since
from samordner_tui.method.terms import PaperFormat, SendChannel

PaperName = Annotated[str, Field(max_length=80, pattern=r"^[a-z]+:[a-z0-9_/.-]+$"), Kept()]
"""`paper:name_cards`, or with whom or what it is for: `paper:invitation_plain/<id of a row>`."""
TextPrint = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$"), Kept()]
"""What tells a text from another; nothing can be read from it."""


class PaperMade(OfCase, Record):
    """A paper that was made as a file: from which text, where it went, and when it is to be destroyed.

    `about` names the paper and whom it is for. Where that is a person the row goes with the person.
    Source: domain.md 5.3, 5.4.
    """

    __tablename__ = "papers_made"
    TITLE = Label("Papir")

    conference_id: Mapped[Annotated[str, Label("Rådslagning")] | None] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE"), default=None
    )
    about: Mapped[PaperName]
    person_id: Mapped[Annotated[str, Label("Lavet til")] | None] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), default=None
    )
    language: Mapped[Annotated[str, Field(min_length=1, max_length=60), Kept()]] = mapped_column(default="da")
    format: Mapped[Annotated[PaperFormat, Label("Slags fil")]]
    text_print: Mapped[TextPrint]
    made_at: Mapped[Annotated[datetime, Label("Lavet klokken"), Happened()]]
    handed_to: Mapped[Annotated[Short, Label("Givet til")] | None] = mapped_column(default=None)
    channel: Mapped[Annotated[SendChannel, Label("Givet hvordan"), Since("handed_on")] | None] = mapped_column(
        default=None
    )
    handed_on: Mapped[Annotated[date, Label("Givet den"), Happened()] | None] = mapped_column(default=None)
    destroy_by: Mapped[Annotated[date, Label("Skal destrueres senest")] | None] = mapped_column(default=None)
    destroyed_on: Mapped[Annotated[date, Label("Papiret er destrueret den"), Happened()] | None] = mapped_column(
        default=None
    )


class PaperTranslation(OfCase, Record):
    """A family paper in another language, as a translator wrote it.

    `text_print` is that of the Danish text it was made from: where that is another by now, the translation is marked.
    """

    __tablename__ = "paper_translations"
    TITLE = Label("Oversættelse")

    about: Mapped[PaperName]
    person_id: Mapped[Annotated[str, Label("Til")] | None] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), default=None
    )
    language: Mapped[Annotated[str, Field(min_length=1, max_length=60), Label("Sprog")]]
    text: Mapped[Annotated[Pages, Field(min_length=1), Label("Oversat tekst")]]
    text_print: Mapped[TextPrint]
    written_on: Mapped[Annotated[date, Label("Sat ind den"), Happened()] | None] = mapped_column(default=None)


class OwnTemplate(Shared, Record):
    """A template of the samordner's own, which stands beside ours in every case of the archive. It holds no case."""

    __tablename__ = "own_templates"
    TITLE = Label("Egen skabelon")

    kind: Mapped[Annotated[str, Field(max_length=40, pattern=r"^[a-z_]+$"), Kept()]]
    language: Mapped[Annotated[str, Field(pattern=r"^(da|en)$"), Kept()]]
    text: Mapped[Annotated[Pages, Field(min_length=1), Label("Skabelonens tekst")]]
    written_on: Mapped[Annotated[date, Label("Skrevet den")]]
