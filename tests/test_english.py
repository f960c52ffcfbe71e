"""English stands complete beside Danish."""

from __future__ import annotations

import re

from tests.catalogue import danish_texts, english, translated

PLACEHOLDER = re.compile(r"\{[a-z_]*[^}]*\}")


def test_every_danish_text_has_its_english() -> None:
    catalogue = english()
    missing = [
        message.id
        for message in danish_texts()
        if message.id
        and not ((found := catalogue.get(message.id, message.context)) is not None and translated(found.string))
    ]
    assert missing == []


def test_the_english_fills_in_what_the_danish_fills_in() -> None:
    for message in english():
        if not message.id:
            continue
        danish = message.id if isinstance(message.id, str) else message.id[-1]
        forms = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        for form in forms:
            assert form is not None
            assert set(PLACEHOLDER.findall(form)) <= set(PLACEHOLDER.findall(danish)), message.id


def test_nothing_is_translated_that_is_no_longer_said() -> None:
    said = {(message.id, message.context) for message in danish_texts()}
    assert [message.id for message in english() if message.id and (message.id, message.context) not in said] == []
