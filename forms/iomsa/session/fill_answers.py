"""Read the answers of ANSWERS.json: a level, not known, not applicable with its reason, or one with its note."""

from __future__ import annotations

from collections.abc import Mapping

from iomsa.answers.sheet import NOT_APPLICABLE, NOT_KNOWN, Address, AnswerSheet
from iomsa.answers.text import too_long
from iomsa.framework.find import scale
from iomsa.framework.model import Framework, Level, Prompt
from iomsa.session import edits
from iomsa.session.changes import Edit
from iomsa.session.edits import Stamp
from iomsa.session.given import TOO_LONG, Given

KEYS = ("level", "not_applicable", "note", "evidence", "flag")
NEED_REASON = "say why this is not applicable; the reason may not be empty."


def fill_answers(framework: Framework, sheet: AnswerSheet, given: Given, stamp: Stamp) -> list[Edit]:
    """Return the edits of all answers that are given; complain to `given`."""
    known = {
        prompt.id: (prompt, scale(framework, standard.scale).levels)
        for standard in framework.standards
        for prompt in standard.prompts
    }
    found: list[Edit] = []
    for id, part in given.table().items():
        if id in known:
            found += _answer(sheet, *known[id], part, stamp)
        else:
            part.refuse("no-prompt", f"{framework.ref} has no prompt of this id.")
    return found


def _answer(
    sheet: AnswerSheet, prompt: Prompt, levels: tuple[Level, ...], given: Given, stamp: Stamp
) -> tuple[Edit, ...]:
    if given.value is None:
        before = sheet.answers.get(prompt.id)
        return (Edit(Address("answer", prompt.id), before, None),) if before else ()
    if not isinstance(given.value, Mapping):
        choice = _level(levels, given)
        return edits.answer(sheet, prompt.id, stamp, choice=choice, reason="")
    parts = given.table(KEYS)
    choice, reason = _choice(prompt, levels, given, parts)
    return edits.answer(
        sheet,
        prompt.id,
        stamp,
        choice=choice,
        keep_choice="level" not in parts and "not_applicable" not in parts,
        reason=reason,
        note=parts["note"].text() if "note" in parts else None,
        evidence=_evidence(parts["evidence"]) if "evidence" in parts else None,
        flag=parts["flag"].flag() if "flag" in parts else None,
    )


def _choice(
    prompt: Prompt, levels: tuple[Level, ...], given: Given, parts: Mapping[str, Given]
) -> tuple[str | None, str | None]:
    """Return choice and reason; a reason of None is left alone."""
    level, excuse = parts.get("level"), parts.get("not_applicable")
    if level and excuse and level.value is not None and excuse.value is not None:
        given.refuse("both", "give either a level or not_applicable, not both.")
        return None, None
    if excuse and excuse.value is not None:
        if not prompt.not_applicable:
            excuse.refuse("not-applicable", "not applicable isn't allowed for this prompt.")
        return NOT_APPLICABLE, excuse.needed_text(why=NEED_REASON)
    if level:
        return (None if level.value is None else _level(levels, level)), ""
    return None, "" if excuse else None


def _level(levels: tuple[Level, ...], given: Given) -> str | None:
    value = given.value
    if value == NOT_KNOWN:
        return NOT_KNOWN
    if isinstance(value, int) and not isinstance(value, bool):
        for level in levels:
            if level.points == value:
                return level.code
    if value == NOT_APPLICABLE:
        given.refuse("level", 'give the reason: {"not_applicable": "..."}.')
    else:
        points = ", ".join(level.code for level in levels)
        given.refuse("level", f'this is not a level; give one of {points}, or "{NOT_KNOWN}".')
    return None


def _evidence(given: Given) -> str:
    if given.value is None:
        return ""
    items = [part.text(line=True) for part in given.rows()]
    evidence = "\n".join(item for item in items if item)
    if too_long(evidence):
        given.refuse("too-long", TOO_LONG)
    return evidence
