"""Where the nodes of a map stand, found when the page is written, so that the map opens at rest.

A map is laid out as a tree: round every name stand, packed like coins round a coin, the names that hang under it, each
with all that hangs under it in turn. Packing keeps what belongs together together, needs neither chance nor physics, and takes
a second for ten thousand names. Labels are wider than high, so everything is packed in a plane squeezed by ``STRETCH`` and pulled
out again; the boxes that still touch are then pushed apart.

Lengths are pixels at scale 1; x grows to the right and y downwards.
"""

from __future__ import annotations

import math
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

STRETCH = 1.4  # how much wider than high a map is drawn
GAP = 9.0  # free space between two boxes
LINE_HEIGHT = 1.3  # of the font size
MAX_PUSHED = 8_000  # boxes; where there are more, some corners of labels may touch, and labels are left away when they are drawn


@dataclass(frozen=True, slots=True)
class Box:
    """What a node takes up: its shape, and its label below."""

    radius: float
    width: float
    height: float  #: of shape and label together

    @property
    def drop(self) -> float:
        """How far the middle of the box lies below the middle of the shape."""
        return self.height / 2 - self.radius


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands, and the ellipse of all that hangs under it: its middle and its half axes."""

    x: float
    y: float
    middle_x: float
    middle_y: float
    half_width: float
    half_height: float


@dataclass(slots=True)
class _Disc:
    """A circle that is being packed, and its place in the ring of the outermost ones."""

    radius: float
    x: float = 0.0
    y: float = 0.0
    before: _Disc | None = None
    after: _Disc | None = None


def measure_label(lines: Sequence[tuple[str, float]]) -> tuple[float, float]:
    """Width and height of label lines, each with its font size; a Chinese character is as wide as the font is high."""
    width = max((size * sum(_measure_char(char) for char in line) for line, size in lines), default=0.0)
    return width, sum(size * LINE_HEIGHT for line, size in lines if line)


@lru_cache(maxsize=1 << 14)
def _measure_char(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    return 0.0 if unicodedata.combining(char) or unicodedata.category(char) == "Cf" else 0.58


def wrap_label(label: str, *, length: int = 9, lines: int = 3) -> list[str]:
    """A label in lines of nearly equal length, cut with an ellipsis where ``lines`` do not hold it."""
    if len(label) <= length and " " not in label and "\n" not in label:
        return [label]
    label = " ".join(label.split())
    if len(label) > length * lines:
        label = label[: length * lines - 1] + "…"
    count = max(1, math.ceil(len(label) / length))
    step = max(1, math.ceil(len(label) / count))
    return [label[at : at + step] for at in range(0, len(label), step)] or [""]


def place_names(
    root: str, parents: Mapping[str, str], boxes: Mapping[str, Box], order: Mapping[str, tuple[int, str]]
) -> dict[str, Place]:
    """Places for the root and for every name that hangs, at any depth, under it.

    Next to a name stand those on which nothing hangs, then those with others below them; ``order`` sorts the equals.
    """
    children: dict[str, list[str]] = defaultdict(list)
    for name, parent in parents.items():
        children[parent].append(name)
    for names in children.values():
        names.sort(key=lambda name: (name in children, order[name]))
    discs = _pack_tree(root, children, boxes)
    places: dict[str, Place] = {}
    middles = {root: (0.0, 0.0)}
    for name in _walk(root, children):
        x, y = middles[name]
        whole, offsets = discs[name]
        own_x, own_y = offsets[0]
        box = boxes[name]
        places[name] = Place(
            x=round((x + own_x) * STRETCH, 1),
            y=round(y + own_y - box.drop, 1),
            middle_x=round(x * STRETCH, 1),
            middle_y=round(y, 1),
            half_width=round(whole * STRETCH, 1),
            half_height=round(whole, 1),
        )
        for child, (aside, down) in zip(children.get(name, ()), offsets[1:], strict=True):
            middles[child] = (x + aside, y + down)
    return _push_apart(places, boxes) if len(places) <= MAX_PUSHED else places


def _walk(root: str, children: Mapping[str, list[str]]) -> list[str]:
    """Every name of the tree, each after its parent."""
    names = [root]
    for name in names:
        names += children.get(name, ())
    return names


def _pack_tree(
    root: str, children: Mapping[str, list[str]], boxes: Mapping[str, Box]
) -> dict[str, tuple[float, tuple[tuple[float, float], ...]]]:
    """For each name the radius of its whole disc, and in it the middles of its own disc and of its children's."""
    packed: dict[str, tuple[float, tuple[tuple[float, float], ...]]] = {}
    for name in reversed(_walk(root, children)):
        below = children.get(name, ())
        radii = [_measure_disc(boxes[name]), *(packed[child][0] + (GAP if children.get(child) else 0.0) for child in below)]
        packed[name] = _pack_radii(tuple(math.ceil(radius) for radius in radii))
    return packed


