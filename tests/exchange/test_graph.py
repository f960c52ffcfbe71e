"""The network as data: what is written is read back equal, and what another program wrote is taken or refused."""

from __future__ import annotations

import contextlib
import io
import unicodedata
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samordner_tui.casework.entry import forbidden
from samordner_tui.casework.incoming import Incoming, InTheMiddle
from samordner_tui.casework.network_map import Drawn, NetworkMap, OnMap, TieOnMap
from samordner_tui.casework.under_way import GivenUp, UnderWay
from samordner_tui.exchange import graph
from samordner_tui.exchange.graph import Described, write_ego_tables, write_graphml
from samordner_tui.exchange.graph.cells import as_it_was, neutral, rows_of
from samordner_tui.exchange.graph.ego_tables import joined
from samordner_tui.exchange.how_many import MOST_PEOPLE
from samordner_tui.exchange.incoming_file import read_content, read_file
from samordner_tui.method.terms import PersonKind, Sector, Support, Tie, TieQuality
from samordner_tui.refusals import Refused

DAY = date(2027, 1, 10)
CHILDREN = (("alma", "Alma"), ("emil", "Emil"), ("sofie", "Sofie"))
MARKED = "{http://graphml.graphdrawing.org/xmlns}"

written_words = (
    st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=60)
    .map(lambda text: unicodedata.normalize("NFC", text).strip())
    .filter(lambda text: text != "" and forbidden(text) is None)
)
names = st.one_of(
    written_words, st.sampled_from(("=1+1", "'=x", "''-3", "@Karen", "+45 Per", "Åse; »Ø«", '"', "a\u00a0b"))
)


@st.composite
def networks(draw: st.DrawFn) -> NetworkMap:
    """One to three children and those around them, with ties between any but two of the children."""
    hearts = CHILDREN[: draw(st.integers(1, 3))]
    people = tuple(
        OnMap(
            f"{place:020x}",
            draw(names),
            draw(st.one_of(st.just(""), written_words)),
            draw(st.one_of(st.none(), st.integers(1, 5))),
            draw(st.one_of(st.none(), st.sampled_from(list(Sector)))),
            draw(st.one_of(st.none(), st.sampled_from(list(Tie)))),
            is_professional=draw(st.booleans()),
            is_invited=True,
        )
        for place in range(draw(st.integers(0, 6)))
    )
    around = [one.id for one in people]
    pairs = [(first, second) for first in around for second in around if first < second]
    pairs += [(child, other) for child, _name in hearts for other in around]
    tied = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=8)) if pairs else []
    qualities, supports = st.sampled_from(list(TieQuality)), st.one_of(st.none(), st.sampled_from(list(Support)))
    ties = tuple(
        TieOnMap(*(pair if draw(st.booleans()) else pair[::-1]), draw(qualities), draw(supports)) for pair in tied
    )
    return NetworkMap(hearts, people, ties, drawn=Drawn(drawn_with="Alma og Karen"))


def read_graphml(content: bytes) -> Incoming:
    return graph.read_graphml(content, UnderWay())


def read_ego_csv(content: bytes) -> Incoming:
    return graph.read_ego_csv(content, UnderWay())


def described(shown: NetworkMap) -> Described:
    return Described(shown, "2027-03", DAY)


def people_of(shown: NetworkMap) -> list[tuple[object, ...]]:
    """Everybody around, as they are to come back."""
    return [
        (
            one.id,
            one.name,
            one.relation or None,
            one.ring,
            one.sector,
            PersonKind.PROFESSIONAL if one.is_professional else PersonKind.PRIVATE,
            one.contact,
        )
        for one in shown.people
    ]


def people_in(incoming: Incoming) -> list[tuple[object, ...]]:
    people = [(one.key, one.person) for one in incoming.people]
    return [(key, one.name, one.relation, one.ring, one.sector, one.kind, one.tie) for key, one in people]


def even(first: str, second: str, quality: TieQuality, support: Support | None) -> tuple[object, ...]:
    """A tie as it is the same whoever is named first."""
    if first > second:
        turned = {Support.GIVES: Support.GETS, Support.GETS: Support.GIVES}
        return second, first, quality, turned.get(support, support) if support else None
    return first, second, quality, support


def ties_of(shown: NetworkMap) -> set[tuple[object, ...]]:
    return {even(one.first, one.second, one.quality, one.support) for one in shown.ties}


