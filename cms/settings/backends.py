"""From the environment to Django's dictionaries, by pure functions: nothing is made, opened or imported here.

An empty environment is the embedded default. A wrong value raises `BadSetting`, whose text says which variable and
what is expected.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.management.utils import get_random_secret_key

Settings = dict[str, Any]


class BadSetting(ValueError):
    """A variable of the environment that cannot be used."""


def data_dir(env: Mapping[str, str], root: Path) -> Path:
    """Where everything that must be backed up lives; `var/` beside manage.py when nothing is said."""
    return Path(env["DATA_DIR"]).resolve() if env.get("DATA_DIR") else root / "var"


def secret_key(env: Mapping[str, str], data: Path) -> str:
    """SECRET_KEY, else the key that `demo` wrote, else one that lives as long as this process."""
    if env.get("SECRET_KEY"):
        return env["SECRET_KEY"]
    written = data / "secret-key"
    return written.read_text().strip() if written.exists() else get_random_secret_key()


def site_url(env: Mapping[str, str]) -> str:
    """SITE_URL without a slash at the end, http://127.0.0.1:PORT when nothing is said."""
    url = env.get("SITE_URL") or f"http://127.0.0.1:{env.get('PORT') or 8000}"
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise BadSetting(
            f"SITE_URL phải là địa chỉ đầy đủ như https://guongsang.dongthap.vn, đang là “{url}”."
        )
    return url.rstrip("/")


def site_address(url: str) -> tuple[str, int]:
    """Host name and port, as Wagtail's Site wants them."""
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def databases(env: Mapping[str, str], data: Path) -> Settings:
    """DATABASE_URL (postgres://…), else SQLite in the data folder."""
    url = env.get("DATABASE_URL") or f"sqlite:///{data / 'guong-sang.sqlite3'}"
    try:
        default = environ.Env.db_url_config(url)
    except Exception as error:
        raise BadSetting(f"DATABASE_URL không đọc được: {error}") from error
    engine = str(default.get("ENGINE", ""))
    if engine.endswith("sqlite3"):
        default["OPTIONS"] = _sqlite_options()
    elif engine.endswith("postgresql"):
        default["OPTIONS"] = {**default.get("OPTIONS", {}), "pool": {"min_size": 0, "max_size": 8}}
        default["CONN_MAX_AGE"] = 0
    else:
        raise BadSetting("DATABASE_URL phải bắt đầu bằng postgres:// hoặc sqlite:///.")
    return {"default": default}


def _sqlite_options() -> Settings:
    # Writers queue instead of failing: with default transactions concurrent writes were lost (design §5).
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;",
    }


def caches(env: Mapping[str, str]) -> Settings:
    """CACHE_URL (redis://…), else a table of the database, which every worker shares."""
    url = env.get("CACHE_URL", "")
    shared = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache_entries"}
    if url:
        if not url.startswith(("redis://", "rediss://")):
            raise BadSetting("CACHE_URL phải bắt đầu bằng redis:// hoặc rediss://.")
        shared = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}
    # One query finds all sizes of a photo; asking a shared cache for each of them would take seven.
    return {"default": shared, "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}


def storages(data: Path) -> Settings:
    """Public media and private evidence in two folders of the data folder; static files served with their hash."""
    return {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(data / "media"), "base_url": "/media/"},
        },
        "private": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(data / "private"), "base_url": None},
        },
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


def email(env: Mapping[str, str]) -> Settings:
    """Letters go through the Outbox; SMTP_URL (smtp://user:password@host:587) or the console delivers them."""
    ours = {"EMAIL_BACKEND": "cms.notifications.mail.OutboxBackend"}
    url = env.get("SMTP_URL", "")
    if not url:
        return ours | {"MAIL_DELIVERY_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    try:
        parsed = {key: value for key, value in environ.Env.email_url_config(url).items() if key.isupper()}
    except Exception as error:
        raise BadSetting(f"SMTP_URL không đọc được: {error}") from error
    return parsed | ours | {"MAIL_DELIVERY_BACKEND": parsed["EMAIL_BACKEND"]}


def search(databases_: Settings) -> Settings:
    """Search inside the database: SQLite FTS5 or PostgreSQL, folded for Vietnamese."""
    engine = databases_["default"]["ENGINE"].rsplit(".", 1)[-1]
    backend = {"sqlite3": "cms.search.backends.sqlite", "postgresql": "cms.search.backends.postgres"}[engine]
    return {"default": {"BACKEND": backend, "AUTO_UPDATE": True, "ATOMIC_REBUILD": False}}
