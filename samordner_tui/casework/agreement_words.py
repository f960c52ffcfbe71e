"""Who and when, as the family wrote it in an agreement: proposed for the fields beside the words, in the same words.

Only what stands there plainly is proposed; everything else stays open, and is asked about. Source: R13, R179, R180.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from samordner_tui.casework.relations import WORDS
from samordner_tui.method.clarity import EVERYBODY, VAGUE_TIMES
from samordner_tui.method.terms import WhenKind
from samordner_tui.method.wording import listed, parse_date

MOST: Final = 200
"""Letters of a field of one line."""

ALSO_FAMILY: Final = ("oldemor", "oldefar", "bonusmor", "bonusfar", "papmor", "papfar", "onkel", "tante", "kusine")
ALSO_COUSINS: Final = ("fætter", "bedste", "mormor og morfar", "farmor og farfar", "bedsteforældrene", "plejemor")

NO_NAME: Final = frozenset(
    {"der", "det", "den", "de", "hver", "hvert", "når", "hvis", "i", "på", "om", "efter", "fra", "så", "til", "hos"}
    | {"en", "et", "her", "før", "under", "over"}
)
"""Words that may begin a sentence before its verb, and are nobody."""

SOMETHING_ELSE: Final = re.compile(
    r"([A-ZÆØÅ][\wæøå]+)(?: og [A-ZÆØÅ][\wæøå]+)? (?:vil |skal |kan )?(?!hver\b)[a-zæøå]+r\b"
)
"""`Jonas henter Alma`, `Lektier laver far`: where nobody that is known begins, who stands behind may be either."""

DAY: Final = r"(?:man|tirs|ons|tors|fre|lør|søn)dag"
DAYS: Final = rf"{DAY}(?:e|ene)?(?:(?:,| og| til| samt)+ {DAY}(?:e|ene)?)+"
PART: Final = r"(?:morgen|formiddag|eftermiddag|aften|nat)"
CLOCK: Final = r"kl\.? ?\d{1,2}(?:[.:]\d{2})?"
ORDINAL: Final = r"(?:anden|andet|tredje|fjerde|første|sidste|eneste)"
NUMBER: Final = r"(?:én|en|to|tre|fire|fem|seks|\d+)"
REPEATING: Final = re.compile(
    rf"\bhver(?:t)? (?:{ORDINAL} )?(?:{DAY}(?:(?:,| og)+ (?:hver )?(?:{ORDINAL} )?(?:{DAY}|weekend))*(?: ?{PART})?"
    rf"|hverdag|dag|{PART}|uge|måned|weekend|14\. dag|fjortende dag)\b"
    rf"|\b(?:den|de) {ORDINAL} (?:{DAY}e?|weekend) i (?:hver )?måned(?:en)?\b"
    rf"|\bom (?:{DAY}en|{PART}en|morgenen|aftenen|natten)\b"
    r"|\bi (?:hverdagene|hverdage|weekenden|weekenderne|weekender)\b"
    rf"|\b{NUMBER} (?:gange?|dage|timer|aftener|nætter) (?:om|i) (?:dagen|ugen|måneden|året)\b"
    r"|\b(?:dagligt|ugentligt|månedligt|alle hverdage|alle dage)\b"
    rf"|\b{DAYS}\b|\b{DAY}(?:e|ene)\b",
    re.IGNORECASE,
)
"""How often, in words that everybody understands in one way."""

CALENDAR: Final = r"(?:d(?:en|\.) )?\d{1,2}(?:\. ?[a-zæøå]{3,9}|/\d{1,2})(?:[ -]\d{4})?"
DETAIL: Final = re.compile(
    rf"(?:\b(?:fra|til|inden|efter|mellem) )?\b{CLOCK}(?: ?(?:til|og|-) ?(?:{CLOCK}|\d{{1,2}}(?:[.:]\d{{2}})?))?"
    r"|\b(?:fra og med|fra|til og med|indtil|frem til|til) (?:på )?"
    rf"(?:{CALENDAR}|{DAY}|uge \d+|nu af|i dag)(?![a-zæøå])"
    rf"|\bi (?:{NUMBER}) (?:uger|måneder)\b",
    re.IGNORECASE,
)
"""What stands beside how often: at what time, from when, until when."""

ON_A_DAY: Final = re.compile(rf"\b(?:{CALENDAR})(?![a-zæøå])|\b(?:på {DAY}|i morgen)\b", re.IGNORECASE)
AT_ONCE: Final = re.compile(r"\b(?:fra nu af|fra i dag|fra i aften|fremover|med det samme|straks)\b", re.IGNORECASE)
WHEN_IT_HAPPENS: Final = re.compile(r"\b(?:når|hvis)\b [^,.;]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the words say of who and when; nothing for what they leave open."""

    who: str | None = None
    when_kind: WhenKind | None = None
    when_date: date | None = None
    when_words: str | None = None


