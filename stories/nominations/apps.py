from django.apps import AppConfig


class NominationsConfig(AppConfig):
    name = "stories.nominations"
    label = "nominations"
    verbose_name = "Giới thiệu điển hình"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.notifications.registries import deliverers
        from cms.workflow.registries import waiting as piles
        from stories.nominations import tasks, waiting

        piles.register("nominations", waiting.piles)
        deliverers.register("nomination.sent", tasks.tell_office)
        deliverers.register("nomination.answered", tasks.tell_body)
        deliverers.register("nomination.concurrence", tasks.tell_committee)
        deliverers.register("nomination.handed_over", tasks.tell_desk)
        deliverers.register("nomination.returned", tasks.tell_office_of_return)
