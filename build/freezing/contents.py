"""Decide what may be in the frozen app: modules, Qt's plugins and libraries, and data, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase

OURS = ("iomsa", "iomsa_desktop", "iomsa_resources")
THEIRS = (
    "PySide6",  # the window
    "shiboken6",  # PySide6 stands on it
    "sqlite_utils",  # makes, migrates and bulk-writes the scheme file
    "sqlite_fts4",  # these five: imported by sqlite_utils when it is loaded
    "click",
    "pluggy",
    "dateutil",
    "six",
    "openpyxl",  # writes the return
    "et_xmlfile",  # openpyxl stands on it
    "python_calamine",  # reads returns
)
"""All that is not Python's own and may be in."""

FREEZERS = ("_pyi_rth_utils",)
"""What PyInstaller adds for its own hooks."""

BUILD_FACTS = "_sysconfigdata_"
"""How Python was built: a module of Python's own, by a name that each system makes for itself."""

LATE = ("python_calamine._python_calamine",)
"""Modules that only compiled code asks for, so that no reading of sources finds them."""

NETWORK = (
    "_hashlib",  # OpenSSL; hashlib has SHA-256 and MD5 of its own
    "_socket",
    "_ssl",
    "asyncio",
    "email",  # asked for by importlib.metadata alone, and loads socket
    "ftplib",
    "http",
    "imaplib",
    "mailbox",
    "multiprocessing",  # its connections are sockets; we start our one child by subprocess
    "nntplib",
    "poplib",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.error",
    "urllib.request",
    "urllib.response",
    "urllib.robotparser",
    "webbrowser",
    "wsgiref",
    "xml.dom.xmlbuilder",
    "xml.sax",  # reads from addresses; openpyxl reads with ElementTree
    "xmlrpc",
)
"""Python's modules that speak to a network, or stand on one that does: with them out, nothing can open a socket."""

TOOLS = (
    "_distutils_hack",
    "_pyrepl",
    "bdb",
    "cProfile",
    "code",
    "codeop",
    "concurrent",
    "curses",
    "distutils",
    "doctest",
    "ensurepip",
    "idlelib",
    "importlib.metadata",  # looks up what pip installed; nothing is, and it loads email
    "lib2to3",
    "pdb",
    "pip",
    "pkg_resources",
    "profile",
    "pydoc",
    "pydoc_data",
    "readline",
    "rlcompleter",
    "setuptools",
    "test",
    "tkinter",
    "trace",
    "tracemalloc",
    "turtle",
    "unittest",
    "venv",
    "wheel",
)
"""Python's own tools for people who program."""

OPTIONAL = (
    "IPython",
    "PIL",  # openpyxl would take pictures with it; a return has none
    "click.shell_completion",
    "click.testing",
    "click_default_group",
    "dateutil.zoneinfo",
    "defusedxml",  # in the environment for a tool; openpyxl takes it up where it is there
    "hypothesis",
    "lxml",
    "numpy",
    "pandas",
    "pytest",
    "sqlean",
    "pysqlite3",
    "sqlite_dump",
    "sqlite_utils.cli",
    "tabulate",
    "typing_extensions",
    "tzdata",
    "pytz",
)
"""What our libraries take up where it is installed, and what a tool of ours has put into the environment."""

QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtPrintSupport")
"""The modules of PySide6 that we import: printing is for reports."""

QT_EXCLUDED = ("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtDBus", "PySide6.support.deprecated")

EXCLUDED = (*NETWORK, *TOOLS, *OPTIONAL, *QT_EXCLUDED)

PLUGINS = {
    "iconengines": ("qsvgicon",),  # icons that are SVG
    "imageformats": ("qsvg", "qico"),  # SVG, and the window's icon on Windows; PNG is in QtGui itself
    "platforms": (
        "qxcb",  # X11
        "qwayland",  # Wayland desktops without XWayland; costs 2 MB with its parts below
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
    "wayland-decoration-client": ("adwaita", "bradient"),  # a title bar where the desktop draws none
    "wayland-shell-integration": ("xdg-shell",),  # windows on every Wayland desktop of today
    "xcbglintegrations": (),  # we draw nothing with OpenGL
}
"""The plugins of Qt that are kept, by folder; a folder that is not named goes whole."""

QT_LIBRARIES = (
    "Core",
    "DBus",  # the desktop's settings, input methods and screen readers on Linux
    "Gui",
    "OpenGL",  # the Wayland plugin is linked to it
    "PrintSupport",
    "Svg",  # icons
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
NEEDLESS_HOOKS: tuple[str, ...] = ()
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
    """Tell whether a file may be in the bundle, by its path there, with slashes."""
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


def surprises(modules: Iterable[str], standard: Iterable[str]) -> list[str]:
    """List the modules that have no business in the bundle; `standard` names Python's own top-level modules."""
    known = {*standard, *OURS, *THEIRS, *FREEZERS}
    return sorted(
        name
        for name in modules
        if not (name.partition(".")[0] in known or name.startswith(BUILD_FACTS))
        or any(within(name, out) for out in EXCLUDED)
    )


def within(name: str, package: str) -> bool:
    """Tell whether a module is this one or in this package."""
    return name == package or name.startswith(package + ".")


def is_hook_kept(name: str, platform: str) -> bool:
    """Tell whether a run-time hook of PyInstaller is kept: each one costs time at every start."""
    return platform != "linux" or name not in NEEDLESS_HOOKS
