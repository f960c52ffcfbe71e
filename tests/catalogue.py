"""Finds every Danish text in the code and holds it against the English catalogue.

`python -m tests.catalogue` adds what is missing to `data/locale/en.po`, empty, and takes away what is no longer said.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
ENGLISH = ROOT / "data" / "locale" / "en.po"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "Label": None,
    "Help": None,
    "Wanted": None,
    "said": None,
}


def danish_texts() -> Catalog:
    """Every text in the code, with where it stands."""
    found = Catalog(project="samordner", charset="utf-8")
    for name, line, text, _comments, context in extract_from_dir(ROOT / "samordner_tui", keywords=KEYWORDS):
        found.add(text, locations=[(f"samordner_tui/{name}", line)], context=context)
    for path in sorted((ROOT / "samordner_tui").rglob("*.py")):
        for text in texts_by_place(ast.parse(path.read_text("utf-8"))):
            found.add(text)
    return found


def texts_by_place(module: ast.Module) -> Iterator[str]:
    """Texts told by where they stand: headings of a form; help, title and footer of a command; inside an f-string."""
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Name(id="Group"), args=[ast.Constant(value=str(heading)), *_]) if heading:
                yield heading
            case ast.Call(func=ast.Name(id="_"), args=[ast.Constant(value=str(text))]) if text:
                yield text  # Babel does not look inside an f-string.
            case ast.ClassDef() if {"id", "title"} <= assigned(node):
                yield " ".join((ast.get_docstring(node) or "").split())
                yield from shown_names(node)


def shown_names(command: ast.ClassDef) -> Iterator[str]:
    """What a command is called in the palette and in the footer, where it is written without a mark of its own."""
    for statement in command.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="title" | "footer")], value=ast.Constant(value=str(name))) if name:
                yield name


def assigned(node: ast.ClassDef) -> set[str]:
    """The names a class gives a value."""
    return {
        target.id
        for statement in node.body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }


def english() -> Catalog:
    """The English catalogue as it stands."""
    with ENGLISH.open("rb") as source:
        return read_po(source, locale="en", domain="samordner")


def bring_up_to_date() -> int:
    """Write the catalogue anew with every text; the number that still has no English."""
    catalogue = english()
    catalogue.update(danish_texts(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    with ENGLISH.open("wb") as target:
        write_po(target, catalogue, width=116, no_location=True, omit_header=False, sort_output=True)
    return sum(1 for message in catalogue if message.id and not translated(message.string))


def translated(string: object) -> bool:
    """Whether a message has its English, in every plural form."""
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


if __name__ == "__main__":
    print(bring_up_to_date(), "without English")  # noqa: T201 - it is a command
