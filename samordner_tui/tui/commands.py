"""A command is one class.

Its docstring is the help text, in Danish. From the class come the binding, the footer, the palette entry with the key
shown, the row under F1 and the id by which the key is changed. A screen or widget lists the commands it can carry out
in `OFFERS` and has a method `action_<id>` for each; `check_action` hides what is impossible just now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from samordner_tui.language import _

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.screen import Screen

REGISTRY: dict[str, type[Command]] = {}
"""Every command the program has imported, by id."""


class Command:
    """What a person can ask for."""

    id: ClassVar[str] = ""
    """Names the command, its action and, in the key file, the key to change."""
    title: ClassVar[str] = ""
    """What the palette calls it, in Danish."""
    key: ClassVar[str] = ""
    """The key to begin with, several with commas between; empty for a command that stands in the palette alone."""
    footer: ClassVar[str] = ""
    """One or two words for the footer, in Danish; empty for a command that does not stand there."""
    footer_place: ClassVar[int] = 50
    """Order in the footer; 0 stands first, 99 last."""
    footer_stays: ClassVar[bool] = False
    """True for an entry that is left out last, however narrow the footer is."""
    priority: ClassVar[bool] = False
    """True for a key that acts before the field that has focus sees it."""
    in_palette: ClassVar[bool] = True
    """False for a movement that only makes sense by key."""

    def __init_subclass__(cls) -> None:
        """Enter the command in the registry."""
        super().__init_subclass__()
        known = REGISTRY.setdefault(cls.id, cls)
        if known.__qualname__ != cls.__qualname__:
            message = f"two commands are called {cls.id!r}"
            raise ValueError(message)

    @classmethod
    def help(cls) -> str:
        """What the command does, in the language in use."""
        return _(cls.danish_help())

    @classmethod
    def danish_help(cls) -> str:
        """The docstring as one paragraph: the text that the catalogue translates."""
        return " ".join(cleandoc(cls.__doc__ or "").split())

    @classmethod
    def binding(cls) -> Binding:
        """The key as Textual wants it. The Danish footer text is translated where it is shown."""
        return Binding(
            cls.key, cls.id, cls.footer or cls.title, show=bool(cls.footer), id=cls.id, priority=cls.priority
        )


@dataclass(frozen=True, slots=True)
class Offer:
    """A command that can be carried out now, and by whom."""

    node: DOMNode
    command: type[Command]


def keys_of(offers: Iterable[type[Command]]) -> list[BindingType]:
    """The bindings of those commands that have a key."""
    return [command.binding() for command in offers if command.key]


def offered(screen: Screen[object]) -> Iterator[Offer]:
    """What can be done on `screen` now: first what has focus offers, then what is around it, last the program."""
    seen: set[str] = set()
    for node, _bindings in screen._modal_binding_chain:
        offers: tuple[type[Command], ...] = getattr(node, "OFFERS", ())
        for command in offers:
            if command.id not in seen and node.check_action(command.id, ()):
                seen.add(command.id)
                yield Offer(node, command)
