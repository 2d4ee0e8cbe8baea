"""The sentence under the title of the case review: how the files came there, and what is to do."""

from __future__ import annotations

from iomsa.answers.review import Draw
from iomsa.outcomes.reviewed_twice import Twice
from iomsa.scoring.words import counted
from iomsa.session.drawing_words import drawn_words


def about_words(draw: Draw | None, reviewed: int, of: int, twice: Twice) -> str:
    """Say how the files were drawn, how many are reviewed and to go, and how many twice; empty without files."""
    if not of:
        return ""
    parts = [drawn_words(draw, year=False) if draw is not None else f"{counted(of, 'file')} on the list."]
    far = f"{reviewed} reviewed, {of - reviewed} to go" if reviewed < of else "All reviewed"
    again = len(twice.files)
    if again:
        if twice.compared == again:
            far += f", {again} of them twice"
        else:
            done = f"{twice.compared} of {again} reviewed twice" if twice.compared else f"{again} to be reviewed twice"
            far += f", {done}"
    return " ".join((*parts, f"{far}."))
