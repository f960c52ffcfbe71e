"""How a paper stands, in words: short beside its name in a list, and whole where there is room for a sentence."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from samordner_tui.casework.cells import joined, short_day
from samordner_tui.casework.papers import Made
from samordner_tui.language import _
from samordner_tui.method.wording import show_date
from samordner_tui.papers.astray import OURS
from samordner_tui.papers.device_standing import DeviceStanding
from samordner_tui.papers.room import STALE, PaperState, Standing


def state_in_words(standing: Standing, context_zone: ZoneInfo, today: date) -> str:
    """How a paper stands: what is missing, when it was made, that its facts have changed since, what is to be done."""
    return joined(_state(standing, context_zone, today), _in_the_other(standing), _still_out(standing, today))


def _state(standing: Standing, zone: ZoneInfo, today: date) -> str:
    made = standing.made
    match standing.state:
        case PaperState.LACKS:
            return " ".join(one.sentence for one in standing.sheet.missing)
        case PaperState.SOURCE_CHANGED:
            return _(STALE)
        case _ if made is None:
            return joined(_("klar"), standing.sheet.for_age.reason, *(one.sentence for one in standing.sheet.missing))
        case _:
            waits = (one.sentence for one in standing.sheet.missing if not one.by_hand)
            return joined(_of_made(standing.state, made, zone, today), *waits)


def _of_made(state: PaperState, made: Made, zone: ZoneInfo, today: date) -> str:
    day = show_date(made.made_at.astimezone(zone).date(), today)
    match state:
        case PaperState.CHANGED:
            return joined(_("ændret, siden det blev lavet {day}").format(day=day), _handed(made, today))
        case PaperState.HANDED:
            return joined(_handed(made, today), _destroying(made, today))
        case PaperState.ASTRAY:
            was = _handed(made, today) or _("lavet {day}").format(day=day)
            return joined(was, _("få det tilbage eller destrueret"))
        case _:
            return _("lavet {day}").format(day=day)


def device_in_words(standing: DeviceStanding, zone: ZoneInfo, today: date) -> str:
    """How the files of a kind for calendar and phone stand; the key that makes them makes them anew."""
    if standing.made_at is None:
        return ""
    day = short_day(standing.made_at.astimezone(zone).date(), today)
    if standing.has_changed:
        return _("ændret siden {day}: lav dem igen med k").format(day=day)
    return _("lavet {day}").format(day=day)


def state_in_short(standing: Standing, context_zone: ZoneInfo, today: date) -> str:
    """The same in so few words that they stand on one line of a narrow list."""
    made = standing.made
    if standing.state is PaperState.READY:
        notes = (one.short or one.sentence for one in standing.sheet.missing)
        return joined(_("klar"), standing.sheet.for_age.reason, *notes)
    if made is None or standing.state is PaperState.SOURCE_CHANGED:
        return state_in_words(standing, context_zone, today)
    return joined(_in_short(standing, made, context_zone, today), _in_the_other(standing))


def _in_short(standing: Standing, made: Made, zone: ZoneInfo, today: date) -> str:
    day = short_day(made.made_at.astimezone(zone).date(), today)
    given = "" if made.handed_on is None else short_day(made.handed_on, today)
    match standing.state:
        case PaperState.CHANGED if given:
            return _("givet {day}, ændret siden").format(day=given)
        case PaperState.CHANGED:
            words = _("ændret siden {day}, en ældre er ude") if _still_out(standing, today) else _("ændret siden {day}")
            return words.format(day=day)
        case _ if given:
            return _("givet videre {day}").format(day=given)
        case _:
            words = _("lavet {day}, en ældre er ude") if _still_out(standing, today) else _("lavet {day}")
            return words.format(day=day)


def _in_the_other(standing: Standing) -> str:
    """That what was made is in the other of our languages; nothing where it is in the one that is shown."""
    made = standing.made
    if made is None or made.language not in OURS or made.language == standing.shown_in:
        return ""
    return _("på engelsk") if made.language == "en" else _("på dansk")


def _still_out(standing: Standing, today: date) -> str:
    """That somebody holds a copy made before the last one: an older one where it says something else, else this one."""
    made = standing.made
    if made is None or not standing.earlier:
        return ""
    if any(one.text_print != made.text_print for one in standing.earlier):
        return _("en ældre er ude hos nogen")
    return "" if made.handed_on is not None else _handed(standing.earlier[-1], today)


def _handed(made: Made, today: date) -> str:
    """`givet videre søn. 10. jan.`; nothing of a paper that went nowhere."""
    if made.handed_on is None:
        return ""
    return _("givet videre {day}").format(day=show_date(made.handed_on, today))


def _destroying(made: Made, today: date) -> str:
    """`destrueres senest 9. feb.`, and calmly so where that day is over."""
    if made.destroy_by is None:
        return ""
    words = _("destrueres senest {day}") if made.destroy_by >= today else _("skulle være destrueret {day}")
    return words.format(day=short_day(made.destroy_by, today))
