"""Change a scheme file without end and acknowledge each change once it is saved; killed by its parent, round by round.

One process forks a child for each round, so that a round does not wait for Python to start. Each line of its input is
the file and the number of the round; its answer is the list of what the child acknowledged before it was killed.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
from pathlib import Path

from tests.forms.store.desk import PERIOD, PROMPTS, reopen

from iomsa.session import edits
from iomsa.session.edits import Stamp


def change_without_end(path: Path, number: int, out: int) -> None:
    """Write notes and undo some; say each saved one as a line: the prompt and the note it has now."""
    file = reopen(path)
    session = file.session(PERIOD)
    count = 0
    while True:
        count += 1
        prompt = PROMPTS[count % len(PROMPTS)]
        note = f"{number}.{count} " + "x" * (count * 37 % 3000)
        session.change("note", edits.answer(session.sheet, prompt, Stamp("Ada", "now"), choice="1", note=note))
        if count % 7 == 0:
            session.undo()
        record = session.sheet.answers.get(prompt)
        os.write(out, f"{prompt} {record.note if record else ''}\n".encode())


def one_round(path: Path, number: int, chance: random.Random) -> list[str]:
    """Fork a child, let it acknowledge some changes, kill it a little later, return all that it acknowledged."""
    back, out = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(back)
        change_without_end(path, number, out)
    os.close(out)
    heard = b""
    wanted = chance.randrange(12)
    while heard.count(b"\n") < wanted:
        heard += os.read(back, 65536)
    select.select([], [], [], chance.random() * 0.006)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(back, 65536):
        heard += more
    os.close(back)
    return heard.decode().split("\n")[:-1]


def main() -> None:
    chance = random.Random()
    for line in sys.stdin:
        path, number = json.loads(line)
        sys.stdout.write(json.dumps(one_round(Path(path), number, chance)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
