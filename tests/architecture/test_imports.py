"""Who imports whom: no Qt in the core, no cycle, no network, lazy imports counted."""

import ast
import graphlib
import subprocess
import sys
from collections.abc import Iterator, Mapping

import pytest

NETWORK = {
    "asyncio", "ftplib", "http", "imaplib", "poplib", "requests", "smtplib", "socket", "socketserver", "ssl",
    "urllib", "webbrowser", "xmlrpc", "PySide6.QtNetwork", "PySide6.QtWebSockets",
}  # fmt: skip

WALK_WITHOUT_QT = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError(f"{name} is blocked")

sys.meta_path.insert(0, NoQt())
import iomsa
names = [module.name for module in pkgutil.walk_packages(iomsa.__path__, "iomsa.", onerror=None)]
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
"""


def imported(module: ast.Module) -> Iterator[str]:
    """Yield every name that a module imports anywhere; `from a import b` yields both `a` and `a.b`."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def arrows(modules: Mapping[str, ast.Module]) -> dict[str, set[str]]:
    """Draw the arrows between modules; a module named by `from a import b` counts as `a.b`, not as `a`."""
    graph: dict[str, set[str]] = {}
    for name, module in modules.items():
        graph[name] = set()
        for node in ast.walk(module):
            if isinstance(node, ast.Import):
                graph[name] |= {alias.name for alias in node.names if alias.name in modules}
            elif isinstance(node, ast.ImportFrom) and node.module:
                full = {f"{node.module}.{alias.name}" for alias in node.names}
                inner = full & modules.keys()
                graph[name] |= inner | ({node.module} & modules.keys() if full - inner else set())
    return graph


def reaches_network(module: ast.Module) -> set[str]:
    return {name for name in imported(module) if name in NETWORK or name.partition(".")[0] in NETWORK}


def test_the_core_imports_with_qt_blocked() -> None:
    done = subprocess.run([sys.executable, "-c", WALK_WITHOUT_QT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_no_cycle(product: dict[str, ast.Module]) -> None:
    assert list(graphlib.TopologicalSorter(arrows(product)).static_order())


def test_a_lazy_cycle_is_seen() -> None:
    loop = {"a": ast.parse("def f():\n    import b"), "b": ast.parse("from a import f")}
    with pytest.raises(graphlib.CycleError):
        graphlib.TopologicalSorter(arrows(loop)).prepare()


def test_nothing_reaches_for_a_network(product: dict[str, ast.Module]) -> None:
    assert {name: found for name, module in product.items() if (found := reaches_network(module))} == {}


@pytest.mark.parametrize(
    "source",
    ["import urllib.request", "from http import client", "from PySide6 import QtNetwork", "import socket"],
)
def test_a_reach_for_a_network_is_seen(source: str) -> None:
    assert reaches_network(ast.parse(source))
