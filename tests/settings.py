"""The base settings with fast hashes and files of the test's own; TEST_DATABASE=postgres runs on PostgreSQL."""

import os
import tempfile
from pathlib import Path

_data = tempfile.mkdtemp(prefix="guong-sang-test-")
os.environ.setdefault("DATA_DIR", _data)
os.environ.setdefault("SECRET_KEY", "only-for-tests")
if os.environ.get("TEST_DATABASE") == "postgres":
    os.environ.setdefault("DATABASE_URL", "postgres://postgres@127.0.0.1:5432/postgres")

from cms.settings import base  # noqa: E402  # the environment comes first

globals().update({name: getattr(base, name) for name in dir(base) if name.isupper()})

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAIL_DELIVERY_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = base.CACHES | {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
DATA_DIR = Path(_data)
(Path(base.DATA_DIR) / "static").mkdir(parents=True, exist_ok=True)
# Pages are rendered for every reader; tests of ready pages name a folder of their own.
READY_DIR = None
