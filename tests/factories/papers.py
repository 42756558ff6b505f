"""What a clerk types into the paper, and photographs."""

from io import BytesIO

from PIL import Image

from cms.plans.models import Sector
from stories.nominations.models import Nomination
from tests.factories import library

PAPERS = "/phieu-gioi-thieu/"


def typed(nomination: Nomination, **changes: object) -> dict[str, object]:
    """What the form sends when everything necessary is filled in."""
    today, _ = library.places()
    sector, _ = Sector.objects.get_or_create(slug="nong-nghiep", defaults={"name": "Nông nghiệp"})
    values: dict[str, object] = {
        "edition": nomination.edition, "subject_type": "individual", "name": "Nguyễn Văn Kiềm", "birth_year": "1968",
        "locality": today.pk, "sector": sector.pk, "kind": "good_deed", "deed_1": "Trồng lại hai công sen",
        "proof_1": "Sổ thu chi", "contact_name": "Lê Thị Ngân", "contact_phone": "0277 385 1234",
    }  # fmt: skip
    return values | changes


def picture(width: int = 900, kind: str = "JPEG") -> bytes:
    data, image = BytesIO(), Image.effect_noise((width, width), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x010F] = "Máy của chị Ngân"
    image.save(data, kind, exif=exif)
    return data.getvalue()


def a_small_picture() -> bytes:
    data = BytesIO()
    Image.new("RGB", (80, 60), "#7a9").save(data, "JPEG")
    return data.getvalue()
