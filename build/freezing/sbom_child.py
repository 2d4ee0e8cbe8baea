"""Make the list of what is in a frozen folder, with the library that knows its form; run by sbom.py."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_OID, UUID, uuid5

from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.component_evidence import ComponentEvidence, Occurrence
from cyclonedx.model.contact import OrganizationalEntity
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

import project
from freezing import notices, notices_facts, notices_table
from freezing.notices_facts import Facts
from freezing.notices_table import Row

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==\S+ \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)
_HASH = re.compile(r"[0-9a-f]{64}")


def make(frozen: Path, version: str, epoch: int) -> str:
    """Return the list as JSON; raise SystemExit where it is not well-formed."""
    facts = notices_facts.find(frozen)
    shipped = notices_table.shipped(facts.held, notices_table.table())
    pins = single_hashes((project.ROOT / "requirements.lock").read_text(encoding="utf-8"))
    parts = {row.key: component(row, facts, frozen, pins) for row in shipped}
    ours = product(version)
    bom = Bom(
        components=parts.values(),
        serial_number=serial(version, facts, shipped),
        metadata=BomMetaData(component=ours, timestamp=datetime.fromtimestamp(epoch, UTC)),
    )
    relate(bom, ours, parts, shipped)
    text = steady(JsonV1Dot6(bom).output_as_string())
    if (fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)) is not None:
        raise SystemExit(f"The list is not well-formed: {fault}")
    return text


def steady(text: str) -> str:
    """Put the files of each part in order, which the library does not."""
    listed = json.loads(text)
    for part in listed["components"]:
        part.get("evidence", {}).get("occurrences", []).sort(key=lambda found: found["location"])
    return json.dumps(listed, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def product(version: str) -> Component:
    """Describe the program itself."""
    return Component(
        name=project.NAME,
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref=project.COMMAND,
        publisher=project.PUBLISHER,
        supplier=OrganizationalEntity(name=project.PUBLISHER),
        description=project.SUMMARY,
        licenses=[LicenseExpression("MIT")],
        purl=PackageURL("generic", None, project.COMMAND, version),
    )


def component(row: Row, facts: Facts, frozen: Path, pins: dict[str, str]) -> Component:
    """Describe one row: version, licence, what names it among packages, its files."""
    files = [path for path in notices.files_of(row, facts) if notices_table.covering(path, [row]) is not None]
    version = notices.version_of(row, facts) or None
    return Component(
        name=row.name,
        version=version,
        type=ComponentType.LIBRARY,
        bom_ref=row.key,
        description=row.what,
        licenses=[LicenseExpression(row.licence)],
        purl=package_url(row, facts, version),
        hashes=list(hashes(row, files, frozen, pins)),
        external_references=[ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(row.source))]
        if row.source and not row.version.startswith("crate:")
        else None,
        evidence=ComponentEvidence(occurrences=[Occurrence(location=location(path)) for path in files])
        if files
        else None,
    )


def location(path: str) -> str:
    """Return where a file is in the program's folder."""
    return path.removeprefix("../") if path.startswith("../") else f"{notices_table.INSIDE}/{path}"


def package_url(row: Row, facts: Facts, version: str | None) -> PackageURL | None:
    """Return what names a row among all packages; None for what was never a package of its own."""
    kind, _, name = row.version.partition(":")
    package = notices.package_of(row, facts)
    if package is not None:
        return PackageURL("deb", facts.system or None, package.name, package.version)
    if kind in {"dist", "crate"}:
        return PackageURL("pypi" if kind == "dist" else "cargo", None, name, version)
    return PackageURL("generic", None, row.version, version) if version and not row.inside else None


def hashes(row: Row, files: Sequence[str], frozen: Path, pins: dict[str, str]) -> Iterator[HashType]:
    """Yield the hash of the one wheel that a distribution can be from, or that of a row's only file."""
    kind, _, name = row.version.partition(":")
    if kind == "dist" and name in pins:
        yield HashType(alg=HashAlgorithm.SHA_256, content=pins[name])
    elif kind != "dist" and len(files) == 1:
        held = (frozen / location(files[0])).read_bytes()
        yield HashType(alg=HashAlgorithm.SHA_256, content=hashlib.sha256(held).hexdigest())


def single_hashes(lock: str) -> dict[str, str]:
    """Return the hash of each distribution that the lock gives just one for; of several, we can't tell which it was."""
    found = {notices_facts.canonical(name): _HASH.findall(block) for name, block in _PINNED.findall(lock)}
    return {name: listed[0] for name, listed in found.items() if len(listed) == 1}


def relate(bom: Bom, ours: Component, parts: dict[str, Component], shipped: Iterable[Row]) -> None:
    """Say what needs what; the program needs all that nothing else does."""
    needed: set[str] = set()
    for row in shipped:
        inner = [other.key for other in shipped if other.inside == row.key]
        keys = [key for key in (*row.needs, *inner) if key in parts]
        bom.register_dependency(parts[row.key], [parts[key] for key in keys])
        needed |= set(keys)
    bom.register_dependency(ours, [part for key, part in parts.items() if key not in needed])


def serial(version: str, facts: Facts, shipped: Iterable[Row]) -> UUID:
    """Return the number of this list: the same for the same contents."""
    held = [f"{row.key} {notices.version_of(row, facts)}" for row in shipped]
    return uuid5(NAMESPACE_OID, "\n".join((project.COMMAND, version, facts.held.system, *held, *facts.held.files)))


def main(arguments: Sequence[str]) -> None:
    """Write the list: FROZEN TARGET VERSION EPOCH."""
    frozen, target, version, epoch = arguments
    Path(target).write_text(make(Path(frozen), version, int(epoch)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
