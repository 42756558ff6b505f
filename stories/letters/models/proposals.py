"""Lời giới thiệu: anybody tells of somebody worth telling of, and is answered."""

from datetime import datetime

from django.conf import settings
from django.db import models

from cms.localities.models import Locality
from stories.exemplars.models import Exemplar
from stories.letters.enums import ProposalState
from stories.letters.rules import LONGEST_DEEDS, LONGEST_SOURCE
from stories.nominations.models import Nomination

STATE_LABELS = [
    (ProposalState.NEW, "Chờ xem"),
    (ProposalState.ACCEPTED, "Đã chuyển đơn vị lập phiếu"),
    (ProposalState.MERGED, "Đã gộp vào hồ sơ đang có"),
    (ProposalState.DECLINED, "Không tiếp nhận"),
]


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def waiting(self) -> "ProposalQuerySet":
        return self.filter(state=ProposalState.NEW)

    def older_than(self, moment: datetime) -> "ProposalQuerySet":
        return self.filter(proposed_at__lt=moment)


class Proposal(models.Model):
    # Of the form it was sent with: a second press of the button is the same proposal.
    form_digest = models.CharField("dấu của phiếu", max_length=64, unique=True, editable=False)
    name = models.CharField("người hoặc tập thể được giới thiệu", max_length=160)
    search_name = models.CharField("tên không dấu", max_length=200, db_index=True, editable=False)
    place = models.CharField("ở đâu", max_length=160)
    locality = models.ForeignKey(
        Locality,
        verbose_name="xã, phường",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    deeds = models.TextField("đã làm gì", max_length=LONGEST_DEEDS)
    source = models.TextField("vì sao biết", max_length=LONGEST_SOURCE)
    contact_name = models.CharField("người giới thiệu", max_length=120, blank=True)
    contact = models.CharField("điện thoại hoặc thư điện tử", max_length=120, blank=True)
    # Law 91/2025: explicit and provable. What the box said is in the template's history.
    agreed_at = models.DateTimeField("đồng ý lúc")
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="tài khoản giới thiệu",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="proposals",
    )
    proposed_at = models.DateTimeField("gửi lúc")
    state = models.CharField(
        "tình trạng", max_length=8, choices=STATE_LABELS, default=ProposalState.NEW, editable=False
    )
    answer = models.TextField("trả lời", blank=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người trả lời",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    answered_at = models.DateTimeField("trả lời lúc", null=True, blank=True)
    # A body may throw a draft away; what its proposer was told stays.
    nomination = models.ForeignKey(
        Nomination,
        verbose_name="phiếu giới thiệu",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="proposals",
    )
    exemplar = models.ForeignKey(
        Exemplar,
        verbose_name="điển hình",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="proposals",
    )
    is_sample = models.BooleanField("dữ liệu mẫu", default=False)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "lời giới thiệu"
        verbose_name_plural = "lời giới thiệu"
        ordering = ["proposed_at", "pk"]
        indexes = [models.Index(fields=["state", "proposed_at"], name="proposal_inbox")]
        permissions = [("answer_proposal", "Xem và trả lời lời giới thiệu")]

    def __str__(self) -> str:
        return self.name
