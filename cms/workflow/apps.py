from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    name = "cms.workflow"
    label = "workflow"
    verbose_name = "Quy trình"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.workflow import waiting
        from cms.workflow.registries import late
        from cms.workflow.registries import waiting as piles

        piles.register("workflow", waiting.steps)
        late.register("workflow", waiting.overdue)
