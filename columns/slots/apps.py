from django.apps import AppConfig


class SlotsConfig(AppConfig):
    name = "columns.slots"
    label = "slots"
    verbose_name = "Chuyên mục"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.workflow.registries import release_hours
        from columns.slots.queries import placements_of

        release_hours.register("slots", placements_of)
