"""Classroom, clinic and library."""

from __future__ import annotations

from ..canvas import block
from ..figures import Figure
from ..looks import CLINIC, HOME, OFFICE, SCHOOL, Look, look_of
from ..nature import WHITE
from ..palette import hex_colour, mix
from ..poses import POINT, REACH, SIT, STOOP
from ..stage import Scene, Stage
from ..things import books, flowers, open_book
from .indoors import BRIGHT, back_row, plant_front, room, table, window, wood_of


def classroom(s: Stage) -> None:
    floor, c, light, rng = room(s), s.canvas, s.light, s.rng
    board, x = mix(hex_colour("2F6255"), light.shade, 0.15), rng.uniform(380, 560)
    window(s, x - 340, 150, 220, 330, floor)
    c.shape(block(x - 16, 134, 732, 372), mix(wood_of(s), WHITE, 0.15))
    c.faded(block(x, 150, 700, 340), board, mix(board, light.near, 0.3))
    for row in range(4):
        for stroke in range(rng.randint(4, 7)):
            px = x + 50 + stroke * 92
            c.line(
                [(px, 210 + row * 62), (px + rng.uniform(30, 74), 210 + row * 62 + rng.uniform(-3, 3))],
                6,
                mix(board, WHITE, 0.55),
                0.75,
            )
    c.shape(block(x - 10, 500, 720, 16), mix(wood_of(s), WHITE, 0.3))
    window(s, x + 800, 150, 220, 330)
    for row in range(2):
        for column in range(4):
            table(s, 40 + column * 410 - row * 60, floor + 20 + row * 110, 300 + row * 30, 110)


def classroom_work(s: Stage) -> list[Figure]:
    rng = s.rng
    x = rng.choice((rng.uniform(380, 520), rng.uniform(1060, 1200)))
    side = 1 if x < 800 else -1
    main = s.main(POINT, x, 880, rng.uniform(78, 86), side)
    back_row(s, 4)
    return [main]


