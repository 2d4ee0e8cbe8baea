"""The source of the per-machine package, in both dialects."""

import re
from xml.etree import ElementTree
from xml.parsers import expat

import pytest

from windows import msi, product, tree
from windows.msi import WIX, WIXL, Dialect

FILES = [tree.File(path, 10) for path in ("_internal/Qt/Qt6Core.dll", "_internal/a & b's [c] {d}.txt", "iomsa.exe")]
BOTH = pytest.mark.parametrize("dialect", [WIX, WIXL], ids=["wix", "wixl"])


def read(dialect: Dialect, version: str = "0.1.0") -> ElementTree.Element:
    builder = ElementTree.TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")

    def start(name: str, attributes: dict[str, str]) -> None:
        builder.start("{" + name, attributes)

    def end(name: str) -> None:
        builder.end("{" + name)

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, builder.data
    parser.Parse(msi.source(dialect, FILES, version, "tree"), True)
    return builder.close()


def every(root: ElementTree.Element, dialect: Dialect, name: str) -> list[ElementTree.Element]:
    return list(root.iter(f"{{{dialect.namespace}}}{name}"))


@BOTH
def test_every_file_is_there_once_in_its_own_component(dialect: Dialect) -> None:
    root = read(dialect)
    components = every(root, dialect, "Component")
    sources = [file.get("Source") for component in components for file in component if file.get("Source")]
    assert sorted(filter(None, sources)) == sorted(f"tree/{file.path}" for file in FILES)
    assert len(components) == len(FILES)
    referred = [reference.get("Id") for reference in every(root, dialect, "ComponentRef")]
    assert referred == [
        component.get("Id") for component in sorted(components, key=lambda one: referred.index(one.get("Id")))
    ]
    assert {component.get("Guid") for component in components} == {tree.component_code(file.path) for file in FILES}


@BOTH
def test_ids_are_valid_and_differ(dialect: Dialect) -> None:
    root = read(dialect)
    for kind in ("Component", "File", "Directory"):
        ids = [element.get("Id", "") for element in every(root, dialect, kind)]
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.]{0,71}", name) for name in ids)


@BOTH
def test_a_file_keeps_its_codes_in_the_next_version(dialect: Dialect) -> None:
    now, later = read(dialect, "0.1.0"), read(dialect, "0.2.0")
    assert [one.attrib for one in every(now, dialect, "Component")] == [
        one.attrib for one in every(later, dialect, "Component")
    ]
    top = "Package" if dialect is WIX else "Product"
    code = "ProductCode" if dialect is WIX else "Id"
    (before,), (after,) = every(now, dialect, top), every(later, dialect, top)
    assert before.get("UpgradeCode") == after.get("UpgradeCode") == product.UPGRADE_CODE
    assert before.get(code) == product.product_code("0.1.0")
    assert before.get(code) != after.get(code)


@BOTH
def test_the_package_is_for_everyone_and_runs_nothing_by_itself(dialect: Dialect) -> None:
    root = read(dialect)
    (package,) = every(root, dialect, "Package")
    assert package.get("Scope" if dialect is WIX else "InstallScope") == "perMachine"
    for unwanted in ("CustomAction", "Custom", "Environment", "ServiceInstall"):
        assert not every(root, dialect, unwanted)
    assert all(component.get(dialect.bits[0]) == dialect.bits[1] for component in every(root, dialect, "Component"))
    properties = {one.get("Id"): one.get("Value") for one in every(root, dialect, "Property")}
    assert properties["REBOOT"] == "ReallySuppress"


@BOTH
def test_the_association_and_the_shortcut_belong_to_the_program(dialect: Dialect) -> None:
    root = read(dialect)
    guid = tree.component_code(product.PROGRAM)
    (program,) = (one for one in every(root, dialect, "Component") if one.get("Guid") == guid)
    values = {
        (one.get("Key"), one.get("Name", "")): one.get("Value") for one in every(program, dialect, "RegistryValue")
    }
    assert values[r"Software\Classes\.iomsa", ""] == "IomSelfAssessment.Scheme"
    command = r"Software\Classes\IomSelfAssessment.Scheme\shell\open\command"
    assert values[command, ""] == '"[INSTALLFOLDER]iomsa.exe" "%1"'
    (shortcut,) = every(root, dialect, "Shortcut")
    assert shortcut in list(program)
    assert shortcut.get("Advertise") is None


@BOTH
def test_an_older_version_and_an_older_windows_are_refused_in_a_sentence(dialect: Dialect) -> None:
    root = read(dialect)
    (upgrade,) = every(root, dialect, "MajorUpgrade")
    assert upgrade.get("DowngradeErrorMessage") == product.NEWER_IS_HERE
    (launch,) = every(root, dialect, "Launch" if dialect is WIX else "Condition")
    assert launch.get("Message") == product.TOO_OLD
    assert str(product.OLDEST_BUILD) in (launch.get("Condition") or launch.text or "")
