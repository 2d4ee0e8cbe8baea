"""The counts of the outcomes that are shown together, in groups, with every sum between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from iomsa.outcomes.direction import Direction
from iomsa.outcomes.feasible import Sum
from iomsa.outcomes.work_out import Outcomes

PEOPLE, PROVEN, RATIO, PREDICTED = (
    "People who joined",
    "Proven reoffending within a year",
    "Offences per year at liberty",
    "Observed against predicted",
)
OFTEN = "frequency", "How often", "Offended {} often"
SERIOUS = "seriousness", "How serious", "{} serious"
IN_2020 = "as in the 2020 inspection"
EVERYBODY = "everybody followed"
WAYS = (("reduced", "less"), ("same", "as"), ("increased", "more"))
EVERY_WAY = ("reduced", "same", "increased", "left_out")
BETTER = ("better", "same", "worse")


class Row(NamedTuple):
    """Show a count under a label, and as a share of another where one is named."""

    name: str
    label: str
    whole: str = ""


class Group(NamedTuple):
    """Hold counts that are linked by sums, and the rows that show some of them under headings.

    The others stand nowhere, but could be worked out. `known` are those that the first group shows: where one of them
    would have to be hidden for this group, the group is left out. `figure` says which figures follow the rows.
    """

    name: str
    counts: Mapping[str, int]
    sums: tuple[Sum, ...]
    rows: tuple[tuple[str, tuple[Row, ...]], ...]
    known: tuple[str, ...] = ()
    figure: str = ""

    @property
    def unprinted(self) -> tuple[str, ...]:
        """Return the counts that stand in no row."""
        printed = {row.name for _, rows in self.rows for row in rows} | set(self.known)
        return tuple(name for name in self.counts if name not in printed)


class _Table:
    """Gather counts and sums."""

    def __init__(self, known: Mapping[str, int]) -> None:
        self.counts, self.known = dict(known), tuple(known)
        self.sums: list[Sum] = []

    def split(self, total: str, parts: Mapping[str, int], rest: str = "") -> None:
        """Add parts of a count that is there already; `rest` names what they leave over, where they need not be all."""
        left = self.counts[total] - sum(parts.values())
        every = {**parts, **({rest: left} if rest else {})}
        agree = all(self.counts.get(name, count) == count for name, count in every.items())
        if left < 0 or (left and not rest) or not agree:
            raise ValueError(f"the parts of {total} do not add up")
        self.counts |= every
        self.sums.append(Sum(total, tuple(every)))

    def group(self, name: str, *rows: tuple[str, tuple[Row, ...]], figure: str = "") -> Group:
        """Return what was gathered as a group."""
        return Group(name, self.counts, tuple(self.sums), rows, self.known, figure)


def groups(outcomes: Outcomes) -> Iterator[Group]:
    """Walk the groups; the first holds everybody and who reoffended, on which the others stand.

    Groups share no count but those of the first, so that what is hidden in one tells nothing about another.
    """
    first = _people(outcomes)
    yield first
    followed = {name: first.counts[name] for name in ("n", "reoffended", "stopped")}
    for what, again, everybody in (
        (OFTEN, outcomes.frequency, outcomes.frequency_all),
        (SERIOUS, outcomes.seriousness, outcomes.seriousness_all),
    ):
        if _part_of(again, everybody, followed["stopped"]):
            yield _both(what, again, everybody, followed)
        else:
            yield _directions(what, "reoffended", again, followed, IN_2020)
            yield _directions(what, "n", everybody, followed, EVERYBODY, "_all")
    ratio = outcomes.rate_ratio
    offences = {"offences_before": ratio.offences_before, "offences_after": ratio.offences_after}
    rows = (Row("offences_before", "Offences before"), Row("offences_after", "Offences after"))
    yield Group(RATIO, offences, (), ((RATIO, rows),), figure="ratio")
    yield _predicted(outcomes, followed)
    for name, need in outcomes.needs.items():
        table = _Table({"people": outcomes.people})
        table.split("people", {f"{name}.of": need.of, f"{name}.not_known": need.not_known}, f"{name}.none")
        table.split(f"{name}.of", {f"{name}.{way}": getattr(need, way) for way in BETTER})
        yield table.group(name, (name, _need_rows(name)), figure="need")


def _people(outcomes: Outcomes) -> Group:
    proven, table = outcomes.proven, _Table({"people": outcomes.people})
    lost = {"untraced": proven.untraced, "not_known": proven.not_known}
    table.split("people", {"n": proven.n, "too_recent": proven.too_recent, **lost})
    table.split("people", {"left": proven.left}, "still_there")
    table.split("n", {"reoffended": proven.reoffended}, "stopped")
    everybody = (
        Row("people", "All"),
        Row("n", "Followed for 18 months and traced"),
        Row("too_recent", "Joined too recently"),
        Row("untraced", "Could not be traced"),
        Row("not_known", "Not filled in"),
        Row("left", "Have left the scheme"),
    )
    rows = (Row("reoffended", "Reoffended", "n"), Row("stopped", "Did not reoffend", "n"))
    return table.group(PEOPLE, (PEOPLE, everybody), (PROVEN, rows), figure="proven")._replace(known=())


def _directions(
    what: tuple[str, str, str], whole: str, found: Direction, known: Mapping[str, int], whom: str, end: str = ""
) -> Group:
    table, name = _Table({whole: known[whole]}), f"{what[0]}{end}"
    _add(table, name, whole, found)
    return table.group(name, (f"{what[1]}, {whom}", _rows(name, what[2])), figure="direction")


def _part_of(again: Direction, everybody: Direction, stopped: int) -> bool:
    """Tell whether those who reoffended may be part of everybody way by way.

    By rate, days in custody can turn a way round. Then nobody can take one table from the other.
    """
    rest: list[int] = [getattr(everybody, way) - getattr(again, way) for way in EVERY_WAY]
    return min(rest) >= 0 and sum(rest) == stopped


def _both(what: tuple[str, str, str], again: Direction, everybody: Direction, known: Mapping[str, int]) -> Group:
    """Gather both tables of a kind: anybody could take those who reoffended from everybody."""
    table, (name, heading, words) = _Table(known), what
    _add(table, name, "reoffended", again)
    _add(table, f"{name}_all", "n", everybody)
    for way in EVERY_WAY:
        whole, part = f"{name}_all.{way}", f"{name}.{way}"
        if way == "increased" and table.counts[whole] == table.counts[part]:
            # Whoever did not reoffend did nothing more, and anybody knows that.
            table.split(whole, {part: table.counts[part]})
        else:
            table.split(whole, {part: table.counts[part]}, f"others.{name}.{way}")
    others = {each: count for each, count in table.counts.items() if each.startswith("others.")}
    table.split("stopped", others)
    rows = ((f"{heading}, {IN_2020}", _rows(name, words)), (f"{heading}, {EVERYBODY}", _rows(f"{name}_all", words)))
    return table.group(name, *rows, figure="direction")


def _add(table: _Table, name: str, whole: str, found: Direction) -> None:
    table.split(whole, {f"{name}.of": found.of}, f"{name}.left_out")
    table.split(f"{name}.of", {f"{name}.{way}": getattr(found, way) for way, _ in WAYS})


def _rows(name: str, words: str) -> tuple[Row, ...]:
    ways = (Row(f"{name}.{way}", words.format(word).capitalize(), f"{name}.of") for way, word in WAYS)
    compared = "Everybody" if name.endswith("_all") else "Those who reoffended"
    return (Row(f"{name}.of", f"{compared}, compared"), *ways)


def _predicted(outcomes: Outcomes, known: Mapping[str, int]) -> Group:
    """Gather those with a prediction, crossed with who reoffended: those without one could be worked out."""
    found, table = outcomes.predicted, _Table(known)
    observed = found.observed or 0
    table.split("n", {"predicted": found.n}, "without")
    table.split("predicted", {"observed": observed}, "not_observed")
    table.split("reoffended", {"observed": observed}, "others_observed")
    table.split("stopped", {"not_observed": found.n - observed}, "others_not")
    others = {name: table.counts[name] for name in ("others_observed", "others_not")}
    table.split("without", others)
    rows = (Row("predicted", "With a one-year prediction"), Row("observed", "Reoffended", "predicted"))
    return table.group(PREDICTED, (PREDICTED, rows), figure="predicted")


def _need_rows(name: str) -> tuple[Row, ...]:
    ways = (Row(f"{name}.{way}", label, f"{name}.of") for way, label in zip(BETTER, _CHANGES, strict=True))
    return (
        Row(f"{name}.of", "With a need at entry or now"),
        *ways,
        Row(f"{name}.not_known", "Not known at entry or now"),
    )


_CHANGES = ("Better", "The same", "Worse")
