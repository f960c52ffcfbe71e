"""The map on paper: everybody in their place, nothing over anything, and two versions that never say too much."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as Tree

import pytest
from hypothesis import given, settings

from samordner_tui.casework.network_map import NetworkMap
from samordner_tui.language import SPEECH
from samordner_tui.method.definition import method
from samordner_tui.method.signs import kept_in_xml
from samordner_tui.method.terms import Sector, TieQuality
from samordner_tui.papers.network_map.names_told import named_in
from samordner_tui.papers.network_map.paper import Paper
from samordner_tui.papers.network_map.paper_layout import PaperLayout, lay_out_on_paper
from samordner_tui.papers.network_map.printed_letters import lines_of, printed_width
from samordner_tui.papers.network_map.svg import map_svg, sheet_in_sentences
from samordner_tui.papers.network_map.tie_paths import parted, tie_path
from samordner_tui.papers.network_map.versions import Version
from samordner_tui.refusals import Refused
from tests.papers.drawn_maps import large, maps, person, sheet, small

NAMES = ("Karen", "Jonas", "Ulla", "Tove", "Amir")


def svg(shown: NetworkMap, version: Version = Version.WORKING, paper: Paper = Paper.A4) -> str:
    return map_svg(sheet(shown, version, paper), method())


def written(drawing: str) -> str:
    """Every word that is seen, and every word that is heard."""
    return " ".join("".join(one.itertext()) for one in Tree.fromstring(drawing).iter())  # noqa: S314 - our own


def drawn(drawing: str) -> str:
    """What is drawn, without the words for whoever does not see it."""
    return drawing.partition("</desc>")[2]


def nobody_stands_over_another(layout: PaperLayout) -> None:
    boxes = [one.box for one in (*layout.hearts, *layout.ring_names, *layout.people)]
    for place, box in enumerate(boxes):
        assert not any(box.meets(other) for other in boxes[place + 1 :])


@settings(max_examples=25, deadline=None)
@given(maps)
def test_up_to_forty_people_stand_in_their_ring_and_sector_and_no_name_over_another(shown: NetworkMap) -> None:
    layout = lay_out_on_paper(shown, Paper.A4)
    assert [one.id for one in layout.people] == [one.id for one in shown.placed]
    for on_map, one in zip(shown.placed, layout.people, strict=True):
        assert on_map.ring is not None
        assert on_map.sector is not None
        assert layout.frame.region(on_map.ring, on_map.sector).holds(
            *layout.frame.measures(one.box.across, one.box.down)
        )
    nobody_stands_over_another(layout)


@pytest.mark.parametrize("paper", list(Paper))
def test_sixty_people_are_readable_on_either_sheet(paper: Paper) -> None:
    layout = lay_out_on_paper(large(), paper)
    nobody_stands_over_another(layout)
    assert len(layout.people) == 60
    points = layout.people[0].size / 0.3528
    assert points >= 6


def test_where_few_are_on_the_map_their_names_are_larger_and_a_long_relation_stands_whole() -> None:
    few, many = lay_out_on_paper(small(), Paper.A4), lay_out_on_paper(large(), Paper.A4)
    assert few.people[0].size > Paper.A4.letters > many.people[0].size
    assert [one.below for one in few.people if one.id == "p2"] == ["klasselærer og holder oplæg"]


def test_too_many_for_a_sheet_are_refused_with_the_way_out() -> None:
    with pytest.raises(Refused, match="A3"):
        lay_out_on_paper(large(400), Paper.A4)


def test_the_rings_are_true_circles_within_the_sheet() -> None:
    frame = lay_out_on_paper(small(), Paper.A4).frame
    for direction in range(0, 360, 15):
        across, down = frame.letter(1, direction)
        far = (across - frame.centre[0]) ** 2 + (down - frame.centre[1]) ** 2
        assert far == pytest.approx(Paper.A4.outermost**2)
        assert 0 < across < 297
        assert 0 < down < 210


@pytest.mark.parametrize("version", list(Version))
def test_day_view_company_and_case_number_stand_on_every_version(version: Version) -> None:
    words = written(drawn_whole := svg(small(), version))
    assert "søndag 10. januar 2027" in words
    assert "Set af: Alma" in words
    assert "Tegnet sammen med: Alma og Karen" in words
    assert "Sag: 2027-03" in words
    assert "Netværkskort, sag 2027-03" in drawn_whole


def test_the_working_version_tells_relation_contact_and_every_quality_in_words() -> None:
    words = written(svg(small()))
    for quality in TieQuality:
        assert f"båndet er {method().label(quality)}" in words
    assert all(name in words for name in NAMES)
    assert "klasselærer" in words
    assert "helt tæt på" in words
    assert "mors side" in words
    assert "Karen Holm støtter Alma Sørensen, båndet er stærkt" in words
    assert "Uden plads endnu" in words


def test_the_meeting_version_has_first_names_and_nothing_that_marks_anybody() -> None:
    meeting = svg(small(), Version.MEETING)
    words = written(meeting)
    assert all(name in words for name in NAMES)
    unsaid = ("Holm", "Sørensen", "Kim", "moster", "nabo", "klasselærer", "kontakten", "stærk", "anspændt", "støtter")
    assert [one for one in unsaid if one in words] == []
    assert "italic" not in meeting
    assert len({line for line in meeting.splitlines() if "stroke-dasharray" in line}) == 0
    frames = {line.partition("fill=")[2] for line in drawn(meeting).splitlines() if line.startswith("<rect x=")}
    assert len(frames) == 2, "the child's, and one that is the same for everybody else"


def test_the_meeting_hears_who_knows_whom_and_never_how() -> None:
    heard = sheet_in_sentences(sheet(small(), Version.MEETING), method())
    assert "Karen og Jonas kender hinanden" in heard
    assert "båndet" not in heard
    assert "båndet" not in written(svg(small(), Version.MEETING))


def test_with_whom_it_was_drawn_the_meeting_reads_as_far_as_they_stand_on_the_map() -> None:
    typed = "Alma, hendes mormor Karen Holm, Kim, Leila Haddad (tolk) og Jonas Bak"
    shown = replace(small(), drawn=replace(small().drawn, drawn_with=typed))
    assert f"Tegnet sammen med: {typed}" in sheet_in_sentences(sheet(shown), method())
    words = written(svg(shown, Version.MEETING))
    assert "Tegnet sammen med: Alma, Karen og Jonas" in words
    assert not any(one in words for one in ("Holm", "Bak", "Kim", "Leila", "Haddad"))


def test_a_company_that_is_not_on_the_map_is_left_out_for_the_meeting_and_not_called_unnoted() -> None:
    shown = replace(small(), drawn=replace(small().drawn, drawn_with="Leila Haddad"))
    assert "Tegnet sammen med" not in written(svg(shown, Version.MEETING))
    assert "ikke noteret" not in written(svg(shown, Version.MEETING))


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("Alma og karen holm", ("alma", "karen")),
        ("Mormor Karen/Alma", ("karen", "alma")),
        ("Karen Bak", ()),
        ("Anne Marie Karen", ()),
        ("Almas mor", ()),
        ("Sofie", ()),
        ("Sofie Juhl", ("sofie",)),
        ("", ()),
    ],
)
def test_who_is_named_in_a_typed_line_is_found_and_never_guessed(typed: str, named: tuple[str, ...]) -> None:
    names = {"alma": "Alma Sørensen", "karen": "Karen Holm", "sofie": "Sofie Juhl", "other": "Sofie Falk"}
    assert named_in(typed, names) == named


def test_whoever_has_the_same_first_name_is_told_apart_by_one_letter() -> None:
    two = (person(0, "Karen Holm", 1, Sector.MOTHERS_SIDE), person(1, "Karen Bak", 2, Sector.FATHERS_SIDE))
    words = written(svg(NetworkMap((("alma", "Alma"),), two), Version.MEETING))
    assert "Karen H." in words
    assert "Karen B." in words


def test_whether_somebody_is_to_come_stands_on_no_version() -> None:
    asked, not_asked = small(), small()
    not_asked = replace(not_asked, people=tuple(replace(one, is_invited=True) for one in not_asked.people))
    assert svg(asked) == svg(not_asked)


def test_every_tie_has_a_style_of_its_own() -> None:
    ties = small().ties
    styles = {drawn(svg(replace(small(), ties=(replace(ties[0], quality=one, support=None),)))) for one in TieQuality}
    assert len(styles) == 5


@pytest.mark.parametrize(
    "name", ["Å" * 120, "Anne " * 24, "محمد علي", "Zoë 😀 & <b>x</b>", "王小明", "-", "e\u0301" * 60]
)
def test_any_name_is_set_as_text_and_fits(name: str) -> None:
    shown = NetworkMap((("alma", name),), (person(0, name, 1, Sector.MOTHERS_SIDE), person(1, name, None, None)))
    Tree.fromstring(svg(shown))  # noqa: S314 - our own
    layout = lay_out_on_paper(shown, Paper.A4)
    nobody_stands_over_another(layout)
    for one in (*layout.hearts, *layout.people):
        assert max(printed_width(line) for line in one.lines) * one.size <= 2 * one.box.half_width


def test_a_map_with_nobody_around_and_one_with_no_ties_are_drawn() -> None:
    assert "Alma" in written(svg(NetworkMap((("alma", "Alma"),), ())))
    star = replace(small(), ties=())
    assert "Karen Holm" in sheet_in_sentences(sheet(star), method())


def test_of_siblings_each_stands_in_the_middle_with_its_own_tie() -> None:
    shown = replace(small(), hearts=(("alma", "Alma"), ("emil", "Emil")))
    layout = lay_out_on_paper(shown, Paper.A4)
    assert [one.lines for one in layout.hearts] == [("Alma",), ("Emil",)]
    nobody_stands_over_another(layout)


def test_a_tie_goes_around_the_names_between_and_never_off_the_map() -> None:
    layout = lay_out_on_paper(large(30, 0), Paper.A4)
    boxes = [one.box for one in layout.people]
    first, last = boxes[3], boxes[17]

    def is_outside(place: tuple[float, float]) -> bool:
        return layout.frame.measures(*place)[0] > 1

    path = tie_path(first, last, boxes, is_outside)
    assert not any(is_outside(place) for place in path)
    assert not any(first.holds(*place) or last.holds(*place) for place in path)
    halves = parted(path, 4.0)
    assert halves[0][-1] != halves[1][0]


def test_a_text_is_broken_at_words_and_what_is_left_out_is_marked() -> None:
    assert lines_of("Karen Kjærgaard", 30, 2) == ("Karen Kjærgaard",)
    assert lines_of("Karen Margrethe Kjærgaard", 5.5, 2) == ("Karen", "Margrethe…")
    assert all(printed_width(line) <= 8 for line in lines_of("Å" * 120, 8, 2))


def test_the_sheet_speaks_english_too() -> None:
    SPEECH.choose("en")
    words = written(svg(small()))
    assert "As seen by: Alma" in words
    assert "How to read the map" in words


def test_everybody_is_heard_who_is_seen() -> None:
    heard = sheet_in_sentences(sheet(small()), method())
    for one in small().people:
        assert one.name in heard


def test_signs_that_xml_cannot_hold_are_left_out_and_lines_stay_lines() -> None:
    assert kept_in_xml("Ka\x00re\ufffen\ud800 \U0001f600") == "Karen \U0001f600"
    heard = Tree.fromstring(svg(small())).findtext("{http://www.w3.org/2000/svg}desc", "")  # noqa: S314 - our own
    assert heard.splitlines() == sheet_in_sentences(sheet(small()), method()).splitlines()
