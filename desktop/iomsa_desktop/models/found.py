"""What the find box finds: questions, notes, evidence, profile items, case files and glossary terms, by words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from iomsa.answers.progress import is_open, is_reviewed, item_done
from iomsa.answers.sheet import NOT_KNOWN, Answer, AnswerSheet
from iomsa.framework.find import about_field, counted_standards, label
from iomsa.framework.model import Framework, KeyQuestion, ProfileItem, Prompt, Standard
from iomsa.outcomes.reviewed_twice import blind_files
from iomsa_desktop.desk import CASE, CASES, PROFILE, STANDARD, Place

ALL, OPEN, FLAGGED, UNKNOWN = "", "open", "flagged", "not-known"
MOST = 200
"""So many hits are shown; who gets more types another word."""
AROUND = 60


class Hit(NamedTuple):
    """Name what was found, its words, the stretch that holds what was looked for, and where it leads.

    `place` is None for a glossary term.
    """

    name: str
    text: str
    behind: str
    place: Place | None


class Entry(NamedTuple):
    """Hold one thing that can be found: its texts by what they are, and which filters it passes."""

    name: str
    text: str
    texts: tuple[tuple[str, str], ...]
    place: Place | None
    filters: frozenset[str] = frozenset()


def search(framework: Framework, sheet: AnswerSheet, typed: str, only: str = ALL) -> tuple[Hit, ...]:
    """Return what holds every word that was typed, of all or of one filter; nothing where nothing was asked."""
    asked = typed.casefold().split()
    if not asked and not only:
        return ()
    found = (_hit(entry, asked) for entry in _entries(framework, sheet, only) if _holds(entry, asked))
    return tuple(islice(found, MOST))


def _holds(entry: Entry, asked: list[str]) -> bool:
    held = "\n".join((entry.name, entry.text, *(text for _, text in entry.texts))).casefold()
    return all(word in held for word in asked)


def _hit(entry: Entry, asked: list[str]) -> Hit:
    shown = f"{entry.name} {entry.text}".casefold()
    missing = [word for word in asked if word not in shown]
    for what, text in entry.texts:
        word = next((each for each in missing if each in text.casefold()), None)
        if word is not None:
            return Hit(entry.name, entry.text, f"{what}: {_around(text, word)}", entry.place)
    return Hit(entry.name, entry.text, "", entry.place)


def _around(text: str, word: str) -> str:
    line = " ".join(text.split())
    start = max(0, line.casefold().find(word) - AROUND // 2)
    return ("…" if start else "") + line[start : start + 2 * AROUND]


def _entries(framework: Framework, sheet: AnswerSheet, only: str) -> Iterator[Entry]:
    every = _prompts(framework, sheet), _profile(framework, sheet), _files(framework, sheet)
    if only:
        yield from (entry for entries in every for entry in entries if only in entry.filters)
        return
    yield from _questions(framework)
    for entries in every:
        yield from entries
    yield from _case_questions(framework)
    for term in framework.glossary:
        texts = tuple(("Earlier", old) for old in term.old)
        yield Entry(term.term, term.meaning, texts, None)


def _questions(framework: Framework) -> Iterator[Entry]:
    for standard in framework.standards:
        yield Entry(standard.id, standard.title, (("About", standard.about),), _standard_place(standard))
        for question in standard.questions:
            yield Entry(question.id, question.text, (), _standard_place(standard, question))


def _standard_place(standard: Standard, question: KeyQuestion | None = None) -> Place:
    if not standard.prompts:
        return Place(CASES, "", standard.id)
    prompts = question.prompts if question is not None else ()
    return Place(STANDARD, standard.id, prompts[0].id if prompts else "")


def _prompts(framework: Framework, sheet: AnswerSheet) -> Iterator[Entry]:
    counted = {standard.id for standard in counted_standards(framework)}
    for standard in framework.standards:
        for prompt in standard.prompts:
            yield _prompt(standard, prompt, sheet.answers.get(prompt.id), counts=standard.id in counted)


def _prompt(standard: Standard, prompt: Prompt, answer: Answer | None, *, counts: bool) -> Entry:
    given = answer or Answer()
    texts = (("Note", given.note), ("Evidence", given.evidence), ("Reason", given.reason))
    filters = {OPEN: counts and is_open(answer), FLAGGED: given.flag, UNKNOWN: given.choice == NOT_KNOWN}
    passes = frozenset(name for name, on in filters.items() if on)
    return Entry(prompt.id, prompt.text, texts, Place(STANDARD, standard.id, prompt.id), passes)


def _profile(framework: Framework, sheet: AnswerSheet) -> Iterator[Entry]:
    for item in framework.profile:
        yield _item(item, sheet)


def _item(item: ProfileItem, sheet: AnswerSheet) -> Entry:
    given = [(field, sheet.profile.get(field.id)) for field in item.fields]
    texts = [("Profile", f"{field.label} {field.unit}") for field in item.fields]
    texts += [("Profile", f"{field.label} {value.value}") for field, value in given if value is not None]
    texts += [("Note", value.note) for _, value in given if value is not None]
    unknown = any(value is not None and value.not_known for _, value in given)
    filters = {OPEN: item.required and not item_done(sheet, item), UNKNOWN: unknown}
    first = next((field for field, value in given if value is None and not field.optional), item.fields[0])
    passes = frozenset(name for name, on in filters.items() if on)
    return Entry("Profile", item.label, tuple(texts), Place(PROFILE, "", first.id), passes)


def _files(framework: Framework, sheet: AnswerSheet) -> Iterator[Entry]:
    blind = blind_files([each.id for each in framework.case_review.questions], sheet.cases, sheet.draw)
    for case in sheet.cases.values():
        passes = frozenset[str]() if is_reviewed(framework, case) else frozenset((OPEN,))
        about = " ".join(_about(framework, id, value) for id, value in case.header.about)
        yield Entry(case.ref, "Case file", (("Case file", about),), Place(CASE, case.ref), passes)
        for id, answer in case.answers.items():
            # Whoever reviews a file again is not told what the first reviewer wrote.
            if answer.note and case.ref not in blind:
                place = Place(CASE, case.ref, id)
                yield Entry(f"{case.ref}, {id}", "Case file", (("Note", answer.note),), place)


def _about(framework: Framework, id: str, value: str) -> str:
    field = about_field(framework, id)
    return value if field is None else label(field.choices, value)


def _case_questions(framework: Framework) -> Iterator[Entry]:
    for question in framework.case_review.questions:
        yield Entry(question.id, question.text, (), Place(CASES, "", question.stage))
