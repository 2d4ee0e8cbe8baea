"""Check that the parts of a framework fit together: one function a rule, every problem at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from iomsa.framework.find import fields, prompts, questions, source
from iomsa.framework.model import Framework
from iomsa.problems import Problem

REQUIRED_RATINGS = 2
LIMIT_LEVEL = {
    "prompt-under": "question",
    "essential-at": "question",
    "questions-at": "standard",
    "nth-lowest": "overall",
    "question-at": "overall",
}


def check(framework: Framework) -> tuple[Problem, ...]:
    """Return every problem with ids and references that single values can't show."""
    rules = (_doubled, _standards, _questions, _prompts, _case_review, _profile, _ratings, _rules, _limits, _roles)
    return tuple(problem for rule in rules for problem in rule(framework))


def _missing(place: str, kind: str, id: str) -> Problem:
    return Problem("framework.no-such-id", place, f"there is no {kind} {id!r}.")


def _unknown(place: str, kind: str, named: Iterable[str], known: Iterable[str]) -> Iterator[Problem]:
    have = known if isinstance(known, set) else set(known)
    return (_missing(place, kind, id) for id in named if id not in have)


def _doubled(f: Framework) -> Iterator[Problem]:
    spaces = {
        "standards, key questions, prompts and case questions": [
            *(each.id for each in f.standards),
            *(each.id for each in questions(f)),
            *(each.id for each in prompts(f)),
            *(each.id for each in f.case_review.questions),
        ],
        "profile items": [each.id for each in f.profile],
        "profile fields": [each.id for each in fields(f)],
        "case header": [each.id for each in f.case_review.about],
        "ratings": [each.id for each in f.ratings],
        "scales": [each.id for each in f.scales],
        "sources": [each.tag for each in f.sources],
        "limits": [each.id for each in f.rules.limits],
    }
    for place, ids in spaces.items():
        for id, count in Counter(ids).items():
            if count > 1:
                yield Problem(
                    "framework.doubled-id",
                    place,
                    f"the id {id!r} stands {count} times; ids are never reused.",
                )


def _standards(f: Framework) -> Iterator[Problem]:
    for each in f.standards:
        place = f"standards[{each.id}]"
        yield from _unknown(place, "domain", [each.domain], (d.id for d in f.domains))
        if each.prompts or each.scale:
            yield from _unknown(place, "scale", [each.scale], (s.id for s in f.scales))
        if not each.questions:
            yield Problem("framework.empty", place, "a standard needs at least one key question.")
        allowed = {"mean": "mean", "lowest": "share", "shown": "shown"}[each.rule]
        for question in each.questions:
            if question.rule != allowed:
                yield Problem(
                    "framework.mixed-rules",
                    f"questions[{question.id}]",
                    f"its rule is {question.rule!r}; in a standard rated by {each.rule!r} it should be {allowed!r}.",
                )


def _questions(f: Framework) -> Iterator[Problem]:
    summaries = {each.id for each in f.case_review.questions if each.summary}
    sources = _tags_of_sources(f)
    for each in questions(f):
        place = f"questions[{each.id}]"
        yield from _tags(sources, place, each.sources)
        if each.rule != "mean" and each.case_question not in summaries and (each.rule == "share" or each.case_question):
            yield _missing(place, "summary question of the case review", each.case_question)
        if each.rule == "mean" and not each.prompts:
            yield Problem("framework.empty", place, "a key question rated from prompts needs at least one.")


def _prompts(f: Framework) -> Iterator[Problem]:
    sources, agencies = _tags_of_sources(f), {each.id for each in f.agencies}
    for each in prompts(f):
        place = f"prompts[{each.id}]"
        yield from _tags(sources, place, each.sources)
        yield from _unknown(place, "agency", each.agency, agencies)
        if not each.agency:
            yield Problem("framework.no-agency", place, "say which agency usually answers.")
        if each.minutes < 1:
            yield Problem("framework.no-minutes", place, "say how many minutes it takes; at least 1.")


def _tags_of_sources(f: Framework) -> tuple[str, ...]:
    return tuple(each.tag for each in f.sources)


def _tags(sources: tuple[str, ...], place: str, tags: tuple[str, ...]) -> Iterator[Problem]:
    """Find the tags that begin with no source's tag, as `find.source` looks a source up."""
    if not tags:
        yield Problem("framework.no-source", place, "name at least one source.")
    for tag in tags:
        if not tag.startswith(sources):
            yield _missing(place, "source for the tag", tag)


