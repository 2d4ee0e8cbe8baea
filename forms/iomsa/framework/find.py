"""Look things up in a framework by id, and say sources and ratings in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iomsa.framework.model import (
    CaseQuestion,
    Choice,
    Field,
    Framework,
    KeyQuestion,
    ProfileItem,
    Prompt,
    Rating,
    Scale,
    Source,
    Standard,
)

SERVICES = "services."
AGENCY = "reviewing-agency"
"""The field in the head of a case that says which agency reviewed it first; a framework may do without."""


def questions(framework: Framework) -> Iterator[KeyQuestion]:
    """Walk the key questions of all standards in order."""
    for standard in framework.standards:
        yield from standard.questions


def prompts(framework: Framework) -> Iterator[Prompt]:
    """Walk all prompts in order."""
    for standard in framework.standards:
        yield from standard.prompts


def counted_standards(framework: Framework) -> tuple[Standard, ...]:
    """Return the standards whose prompts drive a rating."""
    return tuple(standard for standard in framework.standards if standard.rule == "mean")


def fields(framework: Framework) -> Iterator[Field]:
    """Walk the fields of the profile in order."""
    for item in framework.profile:
        yield from item.fields


def standard(framework: Framework, id: str) -> Standard | None:
    """Return the standard of this id, or None."""
    return next((each for each in framework.standards if each.id == id), None)


def question(framework: Framework, id: str) -> KeyQuestion | None:
    """Return the key question of this id, or None."""
    return next((each for each in questions(framework) if each.id == id), None)


def prompt(framework: Framework, id: str) -> Prompt | None:
    """Return the prompt of this id, or None."""
    return next((each for each in prompts(framework) if each.id == id), None)


def field(framework: Framework, id: str) -> Field | None:
    """Return the profile field of this id, or None."""
    return next((each for each in fields(framework) if each.id == id), None)


def item_of_field(framework: Framework, id: str) -> ProfileItem | None:
    """Return the profile item that holds this field, or None."""
    return next((item for item in framework.profile if any(each.id == id for each in item.fields)), None)


def case_question(framework: Framework, id: str) -> CaseQuestion | None:
    """Return the case question of this id, or None."""
    return next((each for each in framework.case_review.questions if each.id == id), None)


def about_field(framework: Framework, id: str) -> Field | None:
    """Return the header field of a case of this id, or None."""
    return next((each for each in framework.case_review.about if each.id == id), None)


def standard_of(framework: Framework, id: str) -> Standard | None:
    """Return the standard to which a key question or prompt belongs, or None."""
    for each in framework.standards:
        if each.id == id or any(q.id == id or any(p.id == id for p in q.prompts) for q in each.questions):
            return each
    return None


def scale(framework: Framework, id: str) -> Scale:
    """Return the scale of this id; a framework that was read has every scale that it names."""
    return next(each for each in framework.scales if each.id == id)


def rating(framework: Framework, id: str) -> Rating:
    """Return the rating of this id; a framework that was read has every rating that it names."""
    return next(each for each in framework.ratings if each.id == id)


def label(choices: Iterable[Choice], id: str) -> str:
    """Return the label of a choice, or its id where the list has none."""
    return next((each.label for each in choices if each.id == id), id)


def field_name(item: ProfileItem, field: Field) -> str:
    """Return what a person calls a field of the profile where it stands alone: with its item."""
    return f"{item.label}: {field.label}" if field.label else item.label


def source(framework: Framework, tag: str) -> Source | None:
    """Return the source whose tag is the longest that this tag begins with, or None."""
    found = [each for each in framework.sources if tag.startswith(each.tag)]
    return max(found, key=lambda each: len(each.tag), default=None)


def source_words(framework: Framework, tags: Iterable[str]) -> tuple[str, ...]:
    """Return the sources in words, each phrase once, in order."""
    found = (source(framework, tag) for tag in tags)
    return tuple(dict.fromkeys(each.words for each in found if each))


def pathways(framework: Framework) -> tuple[str, ...]:
    """List the pathways of needs: those whose services the profile asks for."""
    return tuple(field.id.removeprefix(SERVICES) for field in fields(framework) if field.id.startswith(SERVICES))


def pathway_names(framework: Framework) -> dict[str, str]:
    """Return what each pathway of needs is called, by its name."""
    found = (field for field in fields(framework) if field.id.startswith(SERVICES))
    return {field.id.removeprefix(SERVICES): field.label for field in found}
