"""The commands about cases: what they answer, and with which exit code."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path
from typing import cast

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.keeping import Export
from samordner_tui.language import SPEECH
from samordner_tui.resources import case_files
from tests.cli.conftest import Rows, Say, at_a_terminal
from tests.exchange.hand_written import as_file, small


def test_the_list_names_each_case_by_its_number(demo: Path, say: Say) -> None:
    said = say("case", "list", "--json")
    assert said.code == 0
    cases = cast("Rows", said.json)
    assert [case["case"] for case in cases] == ["2026-19", "2027-01", "2027-03"]
    assert cases[2]["cornerstones"] == ["partly", "open", "partly", "partly", "partly"]
    assert [case["deletion_overdue"] for case in cases] == [False, False, False]


def test_the_list_says_which_case_should_have_been_deleted(demo: Path, say: Say, tmp_path: Path) -> None:
    case = small()
    case["engagements"] = [{"delete_by": "2027-01-03"}]
    file = tmp_path / "sag.json"
    file.write_bytes(as_file(case))
    assert say("case", "import", file).code == 0
    late = [one for one in cast("Rows", say("case", "list", "--json").json) if one["deletion_overdue"]]
    assert [(one["case"], one["delete_by"]) for one in late] == [("2027-07", "2027-01-03")]
    assert "  Skal slettes – fristen var søn. 3. jan." in say("case", "list").out.splitlines()


def test_the_list_can_be_read(demo: Path, say: Say) -> None:
    out = say("case", "list").out
    assert "Sag 2027-03, Alma. 1. rådslagning, torsdag 21. januar kl. 17, om 11 dage" in out


def test_check_prints_exactly_what_scripts_rest_on(demo: Path, say: Say) -> None:
    said = say("case", "check", "2027-03", "--json")
    assert said.code == 0
    assert list(said.json) == ["case", "conference", "cornerstones", "gates", "next_steps"]
    assert (said.json["case"], said.json["conference"]) == ("2027-03", 1)
    cornerstones, gates, steps = (cast("Rows", said.json[name]) for name in ("cornerstones", "gates", "next_steps"))
    assert [list(one) for one in cornerstones] == [["number", "state", "reason", "mend_at"]] * 5
    assert [one["number"] for one in cornerstones] == [1, 2, 3, 4, 5]
    assert {"network_contact", "ready", "private_time", "approval", "close_day", "close_case"} == {
        gate["name"] for gate in gates
    }
    ready = next(gate for gate in gates if gate["name"] == "ready")
    assert ready["open"] is False
    assert [list(line) for line in cast("Rows", ready["missing"])[:1]] == [["id", "text", "stage"]]
    assert list(steps[0]) == ["id", "text", "stage", "due"]
    assert {"id": "visit_invitee", "text": "Besøg Inge (farmor)", "stage": "network", "due": "2027-01-14"} in steps


def test_check_of_another_conference(demo: Path, say: Say) -> None:
    assert say("case", "check", "2026-19", "--json").json["conference"] == 2
    first = say("case", "check", "2026-19", "--conference", 1, "--json").json
    assert first["conference"] == 1
    assert {one["state"] for one in cast("Rows", first["cornerstones"])} == {"met"}


def test_check_gives_1_when_a_hjoernesten_is_departed_from(demo: Path, say: Say, tmp_path: Path) -> None:
    case = small()
    case["engagements"] = [{"knows_family": True, "independence_answered_on": "2027-01-01"}]
    file = tmp_path / "sag.json"
    file.write_bytes(as_file(case))
    assert say("case", "import", file).code == 0
    said = say("case", "check", "2027-07", "--json")
    assert said.code == 1
    assert cast("Rows", said.json["cornerstones"])[2]["state"] == "broken"
    assert "✕ 3." in say("case", "check", "2027-07").out


@pytest.mark.parametrize(
    "line",
    [
        ("case", "check", "findes-ikke", "--json"),
        ("case", "check", "2027-03", "--conference", "9", "--json"),
        ("case", "show", "findes-ikke"),
        ("case", "import", "findes-ikke.json", "--json"),
        ("case", "check"),
        ("case", "check", "2027-03", "--konference", "1"),
        ("case", "check", "2027-03", "--conference", "to"),
        ("case", "check", "2027-03", "--conference"),
        ("case", "check", "2027-03", "og", "mere"),
        ("case", "chek", "2027-03"),
        ("sag",),
        ("case", "export", "2027-03", "-o", "x.json", "--yes"),
        ("case", "export", "2027-03", "-o", "findes/ikke/x.json", "--plain", "--yes"),
        ("case", "export", "2027-03", "--plain", "--yes", "-o", "x.json", "--destroy-by", "i morgen"),
        ("case", "export", "2027-03", "--plain", "--yes", "-o", "x.json", "--destroy-by", "2027-01-09"),
        ("case", "delete", "findes-ikke", "--yes"),
        ("person", "list", "findes-ikke"),
        ("person", "delete", "2027-03", "findes-ikke", "--yes"),
        ("person", "delete", "2027-03"),
        ("archive", "restore", "--yes"),
        ("archive", "restore", "findes-ikke", "--yes"),
    ],
)
def test_a_call_that_cannot_be_carried_out_gives_2_and_a_sentence(
    demo: Path, say: Say, line: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = say(*line)
    assert said.code == 2
    assert said.out == ""
    assert len(said.err) > 10
    assert "Error" not in said.err
    assert "Traceback" not in said.err
    assert "fejl i programmet" not in said.err
    assert not list(tmp_path.glob("x.json"))


def test_show_tells_the_case_in_lines(demo: Path, say: Say) -> None:
    out = say("case", "show", "2027-03").out
    assert "2 børn · 10 fra familien og netværket · 1 fagperson · 1 inviteres ikke" in out
    assert "8 af 10 er besøgt" in next(line for line in out.splitlines() if line.startswith("  ◐ 1. "))
    assert "Næste skridt" in out
    plain = say("case", "show", "2027-03", "--json").json
    assert plain["alias"] == "Alma"
    assert len(cast("Rows", plain["stages"])) == 16


def test_the_schema_is_printed_without_an_archive(say: Say) -> None:
    said = say("case", "schema")
    assert said.code == 0
    assert said.json["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert say("case", "schema", "--json").out == said.out


def test_import_prints_the_number(demo: Path, say: Say, tmp_path: Path) -> None:
    alma = case_files() / "alma.json"
    assert say("case", "import", alma).code == 2
    assert say("case", "import", alma, "--as", "2027-44").out == "2027-44\n"
    assert say("case", "import", alma, "--as", "2027-45", "--as-of", "today-10", "--json").json == {"case": "2027-45"}
    assert "invitations" not in say("case", "show", "2027-45", "--json").json


def test_import_of_a_bad_file_says_where_and_leaves_nothing(demo: Path, say: Say, tmp_path: Path) -> None:
    case = small()
    case["people"][2]["phone"] = "ring til mor"
    file = tmp_path / "sag.json"
    file.write_bytes(as_file(case))
    said = say("case", "import", file)
    assert said.code == 2
    assert "people[2].phone:" in said.err
    assert "ring til mor" not in said.err
    assert say("case", "show", "2027-07").code == 2


def test_an_export_is_its_owners_alone_and_is_registered(demo: Path, say: Say, tmp_path: Path) -> None:
    file = tmp_path / "ud.json"
    said = say("case", "export", "2027-03", "-o", file, "--plain", "--yes", "--json")
    assert said.json == {"case": "2027-03", "file": str(file), "destroy_by": "2027-02-09"}
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with Archive.open(demo, None, read_only=True) as archive, archive.reading() as session:
        (row,) = session.query(Export).all()
        assert (row.case_number, row.what, str(row.destroy_by)) == ("2027-03", "case_file_plain", "2027-02-09")


def test_an_export_never_writes_over_a_file_unless_told(demo: Path, say: Say, tmp_path: Path) -> None:
    file = tmp_path / "ud.json"
    file.write_text("mit", encoding="utf-8")
    line = ("case", "export", "2027-03", "-o", file, "--plain", "--yes")
    assert say(*line).code == 2
    assert file.read_text(encoding="utf-8") == "mit"
    assert say(*line, "--overwrite").code == 0
    assert json.loads(file.read_bytes())["case"]["number"] == "2027-03"


def test_an_export_comes_back_equal(demo: Path, say: Say, tmp_path: Path) -> None:
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    for dates in ("absolute", "from-today"):
        say("case", "export", "2027-01", "-o", first, "--plain", "--yes", "--dates", dates, "--overwrite")
        say("case", "import", first, "--as", f"igen-{dates}")
        say("case", "export", f"igen-{dates}", "-o", second, "--plain", "--yes", "--dates", dates, "--overwrite")
        assert second.read_text("utf-8").replace(f"igen-{dates}", "2027-01") == first.read_text("utf-8")


def test_what_is_asked_first_is_not_done_without_a_yes(demo: Path, say: Say, tmp_path: Path) -> None:
    file = tmp_path / "ud.json"
    for line in (("case", "export", "2027-03", "-o", file, "--plain"), ("case", "delete", "2027-03")):
        said = say(*line)
        assert said.code == 2
        assert "--yes" in said.err
    assert not file.exists()
    assert say("case", "show", "2027-03").code == 0


def test_delete_prints_a_receipt_that_names_nobody(demo: Path, say: Say) -> None:
    said = say("case", "delete", "2027-03", "--yes")
    assert said.code == 0
    assert "set igennem" in said.out
    assert "Alma" not in said.out
    assert "2027-03" not in said.out
    assert [case["case"] for case in cast("Rows", say("case", "list", "--json").json)] == ["2026-19", "2027-01"]


def test_what_goes_with_a_case_stands_in_the_question(demo: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch, "n\n")
    said = say("case", "delete", "2027-03")
    assert said.code == 2
    assert "Her og i arkivets sikkerhedskopier slettes:" in said.err
    assert "1 rådslagning" in said.err
    assert say("case", "show", "2027-03").code == 0


def test_what_a_plain_export_holds_stands_in_the_question(
    demo: Path, say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language, words in (("da", "hemmelige adresser og noter om sikkerhed"), ("en", "secret addresses and notes")):
        at_a_terminal(monkeypatch, "n\n")
        SPEECH.choose("en" if language == "en" else "da")
        said = say("case", "export", "2027-03", "-o", tmp_path / "ud.json", "--plain")
        SPEECH.choose("da")
        assert said.code == 2
        assert words in said.err
    assert not (tmp_path / "ud.json").exists()