def _case_review(f: Framework) -> Iterator[Problem]:
    review = f.case_review
    ids, stages, sources = [each.id for each in review.questions], {s.id for s in review.stages}, _tags_of_sources(f)
    for each in review.questions:
        yield from _unknown(f"case_review.questions[{each.id}]", "stage", [each.stage], stages)
        yield from _tags(sources, f"case_review.questions[{each.id}]", each.sources)
    for stage in review.stages:
        place = f"case_review.stages[{stage.id}]"
        yield from _unknown(place, "standard", [stage.standard], (s.id for s in f.standards))
    for theme in review.themes:
        yield from _unknown(f"case_review.themes[{theme.id}]", "case question", theme.questions, ids)
    for field in review.about:
        if (field.kind == "choice") != bool(field.choices):
            yield Problem(
                "framework.choices",
                f"case_review.about[{field.id}]",
                "choices go with the kind 'choice' alone.",
            )


def _profile(f: Framework) -> Iterator[Problem]:
    known, agencies = {each.id for each in fields(f)}, {each.id for each in f.agencies}
    for item in f.profile:
        place = f"profile[{item.id}]"
        yield from _unknown(place, "agency", [item.who], agencies)
        if item.sums_to:
            yield from _unknown(place, "profile field", [item.sums_to], known)
        if item.source and source(f, item.source) is None:
            yield _missing(place, "source for the tag", item.source)
        if not item.fields:
            yield Problem("framework.empty", place, "an item needs at least one field.")
        for field in item.fields:
            if (field.kind == "choice") != bool(field.choices):
                yield Problem("framework.choices", f"{place}.{field.id}", "choices go with the kind 'choice' alone.")


def _ratings(f: Framework) -> Iterator[Problem]:
    points = [each.points for each in f.ratings]
    if len(points) < REQUIRED_RATINGS or points != list(range(len(points))):
        yield Problem("framework.ratings", "ratings", "list the ratings worst first, with points 0, 1, 2 and so on.")
    for name, steps in (("mean.steps", f.rules.mean.steps), ("share.bands", f.rules.share.bands)):
        if len(steps) != len(points) - 1:
            yield Problem("framework.steps", f"rules.{name}", f"{len(points)} ratings need {len(points) - 1} numbers.")
    for scale in f.scales:
        if [each.points for each in scale.levels] != points:
            yield Problem(
                "framework.levels", f"scales[{scale.id}]", "a scale needs one level for each rating's points."
            )


def _rules(f: Framework) -> Iterator[Problem]:
    ratings = [each.id for each in f.ratings]
    known = {*(each.id for each in f.standards), *(each.id for each in questions(f))}
    for limit in f.rules.limits:
        place = f"rules.limits[{limit.id}]"
        yield from _unknown(place, "standard or key question", limit.of, known)
        yield from _unknown(place, "rating", [each for each in (limit.at_most, limit.rating) if each], ratings)
    for line in f.rules.lines:
        named = [each for each in (*line.standards, line.headline) if each]
        yield from _unknown(f"rules.lines[{line.id}]", "standard or key question", named, known)
    yield from _unknown("rules.sound", "rating", [f.rules.sound.rating], ratings)


def _limits(f: Framework) -> Iterator[Problem]:
    standards, asked = {each.id for each in f.standards}, {each.id for each in questions(f)}
    for limit in f.rules.limits:
        lacks = [
            (limit.applies != LIMIT_LEVEL[limit.kind], f"it applies to {LIMIT_LEVEL[limit.kind]!r} alone"),
            (limit.kind != "nth-lowest" and not limit.at_most, "say at_most which rating"),
            (limit.kind in ("questions-at", "question-at") and not limit.rating, "say at which rating it sets in"),
            (limit.kind == "questions-at" and limit.number < 1, "say the number of key questions; at least 1"),
            (limit.kind == "nth-lowest" and not 1 <= limit.number <= len(limit.of), "say a number within its list"),
            (limit.kind == "nth-lowest" and not standards.issuperset(limit.of), "its list names standards"),
            (limit.kind == "question-at" and not asked.issuperset(limit.of), "its list names key questions"),
            (limit.kind == "question-at" and not limit.of, "list the key questions that it looks at"),
        ]
        for lacking, sentence in lacks:
            if lacking:
                place = f"rules.limits[{limit.id}]"
                yield Problem("framework.limit", place, f"for the kind {limit.kind!r}: {sentence}.")
    if not 0 < f.rules.sound.share < 100:
        yield Problem("framework.share", "rules.sound", "the share should be a percentage between 0 and 100.")


def _roles(f: Framework) -> Iterator[Problem]:
    roles = f.roles
    single = (roles.scheme_name, roles.scheme_code, roles.census, roles.people)
    named = [*single, *roles.agreed_by, *roles.summary]
    yield from _unknown("roles", "profile field", [each for each in named if each], (each.id for each in fields(f)))
