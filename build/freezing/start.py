"""What the frozen program runs first: the command `iomsa`."""

import sys

from iomsa_desktop.main import main

sys.exit(main())
