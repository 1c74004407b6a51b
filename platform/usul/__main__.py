"""`python -m usul` is the console script `usul`."""

import sys

from usul.cli import main

sys.exit(main())
