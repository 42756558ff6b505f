from django.apps import AppConfig


class ChannelsConfig(AppConfig):
    name = "feeds.channels"
    label = "channels"
    verbose_name = "Nguồn cấp"
    default_auto_field = "django.db.models.BigAutoField"
