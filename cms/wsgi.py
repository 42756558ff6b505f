"""The WSGI entry point (PEP 3333); Granian serves it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")

django = get_wsgi_application()

from django.conf import settings  # noqa: E402  # the settings are read by the line above

from cms.delivery.headers import public_headers  # noqa: E402
from cms.delivery.wsgi import ReadyFiles  # noqa: E402

application = ReadyFiles(
    django,
    root=settings.READY_DIR,
    media=settings.DATA_DIR / "media" if settings.MEDIA_IS_LOCAL else None,
    site_url=settings.SITE_URL,
    session_cookie=settings.SESSION_COOKIE_NAME,
    headers=public_headers(),
)
