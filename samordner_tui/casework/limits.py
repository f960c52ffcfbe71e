"""What a limit says when it is passed, as a sentence to the person who typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from samordner_tui.language import _

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


def sentence_for(error: ErrorDetails, wanted: str = "") -> str:
    """The sentence for one pydantic error. `wanted` tells what the text must look like, where its column says so."""
    if wanted and error["type"] == "string_pattern_mismatch":
        return _(wanted)
    say = SENTENCES.get(error["type"])
    return say(error.get("ctx", {})) if say is not None else _("Det kan ikke gemmes, som det står.")


def _too_long(limits: Mapping[str, object]) -> str:
    return _("Teksten er for lang. Der er plads til {limit} tegn.").format(limit=limits["max_length"])


def _too_great(limits: Mapping[str, object]) -> str:
    return _("Tallet må højst være {limit}.").format(limit=limits["le"])


def _too_small(limits: Mapping[str, object]) -> str:
    return _("Tallet skal mindst være {limit}.").format(limit=limits["ge"])


def _too_exact(limits: Mapping[str, object]) -> str:
    return _("Tallet har for mange cifre efter kommaet. Der er plads til {limit}.").format(
        limit=limits["decimal_places"]
    )


SENTENCES: dict[str, Callable[[Mapping[str, object]], str]] = {
    "string_too_long": _too_long,
    "string_too_short": lambda limits: _("Her skal stå noget."),
    "string_pattern_mismatch": lambda limits: _("Der er et tegn eller en form, som ikke passer her."),
    "less_than_equal": _too_great,
    "greater_than_equal": _too_small,
    "decimal_max_places": _too_exact,
    "decimal_max_digits": lambda limits: _("Tallet er for stort."),
    "decimal_whole_digits": lambda limits: _("Tallet er for stort."),
}
