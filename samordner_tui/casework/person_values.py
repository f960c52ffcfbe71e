"""The columns of a person that is added, from what was understood of them."""

from __future__ import annotations

from samordner_tui.casework.fields import Value
from samordner_tui.casework.quick_add import Understood


def person_values(person: Understood, address: str | None = None) -> dict[str, Value]:
    """What is kept of somebody, by column."""
    return {
        "name": person.name,
        "kind": person.kind,
        "relation": person.relation,
        "helper_kind": person.helper_kind,
        "side": person.side,
        "sector": person.sector,
        "ring": person.ring,
        "tie": person.tie,
        "age": person.age,
        "phone": person.phone,
        "email": person.email,
        "household": person.lives_with_child,
        "address": address,
    }
