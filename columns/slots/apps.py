from django.apps import AppConfig


class SlotsConfig(AppConfig):
    name = "columns.slots"
    label = "slots"
    verbose_name = "Chuyên mục"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.notifications.registries import deliverers
        from cms.workflow.registries import release_hours
        from columns.slots import tasks
        from columns.slots.queries import placements_of

        release_hours.register("slots", placements_of)
        deliverers.register("slot.released", tasks.tell_released)
        deliverers.register("slot.blocked", tasks.tell_blocked)
        deliverers.register("slot.missed", tasks.tell_missed)
