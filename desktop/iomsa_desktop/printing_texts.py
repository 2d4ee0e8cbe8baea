"""The texts that are printed: the blank questions, and who does what, from any framework."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from iomsa.framework import find
from iomsa.framework.model import Field, Framework, KeyQuestion, ProfileItem, Prompt, Standard
from iomsa_desktop.sentences import PLAN

BLANK, WHO = "The blank questions", "Who does what"
BOX = "☐"
LINE = "_" * 62
NEW_PAGE = ' style="page-break-before: always"'
FRAME = 'border="1" cellspacing="0" style="border-collapse: collapse"'
READING, ENTERING = 45, 3
"""Minutes to read a case file, and to enter it."""
PAPER = "Answer on paper, talk about it, then type it in. A note says no names and no intelligence."


def blank_questions(framework: Framework) -> str:
    """Return every question of a framework with boxes to tick and lines to write on."""
    return "\n".join(
        (
            f"<h1>{escape(framework.title)}</h1>",
            f"<p>{escape(framework.self_rated)}</p><p>{PAPER}</p>",
            *(_standard(framework, each) for each in framework.standards if each.prompts),
            _case_form(framework),
            _profile(framework),
        )
    )


def who_does_what(framework: Framework) -> str:
    """Return for each part of the work which agency usually answers, and the minutes it takes."""
    rows = [_part(framework, each) for each in framework.standards if each.prompts]
    required = sum(item.required for item in framework.profile)
    rows.append(("Scheme profile", f"{len(framework.profile)} items, {required} of them required", "", ""))
    rows.append(
        ("Case review", "two people from different agencies", "each file", f"{READING} to read, {ENTERING} to enter")
    )
    return "\n".join(
        (
            f"<h1>{WHO}</h1><h3>{escape(framework.title)}</h3><p>{PLAN}</p>",
            _table(("Part", "Who usually answers", "Prompts", "Minutes"), rows),
            "<h2>By agency</h2>",
            _table(("Agency", "Prompts", "Minutes"), _by_agency(framework)),
            "<p>A prompt that two agencies answer together counts for both.</p>",
            "<h2>Scheme profile, by who usually has it</h2>",
            _table(("Who", "Items"), _profile_holders(framework)),
        )
    )


def _standard(framework: Framework, standard: Standard) -> str:
    scale = find.scale(framework, standard.scale)
    levels = ", ".join(f"{level.points} {level.label}" for level in scale.levels)
    fresh = "" if standard is framework.standards[0] else NEW_PAGE
    head = f"<h2{fresh}>{standard.id} {escape(standard.title)}</h2><p><i>{escape(levels)}</i></p>"
    boxes = [f"{BOX} {level.points}" for level in scale.levels]
    return head + "".join(_question(framework, question, boxes) for question in standard.questions)


def _question(framework: Framework, question: KeyQuestion, boxes: list[str]) -> str:
    prompts = "".join(_prompt(framework, prompt, boxes) for prompt in question.prompts)
    return f"<h3>{question.id} {escape(question.text)}</h3>{prompts}"


def _prompt(framework: Framework, prompt: Prompt, boxes: list[str]) -> str:
    apart = [f"{BOX} {escape(framework.not_known)}"]
    if prompt.not_applicable:
        apart.append(f"{BOX} {escape(framework.not_applicable)}, because")
    essential = " (essential)" if prompt.essential else ""
    ticks = "&nbsp;&nbsp;&nbsp; ".join((*boxes, *apart))
    return (
        f"<p><b>{prompt.id}</b> {escape(prompt.text)}{essential}<br>{ticks}<br>Note {LINE}<br>Evidence {LINE[:-4]}</p>"
    )


def _case_form(framework: Framework) -> str:
    review = framework.case_review
    head = review.head.replace("{start}", "____________").replace("{end}", "____________")
    parts = [f"<h2{NEW_PAGE}>One case file</h2><p>{escape(head)}</p>"]
    parts.append("<p>Our own reference (no name, no date of birth) ____________________</p>")
    parts += [f"<p>{_field(field)}</p>" for field in review.about]
    ticks = f"{BOX} Yes&nbsp;&nbsp; {BOX} No&nbsp;&nbsp; {BOX} Not applicable"
    for stage in review.stages:
        rows = []
        for each in (question for question in review.questions if question.stage == stage.id):
            text = escape(f"{each.id} {each.text} {each.hint}".strip())
            rows.append((f"<b>{text}</b>" if each.summary else text, ticks))
        parts.append(f"<h3>{escape(stage.title)}</h3>{_table(('Question', ''), rows, plain=False)}")
    reasons = ", ".join(choice.label for choice in review.reasons)
    parts.append(f"<p>For a No to a question in bold, the reason: {escape(reasons)}.</p>")
    return "\n".join(parts)


def _field(field: Field) -> str:
    if field.choices:
        return f"{escape(field.label)}: " + "&nbsp;&nbsp; ".join(
            f"{BOX} {escape(each.label)}" for each in field.choices
        )
    return f"{escape(field.label)} ____________________ {escape(field.unit)}"


def _profile(framework: Framework) -> str:
    parts = [f"<h2{NEW_PAGE}>Scheme profile</h2>"]
    group = ""
    for item in framework.profile:
        if item.group != group:
            group = item.group
            parts.append(f"<h3>{escape(group)}</h3>")
        parts.append(_item(item))
    return "\n".join(parts)


def _item(item: ProfileItem) -> str:
    required = " (required)" if item.required else ""
    fields = "<br>".join(_field(field) for field in item.fields)
    hint = f"<br><i>{escape(item.hint)}</i>" if item.hint else ""
    return f"<p><b>{escape(item.label)}</b>{required}{hint}<br>{fields}&nbsp;&nbsp; {BOX} Not known</p>"


def _part(framework: Framework, standard: Standard) -> tuple[str, str, str, str]:
    agencies = Counter(agency for prompt in standard.prompts for agency in prompt.agency)
    names = ", ".join(find.label(framework.agencies, id) for id, _ in agencies.most_common())
    minutes = sum(prompt.minutes for prompt in standard.prompts)
    return f"{standard.id} {standard.title}", names, str(len(standard.prompts)), str(minutes)


def _by_agency(framework: Framework) -> Iterator[tuple[str, str, str]]:
    for agency in framework.agencies:
        own = [prompt for prompt in find.prompts(framework) if agency.id in prompt.agency]
        if own:
            yield agency.label, str(len(own)), str(sum(prompt.minutes for prompt in own))


def _profile_holders(framework: Framework) -> Iterator[tuple[str, str]]:
    for who in dict.fromkeys(item.who for item in framework.profile):
        items = ", ".join(item.label for item in framework.profile if item.who == who)
        yield find.label(framework.agencies, who), items


def _table(headings: Iterable[str], rows: Iterable[tuple[str, ...]], *, plain: bool = True) -> str:
    head = "".join(f'<th align="left">{escape(each)}</th>' for each in headings)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell) if plain else cell}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f'<table {FRAME} cellpadding="4" width="100%"><tr>{head}</tr>{body}</table>'
