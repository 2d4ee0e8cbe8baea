"""Decide which modules of Python may be in the frozen app, each group with its reason."""

from __future__ import annotations

from collections.abc import Iterable

OURS = ("iomsa", "iomsa_desktop", "iomsa_resources")
THEIRS = (
    "PySide6",  # the window
    "shiboken6",  # PySide6 stands on it
    "sqlite_utils",  # makes, migrates and bulk-writes the scheme file
    "sqlite_fts4",  # these four: imported by sqlite_utils when it is loaded
    "click",
    "pluggy",
    "dateutil",
    "openpyxl",  # writes the return
    "et_xmlfile",  # openpyxl stands on it
    "python_calamine",  # reads returns
)
"""All that is not Python's own and may be in."""

EXAMPLES = ("xxsubtype",)
"""Python's example of a compiled module, which it does not count among its own; shiboken6 asks for it."""

FREEZERS = ("_pyi_rth_utils",)
"""What PyInstaller adds for its own hooks."""

BUILD_FACTS = "_sysconfigdata_"
"""How Python was built: a module of Python's own, by a name that each system makes for itself."""

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
    "scipy",
    "statsmodels",
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

WINDOWS_ONLY = ("_ctypes", "click._winconsole", "ctypes", "dateutil.tz.win", "dateutil.tzwin")
"""Left out elsewhere: these alone use ctypes, and PyInstaller loads it at each start where it is."""

QT_EXCLUDED = ("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtDBus")

EXCLUDED = (*NETWORK, *TOOLS, *OPTIONAL, *QT_EXCLUDED)
"""What is out on every system."""


def excluded(platform: str) -> tuple[str, ...]:
    """List the modules that are out on a system."""
    return EXCLUDED if platform == "win32" else (*EXCLUDED, *WINDOWS_ONLY)


def surprises(modules: Iterable[str], standard: Iterable[str]) -> list[str]:
    """List the modules that have no business in the bundle; `standard` names Python's own top-level modules."""
    known = {*standard, *OURS, *THEIRS, *EXAMPLES, *FREEZERS}
    return sorted(
        name
        for name in modules
        if not (name.partition(".")[0] in known or name.startswith(BUILD_FACTS))
        or any(within(name, out) for out in EXCLUDED)
    )


def within(name: str, package: str) -> bool:
    """Tell whether a module is this one or in this package."""
    return name == package or name.startswith(package + ".")
