"""A site with ready pages: real transactions, a folder of its own, readers through the layer before Django."""

from pathlib import Path
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler

from tests.factories.reader import Reader


@pytest.fixture
def ready(transactional_db: None, settings: Any, tmp_path: Path) -> Path:
    """The folder of ready pages."""
    settings.READY_DIR = tmp_path / "ready"
    folder: Path = settings.READY_DIR
    return folder


@pytest.fixture
def reader(ready: Path, settings: Any) -> Reader:
    """Made after the folder is set, because the middlewares look once."""
    return Reader.of(WSGIHandler(), ready, settings)
