from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "cms.people"
    label = "people"
    verbose_name = "Người dùng"
    default_auto_field = "django.db.models.BigAutoField"
