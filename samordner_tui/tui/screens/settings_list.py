"""What can be set, as one list: what it is called, what it is now, and what happens when it is chosen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from re import fullmatch
from typing import TYPE_CHECKING

from samordner_tui.archive.settings import ADDS_VAT, OWN_NAME, OWN_PHONE, SECOND_PLACE, ZONE
from samordner_tui.casework import summary
from samordner_tui.casework.entry import forbidden
from samordner_tui.language import SPEECH, _
from samordner_tui.method.facts import Ages
from samordner_tui.method.zones import HOME_ZONE
from samordner_tui.tui import idle
from samordner_tui.tui.dialogs.pick import PickDialog
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.screens.setting_row import SettingRow
from samordner_tui.tui.theme import LOOKS, look_named
from samordner_tui.tui.widgets.option_lines import Option

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive
    from samordner_tui.tui.app import SamordnerApp

CONSENTS_FROM = "consents_from"
SMALL_CHILD_UNDER = "small_child_under"
LANGUAGES = {"da": "dansk", "en": "English"}
"""Each called what it calls itself."""
LONGEST_NAME = 120
MINUTES = ("2", "5", "10", "15", "30", "60")


def rows_for(app: SamordnerApp) -> Iterable[SettingRow]:
    """Every setting there is for the archive that is open."""
    archive = app.open_archive
    yield SettingRow(
        _("Udseende"),
        _(look_named(app.preferences.theme).danish),
        _("Fjord er mørk, klit er lys, kontrast er den tydeligste."),
        lambda: _look(app),
    )
    yield SettingRow(
        _("Sprog"),
        LANGUAGES[SPEECH.language],
        _("Programmets egne tekster. Det, du har skrevet, bliver, som det er."),
        lambda: _language(app),
    )
    yield SettingRow(
        _("Tidszone"),
        zones().get(str(archive.zone), str(archive.zone)),
        _("Den tid, som møder og klokkeslæt vises i."),
        lambda: _zone(app, archive),
    )
    yield from _own_rows(app, archive)
    if archive.training:
        return
    minutes = archive.setting(idle.SETTING, str(idle.MINUTES_TO_BEGIN_WITH))
    yield SettingRow(
        _("Lås efter"),
        _("{count} minutter").format(count=minutes),
        _("Når ingen har rørt tasterne så længe. På dagen venter låsen i trin 1 og 3."),
        lambda: _idle(app, archive),
    )
    place = archive.setting(SECOND_PLACE)
    yield SettingRow(
        _("Kopi også her"),
        Path(place).name if place else _("intet sted"),
        _("Et ekstra sted til sikkerhedskopier, for eksempel en USB-nøgle. Kopierne er krypterede."),
        lambda: _second_place(app, archive),
    )


def _own_rows(app: SamordnerApp, archive: Archive) -> Iterable[SettingRow]:
    """Who signs the papers. In a training archive too: papers are practised there."""
    name, phone = archive.setting(OWN_NAME), archive.setting(OWN_PHONE)
    yield SettingRow(
        _("Dit navn på papirer"),
        name or _("ikke skrevet"),
        _("Det navn, der står under invitationer, aftaler og bestillinger."),
        lambda: _own(app, archive, OWN_NAME, _("Dit navn på papirer"), no_name),
    )
    yield SettingRow(
        _("Din telefon på papirer"),
        phone or _("ikke skrevet"),
        _("Det nummer, som de inviterede kan ringe til, hvis de har spørgsmål."),
        lambda: _own(app, archive, OWN_PHONE, _("Din telefon på papirer"), no_phone),
    )
    yield SettingRow(
        _("Moms på grundlag for faktura"),
        _("25 % lægges til") if archive.setting(ADDS_VAT) else _("uden moms"),
        _("Om der kommer moms på timer og kørsel. Udlæg står, som de er."),
        lambda: _vat(app, archive),
    )


async def _vat(app: SamordnerApp, archive: Archive) -> None:
    """Choose whether VAT comes on top."""
    options = [Option("no", _("uden moms")), Option("yes", _("25 % lægges til"))]
    now = "yes" if archive.setting(ADDS_VAT) else "no"
    chosen = await _pick(app, _("Moms på grundlag for faktura"), options, now)
    if chosen is not None:
        await _keep(archive, ADDS_VAT, chosen if chosen == "yes" else None)


async def _own(app: SamordnerApp, archive: Archive, name: str, title: str, problem: Callable[[str], str]) -> None:
    """Ask for a line that stands on the papers; an empty one takes it away."""
    question = _("Sådan kommer det til at stå. Lad linjen være tom, hvis det ikke skal stå der.")
    typed = await app.push_screen_wait(AskDialog(title, question, archive.setting(name), problem_with=problem))
    if typed is not None:
        await _keep(archive, name, typed.strip() or None)


def no_name(typed: str) -> str:
    """What is wrong with a name."""
    if len(typed.strip()) > LONGEST_NAME:
        return _("Navnet er for langt. Der er plads til {count} tegn.").format(count=LONGEST_NAME)
    problem = forbidden(typed)
    return "" if problem is None else problem.sentence


def no_phone(typed: str) -> str:
    """What is wrong with a phone number."""
    if fullmatch(r"[0-9 +()/.\-]{0,40}", typed.strip()) is None:
        return _("Et telefonnummer har kun tal, mellemrum og tegnene + ( ) / . -")
    problem = forbidden(typed)
    return "" if problem is None else problem.sentence


def ages_rows(app: SamordnerApp) -> Iterable[SettingRow]:
    """The two ages the rules work with. Source: P5, F11."""
    archive = app.open_archive
    yield SettingRow(
        _("Den unge giver selv samtykke fra"),
        _("{age} år").format(age=archive.setting(CONSENTS_FROM, str(Ages().consents_from))),
        _("Herfra spørges den unge selv, ud over dem, der har forældremyndigheden."),
        lambda: _age(app, archive, CONSENTS_FROM, range(10, 19), Ages().consents_from),
    )
    yield SettingRow(
        _("Et lille barn er under"),
        _("{age} år").format(age=archive.setting(SMALL_CHILD_UNDER, str(Ages().small_child_under))),
        _("Kommer der et lille barn, skal der være et ekstra rum og en voksen, der kan undværes."),
        lambda: _age(app, archive, SMALL_CHILD_UNDER, range(4, 15), Ages().small_child_under),
    )


async def _age(app: SamordnerApp, archive: Archive, name: str, ages: Iterable[int], first: int) -> None:
    """Set an age. Every case is weighed anew, since its hjørnesten may rest on it."""
    options = [Option(str(age), _("{age} år").format(age=age)) for age in ages]
    age = await _pick(app, _("Alder"), options, archive.setting(name, str(first)))
    if age is None:
        return
    await _keep(archive, name, age)
    await asyncio.shield(asyncio.wrap_future(archive.writer.submit(lambda: summary.weigh_all_anew(archive))))
    app.refresh_case()


async def _keep(archive: Archive, name: str, value: str | None) -> None:
    """Set a setting of the archive, on the writer thread."""
    await _carry_out(archive, lambda: archive.set_setting(name, value))


async def _carry_out(archive: Archive, function: Callable[[], None]) -> None:
    await asyncio.shield(asyncio.wrap_future(archive.writer.submit(function)))


async def _pick(app: SamordnerApp, title: str, options: Sequence[Option], now: str) -> str | None:
    """One of some answers."""
    return await app.push_screen_wait(PickDialog(title, options, (now,)))


async def _look(app: SamordnerApp) -> None:
    options = [Option(look.name, _(look.danish)) for look in LOOKS]
    name = await _pick(app, _("Udseende"), options, app.preferences.theme)
    if name is not None:
        app.choose_theme(name)


async def _language(app: SamordnerApp) -> None:
    language = await _pick(app, _("Sprog"), [Option(code, name) for code, name in LANGUAGES.items()], SPEECH.language)
    if language is not None:
        await app.choose_language(language)


def zones() -> dict[str, str]:
    """The zones a samordner may be in, by what they are called."""
    return {HOME_ZONE: _("København"), "America/Nuuk": _("Nuuk"), "Atlantic/Faroe": _("Tórshavn")}


async def _zone(app: SamordnerApp, archive: Archive) -> None:
    zone = await _pick(app, _("Tidszone"), [Option(name, said) for name, said in zones().items()], str(archive.zone))
    if zone is not None:
        await _keep(archive, ZONE, zone)
        app.refresh_case()


async def _idle(app: SamordnerApp, archive: Archive) -> None:
    options = [Option(minutes, _("{count} minutter").format(count=minutes)) for minutes in MINUTES]
    minutes = await _pick(app, _("Lås efter"), options, archive.setting(idle.SETTING, str(idle.MINUTES_TO_BEGIN_WITH)))
    if minutes is not None:
        await _keep(archive, idle.SETTING, minutes)
        app.idle.minutes = idle.minutes_from(minutes)


async def _second_place(app: SamordnerApp, archive: Archive) -> None:
    question = _("Mappen, som kopierne også skal ligge i. Lad linjen stå tom, hvis der ikke skal være nogen.")
    place = await app.push_screen_wait(
        AskDialog(_("Kopi også her"), question, archive.setting(SECOND_PLACE), problem_with=no_folder)
    )
    if place is not None:
        from samordner_tui.archive.backup import choose_second_place

        await _carry_out(archive, lambda: choose_second_place(archive, whole_path(place)))


def whole_path(typed: str) -> str | None:
    """The path that was typed, with `~` spelt out; None for an empty line."""
    return str(Path(typed.strip()).expanduser()) if typed.strip() else None


def no_folder(typed: str) -> str:
    """A sentence when `typed` names no folder that is there."""
    there = not typed.strip() or Path(typed.strip()).expanduser().is_dir()
    return "" if there else _("Den mappe findes ikke lige nu. Sæt USB-nøglen i, eller ret stien.")
