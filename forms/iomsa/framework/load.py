"""Turn data into a framework, or into every problem at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from iomsa.framework import model
from iomsa.framework.check import check
from iomsa.framework.load_rules import read_rules
from iomsa.framework.reader import Reader
from iomsa.problems import Problem, Refused, refuse

FIELD_KINDS = ("text", "long-text", "whole", "decimal", "number", "date", "choice", "yes-no")
NEEDS = ("required", "if-known", "optional")


def framework_from_path(path: Path) -> model.Framework:
    """Read a framework from a TOML file; raise Refused with every problem."""
    return framework_from_data(data_from_path(path))


def data_from_path(path: Path) -> dict[str, Any]:
    """Read the raw data of a framework from a TOML file; raise Refused where it is no TOML."""
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise refuse("framework.unreadable", str(path), f"this file can't be read: {error.strerror}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise refuse("framework.not-toml", str(path), f"this file is not valid TOML: {error}.") from None


def framework_from_data(data: Mapping[str, Any]) -> model.Framework:
    """Build a framework from data as TOML or JSON gives it; raise Refused with every problem."""
    problems: list[Problem] = []
    built = Reader({"framework": data}, "", problems).table("framework", lambda reader: _framework(reader, data))
    problems.extend(check(built) if not problems else ())
    if problems:
        raise Refused(problems)
    return built


def _framework(r: Reader, data: Mapping[str, Any]) -> model.Framework:
    return model.Framework(
        id=r.text("id"),
        version=r.text("version"),
        title=r.text("title"),
        language=r.text("language", "en-GB"),
        self_rated=r.text("self_rated"),
        as_known=r.text("as_known"),
        guidance_lead=r.text("guidance_lead"),
        suggestion=r.text("suggestion"),
        not_known=r.text("not_known"),
        not_applicable=r.text("not_applicable"),
        sources=r.tables("sources", lambda s: model.Source(s.text("tag"), s.text("words"), s.flag("as_known"))),
        agencies=r.tables("agencies", _choice),
        ratings=r.tables("ratings", lambda s: model.Rating(s.text("id"), s.text("label"), s.whole("points"))),
        scales=r.tables("scales", lambda s: model.Scale(s.text("id"), s.tables("levels", _level))),
        domains=r.tables("domains", lambda s: model.Domain(s.text("id"), s.text("letter"), s.text("title"))),
        standards=r.tables("standards", _standard),
        case_review=r.table("case_review", _case_review),
        profile=r.tables("profile", _item),
        glossary=r.tables("glossary", _term),
        roles=r.table("roles", _roles),
        rules=r.table("rules", read_rules),
        data=data,
    )


def _choice(r: Reader) -> model.Choice:
    return model.Choice(r.text("id"), r.text("label"))


def _level(r: Reader) -> model.Level:
    return model.Level(r.whole("points"), r.text("label"), r.text("short"))


def _standard(r: Reader) -> model.Standard:
    return model.Standard(
        r.text("id"),
        r.text("domain"),
        r.text("title"),
        r.text("short"),
        r.text("scale", ""),
        r.one_of("rule", ("mean", "lowest", "shown")),
        r.text("about"),
        r.tables("questions", _question),
    )


def _question(r: Reader) -> model.KeyQuestion:
    return model.KeyQuestion(
        r.text("id"),
        r.text("text"),
        r.text("short"),
        r.texts("sources"),
        r.one_of("rule", ("mean", "share", "shown")),
        r.text("case_question", ""),
        r.flag("safety"),
        r.tables("prompts", _prompt),
    )


def _prompt(r: Reader) -> model.Prompt:
    return model.Prompt(
        r.text("id"),
        r.text("text"),
        r.flag("essential"),
        r.flag("not_applicable"),
        r.texts("sources"),
        r.text("meaning"),
        r.text("evidence"),
        r.texts("agency"),
        r.whole("minutes"),
    )


def _case_review(r: Reader) -> model.CaseReview:
    return model.CaseReview(
        r.text("head", ""),
        r.tables("stages", lambda s: model.Stage(s.text("id"), s.text("title"), s.text("standard"))),
        r.tables("themes", lambda s: model.Theme(s.text("id"), s.text("title"), s.texts("questions"))),
        r.tables("about", _field),
        r.tables("questions", _case_question),
        r.tables("reasons", _choice),
    )


def _case_question(r: Reader) -> model.CaseQuestion:
    return model.CaseQuestion(
        r.text("id"),
        r.text("stage"),
        r.text("text"),
        r.text("short"),
        r.text("hint", ""),
        r.flag("summary"),
        r.texts("sources"),
    )


def _field(r: Reader) -> model.Field:
    return model.Field(
        r.text("id"),
        r.text("label", ""),
        r.one_of("kind", FIELD_KINDS),
        r.text("unit", ""),
        r.text("hint", ""),
        r.tables("choices", _choice),
        r.flag("optional"),
    )


def _item(r: Reader) -> model.ProfileItem:
    return model.ProfileItem(
        r.text("id"),
        r.text("label"),
        r.text("group"),
        r.one_of("need", NEEDS),
        r.text("source", ""),
        r.text("who"),
        r.text("hint", ""),
        r.text("sums_to", ""),
        r.tables("fields", _field),
    )


def _term(r: Reader) -> model.Term:
    return model.Term(r.text("term"), r.text("meaning"), r.flag("check"), r.texts("old"))


def _roles(r: Reader) -> model.Roles:
    return model.Roles(
        r.text("scheme_name"),
        r.text("scheme_code", ""),
        r.text("census", ""),
        r.text("people", ""),
        r.texts("agreed_by"),
        r.texts("summary"),
    )
