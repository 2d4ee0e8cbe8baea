"""The per-machine package: one tree described twice, for WiX 5 on Windows and for wixl elsewhere.

It has no custom action, no page of its own and no Environment row: what PATH holds is for IT to decide, and the
console program is found beside the other one. The shortcut is a plain one, not advertised, so that a start never
sets off a repair.
"""

from __future__ import annotations

from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from project import NAME, PUBLISHER, SUMMARY
from windows import product, tree
from windows.tree import File

TOP = "INSTALLFOLDER"
FEATURE = "Main"
_BUILD = "WINDOWSBUILD"
_NEW_ENOUGH = f"Installed OR {_BUILD} >= {product.OLDEST_BUILD}"
_ENGLISH = "2057"


class Dialect(NamedTuple):
    """How one tool writes the same things."""

    namespace: str
    bits: tuple[str, str]


WIX = Dialect("http://wixtoolset.org/schemas/v4/wxs", ("Bitness", "always64"))
WIXL = Dialect("http://schemas.microsoft.com/wix/2006/wi", ("Win64", "yes"))

PROPERTIES = {
    "ARPPRODUCTICON": product.ICON,
    "ARPCOMMENTS": SUMMARY,
    "ARPNOMODIFY": "1",
    "REBOOT": "ReallySuppress",
    # A new release may hold an older DLL; without "a" an upgrade would leave it out.
    "REINSTALLMODE": "amus",
}


def source(dialect: Dialect, files: list[File], version: str, folder: str) -> str:
    """Write the package's source for a tool.

    The product's icon lies beside it; `folder` is where the tree lies, seen from there.
    """
    wix = Element("Wix", xmlns=dialect.namespace)
    package = _package(wix, dialect, product.check_version(version))
    SubElement(package, "MajorUpgrade", DowngradeErrorMessage=product.NEWER_IS_HERE)
    SubElement(package, "MediaTemplate", EmbedCab="yes")
    SubElement(package, "Icon", Id=product.ICON, SourceFile=product.ICON)
    for name, value in PROPERTIES.items():
        SubElement(package, "Property", Id=name, Value=value)
    _needs_windows(package, dialect)
    components = _folders(_places(package, dialect), files)
    feature = SubElement(package, "Feature", Id=FEATURE, Title=NAME, Level="1", AllowAdvertise="no")
    for file in files:
        name = tree.identity("c", file.path)
        component = SubElement(components[file.folder], "Component", Id=name, Guid=tree.component_code(file.path))
        component.set(*dialect.bits)
        where = f"{folder}/{file.path}"
        key = tree.identity("f", file.path)
        SubElement(component, "File", Id=key, Name=file.name, Source=where, KeyPath="yes")
        if file.path == product.PROGRAM:
            _shortcut(component)
            _registry(component, version)
        SubElement(feature, "ComponentRef", Id=name)
    ElementTree.indent(wix)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(wix, encoding="unicode") + "\n"


def _package(wix: Element, dialect: Dialect, version: str) -> Element:
    named = {"Name": NAME, "Manufacturer": PUBLISHER, "Version": version, "Language": _ENGLISH, "Codepage": "1252"}
    codes = {"UpgradeCode": product.UPGRADE_CODE}
    whole = {"InstallerVersion": "500", "Compressed": "yes"}
    about = {"Description": f"{NAME} {version}", "Manufacturer": PUBLISHER}
    if dialect is WIX:
        code = {"ProductCode": product.product_code(version), "Scope": "perMachine"}
        package = SubElement(wix, "Package", {**named, **codes, **code, **whole})
        SubElement(package, "SummaryInformation", about)
        return package
    top = SubElement(wix, "Product", {"Id": product.product_code(version), **named, **codes})
    SubElement(top, "Package", {**whole, "InstallScope": "perMachine", **about})
    return top


def _needs_windows(package: Element, dialect: Dialect) -> None:
    found = SubElement(package, "Property", Id=_BUILD)
    key = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion"
    name = "CurrentBuildNumber"
    search = SubElement(found, "RegistrySearch", Id="Build", Root="HKLM", Key=key, Name=name, Type="raw")
    search.set(*dialect.bits)
    if dialect is WIX:
        SubElement(package, "Launch", Condition=_NEW_ENOUGH, Message=product.TOO_OLD)
    else:
        SubElement(package, "Condition", Message=product.TOO_OLD).text = _NEW_ENOUGH


def _places(package: Element, dialect: Dialect) -> Element:
    kind, parent = "StandardDirectory", package
    if dialect is WIXL:
        kind, parent = "Directory", SubElement(package, "Directory", Id="TARGETDIR", Name="SourceDir")
    SubElement(parent, kind, Id="ProgramMenuFolder")
    return SubElement(SubElement(parent, kind, Id="ProgramFiles64Folder"), "Directory", Id=TOP, Name=NAME)


def _folders(top: Element, files: list[File]) -> dict[str, Element]:
    made = {"": top}
    for folder in tree.folders(files):
        parent, name = made[tree.folder_of(folder)], folder.rsplit("/", 1)[-1]
        made[folder] = SubElement(parent, "Directory", Id=tree.identity("d", folder), Name=name)
    return made


def _shortcut(component: Element) -> None:
    # Without Advertise it is a plain link. The icon is the program's own.
    SubElement(
        component,
        "Shortcut",
        Id="StartMenu",
        Directory="ProgramMenuFolder",
        Name=NAME,
        Target=f"[{TOP}]{product.PROGRAM}",
        WorkingDirectory=TOP,
    )


def registry(version: str) -> list[tuple[str, str, str]]:
    """List what is written below HKEY_LOCAL_MACHINE: key, name (empty for the key's own value) and value."""
    extension, kind = (rf"{product.CLASSES}\{name}" for name in (product.EXTENSION, product.PROG_ID))
    return [
        (extension, "", product.PROG_ID),
        (extension, "Content Type", product.MIME_TYPE),
        (rf"{extension}\OpenWithProgids", product.PROG_ID, ""),
        (kind, "", product.FILE_TYPE),
        (rf"{kind}\DefaultIcon", "", f"[{TOP}]{product.FILE_ICON}"),
        (rf"{kind}\shell\open\command", "", f'"[{TOP}]{product.PROGRAM}" "%1"'),
        (product.MACHINE_KEY, "Folder", f"[{TOP}]"),
        (product.MACHINE_KEY, "Version", version),
    ]


def _registry(component: Element, version: str) -> None:
    for key, name, value in registry(version):
        row = SubElement(component, "RegistryValue", Root="HKLM", Key=key, Value=value, Type="string")
        if name:
            row.set("Name", name)
