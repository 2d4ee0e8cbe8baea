"""Decide which files may be in the frozen app: Qt's plugins and libraries, each with its reason."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

PLUGINS = {
    # No iconengines and no imageformats: all our pictures and Qt's own are PNG, which QtGui reads itself, and with SVG
    # there, the first icon of the window would load it.
    "platforms": (
        "qxcb",  # X11
        "qwayland",  # Wayland desktops without XWayland; costs 1.6 MB with its parts below
        "qoffscreen",  # the self-check, where there is no screen
        "qwindows",
        "qcocoa",
    ),
    "platforminputcontexts": (
        "composeplatforminputcontextplugin",  # dead keys
        "ibusplatforminputcontextplugin",  # input methods and on-screen keyboards
    ),
    "platformthemes": ("qxdgdesktopportal",),  # the desktop's own file dialogs and dark mode
    "printsupport": ("cupsprintersupport", "windowsprintersupport", "cocoaprintersupport"),
    "styles": ("qmodernwindowsstyle", "qmacstyle"),  # the native look
    "wayland-decoration-client": ("bradient",),  # a title bar where the desktop draws none; the other one needs SVG
    "wayland-shell-integration": ("xdg-shell",),  # windows on every Wayland desktop of today
    "xcbglintegrations": (),  # we draw nothing with OpenGL
}
"""The plugins of Qt that are kept, by folder; a folder that is not named goes whole."""

QT_LIBRARIES = (
    "Core",
    "DBus",  # the desktop's settings, input methods and screen readers on Linux
    "Gui",
    "OpenGL",  # parts of QtGui for some systems are linked to it
    "PrintSupport",
    "WaylandClient",
    "Widgets",
    "WlShellIntegration",
    "XcbQpa",
)
"""The libraries of Qt that may be in; what none of the kept files is linked to is dropped on Linux afterwards."""

TRANSLATIONS = ("qtbase_en",)

_PLUGIN = re.compile(r"(?:^|/)plugins/([^/]+)/(?:lib)?([^/]+?)\.(?:so|dll|dylib)$")
_QT_LIBRARY = re.compile(r"(?:^|/)(?:lib)?Qt6?([A-Z][A-Za-z0-9]*?)(?:\.(?:so|dll|dylib)|\.framework/|$)")
_TRANSLATION = re.compile(r"/translations/([^/]+)\.qm$")
NEEDLESS_HOOKS = (
    "pyi_rth_inspect",  # lets Python find sources of its modules; none are in
    "pyi_rth_pkgutil",  # lists modules; nobody asks
    "pyi_rth_pyside6",  # tells Qt where its plugins are, which PySide6 does itself; loads Qt even for a verb
)
"""Run-time hooks of PyInstaller that are left out, where that was tried: on Linux."""

DROPPED = (
    "*.dist-info/*",  # what pip wrote down; the licences are collected apart
    "*opengl32sw.dll",  # 20 MB of software OpenGL; we draw nothing with OpenGL
    "*d3dcompiler_47.dll",
    "libcups.so*",  # the system's own, where it has printers; this one would bring GnuTLS and Kerberos
    "*libssl*",
    "*libcrypto*",
    "*/qml/*",
    "*/metatypes/*",
    "*/typesystems/*",
    "*.pyi",
    "dateutil/zoneinfo/*",
    "dateutil/zoneinfo",
    "tzdata/*",
)
"""Files that PyInstaller finds and nobody needs, as patterns of their paths in the bundle."""


def is_kept(path: str) -> bool:
    """Tell whether a file may be in the bundle, by its path there."""
    path = path.replace("\\", "/")
    if any(fnmatchcase(path, pattern) for pattern in DROPPED):
        return False
    if plugin := _PLUGIN.search(path):
        return plugin[2] in PLUGINS.get(plugin[1], ())
    if translation := _TRANSLATION.search(path):
        return translation[1] in TRANSLATIONS
    if "/" not in path or path.startswith("PySide6/"):
        library = _QT_LIBRARY.search(path)
        if library and not path.endswith((".pyd", ".abi3.so")):
            return library[1] in QT_LIBRARIES
    return True


def is_hook_kept(name: str, platform: str) -> bool:
    """Tell whether a run-time hook of PyInstaller is kept: each one costs time at every start."""
    return platform != "linux" or name not in NEEDLESS_HOOKS
