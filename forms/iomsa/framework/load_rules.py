"""Read the rating rules of a framework."""

from __future__ import annotations

from iomsa.framework import rules
from iomsa.framework.reader import Reader

LIMIT_KINDS = ("prompt-under", "essential-at", "questions-at", "nth-lowest", "question-at")
LIMIT_LEVELS = ("question", "standard", "overall")


def read_rules(r: Reader) -> rules.Rules:
    """Build the rules from their table."""
    return rules.Rules(
        mean=r.table("mean", lambda s: rules.Mean(s.wholes("steps"), s.text("source"))),
        share=r.table("share", lambda s: rules.Share(s.wholes("bands"), s.text("source"))),
        limits=r.tables("limits", _limit),
        lines=r.tables("lines", _line),
        moves=r.table("moves", _moves),
        sound=r.table("sound", lambda s: rules.Sound(s.whole("share"), s.text("rating"))),
    )


def _limit(r: Reader) -> rules.Limit:
    return rules.Limit(
        id=r.text("id"),
        applies=r.one_of("applies", LIMIT_LEVELS),
        kind=r.one_of("kind", LIMIT_KINDS),
        at_most=r.text("at_most", ""),
        rating=r.text("rating", ""),
        points=r.whole("points", 0),
        number=r.whole("number", 0),
        of=r.texts("of"),
        source=r.text("source"),
    )


def _line(r: Reader) -> rules.Line:
    return rules.Line(r.text("id"), r.text("title"), r.texts("standards"), r.flag("rated"), r.text("headline", ""))


def _moves(r: Reader) -> rules.Moves:
    return rules.Moves(r.whole("near"), r.whole("few"), r.whole("names_up"), r.whole("names_down"), r.text("source"))
