"""What supportal promises about its speed, and what was reached."""

from statistics import median
from typing import NamedTuple

import again
import measure

KIB = 1024
# The memory that the program takes for the smallest site.
BASE_MIB = 20


class Goal(NamedTuple):
    what: str
    most: float
    reached: float
    unit: str

    @property
    def met(self):
        return self.reached <= self.most


def of_cold_builds(cold):
    """The goals of cold builds, from the costs by size and generator."""
    sizes = sorted(cold)
    small, large = sizes[-2] if len(sizes) > 1 else sizes[-1], sizes[-1]
    ours = {size: measure.typical(cold[size]["supportal"]) for size in sizes}
    last = cold[large]
    per_page = {size: ours[size].cpu / size for size in sizes}
    goals = []
    with_hugo = [size for size in sizes if "Hugo" in cold[size]]
    if with_hugo:
        size = with_hugo[-1]
        share = measure.ratio(cold[size]["supportal"], cold[size]["Hugo"], "cpu")
        goals.append(Goal(f"cold build of {size:,} articles: CPU, as a share of Hugo's", 0.12, share, "×"))
    share = measure.ratio(last["supportal"], last["limit"], "wall")
    goals.append(Goal(f"cold build of {large:,} articles: wall time, against the limit", 2.5, share, "×"))
    if 100 in ours:
        goals.append(Goal("cold build of 100 articles: wall time", 25, ours[100].wall * 1e3, "ms"))
    goals.append(Goal(f"CPU of one more article, {small:,} to {large:,}", 0.12, slope(ours, small, large) * 1e3, "ms"))
    linear = per_page[large] / per_page[small]
    goals.append(Goal(f"CPU of an article at {large:,} against {small:,}", 1.1, linear, "×"))
    memory = (ours[large].memory - BASE_MIB) * KIB / large
    goals.append(Goal(f"memory of an article over {BASE_MIB} MiB, at {large:,}", 12, memory, "KiB"))
    return goals


def slope(costs, small, large):
    return (costs[large].cpu - costs[small].cpu) / max(1, large - small)


def of_start(supportal):
    costs = [measure.run([supportal.program, "--version"]) for _ in range(20)]
    return [Goal("start: `supportal --version`, wall time", 8, measure.typical(costs).wall * 1e3, "ms")]


def of_rebuilds(supportal, size, work):
    """The goals of builds where one was before, on the site of so many articles."""
    site, output = work / "supportal", work / "output"
    idle, written = again.unchanged(supportal, site, output, 5)
    body = again.one_edit(supportal, site, output, again.body, 5)
    title = again.one_edit(supportal, site, output, again.title, 5)
    of = f"of {size:,} articles"
    return [
        Goal(f"build {of} with no change: wall time", 50, measure.typical(idle).wall * 1e3, "ms"),
        Goal(f"build {of} with no change: entries written", 0, written, ""),
        Goal(f"build {of} after an edit of one body: wall time", 80, measure.typical(body).wall * 1e3, "ms"),
        Goal(f"build {of} after an edit of one title: wall time", 150, measure.typical(title).wall * 1e3, "ms"),
    ]


def of_watching(supportal, size, work):
    """The goals of watching: from a save until the site is published."""
    most = {"body": 40, "title": 80, "template": 600}
    reached = again.watched(supportal, work / "supportal", work / "output")
    return [
        Goal(f"watch {size:,} articles: save of a {what} to published", most[what], seconds * 1e3, "ms")
        for what, seconds in reached.items()
    ]


def of_a_disk(supportal, size, work, disk):
    """The goal of repeated builds into one folder on a disk, where careless writing grows dear."""
    first, *others = again.repeated(supportal, work / "supportal", disk / "output", 5)
    what = f"five builds of {size:,} articles on disk, 1 % edited: system time, against the first"
    return [Goal(what, 1.1, median(others) / first, "×")]
