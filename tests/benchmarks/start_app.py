"""Start the program on a scheme file as its command does, and end when its page is painted."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from iomsa_desktop.early import load_qt

load_qt()
# Beside this file; it needs Qt, which comes after the core.
import_module("start_watched").main(Path(sys.argv[1]), Path(sys.argv[2]))
