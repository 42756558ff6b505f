"""The words that seeded stories are put together from; people, figures and deeds are invented."""

from dataclasses import dataclass


def _each(words: str, between: str | None = None) -> tuple[str, ...]:
    return tuple(words.split(between))


SURNAMES = _each(
    "Nguyễn Trần Lê Phạm Huỳnh Võ Phan Trương Bùi Đặng Đỗ Hồ Ngô Dương Lý Đinh Đoàn Lâm Mai Tô Cao Châu Thái Quách"
)
MIDDLES = {
    "male": _each("Văn Hữu Minh Thanh Quốc Công Hoàng Phước Tấn Thành Ngọc Chí"),
    "female": _each("Thị Ngọc Kim Thanh Bích Mỹ Hồng Thu Cẩm Tuyết Diễm Lệ"),
}
GIVEN = {
    "male": _each(
        "Kiềm Thới Tiếp Nghĩa Hùng Sơn Lợi Phúc Khánh Tâm Đức Bảo Giàu Hiếu Lành Mẫn Nhân Phong Quý Sang Tài Trọng "
        "Vinh Dũng Cường Hải Long Nam Tính Thuận"
    ),
    "female": _each(
        "Yến Cúc Hạnh Lan Mai Ngân Phượng Sương Thảo Trang Xuân Hiền Nga Liên Loan Diệu Gấm Hoa Huệ Kiều Lài Mận "
        "Nhung Oanh Quyên Thắm Thúy Tuyền Vân Út"
    ),
}
ORDERS = _each("Hai Ba Tư Năm Sáu Bảy Tám Chín Mười Út")
TITLES = {"male": ("Ông", "Anh", "Chú"), "female": ("Bà", "Chị", "Cô")}
GROUPS = ("Tổ hợp tác", "Câu lạc bộ", "Nhóm", "Tổ tự quản", "Chi hội")
GROUP_NAMES = _each(
    "Bông Súng|Sen Hồng|Đồng Tâm|Bình An|Phù Sa|Cầu Ván|Rạch Mới|Bến Nước|Chung Sức|Ruộng Xanh|Bờ Kinh|Hòa Thuận",
    "|",
)
HAMLETS = _each(
    "Mỹ Tây|Tân Lợi|Bình Hòa|Phú Thọ|Hưng Lợi|Tân Bình|Mỹ Thạnh|Đông Khánh|An Phú|Long Thới|Tân Thuận|Bình Phú|Hòa Mỹ|"
    "Vĩnh Hưng|Phú Long|An Lạc|Tân Hòa|Mỹ Hưng|Thạnh Phước|Gò Bói|Cái Sao|Xẻo Vạt|Rạch Ruộng|Kinh Mười|Bàu Sen|Láng Biển",
    "|",
)
PEN_NAMES = _each(
    "Minh Tâm|Út Hiền|Duy Khiêm|Hữu Nghĩa|Mỹ Lý|Trang Huỳnh|Phù Sa|Ngọc Tùng|Thanh Mơ|Dương Út|Nhật Khánh|Sông Tiền",
    "|",
)
MONTHS = tuple(f"tháng {month}" for month in range(1, 13))


@dataclass(frozen=True, slots=True)
class Theme:
    """One sector: what people do there (after their name), with what, and sentences of its own."""

    sector: str
    deeds: tuple[str, ...]
    things: tuple[str, ...]
    occupation: str
    sentences: tuple[str, ...]


