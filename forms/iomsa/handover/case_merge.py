"""Merge what Case sheets say into the files here, answer by answer; a reason goes with its no."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial

from iomsa.answers.review import SecondReview
from iomsa.answers.sheet import NO, Address, AnswerSheet, Case, CaseAnswer
from iomsa.answers.values import shown
from iomsa.framework.find import label
from iomsa.framework.model import Framework
from iomsa.handover.case_rows import ABOUT, ANSWER, NOTE, REASON, Asked, Gathered, Said, asked_of
from iomsa.handover.merge import decide
from iomsa.handover.preview import Change, Choice, Conflict, Fault, Preview
from iomsa.session.changes import Edit
from iomsa.session.edits import Stamp
from iomsa.session.person_cells import choice_label
from iomsa.session.second_review import agency_field, agency_problem, second_agencies


class _File:
    """Collect what the sheets would do to one file."""

    def __init__(self, framework: Framework, case: Case, said: Sequence[Said], take: Collection[Choice]) -> None:
        self.case = case
        self.said = said
        self.changed: list[Change] = []
        self.conflicting: list[Conflict] = []
        self.edits: list[Edit] = []
        self.fault: Fault | None = None
        self._take = take
        self._reason_words = {each.id: each.label for each in framework.case_review.reasons}
        self._places: dict[tuple[str, str, str], set[str]] = {}
        self._texts: dict[tuple[str, str], dict[str, None]] = {}
        for each in said:
            for column, text in each.texts.items():
                self._places.setdefault((each.id, column, text), set()).add(each.place)
                self._texts.setdefault((each.id, column), {})[text] = None

    def text(self, id: str, column: str, name: str, ours: str, words: Callable[[str], str]) -> str:
        """Return the text that stands in one place afterwards; `words` says how a person reads it."""
        said = {words(text): text for text in self._texts.get((id, column), ())}
        places = {shown_text: sorted(self._places[id, column, text]) for shown_text, text in said.items()}
        taken, conflicts = decide((self.case.ref, name, words(ours)), places, self._take, own=False)
        self.conflicting += conflicts
        if not taken:
            return ours
        self.changed.append(Change(self.case.ref, name, words(ours), taken))
        return said[taken]

    def answer(self, asked: Asked, before: CaseAnswer) -> CaseAnswer:
        """Return one answer as it stands afterwards; only a no keeps a reason."""
        choice = self.text(asked.id, ANSWER, asked.label, before.choice or "", choice_label)
        reason = before.reason if choice in {NO, before.choice or ""} else ""
        if choice == NO:
            words = self._reason_words
            reason = self.text(asked.id, REASON, f"{asked.label}, reason", reason, lambda id: words.get(id, id))
        note = self.text(asked.id, NOTE, f"{asked.label}, note", before.note, str)
        return before._replace(choice=choice or None, reason=reason, note=note)


def merge_cases(
    framework: Framework,
    sheet: AnswerSheet,
    gathered: Gathered,
    stamp: Stamp,
    take: Collection[Choice] = frozenset(),
    *,
    second: bool = False,
) -> Preview:
    """Say what good rows would change; files that had no answers before are new, and not told answer by answer."""
    said: dict[str, list[Said]] = {}
    for each in gathered.said:
        said.setdefault(each.ref, []).append(each)
    asked = asked_of(framework, second=second)
    files = [_File(framework, sheet.cases[ref], said[ref], take) for ref in sheet.cases if ref in said]
    for file in files:
        if second:
            _second(framework, file, asked, stamp)
        else:
            _first(file, asked, stamp)
    begun = {file.case.ref for file in files if (file.case.second if second else file.case.answers)}
    wrong = [file for file in files if file.fault]
    good = [file for file in files if not file.fault]
    return Preview(
        new=tuple(file.case.ref for file in good if file.edits and file.case.ref not in begun),
        changed=tuple(each for file in good if file.case.ref in begun for each in file.changed),
        same=tuple(file.case.ref for file in good if not file.edits and not file.conflicting),
        conflicting=tuple(each for file in good for each in file.conflicting),
        unknown=gathered.unknown,
        faults=(*gathered.faults, *(file.fault for file in wrong if file.fault)),
        edits=tuple(edit for file in good for edit in file.edits),
        rows=gathered.rows,
        left_out=gathered.left_out + sum(len(file.said) for file in wrong),
    )


def _first(file: _File, asked: Sequence[Asked], stamp: Stamp) -> None:
    header = file.case.header
    about = dict(header.about)
    for each in asked:
        if (field := each.field) is not None:
            ours = about.get(field.id, "")
            about[field.id] = file.text(each.id, ANSWER, each.label, ours, partial(shown, field))
    pairs = tuple(sorted((id, text) for id, text in about.items() if text))
    if pairs != header.about:
        after = header._replace(about=pairs, by=stamp.by, on=stamp.on)
        file.edits.append(Edit(Address("case", file.case.ref), header, after))
    file.edits += _answers(file, "case-answer", asked, stamp)


def _second(framework: Framework, file: _File, asked: Sequence[Asked], stamp: Stamp) -> None:
    """Merge the second review of a file; nothing is taken until it is clear which agency made it."""
    case, before = file.case, file.case.second_review
    agency = before.agency if before else ""
    if (field := agency_field(framework)) is not None:
        agency = file.text(asked[0].id, ANSWER, asked[0].label, agency, partial(shown, field))
        if not agency and file.conflicting:
            return
        if agency_problem(framework, case, agency):
            row = next((each for each in file.said if each.id.startswith(ABOUT)), file.said[0])
            others = ", ".join(each.label for each in second_agencies(framework, case))
            expected = f"the agency that reviewed {case.ref} a second time: {others}"
            file.fault = Fault(row.row, ANSWER, label(field.choices, agency), expected, row.place)
            return
    if before is None or before.agency != agency:
        after = SecondReview(agency, stamp.by, stamp.on)
        file.edits.append(Edit(Address("second-review", case.ref), before, after))
    file.edits += _answers(file, "second-answer", asked, stamp)


def _answers(file: _File, kind: str, asked: Sequence[Asked], stamp: Stamp) -> Iterator[Edit]:
    known = file.case.second if kind == "second-answer" else file.case.answers
    for each in asked:
        if each.field is None:
            before = known.get(each.id)
            after = file.answer(each, before or CaseAnswer())
            if after != (before or CaseAnswer()):
                stamped = after._replace(by=stamp.by, on=stamp.on)
                yield Edit(Address(kind, file.case.ref, each.id), before, stamped)
