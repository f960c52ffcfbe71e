"""What people type: markup and template code meant as text, other alphabets, long names, pictures."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy.orm import Session

from tests.papers.planted import every_field

LONG = ("Anne-Sophie Frederikke Åse Ørsted von Holstein-Ledreborg " * 3)[:120]

MARKUP = (
    "{{7*7}}",
    "{% for x in y %}x{% endfor %}",
    "{# væk #}",
    '#read("/etc/passwd")',
    "#set page(width: 1mm)",
    "$x^2$ @kilde <mærke>",
    "<script>alert(1)</script>",
    "<b>fed</b> &lt; &#65;",
    "*a* **b** _c_ `d`",
    "| | |",
    "|---|---|",
    "---",
    "___",
    "===",
    "![x](y)",
    "[x](javascript:alert(1))",
    "<https://fjord.dk>",
    "- [ ] x",
    "[ ] x",
    "- x",
    "1. x",
    "2027) x",
    "# x",
    "> x",
    "```",
    "    x",
    "\\ \\n \\\\",
    "[x]: https://fjord.dk",
    "%2e%2e/../x",
    "=1+1",
)
ALPHABETS = (
    LONG,
    "محمد العلي",
    "שָׁלוֹם לכם",
    "Ittoqqortoormiit ĸujalleĸ",
    "Ψυχή Дмитрий",
    "Łukasz Šimůnek Ğül",
    "L\u2019Été \u201cx\u201d \u2013 x\u2026",
    "Åse e\u0301 \u00adx\u200bx",
    "\u202eesa\u202c \u2067x\u2069",
)
PICTURES = ("🚂 tog", "👩\u200d👩\u200d👧 os", "👍🏽")
NOWHERE = "\u0378"
"""A letter that no font has."""


def write(session: Session, case_id: str, word: Callable[[int], str]) -> None:
    """Put something in every text field of a case: what `word` gives for a number that counts the fields."""
    for number, (row, spec) in enumerate(every_field(session, case_id)):
        if not spec.name.endswith(("phone", "email")):
            setattr(row, spec.name, word(number))
    session.flush()
