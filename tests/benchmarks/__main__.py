"""`python -m tests.benchmarks [name …]`: one line a ratio with its bar. Ends with 1 when one is over."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.measure import Bench, Figure, Ratio, mebibytes, milliseconds

MANY, SOME, FEW = "10000", "100", "10"


def first_frame(bench: Bench) -> Iterator[Ratio]:
    """The unlock screen beside a line of text."""
    ours, theirs = bench.in_turn(("first_frame", bench.archive("encrypted")), ("bare",))
    yield Ratio("first frame, beside bare Textual", milliseconds(ours), milliseconds(theirs), 1.5)
    yield Ratio("memory at the first frame, beside bare Textual", mebibytes(ours), mebibytes(theirs), 1.3, "MiB")


def demo(bench: Bench) -> Iterator[Ratio]:
    """The demo, filled, with its first case open, beside a line of text."""
    ours, theirs = bench.in_turn(("demo_case",), ("bare",))
    yield Ratio("demo to a usable case, beside bare Textual", milliseconds(ours), milliseconds(theirs), 2.5)
    libraries, theirs = bench.in_turn(("bare_libraries",), ("bare",))
    yield Ratio("- of it the libraries and the mapped records", milliseconds(libraries), milliseconds(theirs))


def overview(bench: Bench) -> Iterator[Ratio]:
    """The overview of many cases beside that of few."""
    many, few = bench.archive("training", MANY), bench.archive("training", FEW)
    ours, theirs = bench.in_turn(("overview", many), ("overview", few))
    yield Ratio("overview of 10,000 cases, beside 10", milliseconds(ours), milliseconds(theirs), 1.5)


def stage(bench: Bench) -> Iterator[Ratio]:
    """Changing stage beside the same widgets with contents that are ready."""
    case = bench.archive("demo")
    ours, theirs = bench.in_turn(("stages", case), ("bare_stages", case), rounds=3)
    yield Ratio("changing stage, beside the same widgets bare", milliseconds(ours), milliseconds(theirs), 1.5)


def day_keys(bench: Bench) -> Iterator[Ratio]:
    """Every key of the family's own time beside the same widgets with contents that are ready."""
    from tests.benchmarks.day_keys import PRESSED

    day = bench.archive("demo")
    ours, theirs = bench.in_turn(("day_keys", day), ("day_keys", "bare", day), rounds=2)
    for place, (_key, name) in enumerate(PRESSED):
        mine, other = ([every_nth(one, place, len(PRESSED)) for one in figures] for figures in (ours, theirs))
        yield Ratio(f"the day: {name}, bare", milliseconds(mine), milliseconds(other), 1.5)


def every_nth(figure: Figure, first: int, count: int) -> Figure:
    """What was measured of one key among `count`, round after round."""
    return Figure(figure.seconds[first::count], figure.mebibytes)


def field(bench: Bench) -> Iterator[Ratio]:
    """A field that is left beside a bare commit of its row; both in turn in one process."""
    folder = bench.folder / "field"
    folder.mkdir()
    found = bench.run_once("field", str(folder))
    ours, theirs = half(found, 0), half(found, 1)
    yield Ratio("a field from leaving to durable, beside a commit", milliseconds([ours]), milliseconds([theirs]), 10)


def network_map(bench: Bench) -> Iterator[Ratio]:
    """A map of sixty people with a hundred and twenty ties, moved on and walked, beside a `Static` of the same text."""
    ours, theirs = bench.in_turn(("network_map", "map"), ("network_map", "static"), rounds=3)
    for name, part in (("by the clock", 0), ("of the processor", 1)):
        mine, other = ([half(one, part) for one in figures] for figures in (ours, theirs))
        yield Ratio(f"a map beside a bare Static, {name}", milliseconds(mine), milliseconds(other), 1.5)


def half(figure: Figure, part: int) -> Figure:
    """The first or the second half of what a probe measured."""
    middle = len(figure.seconds) // 2
    return Figure(figure.seconds[:middle] if part == 0 else figure.seconds[middle:], figure.mebibytes)


def bringing_in(bench: Bench) -> Iterator[Ratio]:
    """Bringing a file of many rows into a case beside bare inserts of them; both in turn in one process."""
    folder = bench.folder / "bringing_in"
    folder.mkdir()
    found = bench.run_once("bringing_in", str(folder))
    ours, theirs = half(found, 0), half(found, 1)
    yield Ratio("5,000 rows brought in, beside bare inserts", milliseconds([ours]), milliseconds([theirs]), 3)


def reading_in(bench: Bench) -> Iterator[Ratio]:
    """What a file holds that costs nothing: photos nobody asked for, and people who are many; both in one process."""
    for name, what, bar in (
        ("an address book with photos, beside without", "photos", 2),
        ("somebody found among 8,000, beside 100", "again", 2),
    ):
        found = bench.run_once("reading_in", what)
        ours, theirs = half(found, 0), half(found, 1)
        yield Ratio(name, milliseconds([ours]), milliseconds([theirs]), bar)


def results(bench: Bench) -> Iterator[Ratio]:
    """The results across many cases beside those of some, each by the case."""
    many, some = bench.archive("results", MANY), bench.archive("results", SOME)
    ours, theirs = bench.in_turn(("results", many), ("results", some), rounds=3)
    by_case = (1000 * milliseconds(ours) / int(MANY), 1000 * milliseconds(theirs) / int(SOME))
    yield Ratio("results by the case, of 10,000 cases beside 100", *by_case, 1.3, "µs")


def papers(bench: Bench) -> Iterator[Ratio]:
    """The papers of a case of fifteen people, from the case to the bytes, beside the typesetter alone."""
    case = bench.archive("papers")
    for name, what in (("the whole set of papers", "set"), ("one invitation", "invitation")):
        ours, theirs = bench.in_turn(("papers", case, what, "ours"), ("papers", case, what, "bare"), rounds=5)
        yield Ratio(f"{name}, beside bare typst", milliseconds(ours), milliseconds(theirs), 1.5)


MEASURES: dict[str, Callable[[Bench], Iterator[Ratio]]] = {
    "first_frame": first_frame,
    "demo": demo,
    "overview": overview,
    "stage": stage,
    "day_keys": day_keys,
    "field": field,
    "network_map": network_map,
    "bringing_in": bringing_in,
    "reading_in": reading_in,
    "results": results,
    "papers": papers,
}


def main(names: list[str]) -> int:
    """Measure what is named, or everything."""
    is_within = True
    for name in names or MEASURES:
        with tempfile.TemporaryDirectory(prefix="samordner-benchmark-") as folder:
            for ratio in MEASURES[name](Bench(Path(folder))):
                print(ratio, flush=True)  # noqa: T201 - what it is run for
                is_within = is_within and ratio.is_within
    return 0 if is_within else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
