"""A wrong method file is refused with its file, line and key, and with what was expected there."""

from __future__ import annotations

from pathlib import Path

import pytest

from samordner_tui.method.definition import MethodFileWrong, load_method, method
from samordner_tui.resources import method_file

SOURCE = method_file().read_text(encoding="utf-8")


def refusal(folder: Path, text: str) -> MethodFileWrong:
    """What is said of a method file with this text."""
    path = folder / "wrong.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MethodFileWrong) as caught:
        load_method(path)
    return caught.value


def changed(old: str, new: str) -> str:
    """The method file with its first `old` put as `new`."""
    assert old in SOURCE
    return SOURCE.replace(old, new, 1)


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    """With file, line and key."""
    said = refusal(tmp_path, changed('id = "sign_secrecy"', 'id = "sign_secrecy"\nicon = "key"'))
    assert said.key == "tasks[3].icon"
    assert "ukendt" in said.expected
    assert said.line is not None
    assert SOURCE.splitlines()[said.line] == 'id = "sign_secrecy"'
    assert str(said) == (
        f"Metodefilen kan ikke bruges (wrong.toml, linje {said.line}). "
        "Ved »tasks[3].icon« ventes ingenting; nøglen er ukendt."
    )


@pytest.mark.parametrize(("half", "word"), [("da", "danske"), ("en", "engelske")])
def test_a_missing_half_of_a_text_is_refused(tmp_path: Path, half: str, word: str) -> None:
    """Both languages are always there."""
    other = 'en = "Venue"' if half == "da" else 'da = "Lokale"'
    said = refusal(tmp_path, changed('title = { da = "Lokale", en = "Venue" }', f"title = {{ {other} }}"))
    assert said.key == f"stages[3].title.{half}"
    assert word in said.expected


def test_an_empty_text_is_refused(tmp_path: Path) -> None:
    """A half that says nothing is no half."""
    said = refusal(tmp_path, changed('title = { da = "Lokale"', 'title = { da = ""'))
    assert said.key == "stages[3].title.da"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('done_when = "secrecy_declared"', 'done_when = "secrecy_decleared"', "tasks[3].done_when"),
        ('applies_when = "independence_answered"', 'applies_when = "indipendence"', "tasks[2].applies_when"),
        ('needs = "consent_of_young_person"', 'needs = "young_person"', "gates[0].lines[1].needs"),
    ],
)
def test_an_unknown_predicate_is_refused(tmp_path: Path, old: str, new: str, key: str) -> None:
    """In a task and in a gate."""
    said = refusal(tmp_path, changed(old, new))
    assert said.key == key
    assert new.split('"')[1] in said.expected


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('[[tasks]]\nid = "accept_assignment"\nstage = "assignment"', '[[tasks]]\nid = "a"\nstage = "start"', "stage"),
        (
            'who = "samordner"\ndone_when = "assignment_accepted"',
            'who = "me"\ndone_when = "assignment_accepted"',
            "who",
        ),
        ('due = "answer_assignment"', 'due = "soon"', "due"),
        ('due = "answer_assignment"', 'behind = "door"', "behind"),
        ('due = "answer_assignment"', 'for_each = "cousin"', "for_each"),
        ('due = "answer_assignment"', 'during = ["night"]', "during[0]"),
    ],
)
def test_a_reference_that_points_nowhere_is_refused(tmp_path: Path, old: str, new: str, key: str) -> None:
    """Stage, actor, deadline, gate, kind of person, phase."""
    assert refusal(tmp_path, changed(old, new)).key == f"tasks[0].{key}"


def test_a_stage_of_a_gate_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """The place in the nested list is told too."""
    text = changed('needs = "safety_asked"\nstage = "assignment"', 'needs = "safety_asked"\nstage = "safety"')
    said = refusal(tmp_path, text)
    assert said.key == "gates[0].lines[2].stage"
    assert said.line is not None
    assert text.splitlines()[said.line] == 'id = "safety_asked"'


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('id = "sign_secrecy"', 'id = "accept_assignment"', "tasks[3].id"),
        ('id = "talk_consent"\nneeds', 'id = "consent"\nneeds', "gates[1].lines[1].id"),
        ('[[gates]]\nid = "ready"', '[[gates]]\nid = "network_contact"', "gates[1].id"),
        ('id = "frame_agreed"', 'id = "answer_assignment"', "schedule[1].id"),
        ('id = "at_night"', 'id = "lives_with"', "prompts[1].id"),
    ],
)
def test_an_id_that_stands_twice_is_refused(tmp_path: Path, old: str, new: str, key: str) -> None:
    """In every list whose entries others point at."""
    assert refusal(tmp_path, changed(old, new)).key == key


@pytest.mark.parametrize("row", ["R258", "R0", "R01", "76", "P33", "F25", "X1", ""])
def test_a_row_that_the_sources_do_not_have_is_refused(tmp_path: Path, row: str) -> None:
    """R1 to R257, P1 to P32, F1 to F24."""
    said = refusal(tmp_path, changed('rows = ["R96", "R97", "R216"]', f'rows = ["R96", "{row}"]'))
    assert said.key == "purpose.rows[1]"
    assert "R1 til R257" in said.expected


def test_a_row_of_a_stage_that_no_publication_holds_is_refused(tmp_path: Path) -> None:
    """The help says where every row comes from."""
    said = refusal(tmp_path, changed('rows = ["R17", "R18", "R19", "R67"', 'rows = ["R17", "R18", "R19"'))
    assert said.key.startswith("stages[")
    assert said.expected == "en række, der står under en af publications"


