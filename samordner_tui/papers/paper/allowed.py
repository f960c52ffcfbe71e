"""What a template may be: text, fields, `if` and `for`, and the few filters. It is looked at before it is filled in.

A template that could count, call or make text longer by itself could run without end, or fail one day with other facts
than those it was tried with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from jinja2 import nodes

from samordner_tui.language import _
from samordner_tui.refusals import Refused

FILTERS: Final = frozenset({"paragraphs", "cell", "opening", "length"})
EACH: Final = "each"
"""The filter every list that is gone through is given to, which counts; no template can ask for it itself."""
MOST_JOINED: Final = 20
"""Texts that one place of a template joins with `~`."""

ALLOWED: Final[tuple[type[nodes.Node], ...]] = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.If,
    nodes.For,
    nodes.CondExpr,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Compare,
    nodes.Operand,
    nodes.Concat,
    nodes.Filter,
    nodes.Getattr,
)
WRITTEN: Final[Mapping[type[nodes.Node], str]] = {
    nodes.Add: "+",
    nodes.Sub: "-",
    nodes.Mul: "*",
    nodes.Div: "/",
    nodes.FloorDiv: "//",
    nodes.Mod: "%",
    nodes.Pow: "**",
    nodes.Neg: "-",
    nodes.Pos: "+",
    nodes.Call: "( )",
    nodes.Tuple: "( , )",
    nodes.Getitem: "[ ]",
    nodes.List: "[ ]",
    nodes.Dict: "{ }",
    nodes.Test: "is",
    nodes.AssignBlock: "set",
    nodes.Assign: "set",
    nodes.FilterBlock: "filter",
    nodes.CallBlock: "call",
    nodes.FromImport: "from",
    nodes.Scope: "autoescape",
}
"""How the author wrote what may not be there; the others are called as their tag."""


def see_that_it_may(tree: nodes.Template) -> None:
    """Look through a template as it was read.

    Raises:
        Refused: something in it is more than choosing and repeating; the sentence says what, and in which line.
    """
    loops = {one.target.name for one in tree.find_all(nodes.For) if isinstance(one.target, nodes.Name)} | {"loop"}
    for node, line in _inside(tree, 1):
        what = _too_much(node, loops)
        if what:
            raise Refused(
                _(
                    "I linje {line} bruger skabelonen »{what}«. Det kan en skabelon ikke. Den kan vise felter, vælge "
                    "med »if« og gentage med »for«."
                ).format(line=line, what=what)
            )


def count_what_is_repeated(tree: nodes.Template) -> None:
    """Give every list that is gone through to the filter that counts."""
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = nodes.Filter(loop.iter, EACH, [], [], None, None, lineno=loop.lineno)


def _inside(node: nodes.Node, line: int) -> Iterator[tuple[nodes.Node, int]]:
    """Everything in a node, each with its line; what has none of its own is in that of what it stands in."""
    for child in node.iter_child_nodes():
        at = child.lineno or line
        yield child, at
        yield from _inside(child, at)


def _too_much(node: nodes.Node, loops: set[str]) -> str:
    """What of a template is more than it may be, as its author wrote it; nothing where it may."""
    match node:
        case nodes.Filter(node=inside, name=name, args=args, kwargs=kwargs):
            return "filter" if inside is None else "" if name in FILTERS and not args and not kwargs else f"| {name}"
        case nodes.Getattr(node=inside, attr=attr):
            return "" if isinstance(inside, nodes.Name) and inside.name in loops else f".{attr}"
        case nodes.For(recursive=recursive, iter=iterated, target=target):
            is_plain = isinstance(iterated, nodes.Name | nodes.Getattr) and isinstance(target, nodes.Name)
            return "for" if recursive or not is_plain else ""
        case nodes.Concat():
            return "~" if sum(len(one.nodes) for one in _joins(node)) > MOST_JOINED else ""
    return "" if isinstance(node, ALLOWED) else WRITTEN.get(type(node), type(node).__name__.lower())


def _joins(node: nodes.Concat) -> Iterator[nodes.Concat]:
    yield node
    yield from node.find_all(nodes.Concat)
