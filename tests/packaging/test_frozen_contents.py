"""What is in the frozen app: nothing but what is on a list, and all that the product needs."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import project
from freezing import contents, modules

LINUX = r"""
iomsa
sbom\.cdx\.json
licences/.+
_internal/base_library\.zip
_internal/(iomsa|iomsa_desktop|iomsa_resources)/.+
_internal/PySide6/Qt(Core|Gui|Widgets|PrintSupport)\.abi3\.so
_internal/(PySide6/|shiboken6/)?lib(pyside6|shiboken6)\.abi3\.so\.6\.\d+
_internal/shiboken6/Shiboken\.abi3\.so
_internal/(PySide6/Qt/lib/)?libQt6(Core|DBus|Gui|PrintSupport|WaylandClient|Widgets|WlShellIntegration|XcbQpa)\.so\.6
_internal/(PySide6/Qt/lib/)?libicu(data|i18n|uc)\.so\.\d+
_internal/PySide6/Qt/plugins/platforms/libq(xcb|wayland|offscreen)\.so
_internal/PySide6/Qt/plugins/platforminputcontexts/lib(compose|ibus)platforminputcontextplugin\.so
_internal/PySide6/Qt/plugins/(platformthemes/libqxdgdesktopportal|printsupport/libcupsprintersupport)\.so
_internal/PySide6/Qt/plugins/wayland-(decoration-client/libbradient|shell-integration/libxdg-shell)\.so
_internal/PySide6/Qt/translations/qtbase_en\.qm
_internal/python_calamine/_python_calamine\.[^/]+\.so
_internal/libpython3\.\d+\.so\.1\.0
_internal/python3\.\d+/lib-dynload/\w+\.cpython-[^/]+\.so
_internal/lib(sqlite3|ffi|expat|bz2|lzma|uuid|z|zstd)\.so\.[0-9.]+
_internal/lib(gcc_s|stdc\+\+)\.so\.\d
_internal/lib(glib-2\.0|gthread-2\.0|pcre2-8|dbus-1|systemd|cap|gcrypt|gpg-error|lz4)\.so\.\d+
_internal/lib(fontconfig|freetype|png16|brotlicommon|brotlidec)\.so\.\d+
_internal/lib(X11|X11-xcb|Xau|Xdmcp|bsd|md|xkbcommon|xkbcommon-x11)\.so\.\d
_internal/libxcb-(cursor|icccm|image|keysyms|randr|render|render-util|shape|shm|sync|util|xfixes|xkb)\.so\.\d
"""
"""Every file that may be in on Linux: ours, Qt's, Python's, and the system's that these are linked to."""

NOWHERE = re.compile(
    r"qt6?(network|qml|quick|webengine|sql|test)|opengl32sw|libssl|libcrypto|gnutls|nss3|krb5|curl|numpy|pandas"
    r"|pytest|hypothesis|golden|/tests?/|\.dist-info|\.pyi$|\.py$|socket|_ssl|_hashlib|tkinter|tcl",
    re.IGNORECASE,
)
"""What must be in no file's path, on any system: networks, TLS, Qml, test tools, our tests, sources."""


def shipped(source: str) -> set[str]:
    """List the data of our packages: all files that are no Python."""
    return {
        path.relative_to(project.ROOT / source).as_posix()
        for path in (project.ROOT / source).glob("iomsa*/**/*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    }


DATA = sorted(shipped("forms") | shipped("desktop") | shipped("resources"))


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt6Widgets.dll",
        "PySide6/QtWidgets.pyd",
        "PySide6/QtPrintSupport.abi3.so",
        "PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui",
        "PySide6/translations/qtbase_en.qm",
        "libQt6Core.so.6",
        "libsqlite3.so.0",
        "iomsa/returns/words.txt",
    ],
)
def test_kept(path: str) -> None:
    assert contents.is_kept(path)


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt6Svg.dll",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/plugins/networkinformation/qnetworklistmanager.dll",
        "PySide6\\plugins\\imageformats\\qjpeg.dll",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "libQt6Network.so.6",
        "PySide6/Qt6Network.dll",
        "PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/qml/QtQuick/qmldir",
        "libcrypto-3.dll",
        "libcrypto.so.3",
        "click-8.5.1.dist-info/METADATA",
    ],
)
def test_dropped(path: str) -> None:
    assert not contents.is_kept(path)


