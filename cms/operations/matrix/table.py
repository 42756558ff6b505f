"""The whole table, and how it is written down (`docs/quyen.md`)."""

from datetime import date

from cms.operations.matrix.figures import COLUMNS, figures
from cms.operations.matrix.newsroom import LETTERS, PHOTOS, SLOTS, STORIES, TAKEDOWNS
from cms.operations.matrix.reference import BODIES, DOOR, PEOPLE, PLANS, SYSTEM
from cms.operations.matrix.road import DOSSIERS, HAND_OVERS, OFFICE, PAPERS, WORK

AREAS = [
    DOOR, PAPERS, OFFICE, DOSSIERS, HAND_OVERS, WORK, STORIES, LETTERS, SLOTS, TAKEDOWNS, PHOTOS, PLANS, BODIES,
    PEOPLE, SYSTEM,
]  # fmt: skip
MAY, MAY_NOT = "✓", "–"
HEAD = """\
# Vai trò nào được làm gì

Bảng này do `manage.py permissions` in ra từ chính các câu hỏi quyền trong mã và các nhóm quyền của cài đặt; đừng sửa tay.
Mỗi ô được thử trên các cửa thật bởi `tests/roof/test_matrix.py`: đổi quyền thì in lại bảng và đọc phần khác.

`✓` là được, `–` là không. Người giữ vai trò ở một đơn vị, một tòa soạn chỉ làm được với phiếu, hồ sơ, việc của nơi ấy.
Người sửa bài sau cùng không được tự duyệt, dù vai trò cho duyệt.
"""

Matrix = dict[tuple[str, str], dict[str, bool]]


def ask_everybody(day: date) -> Matrix:
    """Every row by area and label, every cell by column. Raises NotProvisioned."""
    with figures(day) as people:
        return {
            (area.title, deed.label): {figure.label: deed.allows(figure) for figure in people}
            for area in AREAS
            for deed in area.deeds
        }


def as_markdown(matrix: Matrix) -> str:
    parts = [HEAD]
    for area in AREAS:
        rows = [_row(deed.label, matrix[area.title, deed.label]) for deed in area.deeds]
        parts.append(
            "\n".join([f"## {area.title}\n", _line(["Việc", *COLUMNS]), _line(["---"] + [":-:"] * len(COLUMNS)), *rows])
        )  # fmt: skip
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _row(label: str, cells: dict[str, bool]) -> str:
    return _line([label, *(MAY if cells[column] else MAY_NOT for column in COLUMNS)])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
