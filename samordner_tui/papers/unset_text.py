"""Why a page cannot be set, said to whoever asked for it: which letter, in which text.

The typesetter names a letter that no font has. Of letters that join into one, as in Bengali and in a picture of a
family, it names none: then the texts of the page are tried, until those are found that cannot be set.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final
from xml.etree import ElementTree as Tree

from samordner_tui.language import _
from samordner_tui.method.wording import listed
from samordner_tui.papers.unset_letters import MOST, letter_in, number_of

_TEXT: Final = "{http://www.w3.org/2000/svg}text"


def why_not_set(svg: str, failure: str, can_be_set: Callable[[str], bool]) -> str:
    """The sentence, with a way out.

    Args:
        svg: the picture on the page.
        failure: what the typesetter says.
        can_be_set: whether it can set another picture.
    """
    letter = letter_in(failure)
    if letter is None:
        return _of_texts(_blamed(svg, can_be_set))
    there = _named([one for one in _texts(Tree.fromstring(svg)) if letter in _said(one)])  # noqa: S314 - our own
    number = number_of(letter)
    if not there:
        return _(
            "Tegnet »{letter}« ({number}) findes ikke i nogen skrifttype her. Gem kortet som SVG, eller skriv navnet "
            "uden det."
        ).format(letter=letter, number=number)
    return _(
        "Tegnet »{letter}« ({number}) i {texts} findes ikke i nogen skrifttype her. Gem kortet som SVG, eller skriv "
        "teksten uden det."
    ).format(letter=letter, number=number, texts=there)


def unset_drawing(svg: str, can_be_set: Callable[[str], bool]) -> str:
    """The same of a drawing on a paper, of which the typesetter names no letter."""
    texts = _blamed(svg, can_be_set)
    if not texts:
        return _("Papiret kan ikke blive til PDF her. Lav det som Word eller tekst i stedet.")
    return _("Tegnene i {texts} kan ikke sættes rigtigt i en PDF her. Lav papiret som Word eller tekst.").format(
        texts=texts
    )


def _blamed(svg: str, can_be_set: Callable[[str], bool]) -> str:
    """The texts of a picture that cannot be set, as `»Karen« og »Per«`; empty where it is none of them."""
    drawing = Tree.fromstring(svg)  # noqa: S314 - our own
    return _named(_to_blame(drawing, _texts(drawing), can_be_set))


def _texts(drawing: Tree.Element) -> list[Tree.Element]:
    return [one for one in drawing if one.tag == _TEXT]


def _of_texts(texts: str) -> str:
    if not texts:
        return _("Kortet kan ikke blive til PDF eller billede her. Gem det som SVG i stedet.")
    return _(
        "Tegnene i {texts} kan ikke sættes rigtigt i en PDF eller et billede her. Gem kortet som SVG, eller skriv "
        "teksten med andre tegn."
    ).format(texts=texts)


def _to_blame(
    drawing: Tree.Element, texts: Sequence[Tree.Element], can_be_set: Callable[[str], bool]
) -> list[Tree.Element]:
    """Those texts that cannot be set, each by itself. Halves are tried, for most texts can."""
    if not texts or can_be_set(_with_only(drawing, texts)):
        return []
    if len(texts) == 1:
        return list(texts)
    half = len(texts) // 2
    return [*_to_blame(drawing, texts[:half], can_be_set), *_to_blame(drawing, texts[half:], can_be_set)]


def _with_only(drawing: Tree.Element, texts: Sequence[Tree.Element]) -> str:
    """The picture with no other text than these."""
    less = Tree.Element(drawing.tag, drawing.attrib)
    less.extend(one for one in drawing if one.tag != _TEXT or one in texts)
    return Tree.tostring(less, encoding="unicode")


def _named(texts: Sequence[Tree.Element]) -> str:
    """`»Karen« og »Per«`; a text is left out in which another of them stands, as in `Set af: Karen`."""
    said = list(dict.fromkeys(_said(one) for one in texts))
    core = [one for one in said if not any(other != one and other in one for other in said)]
    return listed([f"»{one}«" for one in core[:MOST]])


def _said(text: Tree.Element) -> str:
    return "".join(text.itertext())