def proposed(words: str, names: Iterable[str], children: Iterable[str], today: date) -> Proposed:
    """What an agreement says of who and when.

    Args:
        words: the agreement as the family wrote it.
        names: the names and relations of those in the case.
        children: the names of the children; where one of them `is` or `sleeps` with somebody, it is that somebody's.
        today: the day the plan is made; a date without a year is the next such day.
    """
    line = " ".join(words.split())
    kind, day, said = _when(line, today)
    return Proposed(_who(line, names, frozenset(one.lower() for one in children)), kind, day, said)


def _when(line: str, today: date) -> tuple[WhenKind | None, date | None, str | None]:
    if REPEATING.search(line):
        return WhenKind.REPEATING, None, _how_often(line)[:MOST]
    day = _day(line, today)
    if day is not None:
        return WhenKind.DATE, day, None
    if AT_ONCE.search(line):
        return WhenKind.FROM_NOW, None, None
    event = WHEN_IT_HAPPENS.search(line)
    if event is not None and not VAGUE_TIMES.search(event.group()):
        return WhenKind.EVENT, None, event.group().strip()[:MOST]
    return None, None, None


def _how_often(line: str) -> str:
    """`hver tirsdag kl. 15 fra den 4. maj`: the words that say how often, in the order they stand."""
    said, reached, last_is_often = "", 0, False
    often = [(one, True) for one in REPEATING.finditer(line)]
    for one, is_often in sorted([*often, *((two, False) for two in DETAIL.finditer(line))], key=_where):
        if one.start() < reached:
            continue
        between = "" if not said else " og " if is_often and last_is_often else " "
        said, reached, last_is_often = f"{said}{between}{one.group().strip()}", one.end(), is_often
    return said


def _where(found: tuple[re.Match[str], bool]) -> int:
    return found[0].start()


def _day(line: str, today: date) -> date | None:
    """The day that is named; what lies behind is meant next year. A day that neither year has is left open."""
    found = ON_A_DAY.search(line)
    if found is None:
        return None
    day = parse_date(re.sub(r"^den ", "", found.group().lower()), today)
    if day is None or day >= today or re.search(r"\d{4}$", found.group()):
        return day
    years = (parse_date(f"{day.day}/{day.month}-{year}", today) for year in (today.year, today.year + 1))
    return next((one for one in years if one is not None and one >= today), None)


def _who(line: str, names: Iterable[str], children: frozenset[str]) -> str | None:
    one_of = _one_of(names)
    some = rf"(?:{one_of})(?:(?:, (?:og )?| og | eller | \+ | samt )(?:{one_of}))*"
    found = list(dict.fromkeys(_subjects(line, some)))
    if found and found[0].lower() in children:
        hosts = re.search(rf"\b(?:hos|sammen med) ({some})(?![\wæøå])", line, re.IGNORECASE)
        found = [hosts[1]] if hosts is not None else found
    return listed(found)[:MOST] or None


def _subjects(line: str, some: str) -> Iterator[str]:
    """Who does it in each sentence: by whom it is done, or else who it begins with; in the first one also elsewhere."""
    sentences = re.split(r"(?<=[a-zæøå)])\. +(?=[A-ZÆØÅ])", line)
    for place, sentence in enumerate(sentences):
        done_by = re.search(rf"\b[a-zæøå]+(?:es|et|t) af ({some})(?![\wæøå])", sentence, re.IGNORECASE)
        begins = re.match(rf"({some})(?![\wæøå])(?! og )", sentence, re.IGNORECASE)
        found = done_by or begins or (_elsewhere(sentence, some) if place == 0 else None)
        if found is not None:
            yield found[1]


def _elsewhere(sentence: str, some: str) -> re.Match[str] | None:
    """Somebody in brackets at the end, right behind the verb, or before it behind a comma."""
    last = re.search(rf"(?:[-–—:(] ?)({some})[ ).]*$", sentence, re.IGNORECASE)
    other = SOMETHING_ELSE.match(sentence)
    if last or (other and other[1].lower() not in NO_NAME and REPEATING.match(sentence) is None):
        return last
    main = re.sub(r"^(?:når|hvis|hver gang) [^,]+, ?", "", sentence, flags=re.IGNORECASE)
    behind = re.search(rf"\b[a-zæøå]+r ({some})(?![\wæøå])", main, re.IGNORECASE)
    return behind or re.search(rf", (?:så )?({some}) [a-zæøå]+r\b", main, re.IGNORECASE)


def _one_of(names: Iterable[str]) -> str:
    """A pattern for one name: whole or only its first part, a relation, or `Almas moster`."""
    first = [part for name in names for part in (name, name.split(" ")[0]) if part]
    everyone = {*first, *WORDS, *ALSO_FAMILY, *ALSO_COUSINS, *EVERYBODY}
    known = "|".join(re.escape(one) for one in sorted(everyone, key=len, reverse=True))
    kin = "|".join(re.escape(one) for one in sorted({*WORDS, *ALSO_FAMILY}, key=len, reverse=True))
    written_large = r"(?-i:[A-ZÆØÅ])[\wæøå]+"
    return rf"(?:(?:{written_large}|(?:{kin}))s (?:{kin}))|(?:(?:{kin})(?:e?n)? {written_large})|(?:{known})"
