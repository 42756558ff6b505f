"""From “release” to the reader: `python -m bench.publish 1000 20000`.

Each round approves one more draft in each house, then times the release action until its transaction is committed
(checks, publishing, log, search index, references, letters into the Outbox). Saving a draft and autosaving stand beside
it, for they go the same way through the search index. Built, turned and printed as in `growth.py`.
"""

import sys

from bench.growth import main

SURFACES = ["release", "save a draft", "autosave"]

if __name__ == "__main__":
    main([*sys.argv[1:], *SURFACES])
