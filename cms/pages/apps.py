from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "cms.pages"
    label = "pages"
    verbose_name = "Trang"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Says for all pages, and for the rooms below `cms.delivery`, what ready pages show of them."""
        from wagtail.models import PageViewRestriction, Site, get_page_models

        from cms.delivery.registries import frames, rows, unshown
        from cms.localities.models import Locality, Succession
        from cms.organisations.models import Organisation
        from cms.pages.models import ReleasedPage
        from cms.pages.rules import page_tag
        from cms.plans.models import Sector

        for model in get_page_models():
            rows.register(model._meta.label, lambda page: [page_tag(page.pk)])
            # Sections are few, and which there are is shown far from them.
            if not issubclass(model, ReleasedPage) and model._meta.label != "wagtailcore.Page":
                frames.register(model._meta.label, model)
        rows.register("media.Photo", lambda photo: [f"photo:{photo.pk}"])
        rows.register("media.Attachment", lambda file: [f"attachment:{file.pk}"])
        for small in (Sector, Locality, Succession, Organisation):
            frames.register(small._meta.label, small)
        frames.register("wagtailcore.Site", Site)
        frames.register("wagtailcore.PageViewRestriction", PageViewRestriction)
        # Types never change; sizes of a photo are made while it is shown, and go when the photo is saved.
        # The cache of the embedded default keeps addresses of sites, which are framed above.
        for table in ("cache_entries", "django_content_type", "media_photorendition", "wagtailcore_locale"):
            unshown.register(table, table)
