"""The languages that a paper may be translated into."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from samordner_tui.language import said

TONGUES: Final[Mapping[str, str]] = {
    "kl": said("grønlandsk"),
    "fo": said("færøsk"),
    "ar": said("arabisk"),
    "bs": said("bosnisk"),
    "fa": said("farsi"),
    "ku": said("kurdisk"),
    "pl": said("polsk"),
    "ro": said("rumænsk"),
    "so": said("somali"),
    "ta": said("tamil"),
    "th": said("thai"),
    "ti": said("tigrinya"),
    "tr": said("tyrkisk"),
    "uk": said("ukrainsk"),
    "ur": said("urdu"),
    "vi": said("vietnamesisk"),
    "de": said("tysk"),
    "fr": said("fransk"),
    "es": said("spansk"),
}
"""The languages a paper may be translated into, by the code a PDF names them with."""
