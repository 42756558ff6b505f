from django.apps import AppConfig


class AssignmentsConfig(AppConfig):
    name = "stories.assignments"
    label = "assignments"
    verbose_name = "Việc của tòa soạn"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.signals import workflow_submitted

        from cms.notifications.registries import deliverers
        from stories.assignments import tasks
        from stories.assignments.signal_handlers import end_assignment, open_assignment
        from stories.nominations.signals import hand_over_accepted

        deliverers.register("assignment.given", tasks.tell_person)
        hand_over_accepted.connect(open_assignment, dispatch_uid="assignments.open")
        workflow_submitted.connect(end_assignment, dispatch_uid="assignments.end")
