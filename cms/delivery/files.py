"""Ready files on the disk: whole or not there, the plain form last in and first out."""

import gzip
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

import brotli

from cms.delivery.rules import BROTLI, GZIP, IDENTITY, SUFFIXES

# Strong compression is for pages that are made once and sent often; level 9 of brotli costs a few milliseconds.
_GZIP_LEVEL, _BROTLI_LEVEL = 9, 9


def forms_of(body: bytes) -> dict[str, bytes]:
    """The body in every form that is sent, by its content coding."""
    return {
        BROTLI: brotli.compress(body, quality=_BROTLI_LEVEL, mode=brotli.MODE_TEXT),
        # No time in the header: equal bodies give equal bytes.
        GZIP: gzip.compress(body, _GZIP_LEVEL, mtime=0),
        IDENTITY: body,
    }


def put(root: Path, file: str, forms: dict[str, bytes], modified: int) -> None:
    """Write all forms beside their places, then rename them into these; nobody ever reads half a page."""
    target = root / file
    target.parent.mkdir(parents=True, exist_ok=True)
    written = {coding: _write(target, forms[coding], modified) for coding in (BROTLI, GZIP, IDENTITY)}
    for coding, temporary in written.items():
        os.replace(temporary, f"{target}{SUFFIXES[coding]}")


def take_away(root: Path, file: str) -> None:
    for coding in (IDENTITY, GZIP, BROTLI):
        Path(f"{root / file}{SUFFIXES[coding]}").unlink(missing_ok=True)


def _write(target: Path, data: bytes, modified: int) -> str:
    # Hidden, so that no address names it; swept when a killed process leaves it behind.
    with NamedTemporaryFile(dir=target.parent, prefix=".", suffix=".part", delete=False) as part:
        part.write(data)
    os.chmod(part.name, 0o644)
    os.utime(part.name, (modified, modified))
    return part.name
