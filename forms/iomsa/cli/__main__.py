"""The command line as a module: `python -m iomsa.cli`."""

import sys

from iomsa.cli import main

sys.exit(main(sys.argv[1:]))