@lru_cache(maxsize=1 << 14)
def _pack_radii(radii: tuple[int, ...]) -> tuple[float, tuple[tuple[float, float], ...]]:
    """Circles of these radii packed round the first one: the radius of the circle round all, and their middles in it.

    Groups of the same sizes come again and again, a bureau with its one head for instance: each is packed once.
    """
    if len(radii) == 1:
        return float(radii[0]), ((0.0, 0.0),)
    discs = [_Disc(float(radius)) for radius in radii]
    _pack(discs)
    whole = _centre(discs)
    return whole, tuple((disc.x, disc.y) for disc in discs)


def _measure_disc(box: Box) -> float:
    """The radius, in the squeezed plane, of a disc that nearly holds a box; the corners are seen to afterwards."""
    width, height = box.width / STRETCH, box.height
    return (max(width, height) + 0.25 * min(width, height) + GAP) / 2


def _pack(discs: list[_Disc]) -> None:
    """Pack circles round the first one, each as near to it as the ring of those already placed lets it.

    The front-chain method of Wang, Wang, Dai and Wang, "Visualization of large hierarchical data by circle packing" (2006).
    """
    if len(discs) > 1:
        discs[1].x = discs[0].radius + discs[1].radius
    if len(discs) < 3:
        return
    left, right = discs[0], discs[1]
    _put_between(right, left, discs[2])
    _join(left, right, discs[2])
    left, right = discs[0], discs[1]
    for disc in discs[3:]:
        left, right = _lay(left, right, disc)


def _join(left: _Disc, right: _Disc, third: _Disc) -> None:
    left.after = third.before = right
    right.after = left.before = third
    third.after = right.before = left


def _lay(left: _Disc, right: _Disc, disc: _Disc) -> tuple[_Disc, _Disc]:
    """Lay one disc against the ring; the pair of the ring that is nearest to the middle is returned for the next one."""
    while True:
        _put_between(left, right, disc)
        hit = _find_hit(left, right, disc)
        if hit is None:
            break
        on_right, other = hit
        if on_right:
            right = other
        else:
            left = other
        left.after, right.before = right, left
    disc.before, disc.after = left, right
    left.after = right.before = disc
    nearest, least, each = left, _measure_pair(left), disc
    while each is not right:
        if (distance := _measure_pair(each)) < least:
            nearest, least = each, distance
        each = _after(each)
    return nearest, _after(nearest)


def _find_hit(left: _Disc, right: _Disc, disc: _Disc) -> tuple[bool, _Disc] | None:
    """The first disc of the ring that ``disc`` would overlap, looked for on both sides, the nearer side first."""
    forth, back = _after(right), _before(left)
    way_forth, way_back = right.radius, left.radius
    while True:
        if way_forth <= way_back:
            if _overlap(forth, disc):
                return True, forth
            way_forth += forth.radius
            forth = _after(forth)
        else:
            if _overlap(back, disc):
                return False, back
            way_back += back.radius
            back = _before(back)
        if forth is _after(back):
            return None


def _after(disc: _Disc) -> _Disc:
    assert disc.after is not None
    return disc.after


def _before(disc: _Disc) -> _Disc:
    assert disc.before is not None
    return disc.before


def _overlap(one: _Disc, other: _Disc) -> bool:
    reach = one.radius + other.radius - 1e-6
    return reach > 0 and reach * reach > (other.x - one.x) ** 2 + (other.y - one.y) ** 2