def test_a_surprise_is_a_module_that_nobody_named() -> None:
    held = ["json.decoder", "iomsa.cli", "_sysconfigdata__linux", "numpy.core", "email", "sqlite_utils.cli", "socketed"]
    assert modules.surprises(held, {"json", "email"}) == ["email", "numpy.core", "socketed", "sqlite_utils.cli"]


def test_the_product_imports_nothing_that_is_left_out() -> None:
    out = modules.excluded("linux")
    sources = [path for part in ("forms", "desktop", "resources") for path in (project.ROOT / part).rglob("*.py")]
    assert sources
    for path in sources:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                named = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            assert not [name for name in named if any(modules.within(name, package) for package in out)], path


def test_hooks_go_only_where_that_was_tried() -> None:
    assert not contents.is_hook_kept("pyi_rth_pyside6", "linux")
    assert contents.is_hook_kept("pyi_rth_pyside6", "win32")
    assert contents.is_hook_kept("pyiboot01_bootstrap", "linux")


@pytest.mark.frozen
def test_every_file_is_on_the_list(held_files: set[str]) -> None:
    assert not {path for path in held_files if NOWHERE.search(path)}
    if sys.platform == "linux":
        listed = re.compile("|".join(LINUX.split()))
        assert not {path for path in held_files if not listed.fullmatch(path)}


@pytest.mark.frozen
@pytest.mark.parametrize("line", LINUX.split())
def test_every_line_of_the_list_is_needed(line: str, held_files: set[str]) -> None:
    if sys.platform == "linux":
        assert any(re.fullmatch(line, path) for path in held_files)


@pytest.mark.frozen
def test_every_module_is_on_the_list(held_modules: set[str]) -> None:
    boot = {name for name in held_modules if name.startswith("pyi")} | {"start", "PYZ.pyz"}
    assert not modules.surprises(held_modules - boot, sys.stdlib_module_names)
    assert not {name for name in held_modules if name.rpartition(".")[2] in {"_socket", "_ssl", "_hashlib"}}


@pytest.mark.frozen
def test_every_module_of_ours_is_in(held_modules: set[str]) -> None:
    ours = {
        ".".join(path.relative_to(project.ROOT / part).with_suffix("").parts).removesuffix(".__init__")
        for part in ("forms", "desktop", "resources")
        for path in (project.ROOT / part).rglob("*.py")
    }
    assert {"iomsa", "iomsa_desktop.main", "iomsa_resources"} <= ours
    assert ours <= held_modules


@pytest.mark.frozen
@pytest.mark.parametrize("path", DATA)
def test_all_data_is_in_as_it_stands(path: str, frozen: Path) -> None:
    (source,) = (
        root / path for root in map(project.ROOT.joinpath, ("forms", "desktop", "resources")) if (root / path).exists()
    )
    assert (frozen / "_internal" / path).read_bytes() == source.read_bytes()


def test_the_data_are_the_criteria_the_practice_the_words_and_the_themes() -> None:
    found = {Path(path).parts[1] for path in DATA} - {"py.typed"}
    assert found == {"criteria", "practice", "returns", "themes", "icons"}


@pytest.mark.frozen
def test_nothing_in_it_is_linked_to_tls(frozen: Path) -> None:
    binaries = [path for path in frozen.rglob("*") if ".so" in path.name and path.is_file()]
    if sys.platform == "linux":
        assert binaries
        said = subprocess.run(["objdump", "-p", *map(str, binaries)], capture_output=True, text=True, check=True).stdout
        needed = set(re.findall(r"NEEDED\s+(\S+)", said))
        assert "libc.so.6" in needed
        assert not {name for name in needed if re.match(r"lib(ssl|crypto|gnutls|nss|curl|krb5|gssapi)", name)}
