"""From the environment to Django's dictionaries, by pure functions: nothing is made, opened or imported here.

An empty environment is the embedded default. A wrong value raises `BadSetting`, whose text says which variable and
what is expected.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

import environ
from django.core.management.utils import get_random_secret_key

Settings = dict[str, Any]


class BadSetting(ValueError):
    """A variable of the environment that cannot be used."""


def data_dir(env: Mapping[str, str], root: Path) -> Path:
    """Where everything that must be backed up lives; `var/` beside manage.py when nothing is said."""
    return Path(env["DATA_DIR"]).resolve() if env.get("DATA_DIR") else root / "var"


def ready_dir(env: Mapping[str, str], data: Path) -> Path | None:
    """READY_DIR, else `ready/` of the data folder; `off` renders every page for every reader."""
    folder = env.get("READY_DIR", "")
    if folder == "off":
        return None
    return Path(folder).resolve() if folder else data / "ready"


def ready_megabytes(env: Mapping[str, str]) -> int:
    """READY_MEGABYTES, how much of the disk ready pages may take; 2048 when nothing is said."""
    asked = env.get("READY_MEGABYTES") or "2048"
    if not asked.isdecimal() or int(asked) < 1:
        raise BadSetting(f"READY_MEGABYTES phải là số nguyên từ 1 (megabyte), đang là “{asked}”.")
    return int(asked)


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
        # A connection that stays keeps what it has read; opening one and setting it up costs as much as three queries.
        default["CONN_MAX_AGE"] = 60
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


def storages(env: Mapping[str, str], data: Path) -> Settings:
    """Public media and private evidence apart: in S3_BUCKET, else in two folders of the data folder."""
    bucket = _bucket(env)
    static = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    return {**(_in_bucket(env, bucket) if bucket else _in_folders(data)), "staticfiles": static}


def media_sources(env: Mapping[str, str]) -> list[str]:
    """From where the content policy lets photos and sound come: this site, and the bucket's host."""
    if not _bucket(env):
        return ["'self'"]
    parts = urlsplit(_s3_endpoint(env))
    return ["'self'", f"{parts.scheme}://{parts.netloc}"]


def _in_folders(data: Path) -> Settings:
    backend = "django.core.files.storage.FileSystemStorage"
    return {
        "default": {
            "BACKEND": backend,
            "OPTIONS": {"location": str(data / "media"), "base_url": "/media/"},
        },
        "private": {
            "BACKEND": backend,
            "OPTIONS": {"location": str(data / "private"), "base_url": None},
        },
    }


def _in_bucket(env: Mapping[str, str], bucket: str) -> Settings:
    """`media/` of the bucket is for readers, by its policy; addresses under `private/` live five minutes."""
    shared = {
        "bucket_name": bucket,
        "endpoint_url": _s3_endpoint(env),
        "region_name": env.get("S3_REGION") or None,
        "signature_version": "s3v4",
        # The bucket in the path works with every provider; in the host name it asks for a certificate of its own.
        "addressing_style": "path",
        "default_acl": None,
        "file_overwrite": False,
        **_s3_keys(env),
    }
    backend = "storages.backends.s3.S3Storage"
    media = {**shared, "location": "media", "querystring_auth": False}
    private = {**shared, "location": "private", "querystring_auth": True, "querystring_expire": 300}
    return {
        "default": {"BACKEND": backend, "OPTIONS": media},
        "private": {"BACKEND": backend, "OPTIONS": private},
    }


def _bucket(env: Mapping[str, str]) -> str:
    name = env.get("S3_BUCKET", "")
    if name and not re.fullmatch(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", name):
        raise BadSetting(f"S3_BUCKET phải là tên kho, chữ thường, số và gạch nối, đang là “{name}”.")
    if not name and env.get("S3_ENDPOINT_URL"):
        raise BadSetting("Có S3_ENDPOINT_URL mà thiếu S3_BUCKET, tên kho để cất tệp.")
    return name


def _s3_endpoint(env: Mapping[str, str]) -> str:
    """S3_ENDPOINT_URL, else Amazon's in S3_REGION."""
    url, region = env.get("S3_ENDPOINT_URL", ""), env.get("S3_REGION", "")
    if not url and not region:
        raise BadSetting("Có S3_BUCKET thì cần S3_ENDPOINT_URL (hoặc S3_REGION nếu kho ở Amazon).")
    return _web_address("S3_ENDPOINT_URL", url) if url else f"https://s3.{region}.amazonaws.com"


def _s3_keys(env: Mapping[str, str]) -> Settings:
    """Both keys, or none where the machine itself has a role."""
    key, secret = env.get("S3_ACCESS_KEY_ID", ""), env.get("S3_SECRET_ACCESS_KEY", "")
    if bool(key) != bool(secret):
        raise BadSetting("S3_ACCESS_KEY_ID và S3_SECRET_ACCESS_KEY phải có cả hai, hoặc không có khóa nào.")
    return {"access_key": key, "secret_key": secret} if key else {}


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


def search(env: Mapping[str, str], databases_: Settings) -> Settings:
    """SEARCH_URL (opensearch://host:9200), else inside the database; folded for Vietnamese everywhere."""
    url = env.get("SEARCH_URL", "")
    if url:
        return {"default": {"BACKEND": "cms.search.backends.opensearch", **_opensearch(url)}}
    engine = databases_["default"]["ENGINE"].rsplit(".", 1)[-1]
    backend = {"sqlite3": "cms.search.backends.sqlite", "postgresql": "cms.search.backends.postgres"}[engine]
    return {"default": {"BACKEND": backend, "AUTO_UPDATE": True, "ATOMIC_REBUILD": False}}


def _opensearch(url: str) -> Settings:
    """The path names the indexes of this house where several share one server."""
    parts = urlsplit(url)
    if parts.scheme not in {"opensearch", "opensearchs"} or not _has_host(parts):
        raise BadSetting(
            "SEARCH_URL phải như opensearch://may:9200, hoặc opensearchs:// khi máy tìm kiếm dùng TLS."
        )
    is_secure = parts.scheme == "opensearchs"
    host: Settings = {"host": parts.hostname, "port": parts.port or 9200, "use_ssl": is_secure}
    if parts.username:
        host["http_auth"] = (unquote(parts.username), unquote(parts.password or ""))
    prefix = f"{parts.path.strip('/') or 'guong-sang'}_"
    return {
        "HOSTS": [host],
        "INDEX_PREFIX": prefix,
        "OPTIONS": {"verify_certs": is_secure},
        # A rebuild fills a new index and switches over: readers never meet an empty one.
        "ATOMIC_REBUILD": True,
        "AUTO_UPDATE": True,
    }


def front_cache(env: Mapping[str, str]) -> Settings:
    """FRONT_CACHE_URL (http://host:6081): the Varnish that is told (PURGE) when a page changes; nothing, nobody."""
    url = env.get("FRONT_CACHE_URL", "")
    if not url:
        return {}
    backend = "wagtail.contrib.frontend_cache.backends.HTTPBackend"
    return {"default": {"BACKEND": backend, "LOCATION": _web_address("FRONT_CACHE_URL", url)}}


def _web_address(variable: str, url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not _has_host(parts):
        raise BadSetting(f"{variable} phải là địa chỉ http:// hoặc https:// có tên máy, đang là “{url}”.")
    return url.rstrip("/")


def _has_host(parts: SplitResult) -> bool:
    """A host, and a port that is a number where one is given."""
    try:
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
