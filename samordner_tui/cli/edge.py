"""Where a line of commands meets the program: language, encoding, exit codes, and the place that catches everything."""

from __future__ import annotations

import io
import os
import sys
import traceback

import click

from samordner_tui.cli import NOT_CARRIED_OUT
from samordner_tui.cli.root import samordner
from samordner_tui.cli.spoken import sentence_of
from samordner_tui.language import SPEECH, _
from samordner_tui.refusals import Refused


def carry_out(arguments: list[str]) -> int:
    """Run the command that `arguments` name, and give the exit code."""
    _speak()
    try:
        result: object = samordner.main(arguments, prog_name="samordner", standalone_mode=False)
    except BrokenPipeError:
        return _nobody_reads()
    except (Exception, KeyboardInterrupt) as failure:  # noqa: BLE001 - a trace would print what stands in a case
        click.echo(_said_of(failure), err=True)
        return NOT_CARRIED_OUT
    return result if isinstance(result, int) else 0


def _said_of(failure: BaseException) -> str:
    """The sentence for what stopped a command."""
    match failure:
        case click.exceptions.NoArgsIsHelpError():
            return failure.format_message()
        case click.ClickException():
            return sentence_of(failure)
        case Refused():
            return str(failure)
        case click.exceptions.Abort() | KeyboardInterrupt():
            return _("Afbrudt. Intet er ændret.")
        case _:
            return _calm(failure)


def _speak() -> None:
    """Danish, or English where `SAMORDNER_LANGUAGE` says so; and letters that arrive whole in a file or a pipe."""
    if os.environ.get("SAMORDNER_LANGUAGE") == "en":
        SPEECH.choose("en")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")


def _nobody_reads() -> int:
    """Whoever read the answer has had enough; Python would complain when it closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _calm(failure: BaseException) -> str:
    """What a fault in the program says: its kind and its place in the code, nothing of what it worked on."""
    last = traceback.extract_tb(failure.__traceback__)[-1]
    place = f"{type(failure).__name__}, {os.path.basename(last.filename)}:{last.lineno}"  # noqa: PTH119 - a name only
    return _("Der er en fejl i programmet ({place}). Det, der var gemt, er der stadig.").format(place=place)
