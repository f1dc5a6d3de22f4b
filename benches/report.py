"""What was measured, as tables for the terminal and for docs/benchmarks.md."""

import os
import platform
from datetime import date
from pathlib import Path
from typing import NamedTuple

import generators
import measure
import plot

DOCS = generators.ROOT / "docs"


class Result(NamedTuple):
    costs: dict  # by size and generator, one Cost of each round
    written: dict  # by size and generator, the pages and bytes of a build
    goals: list
    phases: dict  # of a cold build of the largest size, in milliseconds
    versions: dict
    machine: list


def tell(result):
    print(goals_table(result.goals), builds_table(result), sep="\n\n")


def write(result):
    (DOCS / "benchmarks.svg").write_text(plot.svg(result.costs))
    (DOCS / "benchmarks.md").write_text(page(result))


def page(result):
    versions = ", ".join(f"{name} {version}" for name, version in result.versions.items() if name != "limit")
    return f"""# Benchmarks

`benches/run` measured all of this in one run on {date.today():%-d %B %Y} and wrote this page.
[benches/README.md](../benches/README.md) says what is built, how it is measured, and how to run it.

{"".join(f"- {fact}" + chr(10) for fact in result.machine)}- {versions}; the limit by Rust {result.versions["limit"]}

## Goals

{goals_table(result.goals)}

## Cold builds

![CPU time and peak memory of a cold build by the number of articles, for each generator](benchmarks.svg)

Median of all rounds. The last two columns are against `supportal`: the median of the ratios of each round.

{builds_table(result)}

`limit` is a program that reads, parses and writes, and does nothing else. It and `supportal` write a Markdown twin of each
page too.

## Where the time goes

The phases of a cold build of {max(result.costs):,} articles by `supportal`, in wall time:

{phases_table(result.phases)}
"""


def goals_table(goals):
    rows = [(goal.what, told(goal.most, goal.unit), reached(goal), verdict(goal)) for goal in goals]
    return table(("What", "Goal, at most", "Reached", ""), rows)


def reached(goal):
    cpu = "" if goal.cpu is None else f" (CPU {told(goal.cpu, 'ms')})"
    return told(goal.reached, goal.unit) + cpu


def verdict(goal):
    return "met" if goal.met else "**not met**"


def builds_table(result):
    rows = []
    for size, by_name in result.costs.items():
        for name, costs in by_name.items():
            cost, written = measure.typical(costs), result.written[size][name]
            rows.append(
                (
                    f"{size:,}",
                    name,
                    told(cost.cpu, "s"),
                    told(cost.wall, "s"),
                    told(cost.memory, "MiB"),
                    f"{written['pages']:,}",
                    told(written["bytes"] / 1e6, "MB"),
                    told(measure.ratio(costs, by_name["supportal"], "cpu"), "×"),
                    told(measure.ratio(costs, by_name["supportal"], "wall"), "×"),
                )
            )
    head = ("Articles", "Generator", "CPU", "Wall time", "Memory", "Pages", "Output", "CPU ratio", "Wall ratio")
    return table(head, rows)


def phases_table(phases):
    return table(("Phase", "Time"), [(name, told(milliseconds, "ms")) for name, milliseconds in phases.items()])


def told(number, unit):
    """A number with as many digits as it is worth."""
    whole = number == int(number) or abs(number) >= 100
    digits = 0 if whole else 1 if abs(number) >= 10 else 2 if abs(number) >= 1 else 3
    return f"{number:,.{digits}f} {unit}".strip()


def table(head, rows):
    """A Markdown table that is read as well in a terminal."""
    widths = [max(len(row[at]) for row in [head, *rows]) for at in range(len(head))]
    lines = [head, ["-" * width for width in widths], *rows]
    padded = [[cell.ljust(width) for cell, width in zip(line, widths)] for line in lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in padded)


# ── The machine ──────────────────────────────────────────────────────────


def machine(work, load):
    """What the figures depend on, one fact a line."""
    kernel = ".".join(platform.release().split(".")[:2])
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return [
        f"{processor()}, {os.cpu_count()} cores, {memory:.0f} GiB of memory",
        f"{system()}, Linux {kernel}",
        f"sources and outputs on {file_system(work)}; the builds on disk on {file_system(generators.INSTALLED)}",
        f"load of the machine before the run: {load:.1f}",
    ]


def processor():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def system():
    for line in Path("/etc/os-release").read_text().splitlines():
        if line.startswith("PRETTY_NAME="):
            return line.split("=", 1)[1].strip('"')
    return platform.system()


def file_system(folder):
    """The kind of the innermost mount that holds the folder."""
    mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text().splitlines()]
    holding = [(len(point), kind) for point, kind in mounts if folder.is_relative_to(point)]
    return max(holding)[1]
