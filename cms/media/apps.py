from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "cms.media"
    label = "media"
    verbose_name = "Ảnh và tệp"
    default_auto_field = "django.db.models.BigAutoField"
