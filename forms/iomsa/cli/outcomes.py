"""The verb that tells outcomes: reoffending and needs, from the people on the sheet, whole or as they may be shared."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from iomsa.cli.arguments import Verbs, add_json, add_period, add_verb
from iomsa.cli.opened import open_file
from iomsa.cli.say import say, say_json

if TYPE_CHECKING:
    from iomsa.outcomes.share_safe import ShareSafe


def add_verbs(verbs: Verbs) -> None:
    """Add outcomes."""
    parser = add_verb(verbs, "outcomes", "say what became of the people who joined", outcomes, "FILE")
    add_json(parser)
    add_period(parser)
    parser.add_argument("--share-safe", action="store_true", help="small counts hidden, for those outside the scheme")


def outcomes(arguments: Namespace) -> int:
    """Print the outcomes of one period; also where there are none, with the reason."""
    from iomsa.answers.sheet import ProfileValue
    from iomsa.framework.find import pathway_names, pathways
    from iomsa.outcomes.report import as_data
    from iomsa.outcomes.report_text import as_text
    from iomsa.outcomes.reviewed_twice import reviewed_twice
    from iomsa.outcomes.share_safe import share_safe_version
    from iomsa.outcomes.work_out import work_out

    with open_file(arguments.FILE, read_only=True) as file:
        sheet = file.sheet(arguments.period or file.latest().name)
        framework = file.framework(sheet.period.framework)
    found = work_out(sheet, pathways(framework))
    if arguments.share_safe:
        scheme = sheet.profile.get(framework.roles.scheme_name, ProfileValue()).value
        version = share_safe_version(found, sheet, scheme, pathway_names(framework))
        return _share_safe(version, in_json=arguments.json)
    asked = {question.id: question.text for question in framework.case_review.questions}
    twice = reviewed_twice(tuple(asked), sheet.cases, sheet.draw).questions if sheet.cases else {}
    if arguments.json:
        say_json(as_data(found, twice, sheet.figures))
    else:
        say(as_text(found, {**asked, **pathway_names(framework)}, twice, sheet.figures))
    return 0


def _share_safe(version: ShareSafe, *, in_json: bool) -> int:
    from iomsa.outcomes.share_safe_text import share_safe_data, share_safe_text

    if in_json:
        say_json(share_safe_data(version))
    else:
        say(share_safe_text(version))
    return 0