def ties_in(incoming: Incoming) -> set[tuple[object, ...]]:
    return {even(one.first, one.second, one.quality, one.support) for one in incoming.ties}


def write_ego_csv(shown: Described) -> bytes:
    """The three tables as one content."""
    return joined(write_ego_tables(shown))


BOTH_WAYS = pytest.mark.parametrize(
    ("write", "read"), [(write_graphml, read_graphml), (write_ego_csv, read_ego_csv)], ids=["graphml", "csv"]
)


@BOTH_WAYS
@settings(max_examples=60, deadline=None)
@given(networks())
def test_what_is_written_is_read_back_equal(
    write: Callable[[Described], bytes], read: Callable[[bytes], Incoming], shown: NetworkMap
) -> None:
    incoming = read(write(described(shown)))
    assert incoming.refused == ()
    assert [(one.key, one.name) for one in incoming.middle] == list(shown.hearts)
    assert people_in(incoming) == people_of(shown)
    assert ties_in(incoming) == ties_of(shown)


def person(person_id: str, name: str, **more: bool) -> OnMap:
    professional = more.get("is_professional", False)
    return OnMap(
        person_id, name, "mormor", 1, Sector.MOTHERS_SIDE, Tie.ACTIVE, is_professional=professional, is_invited=True
    )


KAREN = person("karen", "Karen")
SMALL = NetworkMap((("alma", "Alma"),), (KAREN,), (TieOnMap("alma", "karen", TieQuality.STRONG, Support.GETS),))


def test_graphml_names_every_attribute_with_its_type_and_marks_the_child() -> None:
    root = Tree.fromstring(write_graphml(described(SMALL)))  # noqa: S314 - our own
    keys = {(one.get("for"), one.get("attr.name"), one.get("attr.type")) for one in root.iter(f"{MARKED}key")}
    assert {("node", "ego", "boolean"), ("node", "ring", "int"), ("edge", "quality", "string")} <= keys
    declared = {one.get("id") for one in root.iter(f"{MARKED}key")}
    assert {one.get("key") for one in root.iter(f"{MARKED}data")} <= declared
    alma, karen = root.iter(f"{MARKED}node")
    said = {one.get("key"): one.text for one in alma}
    assert (alma.get("id"), said["node_ego"], said["node_name"]) == ("alma", "true", "Alma")
    assert {one.get("key"): one.text for one in karen}["node_sector"] == "mothers_side"
    (edge,) = root.iter(f"{MARKED}edge")
    assert (edge.get("source"), edge.get("target")) == ("karen", "alma"), "from the one who gives support"


def test_the_tables_are_those_of_egor_as_a_danish_spreadsheet_opens_them() -> None:
    tables = write_ego_tables(described(SMALL))
    assert list(tables) == ["_ego.csv", "_attributeList_person.csv", "_edgeList_tie.csv"]
    for content in tables.values():
        assert content.startswith(b"\xef\xbb\xbfegoID;")
    (alter,) = (row.said for row in rows_of(tables["_attributeList_person.csv"]))
    assert (alter["egoID"], alter["alterID"], alter["name"]) == ("alma", "karen", "Karen")
    assert (alter["quality_to_ego"], alter["support_to_ego"]) == ("strong", "gives"), "as seen from Karen"


@pytest.mark.parametrize("text", ["=1+1", "+45", "-x", "@a", "\tx", "'=1", "''+"])
def test_a_cell_is_never_a_formula_and_is_read_as_it_was(text: str) -> None:
    assert neutral(text).startswith("'")
    assert as_it_was(neutral(text)) == text


@pytest.mark.parametrize("text", ["Karen", "'Per", "O'Hara", "", "''"])
def test_a_cell_that_is_no_formula_is_left_alone(text: str) -> None:
    assert neutral(text) == text == as_it_was(text)


def test_siblings_share_the_people_and_each_has_their_own_tie() -> None:
    ties = (TieOnMap("karen", "alma", TieQuality.STRONG, None), TieOnMap("karen", "emil", TieQuality.WEAK, None))
    shown = NetworkMap((("alma", "Alma"), ("emil", "Emil")), (KAREN, person("per", "Per")), ties)
    for incoming in (read_graphml(write_graphml(described(shown))), read_ego_csv(write_ego_csv(described(shown)))):
        assert [one.key for one in incoming.people] == ["karen", "per"]
        assert ties_in(incoming) == ties_of(shown)
        assert incoming.middle == (InTheMiddle("alma", "Alma"), InTheMiddle("emil", "Emil"))
        assert incoming.refused == ()


