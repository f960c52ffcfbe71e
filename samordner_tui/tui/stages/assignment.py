"""Opgaven on the screen: safety asked again, consents answered together, what is taken back, earlier texts."""

from __future__ import annotations

from samordner_tui.archive.records.assignment import Consent, SafetyRound, Statement
from samordner_tui.casework import consents, safety, statements, together
from samordner_tui.casework.cells import child_name, joined, name_of
from samordner_tui.casework.fields import table_of
from samordner_tui.language import _
from samordner_tui.method.terms import SafetyOccasion, StageId
from samordner_tui.method.wording import show_date
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.drafting import named_after
from samordner_tui.tui.stages.person_deletion import DeletesPeople
from samordner_tui.tui.stages.stage import action
from samordner_tui.tui.stages.together import whom
from samordner_tui.tui.widgets.option_lines import Option

CONSENTS, ROUNDS, STATEMENTS = (table_of(record).name for record in (Consent, SafetyRound, Statement))

ANSWER = ("answer", "answered_on", "evidence")


class AskSafetyAgain(Command):
    """Noterer, at du i dag spørger kommunen om sikkerheden igen: efter en samtale med barnet og tre dage før dagen."""

    id = "ask_safety_again"
    key = "g"
    title = "Spørg om sikkerheden igen"
    footer = "Spørg igen"


class ConsentsAnswered(Command):
    """Skriver svaret på et eller flere samtykker på én gang: hvad der er svaret, hvornår og hvordan det er givet."""

    id = "consents_answered"
    key = "y"
    title = "Skriv samtykke"
    footer = "Samtykke"


class TakeBack(Command):
    """Noterer, at et samtykke er trukket tilbage, eller at en tekst er taget tilbage.

    Den gamle linje bliver stående.
    """

    id = "take_back"
    key = "t"
    title = "Træk tilbage"
    footer = "Træk tilbage"


class Versions(Command):
    """Viser teksten i alle sine udgaver, og hvornår familien fik dem at kende."""

    id = "versions"
    key = "u"
    title = "Tidligere udgaver"
    footer = "Udgaver"


class AssignmentStage(DeletesPeople):
    """The assignment with its own commands."""

    STAGE = StageId.ASSIGNMENT
    OFFERS = (*DeletesPeople.OFFERS, ConsentsAnswered, AskSafetyAgain, TakeBack, Versions)
    BINDINGS = keys_of(OFFERS)

    @action
    async def action_ask_safety_again(self) -> None:
        """Ask once more, and open the new round."""
        options = [Option(one, self.method.label(one)) for one in SafetyOccasion]
        chosen = await self.ask_choice(_("Hvornår spørger du?"), options, chosen=SafetyOccasion.AFTER_TALK)
        if chosen is None:
            return
        case_id, today, occasion = self.case_id, self.today, SafetyOccasion(chosen)
        round_id = await self.write(
            _("Spurgt til sikkerheden igen"), lambda session: safety.ask_again(session, case_id, occasion, today)
        )
        await self.open_row(ROUNDS, round_id)

    @action
    async def action_consents_answered(self) -> None:
        """Ask which consents are answered, and write the answer once for all of them."""
        facts, case_id, today = self.facts, self.case_id, self.today
        waiting = together.consents_to_ask(facts)
        options = [Option(str(place), *self._consent_words(one)) for place, one in enumerate(waiting)]
        chosen = await whom(self, _("Hvilke samtykker er der svaret på?"), options)
        if not chosen:
            return
        title = _("Hvad er svaret?") if len(chosen) > 1 else f"{chosen[0].text}: {chosen[0].detail}"
        answers = await self.ask_fields(title, Consent, ANSWER, values={"answered_on": today}, draft=named_after(title))
        if answers is not None:
            given, answered = dict(answers), [waiting[int(one.value)] for one in chosen]
            await self.write(
                _("Samtykke"),
                lambda session: together.answer_consents(session, case_id, facts, answered, given, today),
            )

    def _consent_words(self, wanted: consents.Expected) -> tuple[str, str]:
        """Whose consent it is, and to what."""
        several = len(self.facts.children) > 1
        child = child_name(self.facts, wanted.child_id) if several else None
        return name_of(self.facts, wanted.person_id), joined(self.method.label(wanted.scope), child)

    @action
    async def action_take_back(self) -> None:
        """Take back what the cursor stands on."""
        row, today = self.row, self.today
        if row is None or row.is_expected:
            return
        if row.record == STATEMENTS:
            kept = _("»{text}«\n\nDen gamle tekst bliver stående i historikken.").format(text=row.cells[0])
            if not await self.ask_yes_no(_("Skal teksten tages tilbage?"), kept, yes=_("Ja, tag den tilbage")):
                return
            await self.write(_("Tekst taget tilbage"), lambda session: statements.withdraw(session, row.id, today))
            return
        told = ", ".join(consents.whom_to_tell(self.facts)) or _("ingen endnu")
        text = _("Kontakten standser, til der igen er sagt ja. Giv besked til: {names}.").format(names=told)
        if await self.ask_yes_no(_("Er samtykket trukket tilbage?"), text, yes=_("Ja, det er trukket tilbage")):
            await self.write(_("Samtykke trukket tilbage"), lambda session: consents.withdraw(session, row.id, today))

    @action
    async def action_versions(self) -> None:
        """Show a text in all its versions."""
        row, today = self.row, self.today
        if row is None:
            return
        found = await self.read(lambda session: statements.versions_of(session, row.id))
        options = [
            Option(
                str(number),
                f"{number}. {text}",
                _("familien kender den siden {day}").format(day=show_date(known, today)) if known else "",
            )
            for number, text, known in found
        ]
        await self.ask_choice(_("Tekstens udgaver"), options)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A consent or a text can be taken back; a text has versions."""
        record = self.row.record if self.row is not None and not self.row.is_expected else ""
        if action == ConsentsAnswered.id:
            return self.shown is not None and bool(together.consents_to_ask(self.facts))
        if action == TakeBack.id:
            return record in {CONSENTS, STATEMENTS}
        if action == Versions.id:
            return record == STATEMENTS
        return super().check_action(action, parameters)
