"""What a child or a family reads is light, blames nobody, and has no word from the office."""

from __future__ import annotations

import pytest

from samordner_tui.method.wording.plain_language import CHILD, FAMILY, flagged, lix
from samordner_tui.papers.kinds import PaperKind, paper_set, template
from samordner_tui.papers.plain_words import text_in

LIMITS = {"child": CHILD, "family": FAMILY}
READ = [one for one in paper_set().papers if one.reader in LIMITS]


def text_of(kind: PaperKind, language: str) -> str:
    """Every sentence of a template, whichever way it is filled in, with a name in each field."""
    return text_in(template(kind.id, language))


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("kind", READ, ids=lambda kind: kind.id)
def test_a_template_is_as_light_as_its_reader_needs(kind: PaperKind, language: str) -> None:
    text = text_of(kind, language)
    if len(text.split()) > 3:  # a title and a picture are no text
        assert lix(text) <= LIMITS[kind.reader]


@pytest.mark.parametrize("kind", READ, ids=lambda kind: kind.id)
def test_a_template_says_it_without_blame_jargon_and_passive(kind: PaperKind) -> None:
    assert [one.words for one in flagged(text_of(kind, "da"))] == []