def test_whoever_stands_twice_around_one_child_is_refused_and_around_two_taken_once() -> None:
    incoming = read_ego_csv(
        zipped(
            ego=b"egoID;name\n1;Alma\n2;Emil\n",
            attributeList_person=b"egoID;alterID;name\n1;a;Karen\n1;b;\n2;a;Karen\n2;b;\n2;a;Karen\n2;c;Bo\n",
            edgeList_tie=b"egoID;Source;Target\n1;a;c\n2;a;c\n2;a;c\n",
        )
    )
    assert [one.person.name for one in incoming.people] == ["Karen", "Bo"]
    assert len(incoming.ties) == 1
    assert [(one.place, one.reason) for one in incoming.refused] == [
        (3, "Her er intet navn."),
        (4, "De to har allerede et bånd i filen."),
        (6, "To i filen har samme id."),
    ]


def graphml(inside: str) -> bytes:
    return (
        f'<?xml version="1.0"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n{inside}\n</graphml>'.encode()
    )


def test_yed_is_read_by_what_stands_on_its_nodes() -> None:
    incoming = read_graphml(
        graphml(
            '<key id="d0" for="node" yfiles.type="nodegraphics"/><graph edgedefault="directed">'
            '<node id="n0"><data key="d0"><y:ShapeNode xmlns:y="http://www.yworks.com/xml/graphml">'
            "<y:Fill color='#fff'/><y:NodeLabel>Karen Holm</y:NodeLabel></y:ShapeNode></data></node>"
            '<node id="n1"><data key="d0"><y:ShapeNode xmlns:y="http://www.yworks.com/xml/graphml">'
            "<y:NodeLabel>Jonas</y:NodeLabel></y:ShapeNode></data></node>"
            '<edge source="n0" target="n1"/></graph>'
        )
    )
    assert [one.person.name for one in incoming.people] == ["Karen Holm", "Jonas"]
    assert ties_in(incoming) == {("n0", "n1", TieQuality.ORDINARY, None)}


def test_gephi_and_network_canvas_are_read_and_what_is_their_own_is_shown_as_not_understood() -> None:
    incoming = read_graphml(
        graphml(
            '<key id="label" for="node" attr.name="label" attr.type="string"/>\n'
            '<key id="k" for="node" attr.name="kind" attr.type="string"><default>alter</default></key>\n'
            '<key id="ring" for="node" attr.name="ring" attr.type="double"/>\n'
            '<key id="r" for="node" attr.name="relation" attr.type="string"/>\n'
            '<graph><node id="1"><data key="label">Inge</data><data key="ring">2.0</data><data key="r">farmor</data>'
            '</node>\n<node id="2"><data key="label">Bo</data><data key="ring">9</data></node></graph>'
        )
    )
    inge, bo = (one.person for one in incoming.people)
    assert (inge.name, inge.ring, inge.sector) == ("Inge", 2, Sector.FATHERS_SIDE)
    assert inge.extra == ("kind: alter",)
    assert (bo.ring, bo.extra) == (None, ("kind: alter", "ring: 9"))


def test_each_that_cannot_be_taken_is_refused_with_its_line_and_a_reason() -> None:
    incoming = read_graphml(
        graphml(
            '<key id="n" for="node" attr.name="name" attr.type="string"/>'
            '<key id="q" for="edge" attr.name="quality" attr.type="string"/><graph>\n'
            '<node id="a"><data key="n">Karen</data></node>\n'
            '<node id="b"/>\n'
            '<node id="a"><data key="n">Per</data></node>\n'
            '<node id="c"><data key="n">010190-1234</data></node>\n'
            f'<node id="d"><data key="n">{"x" * 121}</data></node>\n'
            '<node id="e"><data key="n">Bo</data></node>\n'
            '<edge source="a" target="b"/>\n'
            '<edge source="a" target="a"/>\n'
            '<edge source="a" target="e"><data key="q">lukewarm</data></edge>\n'
            '<edge source="a" target="e"/>\n'
            '<edge source="e" target="a"/></graph>'
        )
    )
    assert [one.person.name for one in incoming.people] == ["Karen", "Bo"]
    assert len(incoming.ties) == 1
    said = {one.place: one.reason for one in incoming.refused}
    assert list(said) == [5, 6, 7, 8, 10, 11, 12, 14]
    assert said[5] == "Her er intet navn."
    assert "samme id" in said[6]
    assert "CPR" in said[7]
    assert "120" in said[8]
    assert "lukewarm" in said[12]
    assert "allerede" in said[14]


