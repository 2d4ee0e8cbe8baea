"""What a module may load at its top: nothing heavy, unless the module is itself only loaded where it is needed."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Set

from tests.architecture.heavy import HEAVY


def tops(module: ast.Module) -> Iterator[ast.stmt]:
    """Walk what runs when a module is loaded; functions and what only a type checker reads are left out."""
    waiting: list[ast.stmt] = list(module.body)
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            waiting += node.orelse
            continue
        waiting += [inner for inner in ast.iter_child_nodes(node) if isinstance(inner, ast.stmt)]
        if isinstance(node, ast.Try):
            waiting += [inner for handler in node.handlers for inner in handler.body]


def loaded_at_the_top(module: ast.Module) -> set[str]:
    """Return the names that a module loads with itself, with the packages they are in."""
    found: set[str] = set()
    for node in tops(module):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found | {".".join(name.split(".")[:n]) for name in found for n in range(1, name.count(".") + 1)}


def heavy_with(modules: Mapping[str, ast.Module], heavy: Set[str]) -> set[str]:
    """Return the modules that load something heavy with themselves, by whatever way."""
    loads = {name: loaded_at_the_top(module) for name, module in modules.items()}
    known, found = set(heavy), set[str]()
    while new := {name for name, names in loads.items() if names & known} - found:
        found |= new
        known |= new
    return found


def test_nothing_heavy_comes_with_a_front_end(product: dict[str, ast.Module]) -> None:
    assert {name for name in heavy_with(product, HEAVY) if name.startswith(("iomsa_desktop", "iomsa.cli"))} == set()


def test_what_loads_something_heavy_is_reached_from_inside_functions(product: dict[str, ast.Module]) -> None:
    found = heavy_with(product, HEAVY)
    reached = {name for module in product.values() for name in named_in_functions(module)}
    first = {name for name in found if not any(name in loaded_at_the_top(product[other]) for other in found)}
    assert first
    assert first <= reached


def named_in_functions(module: ast.Module) -> set[str]:
    """Return what the functions of a module load when they are called."""
    functions = [each for each in ast.walk(module) if isinstance(each, ast.FunctionDef)]
    return {name for each in functions for name in loaded_at_the_top(ast.Module(each.body, []))}


def test_a_heavy_import_is_seen_through_others() -> None:
    parsed = {
        "a": ast.parse("import b"),
        "b": ast.parse("try:\n    from openpyxl.styles import Font\nexcept ImportError:\n    pass"),
        "c": ast.parse("def f():\n    import b"),
        "d": ast.parse("if TYPE_CHECKING:\n    import openpyxl\nelse:\n    import json"),
        "e": ast.parse("class C:\n    import tomllib"),
    }
    assert heavy_with(parsed, HEAVY) == {"a", "b", "e"}
    assert named_in_functions(parsed["c"]) == {"b"}