def _measure_pair(disc: _Disc) -> float:
    """How far from the middle the point lies where a disc and the next one of the ring touch (squared)."""
    after = _after(disc)
    both = disc.radius + after.radius
    x = (disc.x * after.radius + after.x * disc.radius) / both
    y = (disc.y * after.radius + after.y * disc.radius) / both
    return x * x + y * y


def _put_between(one: _Disc, other: _Disc, disc: _Disc) -> None:
    """Put ``disc`` so that it touches two others, on the outer side of the ring that runs from ``one`` to ``other``."""
    dx, dy = one.x - other.x, one.y - other.y
    squared = dx * dx + dy * dy
    to_one, to_other = (one.radius + disc.radius) ** 2, (other.radius + disc.radius) ** 2
    if to_one > to_other:
        along = (squared + to_other - to_one) / (2 * squared)
        across = math.sqrt(max(0.0, to_other / squared - along * along))
        disc.x, disc.y = other.x + along * dx + across * dy, other.y + along * dy - across * dx
    else:
        along = (squared + to_one - to_other) / (2 * squared)
        across = math.sqrt(max(0.0, to_one / squared - along * along))
        disc.x, disc.y = one.x - along * dx + across * dy, one.y - along * dy - across * dx


def _centre(discs: list[_Disc]) -> float:
    """Move the discs so that a small circle round all has its middle at 0, 0; its radius.

    The middle walks, with shorter and shorter steps, towards whichever disc reaches out furthest (Bădoiu and Clarkson, 2003).
    """
    circles = [(disc.x, disc.y, disc.radius) for disc in discs]
    x = y = 0.0
    for step in range(1, 60):
        furthest, far_x, far_y = -1.0, 0.0, 0.0
        for disc_x, disc_y, radius in circles:
            reach = math.hypot(disc_x - x, disc_y - y) + radius
            if reach > furthest:
                furthest, far_x, far_y = reach, disc_x, disc_y
        x += (far_x - x) / (step + 1)
        y += (far_y - y) / (step + 1)
    for disc in discs:
        disc.x -= x
        disc.y -= y
    return max(math.hypot(disc.x, disc.y) + disc.radius for disc in discs)


def _push_apart(places: Mapping[str, Place], boxes: Mapping[str, Box], *, rounds: int = 30) -> dict[str, Place]:
    """Push boxes that overlap away from each other, along the shorter way, until none does or the rounds are over."""
    names = list(places)
    xs = [places[name].x for name in names]
    ys = [places[name].y + boxes[name].drop for name in names]
    sizes = [(boxes[name].width + GAP / 2, boxes[name].height + GAP / 3) for name in names]
    busy: Collection[int] = range(len(names))
    for _ in range(rounds):
        busy = _push_once(xs, ys, sizes, busy)
        if not busy:
            break
    return {
        name: replace(place, x=round(x, 1), y=round(y - boxes[name].drop, 1))
        for (name, place), x, y in zip(places.items(), xs, ys, strict=True)
    }


def _push_once(xs: list[float], ys: list[float], sizes: Sequence[tuple[float, float]], busy: Collection[int]) -> Collection[int]:
    """One round over the boxes of ``busy``, in their order; those that were moved, and so are to be looked at again.

    Boxes are looked up in a grid whose cells are as large as the largest box.
    """
    wide, high = max(width for width, _ in sizes), max(height for _, height in sizes)
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, (x, y) in enumerate(zip(xs, ys, strict=True)):
        cells[int(x // wide), int(y // high)].append(at)
    moved: set[int] = set()
    for one in busy:
        column, row = int(xs[one] // wide), int(ys[one] // high)
        width, height = sizes[one]
        for cell in ((column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            for other in cells.get(cell, ()):
                if other == one:
                    continue
                over_x = (width + sizes[other][0]) / 2 - abs(xs[other] - xs[one])
                over_y = (height + sizes[other][1]) / 2 - abs(ys[other] - ys[one])
                if over_x > 0.1 and over_y > 0.1:
                    moved.update((one, other))
                    if over_y <= over_x:
                        half = over_y / 2 if (ys[other], other) >= (ys[one], one) else -over_y / 2
                        ys[one] -= half
                        ys[other] += half
                    else:
                        half = over_x / 2 if (xs[other], other) >= (xs[one], one) else -over_x / 2
                        xs[one] -= half
                        xs[other] += half
    return sorted(moved)
