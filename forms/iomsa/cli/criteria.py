"""The verbs about criteria: check a file of them, or show what is asked."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from iomsa.cli.arguments import Verbs, add_json, add_verb
from iomsa.cli.say import say, say_json
from iomsa.framework.model import Framework, Prompt
from iomsa.framework.shipped import DEFAULT, shipped_data
from iomsa.scoring.words import counted


def add_verbs(verbs: Verbs) -> None:
    """Add framework check and framework show."""
    about = "check a file of criteria, or show what is asked"
    group = verbs.add_parser("framework", help=about, allow_abbrev=False)
    inner = group.add_subparsers(metavar="check|show", required=True)
    add_verb(inner, "check", "say everything that is wrong with a file of criteria", check, "PATH")
    parser = add_verb(inner, "show", "show the criteria that the program carries", show)
    parser.add_argument("ref", metavar="ID@VERSION", nargs="?", default=DEFAULT)
    add_json(parser)


def check(arguments: Namespace) -> int:
    """Check a file of criteria; every problem is refused by its place."""
    from iomsa.framework.load import framework_from_path

    framework = framework_from_path(arguments.PATH)
    say(f"{framework.ref} is sound: {_size(framework)}.")
    return 0


def show(arguments: Namespace) -> int:
    """Print criteria that the program carries."""
    from iomsa.framework.load import framework_from_data

    data = shipped_data(arguments.ref)
    if arguments.json:
        say_json(data)
    else:
        say("\n".join(_outline(framework_from_data(data))))
    return 0


def _size(framework: Framework) -> str:
    questions = [question for standard in framework.standards for question in standard.questions]
    prompts = [prompt for question in questions for prompt in question.prompts]
    return (
        f"{counted(len(framework.standards), 'standard')}, {counted(len(questions), 'key question')}, "
        f"{counted(len(prompts), 'prompt')}, {counted(len(framework.case_review.questions), 'case question')}, "
        f"{counted(len(framework.profile), 'profile item')}"
    )


def _outline(framework: Framework) -> Iterator[str]:
    yield f"{framework.title}, {framework.ref}: {_size(framework)}"
    yield framework.self_rated
    for standard in framework.standards:
        yield ""
        yield f"{standard.id} {standard.title}"
        for question in standard.questions:
            rated = f" (rated from {question.case_question})" if question.rule == "share" else ""
            yield f"  {question.id} {question.text}{rated}"
            for prompt in question.prompts:
                yield f"    {prompt.id} {prompt.text}{_marks(prompt)}"
    yield ""
    yield "Case review"
    for each in framework.case_review.questions:
        yield f"  {each.id} {each.text}"
    yield ""
    yield "Profile"
    for item in framework.profile:
        yield f"  {item.label} ({item.need.replace('-', ' ')})"


def _marks(prompt: Prompt) -> str:
    essential = " Essential." if prompt.essential else ""
    return essential + (" Not applicable is allowed." if prompt.not_applicable else "")