THEMES = (
    Theme(
        "nong-nghiep",
        (
            "giữ ruộng sen cho cả xóm cùng làm",
            "trồng lại lúa mùa trên đất phèn",
            "chỉ bà con làm phân từ rơm rạ",
            "đưa cá đồng trở lại ruộng lúa",
            "bỏ thuốc hóa học cứu vườn xoài già",
        ),
        (
            "giống lúa mùa nổi",
            "gốc xoài cát",
            "ao sen",
            "rơm cuộn",
            "men vi sinh",
            "máng tưới nhỏ giọt",
            "bầy vịt",
        ),
        "nông dân",
        (
            "Ruộng nhà {who} nằm sát kinh, mùa nước nổi ngập hơn {n} tấc, trước đây chỉ làm được một vụ.",
            "Vụ đầu làm theo cách mới, {thing} chết gần phân nửa, {who} ghi lại từng ngày để coi sai ở đâu.",
            "Chi phí phân thuốc giảm được {n} phần trăm, lúa bán cho thương lái cao hơn ngoài chợ mấy trăm đồng một ký.",
            "Sáng sớm đi thăm đồng, {who} mang theo cuốn sổ tay bìa xanh, trong đó có đủ giờ lấy nước và số lần bón.",
            "Cán bộ khuyến nông {place} xuống đo độ phèn, nói đất này muốn khỏe lại phải mất ít nhất {m} năm.",
        ),
    ),
    Theme(
        "kinh-te-khoi-nghiep",
        (
            "mở xưởng nhỏ giữ chân thợ trẻ",
            "bán khô cá lóc theo cách mới",
            "dệt chiếu lác nuôi nghề của mẹ",
            "gom xoài dạt làm bánh xuất khẩu",
            "chia việc cho hai chục nhà cùng ấp",
        ),
        ("lò sấy", "mẻ bánh phồng", "khung dệt", "đơn hàng", "nhãn hàng", "kho lạnh", "tem truy xuất"),
        "chủ cơ sở sản xuất",
        (
            "Số vốn ban đầu chỉ có {n} triệu đồng, phân nửa là tiền mượn của bà con trong họ.",
            "Mẻ hàng đầu tiên bị trả về vì bao bì thấm ẩm, {who} ngồi bóc từng gói ra coi lại.",
            "Đến nay {thing} nuôi được {m} lao động thường xuyên, phần lớn là phụ nữ lớn tuổi khó đi xa.",
            "Tiền công trả theo tuần, ai kẹt thì ứng trước, cuối tháng cả nhóm cùng coi sổ thu chi.",
            "Sản phẩm được xếp hạng OCOP ba sao, nhưng {who} nói mừng nhất là khách cũ quay lại mua.",
        ),
    ),
    Theme(
        "giao-duc",
        (
            "mở lớp học đêm bên bờ kinh",
            "đón học trò qua sông mỗi sáng",
            "giữ tủ sách cho trẻ xóm chài",
            "dạy bơi miễn phí suốt mùa nước",
            "góp từng cuốn tập cho học trò nghèo",
        ),
        (
            "tủ sách",
            "tấm bảng đen",
            "lớp phụ đạo",
            "áo phao",
            "suất học bổng",
            "cây đờn cũ",
            "chiếc xuồng ba lá",
        ),
        "giáo viên về hưu",
        (
            "Lớp có {m} em, đứa nhỏ nhất bảy tuổi, đứa lớn nhất đã nghỉ học hai năm để phụ cha đi lưới.",
            "Không có bàn ghế, {who} xin ván cũ của trại cưa về đóng, mỗi buổi học bắt đầu bằng việc quét sân.",
            "Năm học vừa rồi cả {m} em đều lên lớp, trong đó {k} em được giấy khen của trường.",
            "Có bữa mưa lớn chỉ còn ba đứa tới, {who} vẫn dạy đủ giờ, rồi chèo xuồng đưa từng đứa về.",
            "{thing_cap} là thứ tụi nhỏ giành nhau giữ gìn, đứa nào mượn cũng tự ghi tên vào sổ.",
        ),
    ),
    Theme(
        "y-te",
        (
            "nấu cháo khuya cho người bệnh nghèo",
            "giữ chuyến xe cứu thương không đồng",
            "đo huyết áp từng nhà trên cù lao",
            "trồng vườn thuốc nam cho cả ấp",
            "vận động hiến máu hơn mười lăm năm",
        ),
        (
            "nồi cháo",
            "máy đo huyết áp",
            "chuyến xe",
            "vườn thuốc nam",
            "túi cứu thương",
            "sổ khám",
            "giường bệnh cũ",
        ),
        "nhân viên y tế ấp",
        (
            "Mỗi đêm có chừng {n} người chờ trước cổng trạm, ai tới trước nhường người nuôi con nhỏ.",
            "{who} học cách sơ cứu từ một khóa của Hội Chữ thập đỏ, về nhà tự tập trên con gấu bông của cháu.",
            "Trong {m} năm, {thing} đã đi qua {n} lượt nhà, không lấy của ai một đồng tiền xăng.",
            "Bác sĩ trạm y tế {place} nói nhờ cuốn sổ theo dõi mà phát hiện sớm {k} ca tai biến.",
            "Người được giúp hay gửi lại trái mướp, con cá, {who} đem hết vào nồi nấu chung.",
        ),
    ),
    Theme(
        "an-sinh-xa-hoi",
        (
            "cất nhà cho người già neo đơn",
            "lập quỹ gạo giúp bà con mùa giáp hạt",
            "cho mượn giường bệnh không lấy tiền",
            "nuôi ba đứa trẻ không cùng máu mủ",
            "lo hậu sự cho người không thân nhân",
        ),
        ("quỹ gạo", "căn nhà lá", "bao lúa", "tấm tôn", "bếp ăn", "giường bệnh", "con heo đất"),
        "thành viên Hội Chữ thập đỏ",
        (
            "Quỹ bắt đầu từ {k} hũ gạo đặt ở đầu xóm, ai nấu cơm thì bớt lại một nắm bỏ vô.",
            "Đến nay {who} cùng bà con đã cất được {m} căn nhà, căn nào cũng có tên người góp công ghi trong sổ.",
            "Không nhận tiền mặt, chỉ nhận {thing} và ngày công, để ai cũng thấy của mình nằm ở đâu.",
            "Có hộ được giúp năm trước, năm sau mang {n} ký gạo tới góp lại, nói là trả nợ xóm giềng.",
            "Trưởng ấp {hamlet} nói mỗi lần họp dân, chuyện quỹ được đọc công khai từng khoản một.",
        ),
    ),
    Theme(
        "moi-truong",
        (
            "vớt rác trên kinh mỗi sáng sớm",
            "trồng cây giữ bờ cho sông khỏi lở",
            "đổi vỏ chai lấy cây giống cho xóm",
            "canh giữ vườn chim giữa đồng trống",
            "gom vỏ thuốc sâu khỏi những bờ ruộng",
        ),
        ("chiếc vợt lưới", "hàng bần", "thùng rác treo", "vỏ chai", "vườn chim", "cây giống", "bãi bồi"),
        "thành viên tổ tự quản môi trường",
        (
            "Mỗi chuyến xuồng vớt được chừng {n} ký rác, phần nhiều là bọc ni lông và vỏ thuốc bảo vệ thực vật.",
            "Hai hàng bần trồng năm đầu bị nước cuốn gần hết, {who} cắm cọc tre trồng lại lần thứ ba.",
            "Bây giờ bờ kinh dài {m} trăm mét không còn lở, {thing} có tên người trông nom treo bên cạnh.",
            "Học trò trường {hamlet} theo {who} đi đếm chim mỗi sáng chủ nhật, ghi được {k} loài.",
            "Nước kinh trong hơn, bà con lại xuống bến giặt đồ, chuyện đã mười năm không ai dám làm.",
        ),
    ),
    Theme(
        "van-hoa",
        (
            "giữ tiếng đờn ca cho lớp trẻ",
            "chép lại chuyện xưa của làng chiếu",
            "dạy hò Đồng Tháp cho học trò nhỏ",
            "hòa giải những nhà giận nhau lâu năm",
            "sửa sắc phong cũ của ngôi đình làng",
        ),
        ("cây đờn kìm", "điệu hò", "cuốn gia phả", "tấm ảnh cũ", "sắc phong", "buổi đờn ca", "mái đình"),
        "nghệ nhân",
        (
            "Tối thứ bảy, {thing} được đem ra giữa sân, người già ngồi trong, con nít ngồi ngoài.",
            "{who} thuộc hơn {n} bài bản, nhưng chỉ dạy bài nào mình hiểu hết lời.",
            "Lớp có {m} người học, nhỏ nhất mười tuổi, lớn nhất là một ông thợ hồ đã lên chức ngoại.",
            "Nhiều câu hò không còn ai nhớ trọn, {who} đi hỏi từng cụ già ở ấp {hamlet} rồi ráp lại.",
            "Câu chuyện của hai nhà giận nhau {k} năm kết thúc bằng một mâm cơm giỗ nấu chung.",
        ),
    ),
    Theme(
        "an-ninh-trat-tu",
        (
            "giữ tiếng kẻng bình yên cho xóm",
            "chặn cuộc gọi lừa đảo ở chợ",
            "cảm hóa người lầm lỡ trở về làng",
            "canh bến đò đêm không lấy công",
            "lắp bóng đèn cho con lộ tối",
        ),
        (
            "tiếng kẻng",
            "bóng đèn",
            "tổ tuần tra",
            "cuốn sổ trực",
            "chốt gác",
            "đường dây nóng",
            "camera góp tiền",
        ),
        "tổ trưởng tổ bảo vệ an ninh cơ sở",
        (
            "Hễ nghe {thing}, {m} nhà cùng chạy ra, mỗi nhà một việc đã phân sẵn từ trước.",
            "Trong {k} năm, ấp {hamlet} không mất một chiếc xuồng nào, chuyện trước đây tháng nào cũng có.",
            "{who} đi gặp từng người vừa về làng, hỏi họ biết làm nghề gì rồi dắt tới chỗ đang thiếu thợ.",
            "Công an {place} cho biết nhờ tin báo của tổ mà ngăn được {n} vụ lừa chuyển tiền.",
            "Tiền điện của {n} bóng đèn do các hộ dọc lộ chia nhau, mỗi tháng chưa tới một tô hủ tiếu.",
        ),
    ),
)

