"""The settings of every installation; an empty environment gives the embedded default."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from cms.settings import backends

ROOT = Path(__file__).resolve().parent.parent.parent
DATA_DIR = backends.data_dir(os.environ, ROOT)
SITE_URL = backends.site_url(os.environ)
SITE_ADDRESS = backends.site_address(SITE_URL)
# In tag: URIs of feeds (RFC 4151): keep it when the site moves to another name.
TAG_AUTHORITY = os.environ.get("TAG_AUTHORITY") or SITE_ADDRESS[0]

# The province (code of the scheme since 1/7/2025) whose places the public pages name.
HOME_PROVINCE = os.environ.get("HOME_PROVINCE") or "P82"

SECRET_KEY = backends.secret_key(os.environ, DATA_DIR)
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", urlsplit(SITE_URL).hostname]
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    # Roof
    "cms.operations",
    "cms.search",
    "cms.home",
    # Houses, top floor first
    "feeds.channels",
    "broadcasts.programmes",
    "columns.pages",
    "columns.slots",
    "stories.letters",
    "stories.assignments",
    "stories.pages",
    "stories.nominations",
    "stories.dossiers",
    "stories.exemplars",
    # Ground floor
    "cms.pages",
    "cms.delivery",
    "cms.workflow",
    "cms.plans",
    "cms.notifications",
    "cms.media",
    "cms.people",
    "cms.organisations",
    "cms.localities",
    "cms.core",
    # Wagtail
    "wagtail.contrib.frontend_cache",
    "wagtail.contrib.routable_page",
    "wagtail.embeds",
    "wagtail.sites",
    "cms.people.apps.AccountsConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    # Sign-in
    "allauth",
    "allauth.account",
    "allauth.mfa",
    # Django
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
]

MIDDLEWARE = [
    "cms.delivery.middleware.ReadyPagesMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.delivery.headers.SteadyPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# Widgets from templates/django: there the browser is not asked to cut what is too long.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = backends.databases(os.environ, DATA_DIR)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = backends.caches(os.environ)
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
STORAGES = backends.storages(os.environ, DATA_DIR)
MEDIA_URL = "/media/"
MEDIA_ROOT = str(DATA_DIR / "media")
MEDIA_IS_LOCAL = not os.environ.get("S3_BUCKET")
# Pages made ready for all readers; the layer before Django and nginx send them. Nothing here needs a backup.
READY_DIR = backends.ready_dir(os.environ, DATA_DIR)
READY_MEGABYTES = backends.ready_megabytes(os.environ)
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS: list[Path] = []
WHITENOISE_USE_FINDERS = True
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# One door for everybody (cms.people.urls): a password, then a code where somebody turned the second factor on.
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "cms.people.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
# A letter to an address that nobody here has would let strangers write to anybody in our name.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Gương Sáng] "
# In the shared cache. Five wrong passwords for one name, or ten a minute from one address, and a pause follows.
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Gương Sáng"
# A telephone's clock may be half a minute off.
MFA_TOTP_TOLERANCE = 1
# The administrator enters the addresses, so nobody verifies them here.
MFA_ALLOW_UNVERIFIED_EMAIL = True

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt")]
LOCALE_PATHS = [ROOT / "cms" / "locale"]
FORMAT_MODULE_PATH = ["cms.core.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

WAGTAIL_SITE_NAME = "Gương Sáng"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", "Tiếng Việt")]
WAGTAIL_CONTENT_LANGUAGES = WAGTAILADMIN_PERMITTED_LANGUAGES
WAGTAIL_I18N_ENABLED = False
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# Passwords are changed and reset under /tai-khoan/, where attempts are limited and told to the owner.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# One zone for the whole country: nobody has to choose among six hundred.
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_TIME_FORMAT = "%H:%M"
WAGTAILIMAGES_IMAGE_MODEL = "media.Photo"
WAGTAILDOCS_DOCUMENT_MODEL = "media.Attachment"
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.media.forms.PhotoForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.media.forms.FileForm"
WAGTAILDOCS_SERVE_METHOD = "direct"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILIMAGES_EXTENSIONS = ["avif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILSEARCH_BACKENDS = backends.search(os.environ, DATABASES)
MODELSEARCH_BACKENDS = WAGTAILSEARCH_BACKENDS
WAGTAILFRONTENDCACHE = backends.front_cache(os.environ)

# Wagtail's admin needs inline scripts for its pickers, so the strict policy is for the public site (cms.urls).
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/admin/"],
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": [*backends.media_sources(os.environ), "data:"],
        "media-src": backends.media_sources(os.environ),
        "style-src": ["'self'"],
        "script-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    },
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"

MAIL_DELIVERY_BACKEND = ""
globals().update(backends.email(os.environ))
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "guong-sang@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # Addresses that are secrets themselves stay out of the log; a web server before us must do the same.
    "filters": {"secrets": {"()": "cms.people.secrecy.HideSecrets", "prefixes": ["/doc-truoc/"]}},
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "django.request": {"filters": ["secrets"]},
        "django.security.csrf": {"filters": ["secrets"]},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
