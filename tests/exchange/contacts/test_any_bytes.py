"""Whatever bytes a file holds, it is read or refused; and nobody who could not be typed comes out of it."""

from __future__ import annotations

import contextlib

from hypothesis import example, given, settings
from hypothesis import strategies as st

from samordner_tui.archive.records.network import Person
from samordner_tui.casework.entry import forbidden
from samordner_tui.casework.fields import adapter_of, field_of
from samordner_tui.casework.incoming import Incoming
from samordner_tui.casework.person_values import person_values
from samordner_tui.casework.under_way import UnderWay
from samordner_tui.exchange.incoming_file import read_content
from samordner_tui.refusals import Refused
from tests.exchange.contacts.address_books import ANDROID, GOOGLE_CSV, IPHONE, NOKIA, OUTLOOK, PLAIN_CSV, VERSION_4

BOOKS = (IPHONE, ANDROID, NOKIA, OUTLOOK, VERSION_4, GOOGLE_CSV, PLAIN_CSV.encode())
SIGNS = st.sampled_from(
    [*';,:="\\\t\r\n \0', "\u202e", "é", "010190-1234", "BEGIN:VCARD\n", "END:VCARD\n", "N:", "FN;", "Navn"]
)


def people_can_be_kept(content: bytes) -> None:
    found = Incoming(())
    with contextlib.suppress(Refused):
        found = read_content(content, UnderWay())
    for one in found.people:
        for name, value in person_values(one.person, one.address).items():
            adapter_of(field_of(Person, name)).validate_python(value)
            assert not isinstance(value, str) or forbidden(value) is None
    assert len({one.key for one in found.people}) == len(found.people)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    people_can_be_kept(content)


@settings(deadline=None)
@example('"Anna, mor\nBo\n""\n', "utf-8")
@given(st.lists(SIGNS, max_size=40).map("".join), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_signs_of_the_formats_are_read_or_refused(text: str, encoding: str) -> None:
    people_can_be_kept(text.encode(encoding, errors="ignore"))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(BOOKS), st.data())
def test_an_address_book_that_is_cut_or_damaged_anywhere_is_read_or_refused(book: bytes, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(book)))
    last = data.draw(st.integers(first, len(book)))
    people_can_be_kept(book[:first] + data.draw(st.binary(max_size=8)) + book[last:])
