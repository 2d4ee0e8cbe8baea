"""Replace a drawn file that can't be reviewed: the next in the order of its group takes its place, with a reason."""

from __future__ import annotations

from iomsa.answers.review import Replaced
from iomsa.answers.sheet import Address, AnswerSheet, CaseHeader
from iomsa.answers.text import clean_line
from iomsa.framework.model import Framework
from iomsa.outcomes.sampling import in_order
from iomsa.problems import refuse
from iomsa.session.changes import Edit
from iomsa.session.draw_list import by_group
from iomsa.session.drawing import about_of, group_of
from iomsa.session.edits import Stamp, remove_case

REASONS = (
    "The file can't be found",
    "The file is restricted",
    "Left the scheme before the period",
    "The wrong person is on the list",
)
"""What is offered; anything else is typed."""
LONGEST_REASON = 200


def next_of(sheet: AnswerSheet, ref: str) -> str:
    """Return the file that would take the place of a drawn one; empty where its group has no other."""
    group = group_of(sheet, ref)
    if sheet.draw is None or group is None:
        return ""
    order = in_order(sheet.draw.seed, by_group(sheet.draw.people)[group])
    return next((each for each in order if each not in sheet.cases and each not in sheet.replaced), "")


def why_not(sheet: AnswerSheet, ref: str) -> str:
    """Say why a file can't be replaced; empty where it can."""
    if sheet.draw is None:
        return "nothing was drawn in this period, so there is no next file."
    if ref in sheet.replaced:
        by = sheet.replaced[ref].replacement
        return f"this file was replaced already{f' by {by}' if by else ''}."
    if ref not in sheet.cases:
        return "this file is not on the list of the case review."
    if not sheet.draw.people:
        return "the list that the files were drawn from is not in this file, so the next one is not known."
    if group_of(sheet, ref) is None:
        return "this file was not drawn but added by hand, so nothing can take its place. Remove it from the list."
    return ""


def replace_edits(framework: Framework, sheet: AnswerSheet, ref: str, reason: str, stamp: Stamp) -> tuple[Edit, ...]:
    """Take a drawn file with its answers off the list and put the next in its place, if its group has one.

    Raise Refused where it can't be replaced, or where there is no reason.
    """
    reason, refused = clean_line(reason), why_not(sheet, ref)
    if refused:
        raise refuse("replace.file", ref, refused)
    if not reason:
        raise refuse("replace.reason", ref, "say why this file can't be reviewed.")
    if len(reason) > LONGEST_REASON:
        raise refuse("replace.reason", ref, f"the reason is too long; {LONGEST_REASON} characters are the most.")
    group, following = group_of(sheet, ref) or "", next_of(sheet, ref)
    edits = [
        *remove_case(sheet, ref),
        Edit(Address("replaced", ref), None, Replaced(group, following, reason, stamp.by, stamp.on)),
    ]
    if following:
        about = about_of(framework, sheet.draw.strata if sheet.draw else (), group)
        header = CaseHeader(about, sheet.cases[ref].header.position, stamp.by, stamp.on)
        edits.append(Edit(Address("case", following), None, header))
    return tuple(edits)
