"""The entries of the task list: which pages there are, with the progress of each in words and as a mark."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from typing import NamedTuple

from iomsa.answers.progress import Progress, profile_progress, prompts_progress
from iomsa.answers.sheet import AnswerSheet
from iomsa.checks.finding import Finding
from iomsa.framework.model import Framework, Standard
from iomsa.scoring.card import Scorecard
from iomsa_desktop.desk import CASES, CHECK, OUTCOMES, OVERVIEW, PROFILE, RETURN, STANDARD, Place
from iomsa_desktop.kit.tick import EMPTY, HALF, NONE, TICKED


class Entry(NamedTuple):
    """Name one page in the list; `behind` is its progress in short, `said` in words."""

    group: str
    place: Place
    name: str
    state: str
    behind: str
    said: str


def entries(
    framework: Framework,
    sheet: AnswerSheet,
    card: Scorecard,
    findings: tuple[Finding, ...] | None,
    files: Progress,
) -> tuple[Entry, ...]:
    """Return the entries in order, generic over the framework; what the check found may not be known yet."""
    required = [item for item in framework.profile if item.required]
    profile = profile_progress(sheet, required)
    found = [Entry("", Place(OVERVIEW), "Overview", NONE, "", "")]
    found.append(_counted("Before you start", Place(PROFILE), "Scheme profile", profile, "required items"))
    for domain in framework.domains:
        standards = [each for each in framework.standards if each.domain == domain.id]
        if any(each.rule == "lowest" for each in standards):
            found.append(_cases(domain.title, files))
        found.extend(_standard(domain.title, each, sheet, card) for each in standards if each.prompts)
        found.extend(_outcomes(domain.title, each, sheet, findings) for each in standards if each.rule == "shown")
    found.append(_check(findings))
    found.append(Entry("Finish", Place(RETURN), "Return", EMPTY, "", ""))
    return tuple(found)


def _counted(group: str, place: Place, name: str, progress: Progress, what: str) -> Entry:
    state = TICKED if progress.complete else (HALF if progress.done else EMPTY)
    return Entry(
        group, place, name, state, f"{progress.done}/{progress.of}", f"{progress.done} of {progress.of} {what}"
    )


def _standard(group: str, standard: Standard, sheet: AnswerSheet, card: Scorecard) -> Entry:
    place, name = Place(STANDARD, standard.id), f"{standard.id} {standard.short}"
    if standard.rule == "mean":
        progress = prompts_progress(sheet, standard.prompts)
        return _counted(group, place, name, progress, "prompts answered")
    rated = card.standard(standard.id).rated
    if rated.rating is None:
        return Entry(group, place, name, EMPTY, "", "not rated yet")
    behind = "so far" if rated.so_far else ""
    return Entry(group, place, name, HALF if rated.so_far else TICKED, behind, behind or "rated from case files")


def _cases(group: str, progress: Progress) -> Entry:
    if not progress.of:
        return Entry(group, Place(CASES), "Case review", EMPTY, "", "no files yet")
    state = TICKED if progress.complete else HALF
    return Entry(
        group,
        Place(CASES),
        "Case review",
        state,
        f"{progress.done} of {progress.of}",
        f"{progress.done} of {progress.of} files reviewed",
    )


def _outcomes(group: str, standard: Standard, sheet: AnswerSheet, findings: tuple[Finding, ...] | None) -> Entry:
    place, name = Place(OUTCOMES), f"{standard.id} {standard.short}"
    if findings is None:
        # The first page waits for no count of people either.
        return Entry(group, place, name, NONE, "", "")
    if not sheet.people:
        kept = sheet.figures is not None
        return Entry(
            group, place, name, TICKED if kept else EMPTY, "", "figures kept" if kept else "nobody entered yet"
        )
    from iomsa.outcomes.followed import followed_so_far

    data_to = sheet.follow_up.data_to if sheet.follow_up is not None else ""
    followed, to_fill_in = followed_so_far(sheet.people.values(), data_to)
    state = TICKED if followed and not to_fill_in else HALF
    left = f", {to_fill_in} to fill in" if to_fill_in else ""
    said = f"{followed} of {len(sheet.people)} people followed for long enough{left}"
    return Entry(group, place, name, state, str(followed), said)


def _check(findings: tuple[Finding, ...] | None) -> Entry:
    if findings is None:
        return Entry("Finish", Place(CHECK), "Check", NONE, "", "")
    if not findings:
        return Entry("Finish", Place(CHECK), "Check", TICKED, "", "nothing to look at")
    stops = sum(finding.weight == "stops" for finding in findings)
    behind = f"{stops} to put right" if stops else f"{len(findings)} to look at"
    return Entry("Finish", Place(CHECK), "Check", EMPTY, behind, behind)
