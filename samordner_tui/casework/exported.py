"""What has left the archive, in words: the register keeps it under a name that stays the same."""

from __future__ import annotations

from typing import Final

from samordner_tui.archive.register_names import PAPERS
from samordner_tui.language import _, said

KEPT_DAYS: Final = 30
"""How long a readable copy lives where nothing else is said."""

READABLE_CASE: Final = "case_file_plain"
NETWORK_MAP: Final = "network_map_"
"""Before the kind of file."""

WORDS: Final = {
    READABLE_CASE: said("sagsfil"),
    f"{NETWORK_MAP}pdf": said("netværkskort som PDF"),
    f"{NETWORK_MAP}png": said("netværkskort som billede"),
    f"{NETWORK_MAP}svg": said("netværkskort som tegning"),
    f"{NETWORK_MAP}graphml": said("netværk som GraphML"),
    f"{NETWORK_MAP}csv": said("netværk som tabeller"),
    f"{PAPERS}pdf": said("papirer som PDF"),
    f"{PAPERS}docx": said("papirer som Word"),
    f"{PAPERS}txt": said("papirer som tekst"),
    f"{PAPERS}md": said("papirer som Markdown"),
    f"{PAPERS}ics": said("kalenderfiler"),
    f"{PAPERS}vcf": said("kontaktkort"),
}


def in_words(what: str) -> str:
    """What an export is called."""
    return _(WORDS[what]) if what in WORDS else what
