"""Two versions of the family's plan, line by line: side by side where there is room, else one under the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual.containers import Container, Horizontal
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.casework.plan_versions import Change, Line, compare, summed_up
from samordner_tui.language import _, said
from samordner_tui.method.facts import Plan
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.plan_commands import EarlierVersions, LaterVersions
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.widgets.tall_page import TallPage

WORDS: Final[dict[Change, str]] = {
    Change.SAME: said("som før"),
    Change.CHANGED: said("ændret"),
    Change.NEW: said("ny"),
    Change.GONE: said("væk"),
}
STYLES: Final[dict[Change, str]] = {
    Change.SAME: "$muted",
    Change.CHANGED: "$foreground",
    Change.NEW: "bold $accent",
    Change.GONE: "$warn",
}


class PlanVersionsScreen(FrameScreen[None]):
    """The version before to the left or above, the later one to the right or below it."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (EarlierVersions, LaterVersions, Back)
    BINDINGS = keys_of(OFFERS)
    AUTO_FOCUS = "#lines"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as in Textual
    DEFAULT_CSS = """
    PlanVersionsScreen {
        #versions { height: auto; padding: 1 2 0 2; color: $muted; }
        #lines { height: 1fr; padding: 1 2; }
        .pair { height: auto; margin-bottom: 1; }
        .word { width: 9; height: auto; }
        .texts { width: 1fr; height: auto; }
        .before, .after { width: 1fr; height: auto; padding-right: 2; }
        &.-wide .texts { layout: horizontal; }
        &.-narrow .-same .before, &.-narrow .-new .before, &.-narrow .-gone .after { display: none; }
    }
    """
    at: var[int] = var(0)

    def __init__(self, versions: Sequence[tuple[Plan, Plan]]) -> None:
        """The pairs of versions there are; the latest is shown first."""
        super().__init__()
        self.versions = tuple(versions)
        self.set_reactive(PlanVersionsScreen.at, len(self.versions) - 1)

    def compose_body(self) -> Iterable[Widget]:
        """Which two, and their lines."""
        yield Static("", id="versions")
        yield TallPage(id="lines")

    async def on_mount(self) -> None:
        """Show the latest two."""
        await self._show()

    def crumbs(self) -> tuple[str, ...]:
        """We are at the plan."""
        return (_("Familiens plan"), _("To versioner ved siden af hinanden"))

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Den tidligere version står først, den senere efter den. Ud for hver linje står, om den er ny, ændret, "
            "væk eller som før. Er der mere end to versioner, går højre og venstre pil fra den ene til den næste."
        )

    async def _show(self) -> None:
        before, after = self.versions[self.at]
        lines = compare(before.words or "", after.words or "")
        title = _("Version {first} og version {second}").format(first=before.version, second=after.version)
        self.query_one("#versions", Static).update(Content(f"{title}  {summed_up(lines)}"))
        holder = self.query_one("#lines", TallPage)
        await holder.remove_children()
        await holder.mount_all(_pair(one) for one in lines)
        holder.scroll_home(animate=False)
        self.refresh_bindings()

    async def watch_at(self) -> None:
        """Another two."""
        if self.is_mounted:
            await self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only where there are more than two versions."""
        if action == EarlierVersions.id:
            return self.at > 0
        if action == LaterVersions.id:
            return self.at < len(self.versions) - 1
        return super().check_action(action, parameters)

    def action_earlier_versions(self) -> None:
        """The two before."""
        self.at -= 1

    def action_later_versions(self) -> None:
        """The two after."""
        self.at += 1

    def action_back(self) -> None:
        """Back to the stage."""
        self.dismiss(None)


def _pair(line: Line) -> Widget:
    """A line as it stood and as it stands, with a word for what became of it."""
    style = STYLES[line.change]
    before = Static(Content.styled(line.before, "$warn" if line.change is Change.GONE else "$muted"), classes="before")
    after = Static(Content.styled(line.after, style), classes="after")
    texts = Container(before, after, classes="texts")
    word = Static(Content.styled(_(WORDS[line.change]), style), classes="word")
    return Horizontal(word, texts, classes=f"pair -{line.change}")
