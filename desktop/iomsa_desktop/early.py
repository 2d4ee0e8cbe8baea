"""What is done before anything else is loaded, so that the program starts at once."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from importlib import import_module


def load_qt() -> None:
    """Load Qt with the collector at rest until `settle`: nothing that is loaded is ever thrown away."""
    gc.disable()
    if sys.platform != "win32":
        # Most of Qt is never called: find its functions one by one as they are, not all of them at load.
        sys.setdlopenflags(os.RTLD_LAZY)
    plain = vars(builtins)["__import__"]
    import_module("PySide6.QtWidgets")
    # Qt's binding puts an import of its own in place, which reads the source of every module loaded from then on.
    vars(builtins)["__import__"] = plain


def settle() -> None:
    """Let the collector work again, on what comes from now on."""
    gc.freeze()
    gc.enable()
