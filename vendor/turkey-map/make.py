# /// script
# requires-python = ">=3.11"
# dependencies = ["PyYAML==6.0.3", "numpy==2.4.6", "shapely==2.1.2"]
# ///
"""Makes provinces.json from the npm package turkey-map-react; `uv run make.py PACKAGE` runs it with what it needs.

PACKAGE is the folder that `npm pack turkey-map-react@2.0.5` and `tar xzf` leave behind. There the provinces are drawn
apart, with a gap of a unit between them. Here the gaps are closed, so that neighbours share their border point by
point, and the borders are simplified where they are shared: no two provinces part or overlap.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import pairwise
from math import ceil
from pathlib import Path

import numpy as np
import shapely
import yaml
from shapely import MultiPoint, MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

HERE = Path(__file__).parent
SOURCE = "lib/data/index.js"
SHA256 = "9aac1157b2d8accbcc93f6c6909a089be4e4f06d9464c584e72b1ebc9d5687ea"
"""Of SOURCE in turkey-map-react 2.0.5."""

GRID = 0.01
STEPS = 8
"""Straight pieces that a curve becomes before it is simplified."""
REACH, MOUTH = 2.2, 4
"""As far as a province may grow, and half as wide as a gap may open at the coast, in units of the original."""
LAKE = 20
"""Square units: a smaller hole is no lake, but a corner where the gaps of three provinces meet."""
SCALE = 2
"""Units of the result in one of the original: whole numbers are then half a pixel on the widest page."""
DETAIL, OUTLINE_DETAIL = 1.2, 2.6
"""How much is simplified, in units of the original: the outline is for a small map."""
SPECK = 25
"""Square units: a smaller island is left out of the outline for the small map."""
LINE = 36
"""The height of a line of text on the map, in units of the result."""
LETTER = 20
"""The width of a letter on the map where letters are larger, as publish/site/map_names.py has it."""
STRIDE, AIR, FAR = 4, 6, 180
"""Steps in which the sea is searched for the place of a label, its distance from the coast, the longest line to it."""
INLET = 24
"""Half the width of an inlet of the sea that the outline of a region goes around, in units of the result."""
OUTLINED = ("marmara",)
"""The regions of data/provinces.yaml that get an outline of their own."""

Polygonal = Polygon | MultiPolygon
Shapes = Mapping[int, Polygonal]


def main(package: Path) -> None:
    """Write provinces.json beside this file."""
    source = (package / SOURCE).read_bytes()
    if sha256(source).hexdigest() != SHA256:
        sys.exit(f"{package / SOURCE} is not that of turkey-map-react 2.0.5")
    shapes = simplified(coverage(joined(read(source.decode())), GRID))
    shapes, width, height = placed(shapes)
    content = {
        "source": f"turkey-map-react 2.0.5, {SOURCE}, sha256 {SHA256}",
        "made_by": sha256(Path(__file__).read_bytes()).hexdigest(),
        "width": width,
        "height": height,
        "outline": path(outline(shapes)),
        "regions": dict(regions(shapes)),
        "shapes": list(provinces(shapes, width, height)),
    }
    (HERE / "provinces.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def read(source: str) -> dict[int, Polygonal]:
    """Return the provinces as they are drawn, by plate code."""
    listed, _ = json.JSONDecoder().raw_decode(source, source.index("["))
    shapes = {each["plateNumber"]: shapely.union_all(list(rings(each["path"])), grid_size=GRID) for each in listed}
    if sorted(shapes) != list(range(1, 82)):
        sys.exit(f"not the 81 provinces: {sorted(shapes)}")
    return shapes


def rings(data: str) -> Iterator[Polygon]:
    """Yield the parts of a path of the commands M, L, C and z, their curves as straight pieces."""
    for part in data.split("M")[1:]:
        ring: list[tuple[float, float]] = []
        for command, text in re.findall(r"([MLC])([^MLCz]*)", "M" + part):
            values = [float(each) for each in re.findall(r"-?[\d.]+(?:e-?\d+)?", text)]
            points = list(zip(values[::2], values[1::2], strict=True))
            if command == "C":
                for index in range(0, len(points), 3):
                    ring += curve(ring[-1], *points[index : index + 3])
            else:
                ring += points
        yield Polygon(ring).buffer(0)


def curve(*points: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """Yield points on a cubic Bézier curve, its first left out."""
    for step in range(1, STEPS + 1):
        t = step / STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        yield tuple(sum(weight * point[axis] for weight, point in zip(weights, points, strict=True)) for axis in (0, 1))


def joined(shapes: Shapes) -> dict[int, Polygonal]:
    """Let every province grow to the middle of the gap, where it has a neighbour, and nowhere else."""
    cells, land = nearest(shapes), without_bays(shapes)
    near = {code: shape.buffer(REACH) for code, shape in shapes.items()}
    grown = {}
    for code, shape in shapes.items():
        others = shapely.union_all([near[other] for other in shapes if other != code])
        gap = near[code].intersection(cells[code]).intersection(others).intersection(land)
        grown[code] = areas(shape.union(gap, grid_size=GRID))
    return grown


def without_bays(shapes: Shapes) -> Polygonal:
    """Return the country with what is narrow filled: where a gap opens to the sea, the coast runs straight across."""
    return shapely.union_all([shape.buffer(MOUTH) for shape in shapes.values()]).buffer(-MOUTH)


def areas(shape: BaseGeometry) -> Polygonal:
    """Return a shape without the single points and lines where parts of it touched."""
    return shapely.union_all([part for part in shapely.get_parts(shape) if isinstance(part, Polygon)])


def nearest(shapes: Shapes) -> dict[int, BaseGeometry]:
    """Return what lies nearer to each province than to any other."""
    points = [(code, point) for code, shape in shapes.items() for point in border(shape)]
    cells = shapely.voronoi_polygons(MultiPoint([point for _, point in points]), ordered=True)
    parts: dict[int, list[BaseGeometry]] = {}
    for (code, _), cell in zip(points, shapely.get_parts(cells), strict=True):
        parts.setdefault(code, []).append(cell)
    return {code: shapely.union_all(cells) for code, cells in parts.items()}


def border(shape: Polygonal) -> Iterable[Point]:
    """Return points all along the border of a province."""
    return shapely.extract_unique_points(shape.segmentize(1)).geoms


def coverage(shapes: Shapes, grid: float) -> dict[int, Polygonal]:
    """Give every spot to one province: neighbours then have the same points, of a grid, on their border."""
    lines = shapely.union_all([shape.boundary for shape in shapes.values()], grid_size=grid)
    codes, tree = list(shapes), shapely.STRtree(list(shapes.values()))
    faces: dict[int, list[BaseGeometry]] = {code: [] for code in shapes}
    for face in shapely.get_parts(shapely.polygonize([lines])):
        inside = face.representative_point()
        near = int(tree.nearest(inside))
        if face.area < LAKE or tree.geometries[near].intersects(inside):
            faces[codes[near]].append(face)
    return {code: shapely.union_all(parts) for code, parts in faces.items()}


def simplified(shapes: Shapes) -> dict[int, Polygonal]:
    """Leave out points of borders and coasts that nobody would miss; neighbours lose the same ones."""
    every = list(shapes.values())
    if not shapely.coverage_is_valid(every):
        sys.exit("the provinces part or overlap")
    return dict(zip(shapes, shapely.coverage_simplify(every, DETAIL), strict=True))


def placed(shapes: Shapes) -> tuple[dict[int, Polygonal], int, int]:
    """Return the provinces in whole numbers from (0, 0) on, and the width and the height of the whole."""
    left, top, right, bottom = shapely.total_bounds(list(shapes.values()))
    scaled = {
        code: shapely.transform(shape, lambda points: (points - (left, top)) * SCALE) for code, shape in shapes.items()
    }
    return coverage(scaled, 1), round((right - left) * SCALE), round((bottom - top) * SCALE)


def outline(shapes: Shapes) -> Polygonal:
    """Return the country for a small map: without its small islands and its lakes."""
    land = shapely.union_all(list(shapes.values())).simplify(OUTLINE_DETAIL * SCALE)
    large = [Polygon(part.exterior) for part in shapely.get_parts(land) if part.area > SPECK * SCALE**2]
    return shapely.union_all(large)


def regions(shapes: Shapes) -> Iterator[tuple[str, str]]:
    """Yield the outline of every region that gets one."""
    land = shapely.union_all(list(shapes.values()))
    for region in OUTLINED:
        inside = shapely.union_all([shapes[each["code"]] for each in listed() if each["region"] == region])
        yield region, path(shapely.union_all([inside, *inlets(inside, land)], grid_size=1))


def inlets(region: Polygonal, land: Polygonal) -> Iterator[Polygon]:
    """Yield the inlets and straits of a region: with them its outline is one line, and can be told from the coast."""
    closed = region.buffer(INLET).buffer(-INLET)
    whole = shapely.union_all([Polygon(part.exterior) for part in shapely.get_parts(closed)]).simplify(DETAIL * SCALE)
    yield from (part for part in shapely.get_parts(whole.difference(land)) if part.area > LAKE)


def listed() -> list[dict[str, object]]:
    """Return the provinces as data/provinces.yaml lists them."""
    return yaml.safe_load((HERE.parents[1] / "data" / "provinces.yaml").read_text(encoding="utf-8"))["provinces"]


def provinces(shapes: Shapes, width: int, height: int) -> Iterator[dict[str, object]]:
    """Yield the provinces as the file has them: `room` is the width that a line of text has around (`x`, `y`).

    Where its longest name has no room, `beside` is the middle of the nearest place for it outside the country.
    """
    land, frame = shapely.union_all(list(shapes.values())), box(0, 0, width, height)
    sea = frame.difference(shapely.union_all([Polygon(part.exterior) for part in shapely.get_parts(land)]))
    names = {each["code"]: max(len(each["tr"]), len(each["en"])) * LETTER for each in listed()}
    for code, shape in sorted(shapes.items()):
        x, y, room = widest(shape)
        found = None if names[code] <= room else beside(Point(x, y), names[code], sea)
        yield {"code": code, "x": x, "y": y, "room": room, **({"beside": found} if found else {}), "path": path(shape)}


def beside(place: Point, width: int, sea: BaseGeometry) -> tuple[int, int] | None:
    """Return the middle of the nearest label that lies in the sea, or beyond a border; None if all are far."""
    half, rise = width / 2 + AIR, LINE / 2 + AIR
    left, top, right, bottom = map(int, sea.bounds)
    x, y = (each.ravel() for each in np.mgrid[left:right:STRIDE, top:bottom:STRIDE])
    labels = shapely.box(x - half, y - rise, x + half, y + rise)
    shapely.prepare(sea)
    free = shapely.contains(sea, labels)
    distances = shapely.distance(labels[free], place)
    nearest = distances.argmin()
    return (int(x[free][nearest]), int(y[free][nearest])) if distances[nearest] <= FAR else None


def widest(shape: Polygonal) -> tuple[int, int, int]:
    """Return the middle and the width of the widest line of text that lies within a province, rather in its middle."""
    top, bottom = ceil(shape.bounds[1]), int(shape.bounds[3])
    lines = [line for y in range(top + LINE // 2, bottom - LINE // 2) for line in lines_within(shape, y)]
    middle = shape.representative_point()
    nowhere = (middle.x, round(middle.y), 0)
    x, y, room = max(lines, key=lambda line: line[2] - abs(line[1] - shape.centroid.y), default=nowhere)
    return round(x), y, int(room)


def lines_within(shape: Polygonal, y: int) -> Iterator[tuple[float, int, float]]:
    """Yield the lines within a province at a height: what no part of the sea or of a neighbour reaches into."""
    left, _, right, _ = shape.bounds
    outside = box(left - 1, y - LINE / 2, right + 1, y + LINE / 2).difference(shape)
    spans = sorted((part.bounds[0], part.bounds[2]) for part in shapely.get_parts(outside))
    reached = spans[0][1]
    for start, end in spans[1:]:
        if start > reached:
            yield (reached + start) / 2, y, start - reached
        reached = max(reached, end)


def path(shape: Polygonal) -> str:
    """Return a shape as the data of an SVG path: each ring from a fixed point, in steps of whole numbers."""
    return "".join(steps(ring.coords) for part in shapely.get_parts(shape.normalize()) for ring in edges(part))


def edges(polygon: Polygon) -> Iterable[BaseGeometry]:
    """Return the outer ring and those of the holes."""
    return (polygon.exterior, *polygon.interiors)


def steps(points: Iterable[tuple[float, float]]) -> str:
    """Return a closed ring: "M10 20l5-3 2 8z"."""
    whole = [(round(x), round(y)) for x, y in points]
    moves = [pair(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(whole[:-1])]
    return f"M{pair(*whole[0])}l{' '.join(moves).replace(' -', '-')}z"


def pair(x: int, y: int) -> str:
    """Return two numbers as short as a path allows."""
    return f"{x}{y}" if y < 0 else f"{x} {y}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
