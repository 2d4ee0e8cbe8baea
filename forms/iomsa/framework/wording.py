"""Wording hashes, so that a changed question can never pass for the same one."""

from __future__ import annotations

import hashlib
import json
import unicodedata

from iomsa.framework.find import prompts, questions
from iomsa.framework.model import Framework


def wording_hash(text: str) -> str:
    """Return the first 12 hex digits of SHA-256 of the text, NFC, each run of white space as one space."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


def wordings(framework: Framework) -> dict[str, str]:
    """Return the wording hash of every standard, key question, prompt and case question by its id."""
    found = {each.id: wording_hash(each.title) for each in framework.standards}
    found.update((each.id, wording_hash(each.text)) for each in questions(framework))
    found.update((each.id, wording_hash(each.text)) for each in prompts(framework))
    found.update((each.id, wording_hash(each.text)) for each in framework.case_review.questions)
    return found


def pinned(framework: Framework) -> str:
    """Return the text of the file of released ids and hashes that stands beside a framework.

    It is written once, when a version is released, as `<version>.wordings.json`; a released wording is never changed,
    it gets a new id. To write it: `path.write_text(pinned(framework_from_path(path_of_toml)), encoding="utf-8")`.
    """
    return json.dumps(wordings(framework), indent=1) + "\n"
