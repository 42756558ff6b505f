"""Hardens `base` and refuses to start on a missing value, in plain words."""

import os

from cms.settings import backends, base

# Every setting of the base, then the differences: named one by one, no star import.
globals().update({name: getattr(base, name) for name in dir(base) if name.isupper()})

for variable in ("SECRET_KEY", "SITE_URL", "DATA_DIR"):
    if not os.environ.get(variable):
        raise backends.BadSetting(f"Thiếu biến môi trường {variable}; xem bảng biến trong README.md.")
if not base.SITE_URL.startswith("https://"):
    raise backends.BadSetting("SITE_URL của bản chính thức phải bắt đầu bằng https://.")

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# The same proxy says who is asking; without it one careless reader would lock everybody's sign-in.
ALLAUTH_TRUSTED_PROXY_COUNT = 1
SECURE_HSTS_SECONDS = 31_536_000
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
