"""A secret address, the words of a decision and who needs distance stand where they may, and nowhere else.

The case file is the one place that holds everything.
"""

from __future__ import annotations

import pytest

from samordner_tui.archive.records.network import ConflictPair, NetworkTie, Offer, Person
from samordner_tui.archive.records.practical import Wording
from samordner_tui.casework.case_frame import Moment, read_case
from samordner_tui.casework.folding import folded
from samordner_tui.casework.found import places_found
from samordner_tui.casework.guest import child_network
from samordner_tui.casework.network_map import read_network_map
from samordner_tui.casework.next_visits import known_homes, next_visits
from samordner_tui.casework.references import NAMERS, references_to
from samordner_tui.casework.summary import search_text
from samordner_tui.method.definition import method
from samordner_tui.method.terms import (
    InvitationChoice,
    NotInvitedReason,
    StageId,
    TieQuality,
)
from tests.casework.prepared_case import COPENHAGEN, TODAY, PreparedCase

ADDRESS = "Hemmelighedsvej 4711, 9999 Skjulby"
WHY = "Han råbte i skolegården"
OFFER = "Hente hver onsdag"
SEATING = "hver sin ende"
HIDDEN = ("Hemmelighedsvej", "Skjulby", WHY, OFFER)


@pytest.fixture
def secrets(case: PreparedCase) -> PreparedCase:
    """A case with somebody whose address is secret, somebody not invited, an offer, and two who need distance."""
    case.open_network()
    case.on_the_day()
    karen = case.person("Karen", ring=1, address=ADDRESS, address_secret=True)
    tove = case.person("Tove", ring=1, address="Banken 4, 7800 Skive")
    kurt = case.person("Kurt", ring=3, invited=InvitationChoice.NOT_INVITED)
    case.set(Person, kurt, not_invited_reason=NotInvitedReason.OTHER, not_invited_words=WHY)
    case.add(Offer, person_id=karen, words=OFFER)
    case.add(ConflictPair, first_id=karen, second_id=tove, arrives_first_id=karen, seating=SEATING)
    case.add(NetworkTie, first_id=karen, second_id=tove, quality=TieQuality.TENSE)
    case.add(Wording, conference_id=case.conference.id, text="Kom og hjælp mig")
    return case


def everything_read(case: PreparedCase) -> str:
    """Whatever is read of a case to be shown: each stage with its frame, the maps, the lists to choose from."""
    session, case_id = case.session, case.case_id
    moment = Moment(method(), TODAY, COPENHAGEN)
    read: list[object] = [read_case(session, case_id, None, stage, moment) for stage in StageId]
    read += [read_network_map(session, case_id), child_network(session, case_id)]
    read += [references_to(session, table, case_id) for table in NAMERS]
    read += [next_visits(case.facts, known_homes(session, case_id), TODAY)]
    return "\n".join(map(repr, read))


def test_what_is_hidden_stands_in_no_view_no_list_and_no_map(secrets: PreparedCase) -> None:
    shown = everything_read(secrets)
    assert "Karen" in shown
    assert [one for one in HIDDEN if one in shown] == []


@pytest.mark.parametrize("sought", HIDDEN)
def test_the_search_does_not_find_what_is_hidden(secrets: PreparedCase, sought: str) -> None:
    assert folded(sought) not in search_text(secrets.session, secrets.facts, secrets.case_id)
    assert places_found(secrets.session, secrets.case_id, sought, TODAY) == ()


def test_who_needs_distance_is_seen_by_no_one_in_the_family(secrets: PreparedCase) -> None:
    """The samordner reads it in the network; the guest view, the map and the wording know nothing of it."""
    assert SEATING in repr(secrets.view(StageId.NETWORK))
    guest = child_network(secrets.session, secrets.case_id)
    assert {"Karen", "Tove"} <= {one.name for one in guest.map.people}
    assert guest.map.ties == ()
    wordings = secrets.section(StageId.INVITATIONS, "wordings")
    for seen in (guest, read_network_map(secrets.session, secrets.case_id), wordings):
        assert SEATING not in repr(seen)
        assert "afstand" not in repr(seen)
        assert "arrives" not in repr(seen)
