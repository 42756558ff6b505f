from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "cms.organisations"
    label = "organisations"
    verbose_name = "Cơ quan, đơn vị"
    default_auto_field = "django.db.models.BigAutoField"
