from django.apps import AppConfig


class SlotsConfig(AppConfig):
    name = "columns.slots"
    label = "slots"
    verbose_name = "Chuyên mục"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.delivery.registries import frames, lists, rows
        from cms.notifications.registries import deliverers
        from cms.workflow.registries import coming, coming_hours, late, release_hours
        from cms.workflow.registries import waiting as piles
        from columns.slots import queries, tasks, waiting
        from columns.slots.models import Column
        from columns.slots.tags import lists_of_item, lists_of_piece, lists_of_slot

        frames.register("slots.Column", Column)
        for label in ("slots.Slot", "slots.SlotItem"):
            rows.register(label, lambda row: [])
        lists.register("slots.Slot", lists_of_slot)
        lists.register("slots.SlotItem", lists_of_item)
        # A piece that comes back stands in its columns' lists again, though no slot was touched.
        lists.register("wagtailcore.Page (columns)", lists_of_piece)
        release_hours.register("slots", queries.placements_of)
        coming_hours.register("slots", queries.coming_hours)
        piles.register("slots", waiting.piles)
        late.register("slots", waiting.overdue)
        coming.register("slots", waiting.week)
        deliverers.register("slot.released", tasks.tell_released)
        deliverers.register("slot.blocked", tasks.tell_blocked)
        deliverers.register("slot.missed", tasks.tell_missed)
