"""Read the moved ratings of ANSWERS.json, and refuse those that the rules don't allow."""

from __future__ import annotations

from iomsa.answers.sheet import Address, AnswerSheet, Move
from iomsa.framework.find import question, standard
from iomsa.framework.model import Framework
from iomsa.scoring.moves import move_problem
from iomsa.scoring.tally import tally
from iomsa.session.changes import Edit
from iomsa.session.edits import Stamp
from iomsa.session.given import Given

KEYS = ("to", "reason", "by")


def fill_moves(framework: Framework, sheet: AnswerSheet, given: Given, stamp: Stamp) -> list[Edit]:
    """Return the edits of all moves that are given, dated by the program; complain to `given`."""
    found: list[Edit] = []
    for id, part in given.table().items():
        before = sheet.moves.get(id)
        if standard(framework, id) is None and question(framework, id) is None:
            part.refuse("no-rating", f"{framework.ref} has no standard or key question of this id.")
        elif part.value is None:
            found += [Edit(Address("move", id), before, None)] if before else []
        else:
            after = _move(framework, before, part, stamp)
            if before is None or after._replace(on=before.on) != before:
                found.append(Edit(Address("move", id), before, after))
    return found


def refuse_moves(framework: Framework, sheet: AnswerSheet, given: Given, moves: list[Edit]) -> None:
    """Complain of each move that is not allowed once everything else is filled in."""
    counted = tally(framework, sheet)
    parts = given.table()
    for edit in moves:
        if isinstance(edit.after, Move):
            move = edit.after
            sentence = move_problem(framework, sheet, counted, edit.address.key, move.to, move.by)
            if sentence:
                parts[edit.address.key].refuse("move", sentence)


def _move(framework: Framework, before: Move | None, given: Given, stamp: Stamp) -> Move:
    parts = given.table(KEYS)
    for key in KEYS:
        if key not in parts and before is None:
            given.refuse("move", f"a moved rating needs {key!r}.")
    old = before or Move("", "", (), "")
    return Move(
        _rating(framework, parts["to"]) if "to" in parts else old.to,
        parts["reason"].needed_text(why="say why this rating is moved.") if "reason" in parts else old.reason,
        _names(framework, parts["by"]) if "by" in parts else old.by,
        stamp.on[:10],
    )


def _rating(framework: Framework, given: Given) -> str:
    known = [rating.id for rating in framework.ratings]
    if given.value not in known:
        given.refuse("rating", f"give one of {', '.join(known)}.")
        return ""
    return str(given.value)


def _names(framework: Framework, given: Given) -> tuple[tuple[str, str], ...]:
    found = []
    for row in given.rows():
        parts = row.table(("name", "agency"))
        if len(parts) < 2:
            row.refuse("name", "give a name and an agency.")
            continue
        name = parts["name"].needed_text(line=True, why="give a name.")
        agency = parts["agency"].needed_text(line=True, why="give an agency.")
        ids = {word.casefold(): each.id for each in framework.agencies for word in (each.id, each.label)}
        found.append((name, ids.get(agency.casefold(), agency)))
    return tuple(found)
