"""The environment becomes settings; a wrong value is named with what is expected."""

import os
from pathlib import Path

import pytest
from django.core.cache.backends.redis import RedisCache

from cms.settings import backends
from cms.settings.backends import BadSetting

DATA = Path("/du-lieu")


@pytest.mark.rule
def test_an_empty_environment_is_the_embedded_default(tmp_path: Path) -> None:
    database = backends.databases({}, DATA)["default"]
    assert (database["ENGINE"], database["NAME"]) == (
        "django.db.backends.sqlite3",
        str(DATA / "guong-sang.sqlite3"),
    )
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert backends.caches({})["default"]["BACKEND"].endswith("DatabaseCache")
    assert backends.site_url({}) == "http://127.0.0.1:8000"
    assert backends.data_dir({}, tmp_path) == tmp_path / "var"
    assert backends.email({})["MAIL_DELIVERY_BACKEND"].endswith("console.EmailBackend")


@pytest.mark.rule
def test_a_large_installation_is_the_same_code() -> None:
    url = "postgres://nguoi@may:5432/guong"
    database = backends.databases({"DATABASE_URL": url}, DATA)
    assert database["default"]["ENGINE"] == "django.db.backends.postgresql"
    assert backends.search(database)["default"]["BACKEND"] == "cms.search.backends.postgres"
    mail = backends.email({"SMTP_URL": "smtp://a:b@may:587"})
    assert (mail["EMAIL_HOST"], mail["EMAIL_BACKEND"]) == ("may", "cms.notifications.mail.OutboxBackend")


@pytest.mark.rule
@pytest.mark.parametrize(
    ("read", "variable"),
    [
        pytest.param(lambda: backends.site_url({"SITE_URL": "guongsang.vn"}), "SITE_URL", id="no scheme"),
        pytest.param(
            lambda: backends.caches({"CACHE_URL": "memcached://a"}), "CACHE_URL", id="unknown cache"
        ),
        pytest.param(
            lambda: backends.databases({"DATABASE_URL": "mysql://a/b"}, DATA), "DATABASE_URL", id="MySQL"
        ),
    ],
)
def test_a_wrong_value_is_named(read, variable: str) -> None:
    with pytest.raises(BadSetting, match=variable):
        read()


@pytest.mark.rule
def test_the_secret_key_is_read_from_where_demo_wrote_it(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("khoa-bi-mat\n")
    assert backends.secret_key({}, tmp_path) == "khoa-bi-mat"
    assert backends.secret_key({"SECRET_KEY": "khac"}, tmp_path) == "khac"
    assert backends.secret_key({}, tmp_path / "trong") != backends.secret_key({}, tmp_path / "trong")


@pytest.mark.redis
def test_the_shared_cache_lives_in_redis() -> None:
    url = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/9")
    settings = backends.caches({"CACHE_URL": url})["default"]
    key = f"guong-sang-test-{os.getpid()}"
    writer, reader = (RedisCache(settings["LOCATION"], {}) for _ in range(2))
    writer.set(key, "Đồng Tháp", 30)
    assert reader.get(key) == "Đồng Tháp"
    writer.delete(key)
