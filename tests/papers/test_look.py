"""The child's colour and drawing on its invitation: understood from words, dark enough, and never guessed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from samordner_tui.archive.records.practical import Wording
from samordner_tui.casework.fields import field_of
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.leaving import leaving, told
from samordner_tui.papers.look import COLOURS, MOTIFS, Look, look_of
from samordner_tui.papers.look_told import COLOUR_NAMES, DRAWING_NAMES, look_told
from samordner_tui.papers.making import drawn, sheets
from samordner_tui.papers.paper.blocks import Heading, Paper, Span
from samordner_tui.papers.paper.pdf import pdf_of
from samordner_tui.resources import paper_folder
from tests.contrast import LEAST, contrast
from tests.papers.cases import EVERYTHING_DONE, demo, in_case


@pytest.mark.parametrize(
    ("words", "colour", "motif"),
    [
        ("Grønne kort med en fodbold, som Alma selv har tegnet", "green", "ball"),
        ("En sms og et kort med Noahs tog", "", "train"),
        ("lyserødt med hjerter", "pink", "heart"),
        ("MØRKEBLÅ", "blue", ""),
        ("himmelblåt med stjerner", "blue", "star"),
        ("a purple card with a kitten", "purple", "cat"),
        ("gul som solen", "yellow", "sun"),
        ("blomster, men ikke røde", "", "flower"),
        ("not red, blue please", "blue", ""),
        ("intet rødt", "", ""),
        ("aldrig gul", "", ""),
        ("ikke noget med rødt", "", ""),
        ("jeg hader blå, elsker grøn", "green", ""),
        ("jeg hader blå og elsker grøn", "green", ""),
        ("I hate red and love blue", "blue", ""),
        ("never yellow, no hearts", "", ""),
        ("uden blomster og hjerter, men med en kat", "", "cat"),
        ("ikke rød eller gul men blå", "blue", ""),
        ("solblomst", "", "flower"),
        ("Et brev af legoklodser, fotograferet", "", ""),
        ("Enhjørning og stjerner", "", "unicorn"),
        ("lilla sommerfugle", "purple", "butterfly"),
        ("Buller, min hund", "", "dog"),
        ("a brown pony under the moon", "brown", "horse"),
        ("katastrofe, solist, togter, rødder", "", ""),
        ("", "", ""),
        (None, "", ""),
    ],
)
def test_a_wish_is_understood_or_gives_nothing(words: str | None, colour: str, motif: str) -> None:
    assert look_of(words) == Look(COLOURS.get(colour, ""), motif)


@pytest.mark.parametrize("colour", COLOURS.values(), ids=COLOURS.keys())
def test_every_colour_can_be_read_on_white_and_in_the_grey_box(colour: str) -> None:
    assert contrast(colour, "#ffffff") >= LEAST
    assert contrast(colour, "#f1f0ec") >= LEAST


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("motif", MOTIFS)
def test_every_drawing_is_drawn(motif: str) -> None:
    assert f'name == "{motif}"' in (paper_folder() / "drawings.typ").read_text("utf-8")
    frame = Paper("Prøve", "da", "child", (Heading(1, (Span("Kom"),)),), motif="a drawing that is not there")
    assert len(pdf_of(replace(frame, motif=motif))) > len(pdf_of(frame))


def test_the_childs_invitation_wears_what_the_child_wished_for_and_the_plain_one_does_not(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive) as context:
        made = {
            kind: drawn(context, sheets(context, paper_set().kind(kind))[0], "da")
            for kind in ("invitation_child", "invitation_plain")
        }
    assert (made["invitation_child"].accent, made["invitation_child"].motif) == (COLOURS["green"], "ball")
    assert made["invitation_plain"].motif == ""
    assert made["invitation_plain"].accent != COLOURS["green"]


def test_a_drawing_without_a_colour_is_drawn_in_the_colour_of_the_house(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        made = drawn(context, sheets(context, paper_set().kind("invitation_child"))[0], "da")
    assert (made.motif, made.accent) == ("train", "#1f3a5f")


def test_the_help_of_the_field_names_every_colour_and_drawing_there_is() -> None:
    assert ({*COLOUR_NAMES}, {*DRAWING_NAMES}) == ({*COLOURS}, {*MOTIFS})
    named = field_of(Wording, "style").help
    for name, words in ((name, words) for names in (COLOUR_NAMES, DRAWING_NAMES) for name, words in names.items()):
        assert words in named
        understood = look_of(words)
        assert name in {understood.motif, *(colour for colour, ink in COLOURS.items() if ink == understood.colour)}


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ("Enhjørning og stjerner", "Invitationen får en tegning: enhjørning. Er der mere, så tegn det i hånden."),
        ("Grønt med en fodbold", "Invitationen får farven grøn og en tegning: bold."),
        ("En blå dinosaur", "Invitationen får farven blå og ingen tegning. Programmet kan tegne bold, stjerne"),
        ("Et brev af legoklodser", "Invitationen får ingen tegning. Programmet kan tegne bold, stjerne"),
    ],
)
def test_what_will_be_drawn_of_a_wish_is_said(wish: str, sentence: str) -> None:
    assert look_told(wish)[0].startswith(sentence)
    assert look_told("  ") == ()


def test_what_is_drawn_is_told_once_before_the_invitations_leave(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive) as context:
        papers = sheets(context, paper_set().kind("invitation_child"))
        said = "\n".join(told(leaving(context, papers)))
        plain = "\n".join(told(leaving(context, sheets(context, paper_set().kind("invitation_plain")))))
    assert len(papers) > 1
    assert said.count("Invitationen får farven grøn og en tegning: bold.") == 1
    assert "Invitationen får" not in plain
