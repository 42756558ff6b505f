from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "stories.letters"
    label = "letters"
    verbose_name = "Thư từ, đọc trước"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.notifications.registries import deliverers
        from cms.workflow.registries import checks, late
        from cms.workflow.registries import waiting as piles
        from stories.letters import tasks, waiting
        from stories.letters.checks import check_readings

        checks.register("letters", check_readings)
        piles.register("letters", waiting.piles)
        late.register("letters", waiting.overdue)
        deliverers.register("proposal.received", tasks.tell_office)
        deliverers.register("proposal.accepted", tasks.tell_body)
        deliverers.register("reading.answered", tasks.tell_desk_and_office)