def clinic(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    floor = room(s, mix(WHITE, light.far, rng.uniform(0.25, 0.5)))
    x = rng.uniform(140, 300)
    window(s, x, 140, 300, 320, floor)
    cabinet = x + 480
    c.shape(block(cabinet, 190, 320, floor - 190), mix(light.wall, WHITE, 0.5))
    c.shape(block(cabinet + 320, 190, 16, floor - 190), mix(light.wall, light.shade, 0.3))
    for row in range(3):
        c.shape(block(cabinet + 20, 210 + row * 110, 280, 90), mix(light.water_top, light.water_low, 0.28))
        for item in range(7):
            tall = rng.uniform(34, 66)
            c.shape(
                block(cabinet + 34 + item * 38, 300 + row * 110 - tall, 26, tall),
                rng.choice((WHITE, light.lotus, light.mid, light.straw)),
            )
    c.shape(block(cabinet + 450, 170, 110, 110), WHITE)
    c.shape(block(cabinet + 493, 186, 24, 78), light.lotus)
    c.shape(block(cabinet + 466, 213, 78, 24), light.lotus)
    curtain = mix(light.mid, WHITE, 0.4)
    for fold in range(8):
        c.faded(
            block(1330 + fold * 36, 90, 36, floor + 30 - 90),
            mix(curtain, light.shade, 0.05 + 0.1 * (fold % 2)),
            curtain,
        )
    c.shape(block(1290, 80, 320, 12), mix(light.shade, WHITE, 0.3))


def bed(s: Stage, x: float, y: float, width: float) -> None:
    c, light = s.canvas, s.light
    for leg in (0.06, 0.92):
        c.shape(block(x + width * leg, y, 16, 130), mix(light.shade, WHITE, 0.35))
    c.shape(block(x, y - 8, width, 60), mix(WHITE, light.shade, 0.08))
    c.shape(block(x, y + 30, width, 30), mix(light.water_low, WHITE, 0.35))
    c.blob([(x + 10, y - 46), (x + 150, y - 48), (x + 160, y - 8), (x + 6, y - 6)], WHITE)


def clinic_work(s: Stage) -> list[Figure]:
    rng, c, light = s.rng, s.canvas, s.light
    x = rng.uniform(700, 900)
    bed(s, x + 20, 800, 520)
    patient = s.person(SIT, x + 250, 945, 74, -1, look=_patient(s), grounded=False)
    main = s.main(STOOP, x - 70, 980, 84, 1)
    cuff = (
        (patient.shoulder[0] + patient.near_hand[0]) / 2 + 18,
        (patient.shoulder[1] + patient.near_hand[1]) / 2,
    )
    c.line(
        [(cuff[0] - 26, cuff[1] - 18), (cuff[0] + 16, cuff[1] + 20)],
        44,
        mix(light.shade, light.water_low, 0.3),
    )
    table(s, 120, 850, 300, 180)
    c.shape(block(190, 800, 110, 50), mix(light.water_low, light.shade, 0.2))
    c.shape(block(204, 810, 60, 26), mix(light.far, WHITE, 0.5))
    plant_front(s)
    return [main, patient]


def _patient(s: Stage) -> Look:
    return look_of(s.rng, s.light, HOME)


def library(s: Stage) -> None:
    floor, c, light, rng = room(s), s.canvas, s.light, s.rng
    left = rng.random() < 0.5
    window(s, 90 if left else 1240, 150, 270, 340, floor if left else None)
    start, span, wood = (460 if left else 80), 1060, wood_of(s, 0.4)
    c.shape(block(start - 16, 80, span + 32, floor - 60), mix(wood, light.dark, 0.45))
    for row in range(5):
        base = 200 + row * (floor - 100) / 5.4
        for column in range(3):
            books(c, light, rng, start + column * span / 3 + 6, base, span / 3 - 20, 106)
        c.shape(block(start - 16, base, span + 32, 13), mix(wood, WHITE, 0.14))
    for column in range(4):
        c.shape(block(start - 12 + column * span / 3 - 4, 80, 14, floor - 60), mix(wood, WHITE, 0.06))


def library_front(s: Stage) -> None:
    c, rng = s.canvas, s.rng
    table(s, -40, 985, 1700, 140)
    x = rng.choice((120, 1240))
    for row in range(4):
        c.shape(
            block(x + rng.uniform(-14, 14), 955 - row * 30, 230, 27),
            mix(
                rng.choice((s.light.lotus, s.light.near, s.light.straw, s.light.water_low)),
                s.light.shade,
                0.2,
            ),
        )
    open_book(c, s.light, (1320 - x + 100, 985), 260)


def library_work(s: Stage) -> list[Figure]:
    rng = s.rng
    x, side = rng.uniform(980, 1120), -1
    main = s.main(REACH, x, 930, 82, side)
    s.canvas.shape(block(main.near_hand[0] - 26, main.near_hand[1] - 56, 22, 74), s.light.lotus)
    seat = 470
    s.canvas.shape(block(seat - 70, 800, 150, 22), wood_of(s))
    s.canvas.shape(block(seat - 60, 820, 14, 170), wood_of(s, 0.6))
    reader = s.person(SIT, seat + 90, 975, 76, 1)
    table(s, reader.near_hand[0] - 10, reader.near_hand[1] + 26, 380, 980 - reader.near_hand[1])
    open_book(s.canvas, s.light, (reader.near_hand[0] + 60, reader.near_hand[1] + 30), 130)
    plant_front(s)
    return [main, reader]


def flower_pot_front(s: Stage) -> None:
    plant_front(s)
    flowers(s.canvas, s.light, s.rng, s.rng.choice((60, 1540)), 1090, 240, s.light.lotus)


ROOMS = {
    "classroom": Scene(classroom, classroom_work, flower_pot_front, SCHOOL, "book", BRIGHT),
    "clinic": Scene(clinic, clinic_work, plant_front, CLINIC, "book", BRIGHT),
    "library": Scene(library, library_work, library_front, OFFICE, "book", BRIGHT),
}
