"""Before the family is alone: nobody of it is noted, and one key notes those who said yes. It never holds them up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samordner_tui.casework.said_yes import is_family_noted, note_all, who_said_yes
from samordner_tui.language import _, ngettext
from samordner_tui.method.readings import begun, names
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.widgets.option_lines import Option

if TYPE_CHECKING:
    from samordner_tui.tui.stages.evening import EveningStage

NOTE: Final = "note"
GO_ON: Final = "go_on"


async def ask_who_is_here(stage: EveningStage) -> str | None:
    """Offer to note those who said yes, where nobody is noted and some have.

    Gives the line that says that still nobody is, empty where somebody is; None when the question was left.
    """
    conference, today = stage.held, stage.today
    if begun(conference, 2) or is_family_noted(stage.facts, conference):
        return ""
    nobody = _("Ingen fra familien er noteret; det kan du også gøre bagefter.")
    expected = who_said_yes(stage.facts, conference)
    if not expected:
        return nobody
    everybody = ngettext("Notér den, der har sagt ja", "Notér de {count}, der har sagt ja", len(expected))
    options = [Option(NOTE, everybody.format(count=len(expected))), Option(GO_ON, _("Gå videre uden at notere nogen"))]
    text = _("{names}. På listen tager mellemrum en enkelt væk igen, også bagefter.")
    chosen = await stage.ask(
        NumberedDialog(
            _("Ingen fra familien er noteret"), options, text=text.format(names=names([one.name for one in expected]))
        )
    )
    if chosen != NOTE:
        return nobody if chosen == GO_ON else None
    await stage.write(_("Til stede"), lambda session: note_all(session, conference.id, expected, today))
    return ""
