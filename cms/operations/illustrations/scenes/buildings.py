"""Community house and bridge."""

from __future__ import annotations

from ..canvas import HEIGHT, WIDTH, block, oval, smooth
from ..figures import Figure
from ..looks import OFFICE, OUTDOORS
from ..nature import WHITE, bank, reeds, water
from ..palette import CLOTHS, hex_colour, mix
from ..poses import HOLD, POINT, SIT, STOOP, WALK, WAVE
from ..stage import Scene, Stage
from ..things import boat, crate, flowers, house
from ..trees import palm, tree
from .fields import flat_land
from .indoors import back_row


def community_house(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    line = flat_land(s, 0.46, 0.52)
    c.faded(block(0, line, WIDTH, HEIGHT - line), mix(light.mid, light.straw, 0.25), light.near)
    for root in (90, 1500):
        tree(c, rng, root + rng.uniform(-60, 60), line + 90, rng.uniform(420, 540), light, light.mid)
    x, width, base = rng.uniform(290, 410), 880, line + 110
    roof, wall = mix(hex_colour("B0604A"), light.shade, 0.15), light.wall
    c.faded(block(x, base - 230, width, 230), mix(wall, light.shade, 0.22), wall)
    for bay in range(5):
        left = x + 40 + bay * 168
        c.shape(block(left, base - 180, 118, 180), mix(light.earth, light.dark, 0.5))
        c.shape(block(left + 60, base - 180, 58, 180), mix(light.earth, light.dark, 0.35))
    for post in range(6):
        c.shape(block(x + post * 168 + 4, base - 240, 24, 240), mix(light.lotus, light.earth, 0.55))
    for lower, upper, inset, over in ((base - 220, base - 330, 90, 70), (base - 330, base - 420, 260, -60)):
        eaves = smooth(
            [
                (x - over, lower - 26),
                (x + 40, lower),
                (x + width / 2, lower + 4),
                (x + width - 40, lower),
                (x + width + over, lower - 26),
            ],
            closed=False,
        )
        c.shape([*eaves, (x + width - inset, upper), (x + inset, upper)], roof)
        c.ribbon([*eaves[::6], eaves[-1]], (12, 12), mix(roof, light.dark, 0.35))
        for tile in range(1, 16):
            share = tile / 16
            c.line(
                [
                    (x + inset + (width - 2 * inset) * share, upper),
                    (x - over * 0.6 + (width + over * 1.2) * share, lower - 4),
                ],
                3,
                mix(roof, light.dark, 0.25),
                0.5,
            )
    c.ribbon(
        [(x + 240, base - 432), (x + width / 2, base - 418), (x + width - 240, base - 432)],
        (14, 14),
        mix(roof, light.dark, 0.3),
    )
    bank(c, rng, base + 14, mix(light.wall, light.earth, 0.3), mix(light.earth, light.shade, 0.1), 2)
    for step in range(3):
        c.shape(
            block(x + 250 - step * 26, base + step * 16, 380 + step * 52, 17),
            mix(light.wall, light.shade, 0.1 + 0.1 * step),
        )
    _bunting(s, line - rng.uniform(170, 230))


def _bunting(s: Stage, y: float) -> None:
    c, light = s.canvas, s.light
    cord = smooth([(-20, y - 60), (420, y + 30), (800, y - 40), (1180, y + 30), (1620, y - 60)], closed=False)
    for index, (x, top) in enumerate(cord[::2]):
        tone = (light.lotus, light.straw, light.water_low)[index % 3]
        c.shape([(x - 16, top), (x + 16, top), (x, top + 40)], mix(tone, light.haze, 0.15))


def community_work(s: Stage) -> list[Figure]:
    rng = s.rng
    x = rng.uniform(560, 760)
    listeners = []
    for index, spot in enumerate((x + 330, x + 500, x + 690)):
        s.canvas.shape(block(spot + 60, 855 + index * 14, 80, 16), mix(s.light.lotus, s.light.shade, 0.3))
        listeners.append(s.person(SIT, spot, 965 + index * 16, 68, -1))
    main = s.main(rng.choice((WAVE, POINT, HOLD)), x, 960, 84, 1)
    s.person(rng.choice((HOLD, WALK)), x - 340, 920, 68, 1)
    back_row(s, 5)
    return [main, *listeners]


def community_front(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    for x in (-20, 130, 1470, 1620):
        flowers(
            c,
            light,
            rng,
            x,
            HEIGHT + rng.uniform(20, 60),
            rng.uniform(190, 250),
            rng.choice((light.lotus, light.straw)),
        )


def bridge(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    line = flat_land(s, 0.42, 0.5)
    water(c, light, rng, line)
    for x in (rng.uniform(-60, 60), rng.uniform(1180, 1320)):
        house(c, light, rng, x, line + 30, 230, 36)
        palm(c, rng, x + 270, line + 20, 300, mix(light.mid, light.near, 0.3))
    _arch(s, line + 150)
    boat(c, light, rng.uniform(500, 1100), line + 210, 240)


def _arch(s: Stage, y: float) -> None:
    """A bridge over the whole width, its piers in the water, its deck gently rising to the middle."""
    c, light = s.canvas, s.light
    stone = mix(light.wall, light.shade, 0.12)
    deck = smooth([(-60, y + 30), (400, y - 40), (800, y - 66), (1200, y - 40), (1660, y + 30)], closed=False)
    for x, top in ((330, y - 20), (640, y - 46), (960, y - 46), (1270, y - 20)):
        c.faded(block(x - 20, top, 40, 230), mix(stone, light.shade, 0.2), mix(stone, light.shade, 0.45))
        c.shape(oval(x, y + 190, 74, 9), mix(light.water_top, WHITE, 0.4), 0.4)
    c.shape([*deck, *[(px, py + 46) for px, py in reversed(deck)]], stone)
    c.shape(
        [*[(px, py + 30) for px, py in deck], *[(px, py + 46) for px, py in reversed(deck)]],
        mix(stone, light.shade, 0.35),
    )
    for px, py in deck[::2]:
        c.line([(px, py), (px, py - 56)], 7, mix(stone, WHITE, 0.3))
    for lift in (54, 28):
        c.ribbon([(px, py - lift) for px, py in deck[::5]], (7, 7), mix(stone, WHITE, 0.35))


def bridge_front(s: Stage) -> None:
    c, light, rng = s.canvas, s.light, s.rng
    for x in (20, 190, 1430, 1580):
        reeds(c, rng, x, HEIGHT + 30, 240, rng.uniform(230, 400), (light.dark, light.near), 16)


def bridge_work(s: Stage) -> list[Figure]:
    rng, c, light = s.rng, s.canvas, s.light
    bank(c, rng, 860, mix(light.earth, light.wall, 0.3), mix(light.earth, light.dark, 0.35), 8)
    for row in range(4):
        c.shape(
            block(980 + row * 14, 985 - row * 26, 420 - row * 28, 24),
            mix(light.earth, light.straw, 0.25 + 0.12 * (row % 2)),
        )
    x = rng.uniform(420, 560)
    lifters = [s.main(HOLD, x, 960, 84, 1), s.person(HOLD, x + 420, 965, 82, -1)]
    ends = lifters[0].near_hand, lifters[1].near_hand
    c.line(
        [(ends[0][0] - 60, ends[0][1]), (ends[1][0] + 60, ends[1][1])], 30, mix(light.earth, light.straw, 0.4)
    )
    third = s.person(STOOP, x + 760, 990, 76, rng.choice((-1, 1)))
    crate(c, light, third.near_hand[0] - 60, 1000, 130, 70)
    c.ellipse(*third.near_hand, 12, 12, CLOTHS[8])
    bridge_front(s)
    return [*lifters, third]


BUILDINGS = {
    "community_house": Scene(community_house, community_work, community_front, OFFICE, "book"),
    "bridge": Scene(bridge, bridge_work, bridge_front, OUTDOORS, "plank"),
}
