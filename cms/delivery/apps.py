from django.apps import AppConfig, apps


class DeliveryConfig(AppConfig):
    name = "cms.delivery"
    label = "delivery"
    verbose_name = "Trang dựng sẵn"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Rooms above have spoken by now: apps are made ready from the roof down."""
        from django.db.models.signals import (
            m2m_changed,
            post_init,
            post_migrate,
            post_save,
            pre_delete,
            pre_save,
        )
        from wagtail.signals import page_slug_changed, post_page_move

        from cms.delivery import signal_handlers as handlers
        from cms.delivery import tasks
        from cms.delivery.recording import note_row
        from cms.delivery.registries import frames, lists, rows
        from cms.notifications.registries import deliverers
        from cms.workflow.signals import released

        for label in rows.names():
            post_init.connect(note_row, sender=apps.get_model(label), dispatch_uid=f"delivery.note.{label}")
        watched = {*rows.names(), *frames.names(), *(name.partition(" ")[0] for name in lists.names())}
        for label in sorted(watched):
            model = apps.get_model(label)
            for signal, handler in (
                (pre_save, handlers.before_save),
                (post_save, handlers.after_save),
                (pre_delete, handlers.before_delete),
            ):
                signal.connect(handler, sender=model, dispatch_uid=f"delivery.{handler.__name__}.{label}")
            for field in model._meta.local_many_to_many:
                m2m_changed.connect(
                    handlers.change_relation,
                    sender=field.remote_field.through,
                    dispatch_uid=f"delivery.m2m.{label}.{field.name}",
                )
        released.connect(handlers.after_release, dispatch_uid="delivery.released")
        page_slug_changed.connect(handlers.change_slug, dispatch_uid="delivery.slug")
        post_page_move.connect(handlers.change_addresses, dispatch_uid="delivery.move")
        post_migrate.connect(handlers.forget_after_upgrade, sender=self, dispatch_uid="delivery.upgrade")
        deliverers.register("delivery.purge", tasks.purge)
