"""The plot of docs/benchmarks.svg: processor time and memory by size and generator, on scales that grow tenfold."""

from html import escape
from math import ceil, floor, log10
from typing import NamedTuple

import measure

# The look of each line: a class of the style sheet below.
CLASSES = {"supportal": "us", "Hugo": "hugo", "Eleventy": "eleventy", "limit": "limit"}
WIDTH, HEIGHT = 880, 380
LABEL_HEIGHT = 16

STYLE = """
svg { font: 13px system-ui, sans-serif }
.ground { fill: #fff } text { fill: #1f2933 } .axis { fill: #52606d } .grid { stroke: #d9dfe6 }
path { fill: none; stroke-width: 2 } .us path { stroke-width: 3.5 } .us text { font-weight: 700 }
.us { --ink: #0b57d0 } .hugo { --ink: #b3400a } .eleventy { --ink: #86198f } .limit { --ink: #52606d }
.limit path { stroke-dasharray: 5 4 } .line path { stroke: var(--ink) } .line circle, .line text { fill: var(--ink) }
@media (prefers-color-scheme: dark) {
  .ground { fill: #12181f } text { fill: #e4e9ee } .axis { fill: #a9b4c0 } .grid { stroke: #303a45 }
  .us { --ink: #8ab4f8 } .hugo { --ink: #ffab70 } .eleventy { --ink: #e2a6f0 } .limit { --ink: #a9b4c0 }
}
"""


class Scale(NamedTuple):
    """Places numbers between two powers of ten on a length."""

    low: int
    high: int
    start: float
    end: float

    def at(self, number):
        share = (log10(number) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def ticks(self):
        return [10**power for power in range(self.low, self.high + 1)]


def scale(numbers, start, end):
    low, high = floor(log10(min(numbers))), ceil(log10(max(numbers)))
    return Scale(low, max(high, low + 1), start, end)


def svg(costs):
    """The plot of the costs by size and generator."""
    typical = {size: {name: measure.typical(all) for name, all in by_name.items()} for size, by_name in costs.items()}
    panels = [
        panel("CPU time in seconds", {n: points(typical, n, "cpu") for n in CLASSES}, 60),
        panel("Peak memory in MiB", {n: points(typical, n, "memory") for n in CLASSES}, 60 + WIDTH / 2),
    ]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="t">',
            '<title id="t">CPU time and memory of a cold build by the number of articles, on tenfold scales</title>',
            f"<style>{STYLE}</style>",
            f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}" rx="8"/>',
            *panels,
            "</svg>\n",
        ]
    )


def points(typical, name, figure):
    return [(size, getattr(typical[size][name], figure)) for size in sorted(typical) if name in typical[size]]


def panel(title, lines, left):
    lines = {name: line for name, line in lines.items() if line}
    across = scale([size for line in lines.values() for size, _ in line], left, left + 280)
    up = scale([figure for line in lines.values() for _, figure in line], HEIGHT - 60, 60)
    parts = [f'<text x="{left - 40}" y="30">{escape(title)}</text>']
    for tick in up.ticks():
        y = up.at(tick)
        parts.append(f'<line class="grid" x1="{left}" x2="{left + 280}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text class="axis" x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{tick:,g}</text>')
    for tick in across.ticks():
        x = across.at(tick)
        parts.append(f'<text class="axis" x="{x:.1f}" y="{HEIGHT - 36}" text-anchor="middle">{tick:,}</text>')
    parts.append(f'<text class="axis" x="{left + 140}" y="{HEIGHT - 14}" text-anchor="middle">articles</text>')
    heights = apart({name: up.at(line[-1][1]) for name, line in lines.items()})
    curves = [curve(name, line, across, up, heights[name]) for name, line in lines.items()]
    return "\n".join(parts + curves)


def curve(name, line, across, up, label):
    places = [(across.at(size), up.at(figure)) for size, figure in line]
    path = " ".join(f"{'L' if at else 'M'}{x:.1f} {y:.1f}" for at, (x, y) in enumerate(places))
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in places)
    text = f'<text x="{places[-1][0] + 10:.1f}" y="{label + 4:.1f}">{escape(name)}</text>'
    return f'<g class="line {CLASSES[name]}"><path d="{path}"/>{dots}{text}</g>'


def apart(heights):
    """Moves labels down until none covers another."""
    placed, last = {}, float("-inf")
    for name, height in sorted(heights.items(), key=lambda pair: pair[1]):
        last = placed[name] = max(height, last + LABEL_HEIGHT)
    return placed
