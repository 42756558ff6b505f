"""Sample proposals of the public, through the same actions as real ones; one is answered already."""

from collections.abc import Callable
from datetime import datetime, timedelta

from cms.notifications.actions import deliver_due
from cms.operations.demo.people import sample_user
from cms.people.enums import Role
from stories.exemplars.models import Exemplar
from stories.letters.actions import merge, propose
from stories.letters.forms import new_token
from stories.letters.models import Proposal

SAMPLES = [
    {
        "name": "Ông Huỳnh Văn Bảy Đò",
        "place": "ấp Mỹ Thị B, xã Tháp Mười",
        "deeds": "Mười hai năm đưa học trò qua kinh bằng xuồng nhà, không lấy tiền.\n"
        "Mùa nước nổi, ông tập bơi cho trẻ trong ấp ngay bến đò.",
        "source": "Hai con tôi đi xuồng của ông từ lớp một. Cô giáo ở trường xác nhận được.",
        "contact_name": "Lê Thị Năm (dữ liệu mẫu)",
        "contact": "",
    },
    {
        "name": "Tổ may áo trắng khóm 2",
        "place": "phường Mỹ Trà",
        "deeds": "Sáu chị em trong khóm gom vải, mỗi hè may áo đi học tặng học sinh nghèo. "
        "Hè rồi được chín mươi bộ.",
        "source": "Tôi ở cùng khóm, có tới phụ cắt chỉ.",
        "contact_name": "",
        "contact": "",
    },
]
ANSWER = (
    "Cảm ơn bạn. Người này đã có hồ sơ và đang được kể trên Gương Sáng; "
    "điều bạn kể được đọc cùng với hồ sơ đó. (Dữ liệu mẫu)"
)


def provide_proposals(*, at: datetime, say: Callable[[str], None]) -> None:
    """Two that wait and one that is merged; where samples stand already, nothing."""
    if Proposal.objects.filter(is_sample=True).exists():
        return
    codes = [
        _propose(sample, at - timedelta(days=days)) for sample, days in zip(SAMPLES, (6, 1), strict=True)
    ]
    if known := Exemplar.objects.filter(is_sample=True).first():
        codes.append(_known_already(known, at))
    # Now, while letters go nowhere: the sample people have no letterboxes.
    deliver_due(at=at)
    say(f"{len(codes)} lời giới thiệu mẫu; mã theo dõi, chỉ in lần này: {', '.join(codes)}")


def _propose(words: dict[str, str], at: datetime) -> str:
    return propose(words, form=new_token(at), by=None, at=at, is_sample=True)[1]


def _known_already(exemplar: Exemplar, at: datetime) -> str:
    words = {
        "name": exemplar.name,
        "place": str(exemplar.locality),
        "deeds": exemplar.summary,
        "source": "Tôi là hàng xóm, thấy mỗi ngày.",
    }
    before = at - timedelta(days=3)
    proposal, code = propose(words, form=new_token(before), by=None, at=before, is_sample=True)
    merge(proposal, into=exemplar, answer=ANSWER, by=sample_user(Role.STANDING_OFFICE), at=at)
    return code
