"""Give back the ratings that were moved by hand."""

from __future__ import annotations

from functools import partial

from iomsa.answers.sheet import Move
from iomsa.framework.find import questions
from iomsa.framework.model import Framework
from iomsa.problems import Problem
from iomsa.returns.open_answers import unknown
from iomsa.returns.read import Book
from iomsa.returns.records import Row, rows_of
from iomsa.returns.take import by_id, line, one_of, people, taken, text


def moves_of(book: Book, framework: Framework, problems: list[Problem]) -> dict[str, Move]:
    """Return the moves by standard or key question."""
    found = by_id((row for row in rows_of(book, "Ratings") if row.get("moved_to")), "id")
    problems += found.problems
    known = [each.id for each in framework.standards] + [each.id for each in questions(framework)]
    problems += unknown(found.rows, known)
    moves = {}
    for id in known:
        if id in found.rows:
            move = taken(found.rows[id], partial(_move, framework=framework), problems)
            if move is not None:
                moves[id] = move
    return moves


def _move(row: Row, framework: Framework) -> Move:
    ratings = {rating.id: rating.label for rating in framework.ratings}
    return Move(
        one_of(row, "moved_to", ratings) or "",
        text(row, "move_reason"),
        people(row, "moved_by"),
        line(row, "moved_on"),
    )
