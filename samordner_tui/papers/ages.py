"""Which of the child's leaflets is for whom: each child gets the one for its own age.

All three stay in the list, since a child may be young for its age, and whoever knows it decides. Source: R62.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.readings import child_name, person
from samordner_tui.method.wording import listed
from samordner_tui.papers.kinds import Ages


class Fit(StrEnum):
    """How a paper fits the children of a case."""

    ANYONE = "anyone"
    """It is for no age of its own."""
    OWN_AGE = "own_age"
    NOT_KNOWN = "not_known"
    """A child may be of this age: nobody has written how old it is."""
    OTHER_AGE = "other_age"


@dataclass(frozen=True, slots=True)
class ForAge:
    """Whether a paper belongs where all that is needed is made at a time, and why.

    Attributes:
        to: the children it is for, as the samordner reads them; empty where that is not known.
    """

    fit: Fit = Fit.ANYONE
    to: str = ""

    @property
    def is_needed(self) -> bool:
        """Whether it is made with the others; otherwise only where it is asked for by itself."""
        return self.fit is not Fit.OTHER_AGE

    @property
    def reason(self) -> str:
        """A few words beside the paper; empty where there is nothing to say."""
        words = {Fit.OTHER_AGE: _("til en anden alder"), Fit.NOT_KNOWN: _("barnets alder er ikke skrevet")}
        return words.get(self.fit, "")


ANY_AGE: Final = ForAge()
"""Of a paper that is for no age of its own."""


def fit_of(ages: Ages | None, children: Sequence[int | None]) -> Fit:
    """How a paper for these ages fits children of these ages; None is an age that nobody has written.

    Without a child in the case no age is known, and a paper too many does less harm than none.
    """
    if ages is None:
        return Fit.ANYONE
    if any(one is not None and ages.hold(one) for one in children):
        return Fit.OWN_AGE
    return Fit.NOT_KNOWN if not children or None in children else Fit.OTHER_AGE


def for_age(ages: Ages | None, facts: f.CaseFacts) -> ForAge:
    """Whether a paper for these ages is needed in a case, and by whom."""
    if ages is None:
        return ANY_AGE
    known = [(child_name(facts, one), _age_of(facts, one)) for one in facts.children]
    fit = fit_of(ages, [age for _name, age in known])
    of_that_age = [name for name, age in known if age is not None and ages.hold(age)]
    return ForAge(fit, listed(of_that_age) if of_that_age else "")


def _age_of(facts: f.CaseFacts, child: f.Child) -> int | None:
    somebody = person(facts, child.person_id)
    return None if somebody is None else somebody.age
