"""Looking after the archive: a copy now, bringing a copy back, another passphrase, another recovery code, a check."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

from samordner_tui.language import _
from samordner_tui.method.wording import show_clock, show_date
from samordner_tui.tui.dialogs.pick import PickDialog
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.screens.first_run import CONFIRMED, YES
from samordner_tui.tui.screens.passphrase import PassphraseDialog, RecoveryCodeDialog
from samordner_tui.tui.screens.setting_row import SettingRow
from samordner_tui.tui.widgets.option_lines import Option

if TYPE_CHECKING:
    from samordner_tui.archive.backup import Copy
    from samordner_tui.archive.file import Archive
    from samordner_tui.tui.app import SamordnerApp


def care_rows(app: SamordnerApp) -> Iterable[SettingRow]:
    """What can be done for the archive that is open."""
    archive = app.open_archive
    if archive.training:
        return
    yield SettingRow(
        _("Tag en sikkerhedskopi nu"),
        latest(app, archive),
        _("Programmet tager selv en hver dag, og når du låser. Hver kopi læses igennem, før den tæller."),
        lambda: _back_up(app, archive),
    )
    yield SettingRow(
        _("Hent en sikkerhedskopi"),
        "",
        _("Arkivet bliver, som det var, da kopien blev taget. Det, der er slettet siden, forbliver slettet."),
        lambda: _restore(app, archive),
    )
    yield from _elsewhere(app, archive)
    yield SettingRow(
        _("Skift adgangskode"),
        "",
        _("Den gamle holder op med at virke, også til sikkerhedskopierne her."),
        lambda: _change_passphrase(app, archive),
    )
    yield SettingRow(
        _("Ny gendannelseskode"),
        "",
        _("Den gamle kode holder op med at virke. Den nye vises én gang."),
        lambda: _new_code(app, archive),
    )
    yield SettingRow(
        _("Se, om arkivet er helt"),
        "",
        _("Læser arkivet og sikkerhedskopierne igennem og siger til, hvis noget er beskadiget."),
        lambda: _verify(app, archive),
    )


def _elsewhere(app: SamordnerApp, archive: Archive) -> Iterable[SettingRow]:
    """Where copies were laid in other places: that they are gone."""
    from samordner_tui.archive.backup import gone_elsewhere_on, lie_elsewhere
    from samordner_tui.tui.copies_gone import ask_copies_gone

    gone_on = gone_elsewhere_on(archive)
    if not lie_elsewhere(archive) and gone_on is None:
        return

    async def choose() -> None:
        if lie_elsewhere(archive):
            await ask_copies_gone(app)

    yield SettingRow(
        _("Kopier, du har lagt andre steder"),
        _("ligger der endnu") if gone_on is None else _("væk {day}").format(day=show_date(gone_on, app.today())),
        _("Så længe de ligger der, er hver kvittering for sletning foreløbig. Sig her, når de er slettet."),
        choose,
    )


def latest(app: SamordnerApp, archive: Archive) -> str:
    """When the latest copy was made, in words."""
    from samordner_tui.archive.backup import copies

    found = copies(archive)
    return _("seneste {when}").format(when=made(app, found[0])) if found else _("ingen endnu")


def made(app: SamordnerApp, copy: Copy) -> str:
    """When a copy was made."""
    at = copy.made_at.astimezone(app.zone)
    return f"{show_date(at.date(), app.today())} {show_clock(at)}"


async def _back_up(app: SamordnerApp, archive: Archive) -> None:
    from samordner_tui.archive.backup import back_up

    await app.leave_fields()
    async with app.copying:
        await asyncio.to_thread(back_up, archive, app.utc_now())
    app.say(_("Sikkerhedskopien er taget og læst igennem."))


async def _restore(app: SamordnerApp, archive: Archive) -> None:
    from samordner_tui.archive.backup import copies

    found = copies(archive)
    if not found:
        app.say(_("Der er ingen sikkerhedskopier endnu."))
        return
    options = [Option(str(place), made(app, copy)) for place, copy in enumerate(found)]
    chosen = await app.push_screen_wait(PickDialog(_("Hent en sikkerhedskopi"), options))
    secret = await _ask_secret(app) if chosen is not None else None
    if chosen is not None and secret is not None:
        app.restore_copy(found[int(chosen)].folder, secret)


async def _change_passphrase(app: SamordnerApp, archive: Archive) -> None:
    from samordner_tui.archive.rekeying import change_passphrase

    secret = await _ask_secret(app)
    if secret is None:
        return
    passphrase = await app.push_screen_wait(PassphraseDialog())
    if passphrase is not None:
        await asyncio.to_thread(change_passphrase, archive, secret, passphrase)
        app.say(_("Adgangskoden er skiftet."))


async def _new_code(app: SamordnerApp, archive: Archive) -> None:
    from samordner_tui.archive.rekeying import new_recovery_code

    secret = await _ask_secret(app)
    if secret is None:
        return
    code = await asyncio.to_thread(new_recovery_code, archive, secret)
    await app.push_screen_wait(RecoveryCodeDialog(code))
    await asyncio.to_thread(archive.set_setting, CONFIRMED, YES)


async def _verify(app: SamordnerApp, archive: Archive) -> None:
    from samordner_tui.archive.verify_files import look_through

    files = await asyncio.to_thread(look_through, archive)
    if all(one.is_whole for one in files):
        app.say(_("Arkivet og sikkerhedskopierne er hele."))
    for one in files:
        for sentence in dict.fromkeys(problem.sentence for problem in one.problems):
            app.say(f"{one.name_in(archive.folder)}: {sentence}", severity="warning", seconds=15)


async def _ask_secret(app: SamordnerApp) -> str | None:
    """The passphrase in use, or the recovery code."""
    question = _("Skriv den adgangskode, du bruger nu, eller gendannelseskoden.")
    return await app.push_screen_wait(AskDialog(_("Er det dig?"), question, hidden=True))
