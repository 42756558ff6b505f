from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from cms.localities.viewsets import locality_chooser


@hooks.register("register_admin_viewset")
def register_locality_chooser() -> ViewSet:
    return locality_chooser
