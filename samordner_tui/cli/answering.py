"""How a command answers: JSON for a script, lines for a person."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

import click

Plain = Mapping[str, object] | Sequence[object]


def answer(plain: Plain, lines: Iterable[str], *, as_json: bool) -> None:
    """Print `plain` as JSON, or `lines`."""
    if as_json:
        click.echo(json.dumps(plain, ensure_ascii=False, indent=2))
        return
    for line in lines:
        click.echo(line)