GROWING = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><graphml>&b;</graphml>'
FETCHING = '<!DOCTYPE x SYSTEM "file:///etc/hostname"><graphml/>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (GROWING.encode(), "dokumenttype"),
        (FETCHING.encode(), "dokumenttype"),
        (b"", "linje 1"),
        (b"<graphml><graph>\n<node></graphml>", "linje 2"),
        (b"<svg/>", "ikke GraphML"),
        (b"\x00\xff\x00", "linje 1"),
        (b'<?xml version="1.0" encoding="no-such"?><graphml/>', "GraphML"),
        (b"<graphml>" + b"<graph>" * 200, "indviklet"),
        (b" " * 20_000_001, "stor"),
    ],
)
def test_a_file_that_is_no_network_is_refused_whole(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read_graphml(content)


def zipped(**tables: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, table in tables.items():
            archive.writestr(f"{name}.csv", table)
    return content.getvalue()


def test_tables_of_another_program_are_read_with_commas_and_without_kinds() -> None:
    incoming = read_ego_csv(
        zipped(
            ego=b"egoID\n1\n",
            attributeList_person=b'egoID,alterID,name,ring\n1,a,Karen,1\n1,b,,2\n1,c,"Bo\nHolm",\n',
            edgeList_tie=b"egoID,Source,Target\n1,a,c\n1,a,x\n",
        )
    )
    taken = [(one.place, one.person.name, one.person.ring) for one in incoming.people]
    assert taken == [(2, "Karen", 1), (4, "Bo Holm", None)]
    assert ties_in(incoming) == {("a", "c", TieQuality.ORDINARY, None)}
    assert ["intet navn" in one.reason for one in incoming.refused] == [True, False]
    assert [one.place for one in incoming.refused] == [3, 3]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "zip"),
        (b"PK\x03\x04" + b"\x00" * 60, "zip"),
        (zipped(ego=b"egoID\n1\n"), "attributeList_person.csv"),
        (zipped(ego=b"x" * 20_000_001, attributeList_person=b"", edgeList_tie=b""), "stor"),
        (zipped(ego=b"x" * 1_100_000, attributeList_person=b"", edgeList_tie=b""), "Tabellen"),
    ],
)
def test_a_file_that_is_not_the_three_tables_is_refused_whole(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read_ego_csv(content)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_refused_or_read_and_never_a_fault(content: bytes) -> None:
    for read in (read_graphml, read_ego_csv):
        with contextlib.suppress(Refused):
            assert isinstance(read(content), Incoming)


def test_one_in_the_middle_and_one_around_may_have_the_same_number_as_in_egor() -> None:
    incoming = read_ego_csv(
        zipped(
            ego=b"egoID;name\n1;Alma\n",
            attributeList_person=b"egoID;alterID;name;quality_to_ego\n1;1;Karen;strong\n1;2;Bo;\n",
            edgeList_tie=b"egoID;Source;Target\n1;1;2\n",
        )
    )
    assert incoming.refused == ()
    names = {one.key: one.person.name for one in incoming.people} | {one.key: one.name for one in incoming.middle}
    assert {frozenset((names[one.first], names[one.second])) for one in incoming.ties} == {
        frozenset(("Karen", "Alma")),
        frozenset(("Karen", "Bo")),
    }


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("between", [";", ",", "\t"])
def test_tables_that_a_spreadsheet_has_saved_again_are_read_as_any_other_table(encoding: str, between: str) -> None:
    said = {
        "ego": "egoID;name\n1;Bjørk\n",
        "attributeList_person": "egoID;alterID;name;relation\n1;å;Åse Sørensen;morsøster\n1;b;Bo;onkel\n",
        "edgeList_tie": "egoID;Source;Target;quality\n1;å;b;strong\n",
    }
    incoming = read_ego_csv(
        zipped(**{name: text.replace(";", between).encode(encoding) for name, text in said.items()})
    )
    assert [(one.key, one.person.name) for one in incoming.people] == [("å", "Åse Sørensen"), ("b", "Bo")]
    assert incoming.middle == (InTheMiddle("1", "Bjørk"),)
    assert ties_in(incoming) == {("b", "å", TieQuality.STRONG, None)}
    assert incoming.refused == ()


def test_a_quote_that_is_never_closed_in_a_table_costs_one_row_and_not_the_file() -> None:
    incoming = read_ego_csv(
        zipped(
            ego=b"egoID\n1\n",
            attributeList_person=b'egoID;alterID;name\n1;a;Karen\n1;b;"Bo\n1;c;Per\n',
            edgeList_tie=b"egoID;Source;Target\n1;a;c\n",
        )
    )
    assert [one.person.name for one in incoming.people] == ["Karen", "Per"]
    assert [(one.place, one.reason) for one in incoming.refused] == [(3, "Et citationstegn bliver aldrig lukket.")]


def named(*said: tuple[str, str]) -> bytes:
    """GraphML with a node a person, by name and relation."""
    return graphml(
        '<key id="n" for="node" attr.name="name" attr.type="string"/>'
        '<key id="r" for="node" attr.name="relation" attr.type="string"/><graph>\n'
        + "\n".join(
            f'<node id="{place}"><data key="n">{name}</data><data key="r">{relation}</data></node>'
            for place, (name, relation) in enumerate(said)
        )
        + "</graph>"
    )


@pytest.mark.parametrize(
    ("name", "relation"),
    [("", "ven"), ("x" * 121, "ven"), ("Bo 010190-1234", "ven"), ("Bo", "y" * 2001), ("Bo", "y" * 1999)],
)
def test_a_person_of_a_network_is_judged_as_one_of_a_table(name: str, relation: str) -> None:
    (of_network,) = read_graphml(named((name, relation))).refused
    (of_table,) = read_content(f"Navn;Relation;Alder\n{name};{relation};9\n".encode(), UnderWay()).refused
    assert of_network.reason == of_table.reason


def test_letters_that_are_written_in_two_parts_become_one() -> None:
    (aase,) = read_graphml(named(("A\u030ase", "fars søster"))).people
    assert aase.person.name == "Åse"


def network_of(people: int) -> bytes:
    return named(*((f"Person {place}", "ven") for place in range(people)))


def tables_of(people: int) -> bytes:
    rows = "".join(f"1;{place};Person {place}\n" for place in range(people))
    return zipped(
        ego=b"egoID\n1\n",
        attributeList_person=f"egoID;alterID;name\n{rows}".encode(),
        edgeList_tie=b"egoID;Source;Target\n",
    )


MANY = pytest.mark.parametrize("written", [network_of, tables_of], ids=["graphml", "csv"])


@MANY
def test_reading_tells_how_far_it_is_and_ends_where_it_is_given_up(written: Callable[[int], bytes]) -> None:
    class Halfway(UnderWay):
        def __init__(self, given_up_at: int) -> None:
            super().__init__()
            self.given_up_at = given_up_at
            self.told: list[int] = []

        def reached(self, done: int, total: int) -> None:
            super().reached(done, total)
            self.told.append(self.percent)
            if self.percent >= self.given_up_at:
                self.give_up()

    content = written(3000)
    whole = Halfway(101)
    assert len(read_content(content, whole).people) == 3000
    assert whole.told == sorted(whole.told)
    assert len(set(whole.told)) > 10
    assert whole.percent == 100
    for percent in (0, 30, 60):
        with pytest.raises(GivenUp):
            read_content(content, Halfway(percent))


@MANY
def test_reading_stops_at_the_first_who_is_too_many(written: Callable[[int], bytes]) -> None:
    under_way = UnderWay()
    with pytest.raises(Refused, match="for mange"):
        read_content(written(MOST_PEOPLE + 1000), under_way)
    assert under_way.percent < 100


def test_one_of_three_files_that_lie_beside_each_other_brings_in_all_of_them(tmp_path: Path) -> None:
    for ending, content in write_ego_tables(described(SMALL)).items():
        (tmp_path / f"kort{ending}").write_bytes(content)
    for ending in ("_ego.csv", "_attributeList_person.csv", "_edgeList_tie.csv"):
        incoming = read_file(tmp_path / f"kort{ending}", UnderWay())
        assert ties_in(incoming) == ties_of(SMALL)
        assert [one.person.name for one in incoming.people] == [one.name for one in SMALL.people]


def test_a_table_that_lies_alone_is_read_as_the_table_it_is(tmp_path: Path) -> None:
    alone = tmp_path / "kort_attributeList_person.csv"
    alone.write_bytes(write_ego_tables(described(SMALL))["_attributeList_person.csv"])
    incoming = read_file(alone, UnderWay())
    assert [one.person.name for one in incoming.people] == [one.name for one in SMALL.people]
    assert incoming.ties == ()