def test_an_entry_without_a_row_is_refused(tmp_path: Path) -> None:
    """Nothing stands in the method without its source."""
    assert refusal(tmp_path, changed('rows = ["R96", "R97", "R216"]', "rows = []")).key == "purpose.rows"
    assert refusal(tmp_path, changed('rows = ["R96", "R97", "R216"]\n', "")).key == "purpose.rows"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('passive = { da = "sovende", en = "dormant" }\n', "", "choices.tie.passive"),
        (
            'passive = { da = "sovende"',
            'asleep = { da = "s", en = "a" }\npassive = { da = "sovende"',
            "choices.tie.asleep",
        ),
        ("[choices.tie]", "[choices.ties]", "choices.tie.active"),
        ("[choices.tie]", "[choices.mood]\nglad = { da = 'a', en = 'b' }\n\n[choices.tie]", "choices.mood"),
    ],
)
def test_choices_and_enumerations_agree_both_ways(tmp_path: Path, old: str, new: str, key: str) -> None:
    """A member without a text, a text without a member, a list without an enumeration."""
    assert refusal(tmp_path, changed(old, new)).key == key


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("[[steps]]\nnumber = 1", "[[steps]]\nnumber = 2", "steps"),
        ("[[cornerstones]]\nnumber = 1", "[[cornerstones]]\nnumber = 5", "cornerstones"),
        ('[[stages]]\nid = "child"', '[[stages]]\nid = "assignment"', "stages"),
        ('kind = "first"\ngroup = "child"', 'kind = "first"\ngroup = "family"', "evaluations"),
        ('[[evaluation_scales]]\ngroup = "child"', '[[evaluation_scales]]\ngroup = "family"', "evaluation_scales"),
        ('[[groups]]\nid = "day"', '[[groups]]\nid = "after"', "groups"),
        ("cornerstones = [1, 3, 5]", "cornerstones = [1, 3, 4, 5]", "steps[0].cornerstones"),
        ("steps = [3]", "steps = [2, 3]", "cornerstones[3].steps"),
    ],
)
def test_what_has_to_be_whole_is_whole(tmp_path: Path, old: str, new: str, key: str) -> None:
    """Trin, hjørnesten, stages, groups and evaluation forms; trin and hjørnesten name each other."""
    assert refusal(tmp_path, changed(old, new)).key == key


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('da = "Besøg {who}"', 'da = "Besøg dem"', "text.da"),
        ('en = "Visit {who}"', 'en = "Visit them"', "text.en"),
    ],
)
def test_the_place_of_a_person_is_in_both_halves(tmp_path: Path, old: str, new: str, key: str) -> None:
    """A task for one person at a time names the person."""
    place = [task.id for task in method().tasks].index("visit_invitee")
    assert refusal(tmp_path, changed(old, new)).key == f"tasks[{place}].{key}"


def test_a_person_has_no_place_in_a_task_for_all(tmp_path: Path) -> None:
    """Nobody would be named."""
    said = refusal(tmp_path, changed('da = "Skriv under på tavshedspligten"', 'da = "Skriv under, {who}"'))
    assert said.key == "tasks[3].text.da"


@pytest.mark.parametrize(
    ("new", "word"),
    [("value = 'fifteen'", "et tal"), ("value = []", "et tal")],
)
def test_a_figure_is_a_number(tmp_path: Path, new: str, word: str) -> None:
    """Not a word."""
    said = refusal(tmp_path, changed("value = 15", new))
    assert said.key == "figures.consents_from.value"
    assert said.expected == word
    assert said.line is not None


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ("number = 1\n", 'number = "one"\n', "steps[0].number", "en af: 1, 2, 3"),
        ("cornerstones = [1, 3, 5]", "cornerstones = 1", "steps[0].cornerstones", "en liste"),
        ("cornerstones = [1, 3, 5]", "cornerstones = ['a']", "steps[0].cornerstones[0]", "et helt tal"),
        ('name.da = "Velkomst og oplæg"', "name.da = 7", "steps[0].name.da", "en tekst"),
        ('id = "sign_secrecy"', 'id = "Sign secrecy"', "tasks[3].id", "et id af små bogstaver, tal og _"),
        ('title = { da = "Lokale", en = "Venue" }', 'title = "Lokale"', "stages[3].title", "en tabel"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(tmp_path: Path, old: str, new: str, key: str, expected: str) -> None:
    """With what was expected instead, in the language of the screen."""
    said = refusal(tmp_path, changed(old, new))
    assert (said.key, said.expected) == (key, expected)


def test_a_broken_file_is_refused_with_its_line(tmp_path: Path) -> None:
    """Not TOML at all."""
    said = refusal(tmp_path, changed("[figures]", "[figures"))
    assert said.line == SOURCE[: SOURCE.index("[figures]")].count("\n") + 1


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """Missing, or not text."""
    with pytest.raises(MethodFileWrong, match=r"nowhere\.toml"):
        load_method(tmp_path / "nowhere.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(MethodFileWrong, match=r"bytes\.toml"):
        load_method(tmp_path / "bytes.toml")


def test_a_measure_that_is_missing_or_unknown_is_refused(tmp_path: Path) -> None:
    """Every measure has a function to judge by, and the reverse."""
    unknown = refusal(tmp_path, changed('id = "F7"', 'id = "F25"'))
    assert (unknown.path.name, unknown.key) == ("wrong.toml", "measures[6].id")
    assert "F24" in unknown.expected
    begins, ends = SOURCE.index('[[measures]]\nid = "F7"'), SOURCE.index('[[measures]]\nid = "F8"')
    missing = refusal(tmp_path, SOURCE[:begins] + SOURCE[ends:])
    assert (missing.path.name, missing.key) == ("wrong.toml", "measures")
    assert "F6, F7, F8" in missing.expected
