"""The environment becomes settings; a wrong value is named with what is expected."""

import os
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache.backends.redis import RedisCache
from storages.backends.s3 import S3Storage
from wagtail.contrib.frontend_cache.backends import HTTPBackend
from wagtail.contrib.frontend_cache.utils import get_backends

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
    files = backends.storages({}, DATA)
    assert files["default"]["OPTIONS"] == {"location": "/du-lieu/media", "base_url": "/media/"}
    assert files["private"]["OPTIONS"] == {"location": "/du-lieu/private", "base_url": None}
    assert backends.media_sources({}) == ["'self'"]
    assert backends.search({}, {"default": database})["default"]["BACKEND"] == "cms.search.backends.sqlite"
    assert backends.front_cache({}) == {}


@pytest.mark.rule
def test_a_large_installation_is_the_same_code() -> None:
    url = "postgres://nguoi@may:5432/guong"
    database = backends.databases({"DATABASE_URL": url}, DATA)
    assert database["default"]["ENGINE"] == "django.db.backends.postgresql"
    assert backends.search({}, database)["default"]["BACKEND"] == "cms.search.backends.postgres"
    mail = backends.email({"SMTP_URL": "smtp://a:b@may:587"})
    assert (mail["EMAIL_HOST"], mail["EMAIL_BACKEND"]) == ("may", "cms.notifications.mail.OutboxBackend")


S3 = {
    "S3_BUCKET": "guong-sang",
    "S3_ENDPOINT_URL": "https://s3.kho.vn",
    "S3_REGION": "vn-1",
    "S3_ACCESS_KEY_ID": "khoa",
    "S3_SECRET_ACCESS_KEY": "bi-mat",
}


def storage(name: str) -> S3Storage:
    """The storage as Django would make it; making it and asking for an address opens no connection."""
    entry = backends.storages(S3, DATA)[name]
    assert entry["BACKEND"] == "storages.backends.s3.S3Storage"
    return S3Storage(**entry["OPTIONS"])


@pytest.mark.rule
def test_media_in_a_bucket_have_a_plain_address() -> None:
    assert storage("default").url("anh/sen.jpg") == "https://s3.kho.vn/guong-sang/media/anh/sen.jpg"


@pytest.mark.rule
def test_private_files_in_a_bucket_lie_apart_and_are_read_with_a_signature_only() -> None:
    address = urlsplit(storage("private").url("evidence/2026/11/don.pdf"))
    assert address.path == "/guong-sang/private/evidence/2026/11/don.pdf"
    signed = parse_qs(address.query)
    assert signed["X-Amz-Algorithm"] == ["AWS4-HMAC-SHA256"]
    assert signed["X-Amz-Expires"] == ["300"]
    assert signed["X-Amz-Credential"][0].startswith("khoa/")


@pytest.mark.rule
def test_no_file_in_a_bucket_is_written_over_or_given_an_acl() -> None:
    for name in ("default", "private"):
        assert storage(name).file_overwrite is False
        assert storage(name).default_acl is None


@pytest.mark.rule
def test_the_content_policy_lets_photos_of_the_bucket_in() -> None:
    assert backends.media_sources(S3) == ["'self'", "https://s3.kho.vn"]
    amazon = {"S3_BUCKET": "guong-sang", "S3_REGION": "ap-southeast-1"}
    assert backends.media_sources(amazon) == ["'self'", "https://s3.ap-southeast-1.amazonaws.com"]


@pytest.mark.rule
def test_search_goes_to_opensearch_where_asked() -> None:
    url = "opensearchs://tim:m%40t@may-tim:9201/dong-thap"
    settings = backends.search({"SEARCH_URL": url}, {})["default"]
    assert settings["BACKEND"] == "cms.search.backends.opensearch"
    host = {"host": "may-tim", "port": 9201, "use_ssl": True, "http_auth": ("tim", "m@t")}
    assert (settings["HOSTS"], settings["INDEX_PREFIX"]) == ([host], "dong-thap_")
    assert settings["OPTIONS"] == {"verify_certs": True}
    plain = backends.search({"SEARCH_URL": "opensearch://may"}, {})["default"]
    assert plain["HOSTS"] == [{"host": "may", "port": 9200, "use_ssl": False}]
    assert plain["INDEX_PREFIX"] == "guong-sang_"


@pytest.mark.rule
def test_the_front_cache_is_told_where_there_is_one() -> None:
    settings = backends.front_cache({"FRONT_CACHE_URL": "http://varnish:6081/"})
    varnish = get_backends(settings)["default"]
    assert (type(varnish), varnish.cache_netloc) == (HTTPBackend, "varnish:6081")


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
        pytest.param(
            lambda: backends.storages(S3 | {"S3_BUCKET": "Kho_Anh"}, DATA), "S3_BUCKET", id="bucket's name"
        ),
        pytest.param(
            lambda: backends.storages(S3 | {"S3_BUCKET": ""}, DATA), "S3_BUCKET", id="endpoint, no bucket"
        ),
        pytest.param(
            lambda: backends.storages({"S3_BUCKET": "kho"}, DATA), "S3_ENDPOINT_URL", id="bucket of nobody"
        ),
        pytest.param(
            lambda: backends.storages(S3 | {"S3_ENDPOINT_URL": "s3.kho.vn"}, DATA),
            "S3_ENDPOINT_URL",
            id="endpoint, no scheme",
        ),
        pytest.param(
            lambda: backends.storages(S3 | {"S3_SECRET_ACCESS_KEY": ""}, DATA),
            "S3_SECRET_ACCESS_KEY",
            id="half a key",
        ),
        pytest.param(
            lambda: backends.search({"SEARCH_URL": "elasticsearch://may:9200"}, {}),
            "SEARCH_URL",
            id="another engine",
        ),
        pytest.param(
            lambda: backends.search({"SEARCH_URL": "opensearch://may:chin"}, {}), "SEARCH_URL", id="port"
        ),
        pytest.param(
            lambda: backends.front_cache({"FRONT_CACHE_URL": "varnish:6081"}), "FRONT_CACHE_URL", id="cache"
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
