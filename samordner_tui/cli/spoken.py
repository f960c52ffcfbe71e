"""Click in Danish: help, usage and what is wrong with a line are said in the language in use."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import click

from samordner_tui.language import _, said

F = TypeVar("F", bound=Callable[..., object])


class WrongLine(click.UsageError):
    """A line that cannot be understood, with its sentence in the language in use."""


class SpokenOption(click.Option):
    """An option whose help is translated when it is shown."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The names of the option, and what it is for."""
        record = super().get_help_record(ctx)
        return None if record is None else (record[0], _(self.help or ""))


class SpokenCommand(click.Command):
    """A command whose help is translated when it is shown."""

    def __init__(self, *arguments: object, **more: object) -> None:
        more.setdefault("options_metavar", said("[TILVALG]"))
        super().__init__(*arguments, **more)  # type: ignore[arg-type]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """How the command is written."""
        pieces = [_(piece) for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_("Brug: "))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command is for."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_(self.help or ""))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, each with what it is for."""
        options = (one for one in self.get_params(ctx) if isinstance(one, click.Option))
        records = [record for one in options if (record := one.get_help_record(ctx)) is not None]
        if records:
            with formatter.section(_("Tilvalg")):
                formatter.write_dl(records)

    def get_short_help_str(self, limit: int = 45) -> str:
        """What the command is for, on one line of a list."""
        return _(self.short_help or self.help or "")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option `--help`, with its own words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Vis denne hjælp.")
        return option


class LazyGroup(SpokenCommand, click.Group):
    """A group whose commands are imported when they are called or listed.

    `lazy` names each command with the module and attribute it stands in: `"package.module:attribute"`.
    """

    command_class = SpokenCommand

    def __init__(self, *arguments: object, lazy: Mapping[str, str] | None = None, **more: object) -> None:
        more.setdefault("subcommand_metavar", said("KOMMANDO"))
        super().__init__(*arguments, **more)
        self.lazy = dict(lazy or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order they were declared."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        place = self.lazy.get(cmd_name)
        if place is None:
            return None
        module, _colon, attribute = place.partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that a line names."""
        if args and args[0] not in self.lazy:
            raise WrongLine(
                _("Kommandoen »{name}« findes ikke. Der er: {known}.").format(name=args[0], known=", ".join(self.lazy)),
                ctx,
            )
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, and the commands below them."""
        super().format_options(ctx, formatter)
        found = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, command.get_short_help_str()) for name, command in found if command is not None]
        with formatter.section(_("Kommandoer")):
            formatter.write_dl(rows)


def option(*names: str, text: str, **more: object) -> Callable[[F], F]:
    """An option whose help is the Danish `text`."""
    return click.option(*names, cls=SpokenOption, help=text, **more)


def sentence_of(wrong: click.ClickException) -> str:
    """What is wrong with a line, and how to see what it takes."""
    if not isinstance(wrong, click.UsageError):
        return _("Kommandoen kunne ikke udføres.")
    sentence = _wrong_line(wrong)
    path = wrong.ctx.command_path if wrong.ctx is not None else "samordner"
    return sentence + "\n" + _("Se, hvad der kan stå, med »{command} --help«.").format(command=path)


def _wrong_line(wrong: click.UsageError) -> str:
    match wrong:
        case WrongLine():
            return wrong.message
        case click.NoSuchOption():
            return _("Tilvalget {name} findes ikke.").format(name=wrong.option_name)
        case click.MissingParameter():
            return _("{name} mangler.").format(name=_name(wrong))
        case click.BadParameter():
            return _("Det, der står ved {name}, kan ikke bruges.").format(name=_name(wrong))
        case click.BadOptionUsage():
            return _("Der mangler noget efter {name}.").format(name=wrong.option_name)
        case _:
            return _("Der står noget på linjen, som kommandoen ikke tager.")


def _name(wrong: click.BadParameter) -> str:
    names: Sequence[str] = wrong.param.opts if wrong.param is not None else ()
    if wrong.param is not None and wrong.param.param_type_name == "argument":
        return wrong.param.human_readable_name
    return names[-1] if names else _("noget")
