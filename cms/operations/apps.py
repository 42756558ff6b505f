from django.apps import AppConfig
from django.db.models.signals import post_migrate


class OperationsConfig(AppConfig):
    name = "cms.operations"
    label = "operations"
    verbose_name = "Vận hành"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.operations.growth import children, indexes, paths, searching

        paths.mend()
        children.mend()
        searching.mend()
        post_migrate.connect(indexes.make_indexes, sender=self, dispatch_uid="operations.indexes")
