"""What the everyday word for a relation tells: kind, side of the family, place on the map. Source: R95, R165."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from samordner_tui.method.terms import BriefingKind, HelperKind, PersonKind, Sector, Side


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a relation says of a person. What it does not say is left open."""

    kind: PersonKind = PersonKind.PRIVATE
    side: Side | None = None
    sector: Sector | None = None
    helper_kind: HelperKind | None = None


OF_SIDE: Final = {Side.MOTHER: Sector.MOTHERS_SIDE, Side.FATHER: Sector.FATHERS_SIDE}
"""Where a side of the family stands on the map."""

MOTHERS: Final = Meaning(side=Side.MOTHER, sector=OF_SIDE[Side.MOTHER])
FATHERS: Final = Meaning(side=Side.FATHER, sector=OF_SIDE[Side.FATHER])
SIBLING: Final = Meaning(side=Side.BOTH)
FRIEND: Final = Meaning(side=Side.NONE, sector=Sector.FRIENDS_LEISURE)
AT_SCHOOL: Final = Meaning(PersonKind.PROFESSIONAL, sector=Sector.SCHOOL_WORK)
PROFESSIONAL: Final = Meaning(PersonKind.PROFESSIONAL, sector=Sector.PROFESSIONALS)
INTERPRETER: Final = Meaning(PersonKind.HELPER, helper_kind=HelperKind.INTERPRETER)
CARER: Final = Meaning(PersonKind.HELPER, helper_kind=HelperKind.CARER)
LAY_SUPPORTER: Final = Meaning(PersonKind.HELPER, helper_kind=HelperKind.LAY_SUPPORTER)

WORDS: Final[dict[str, Meaning]] = {
    **dict.fromkeys(("mor", "mormor", "morfar", "moster", "morbror", "mother"), MOTHERS),
    **dict.fromkeys(("far", "farmor", "farfar", "faster", "farbror", "father"), FATHERS),
    **dict.fromkeys(("bror", "søster", "storebror", "lillebror", "storesøster", "lillesøster"), SIBLING),
    **dict.fromkeys(("brother", "sister"), SIBLING),
    **dict.fromkeys(("ven", "veninde", "nabo", "kæreste", "kammerat", "spejderleder", "gudmor", "gudfar"), FRIEND),
    **dict.fromkeys(("friend", "neighbour", "coach"), FRIEND),
    **dict.fromkeys(("skoleleder", "teacher"), AT_SCHOOL),
    **dict.fromkeys(("sundhedsplejerske", "kontaktperson", "jordemoder", "præst", "ssp"), PROFESSIONAL),
    **dict.fromkeys(("leder", "initiativtager", "informatør", "fagperson"), PROFESSIONAL),
    **dict.fromkeys(("social worker", "doctor", "psychologist", "leader", "informant"), PROFESSIONAL),
    **dict.fromkeys(("tolk", "tegnsprogstolk", "interpreter"), INTERPRETER),
    **dict.fromkeys(("ledsager", "hjælper", "carer"), CARER),
    **dict.fromkeys(("bisidder", "lay supporter"), LAY_SUPPORTER),
}

ENDINGS: Final[tuple[tuple[str, Meaning], ...]] = (
    ("lærer", AT_SCHOOL),
    ("pædagog", PROFESSIONAL),
    ("rådgiver", PROFESSIONAL),
    ("sagsbehandler", PROFESSIONAL),
    ("psykolog", PROFESSIONAL),
    ("behandler", PROFESSIONAL),
    ("konsulent", PROFESSIONAL),
    ("afdelingsleder", PROFESSIONAL),
    ("teamleder", PROFESSIONAL),
    ("læge", PROFESSIONAL),
    ("tolk", INTERPRETER),
    ("træner", FRIEND),
    ("veninde", FRIEND),
    ("kammerat", FRIEND),
)
"""Danish puts words together: a `fodboldtræner` is a `træner`."""

KNOWS_SUBJECT: Final = ("læge", "psykolog", "doctor", "psychologist")

OWNERS: Final[tuple[tuple[str, Side], ...]] = (("mors ", Side.MOTHER), ("fars ", Side.FATHER))


def informant_kind(relation: str | None) -> BriefingKind:
    """Whether an informatør knows the subject, as a doctor or a psychologist, or the child. Source: R78, R79."""
    knows_subject = relation is not None and relation.lower().endswith(KNOWS_SUBJECT)
    return BriefingKind.INFORMANT_SUBJECT if knows_subject else BriefingKind.INFORMANT_CHILD


def meaning_of(relation: str) -> Meaning | None:
    """What `relation` tells; None for a word that is not known.

    `mors veninde` is a friend, on the mother's side.
    """
    word = " ".join(relation.lower().split())
    for owner, side in OWNERS:
        if word.startswith(owner):
            return replace(meaning_of(word.removeprefix(owner)) or Meaning(), side=side)
    if word in WORDS:
        return WORDS[word]
    return next((meaning for ending, meaning in ENDINGS if word.endswith(ending)), None)
