"""Load what needs no Qt before Qt comes: its binding reads the source of every module that is imported after it."""

from __future__ import annotations

import gc
from importlib import import_module

CORE = (
    "iomsa.store.scheme_file",
    "iomsa.checks.check",
    "iomsa.scoring.score",
    "iomsa.session.edits",
    "iomsa.returns.content",
)


def load_core() -> None:
    """Import the core, with the collector at rest until `settle`: nothing that is loaded is ever thrown away."""
    gc.disable()
    for name in CORE:
        import_module(name)


def settle() -> None:
    """Let the collector work again, on what comes from now on."""
    gc.freeze()
    gc.enable()
