"""What stands beside the family tree: who is pointed at, to whom they belong, what the signs mean, who is not in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content

from samordner_tui.casework.family import Family
from samordner_tui.casework.family_tree import Cell, Tree
from samordner_tui.casework.kin_sentences import in_short, left_out, sentence, sibling_sentence
from samordner_tui.language import _, ngettext
from samordner_tui.tui.keys import key_of
from samordner_tui.tui.tree_commands import AddKinship, ProposeKinship


def told(family: Family, tree: Tree, pointed: Cell | None) -> Content:
    """Everything beside the tree."""
    return Content("\n").join([*_person_lines(family, pointed), *_signs(tree)])


def told_in_short(family: Family, tree: Tree, pointed: Cell | None) -> Content:
    """In a narrow window: whom they belong to by name; the line under the cursor says the rest."""
    if pointed is None:
        return Content(left_out(tree.left_out)) if tree.left_out else Content("")
    name = Content.styled(pointed.kin.name, "bold")
    return Content("  ·  ").join([name, *map(Content, in_short(family, pointed.kin.id))])


def nothing_written(offered: int, keymap: Mapping[str, str]) -> str:
    """What stands in the place of a tree, with the key to begin by.

    Args:
        offered: how many lines the words of the network tell.
        keymap: the keys the person changed.
    """
    if not offered:
        return _("Her er ikke skrevet slægtskab endnu. Tryk {key}, og skriv, hvem der er forældre eller par.").format(
            key=key_of(AddKinship, keymap)
        )
    return ngettext(
        "Her er ikke skrevet slægtskab endnu. Ordene i netværket fortæller {count} ting. Tryk {key} for at se den, og "
        "sig, om den passer.",
        "Her er ikke skrevet slægtskab endnu. Ordene i netværket fortæller {count} ting. Tryk {key} for at se dem, og "
        "vælg, hvad der passer.",
        offered,
    ).format(count=offered, key=key_of(ProposeKinship, keymap))


def _person_lines(family: Family, pointed: Cell | None) -> Iterator[Content]:
    if pointed is None:
        return
    yield Content.assemble((pointed.kin.name, "bold"), "  ", (pointed.kin.relation, "$muted"))
    yield from (Content(sentence(family, line)) for line in family.lines_of(pointed.kin.id))
    for sibling in family.siblings_of(pointed.kin.id):
        yield Content.styled(sibling_sentence(family, sibling), "$muted")


def _signs(tree: Tree) -> Iterator[Content]:
    signs = (
        _("□ mand eller dreng"),
        _("○ kvinde eller pige"),
        _("◇ andet eller ikke kendt"),
        _("▣ ◉ ◈ barn i sagen"),
        _("→ står et andet sted"),
    )
    yield Content("")
    yield from (Content.styled(one, "$muted") for one in signs)
    if tree.left_out:
        yield Content("")
        yield Content.styled(left_out(tree.left_out), "$muted")
