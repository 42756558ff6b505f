from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "cms.notifications"
    label = "notifications"
    verbose_name = "Thông báo"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.notifications.actions import LETTER
        from cms.notifications.mail import deliver
        from cms.notifications.registries import deliverers

        deliverers.register(LETTER, deliver)