OPENINGS = (
    "Trời chưa sáng hẳn, {who} đã có mặt ở ấp {hamlet}, {place}, tay xách theo {thing} như mọi ngày.",
    "Hỏi thăm đường tới nhà {who} ở ấp {hamlet}, {place}, người bán nước đầu lộ chỉ ngay, không cần hỏi lại.",
    "Chuyện bắt đầu từ một buổi chiều {month} năm {year}, khi {who} thấy {thing} bị bỏ lại giữa mưa.",
    "Ở {place}, nhắc tới {thing} là bà con ấp {hamlet} nhắc tới {who}, người đã theo việc này {m} năm.",
    "Căn nhà của {who} nằm cuối con lộ đất ấp {hamlet}, trước cửa lúc nào cũng có người ngồi chờ.",
)
SENTENCES = (
    "Lúc đầu ít ai tin, có người nói thẳng là làm vậy chỉ tốn công, được bữa trước bữa sau rồi cũng bỏ.",
    "{who} không cãi, chỉ rủ từng nhà làm thử, nhà nào chịu thì làm trước, nhà nào chưa chịu thì chờ.",
    "Tới {month} năm {year}, cả ấp {hamlet} có {n} hộ cùng tham gia, gấp {k} lần lúc mới bắt đầu.",
    "Bà {neighbour}, nhà kế bên, kể lại rằng có hôm nước lên tới hiên mà {who} vẫn không nghỉ một bữa.",
    "Ông {neighbour} ở ấp {hamlet} nói vui rằng nhờ vậy mà xóm này bớt nhậu, vì tối nào cũng có việc để bàn.",
    "Ủy ban nhân dân {place} hỗ trợ {n} triệu đồng, số còn lại do bà con tự góp và công khai từng khoản.",
    "Có năm mất mùa, nhiều nhà tính rút lui, {who} đem phần của mình chia ra cho mọi người giữ lại giống.",
    "Sai lầm lớn nhất là làm vội, năm {year} mất trắng {n} triệu đồng, từ đó việc gì cũng thử trên một khoảnh nhỏ trước.",
    "Cái khó không phải là tiền mà là giờ giấc, ai cũng có ruộng vườn, con cái, nên mọi người chia nhau theo phiên.",
    "Mỗi phiên có {k} người, người đi trước ghi lại cho người đi sau, cuối tuần cùng ngồi đọc sổ.",
    "Đoàn thanh niên {place} xin được học lại cách làm, đem về ba ấp khác, có chỗ giữ nguyên, có chỗ sửa đi.",
    "“Làm được thì nói, chưa được cũng nói, bà con thương là thương ở chỗ thiệt tình”, {who} nói.",
    "Hỏi có khi nào nản không, {who} cười, chỉ tay ra phía {thing}, nói coi nó vậy chớ còn bền hơn mình.",
    "Từ ngày nhập xã, đường đi xa hơn nhưng người cũ vẫn tìm về, gọi {place} bằng cái tên hồi trước.",
    "Năm {year}, {who} được tặng giấy khen, tờ giấy treo ở nhà văn hóa ấp vì theo lời kể thì đó là của chung.",
    "Con cháu đi làm xa lâu lâu gửi về ít tiền, dặn mua thêm {thing}, còn dư thì bỏ vô quỹ.",
    "Buổi họp tổng kết có {n} người tới dự, ngồi chật cả sân, mấy đứa nhỏ leo lên nhánh mận để coi.",
    "Giờ ai tới hỏi, {who} đều chỉ hết, không giấu nghề, chỉ dặn một điều là đừng làm lớn quá sức mình.",
    "Nhờ vậy mà hộ {neighbour}, từng thuộc diện khó khăn, nay đã trả xong nợ và sửa lại được mái nhà.",
    "Người ta nhớ nhất là mùa nước năm {year}, khi cả xóm cùng khiêng {thing} lên chỗ cao trong đêm.",
)
CLOSINGS = (
    "Chiều xuống, {who} cột lại {thing}, hẹn sáng mai tiếp tục, như đã hẹn với bà con ấp {hamlet} suốt {m} năm nay.",
    "Rời {place}, chúng tôi còn nghe tiếng gọi nhau í ới ngoài bến, ai nấy lo phần việc của mình cho kịp con nước.",
    "Ngoài sân, {thing} vẫn nằm chỗ cũ, còn cuốn sổ thì đã sang trang mới, ghi thêm {k} cái tên.",
)
CROSSHEADS = (
    "Bắt đầu từ chuyện nhỏ", "Làm sai thì làm lại", "Cả xóm cùng giữ", "Chia nhau từng phiên", "Sổ mở cho mọi người",
    "Mùa nước năm ấy", "Người sau học người trước", "Của chung thì bền",
)  # fmt: skip
STEPS = (
    "Bắt đầu với {k} hộ gần nhau, làm thử trên một khoảnh nhỏ trong một mùa.",
    "Ghi sổ mỗi ngày: ai làm, làm gì, tốn bao nhiêu, được bao nhiêu.",
    "Họp vào chủ nhật đầu tháng ở nhà văn hóa ấp {hamlet}, đọc sổ trước mọi người.",
    "Góp công trước, góp tiền sau; không nhận tiền mặt khi chưa có biên nhận.",
    "Hỏi cán bộ {place} trước khi mở rộng, và chỉ mở rộng khi có người trông coi.",
)
