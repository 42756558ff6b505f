from django.apps import AppConfig


class AssignmentsConfig(AppConfig):
    name = "stories.assignments"
    label = "assignments"
    verbose_name = "Việc của tòa soạn"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.signals import workflow_submitted

        from cms.notifications.registries import deliverers
        from cms.workflow.registries import coming, late
        from cms.workflow.registries import waiting as piles
        from stories.assignments import tasks, waiting
        from stories.assignments.signal_handlers import end_assignment, open_assignment
        from stories.nominations.signals import hand_over_accepted

        piles.register("assignments", waiting.piles)
        late.register("assignments", waiting.overdue)
        coming.register("assignments", waiting.due)
        deliverers.register("assignment.given", tasks.tell_person)
        hand_over_accepted.connect(open_assignment, dispatch_uid="assignments.open")
        workflow_submitted.connect(end_assignment, dispatch_uid="assignments.end")
