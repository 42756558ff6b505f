from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from stories.exemplars.viewsets import exemplar_chooser


@hooks.register("register_admin_viewset")
def register_exemplar_chooser() -> ViewSet:
    return exemplar_chooser
