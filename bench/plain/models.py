"""A story as a competent Wagtail developer writes it from the documentation, with the same parts as ours."""

from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Orderable, Page


class Named(models.Model):
    name = models.CharField(max_length=120)
    slug = models.SlugField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class Sector(Named):
    pass


class Locality(Named):
    pass


class Exemplar(Named):
    pass


class StoryIndex(Page):
    pass


class Story(Page):
    kicker = models.CharField(max_length=80, blank=True)
    standfirst = models.TextField(blank=True)
    dateline = models.CharField(max_length=80, blank=True)
    lead_photo = models.ForeignKey(
        "wagtailimages.Image", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    lead_caption = models.CharField(max_length=250, blank=True)
    body = StreamField(
        [
            ("paragraph", blocks.RichTextBlock()),
            ("crosshead", blocks.CharBlock()),
            ("quote", blocks.StructBlock([("text", blocks.TextBlock()), ("name", blocks.CharBlock())])),
            ("photo", blocks.StructBlock([("photo", ImageChooserBlock()), ("caption", blocks.CharBlock())])),
            ("list", blocks.ListBlock(blocks.TextBlock())),
        ]
    )
    sectors = ParentalManyToManyField(Sector, related_name="stories")
    localities = ParentalManyToManyField(Locality, related_name="stories")
    exemplars = ParentalManyToManyField(Exemplar, related_name="stories")

    template = "plain/story.html"

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        others = Story.objects.live().filter(sectors__in=self.sectors.all()).exclude(pk=self.pk).distinct()
        return context | {"related": others.order_by("-first_published_at")[:3]}


class Byline(Orderable):
    page = ParentalKey(Story, on_delete=models.CASCADE, related_name="bylines")
    pen_name = models.CharField(max_length=80)
