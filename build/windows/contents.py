"""What the package for everyone holds, read back from its tables by msiinfo."""

from __future__ import annotations

from project import PUBLISHER
from windows import msi, product
from windows.machine import check, say
from windows.packages import Made
from windows.room import Room


def rows(room: Room, made: Made, table: str) -> list[list[str]]:
    """Read the rows of one of the package's tables; the first three lines only describe it."""
    text = room.do(["msiinfo", "export", made.msi, table])
    return [line.split("\t") for line in text.replace("\r", "").splitlines()[3:] if line]


def check_package(room: Room, made: Made) -> None:
    """Check scope, codes, properties and that nothing runs by itself; raise Stop where something is not so."""
    say(f"What {made.msi.name} holds")
    summary = room.do(["msiinfo", "suminfo", made.msi])
    check("Template: x64;" in summary, "it is for 64 bit", summary)
    check("Source: 2 (2)" in summary, "its word count is 2: compressed, and it asks for elevation", summary)
    properties = {row[0]: row[1] for row in rows(room, made, "Property")}
    wanted = {
        "ALLUSERS": "1",
        "ProductVersion": made.version,
        "Manufacturer": PUBLISHER,
        "UpgradeCode": product.UPGRADE_CODE,
        "ProductCode": product.product_code(made.version),
        **msi.PROPERTIES,
    }
    wrong = {name: properties.get(name) for name, value in wanted.items() if properties.get(name) != value}
    check(not wrong, f"{', '.join(wanted)} are right", wrong)
    check(
        "CustomAction" not in room.do(["msiinfo", "tables", made.msi]) or not rows(room, made, "CustomAction"),
        "it has no custom action",
    )
    sentences = [row[1] for row in rows(room, made, "LaunchCondition")]
    both = sorted([product.NEWER_IS_HERE, product.TOO_OLD])
    check(sorted(sentences) == both, "it refuses an older version and an older Windows in a sentence", sentences)
    components = {row[1] for row in rows(room, made, "Component")}
    files = made.contents()
    check(len(components) == len(files), f"each of its {len(files)} files is a component of its own", len(components))
