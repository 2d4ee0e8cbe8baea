"""What the frozen program runs first: the command `iomsa`."""

import os
import sys

from iomsa_desktop.main import main

# The loader of the frozen program points it at our libraries. It has them now, and what it starts, such as the
# desktop's file manager, has its own.
if "LD_LIBRARY_PATH_ORIG" in os.environ:
    os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

sys.exit(main())
