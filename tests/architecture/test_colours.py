"""Colours come from the palette: the desktop writes none down."""

import ast
import re

HEX = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b")


def colours(module: ast.Module) -> list[str]:
    """List colours that are written down: `#rrggbb` in a text, `QColor` or `qRgb` made from literals."""
    found = []
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found += HEX.findall(node.value)
        elif isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            literal = all(isinstance(argument, ast.Constant) for argument in node.args)
            if name in {"QColor", "fromRgb", "qRgb", "qRgba"} and literal:
                found.append(ast.unparse(node))
    return found


def test_the_desktop_writes_no_colour_down(product: dict[str, ast.Module]) -> None:
    desktop = {name: module for name, module in product.items() if name.startswith("iomsa_desktop")}
    assert {name: found for name, module in desktop.items() if (found := colours(module))} == {}


def test_written_colours_are_seen() -> None:
    assert colours(ast.parse("a = 'color: #1d70b8'; b = QColor(1, 2, 3); c = QtGui.QColor('red')")) == [
        "#1d70b8",
        "QColor(1, 2, 3)",
        "QtGui.QColor('red')",
    ]
    assert colours(ast.parse("a = 'item #12'; b = QColor(role); c = '#1'")) == []
