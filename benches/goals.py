"""What supportal promises about its speed, and what was reached."""

from statistics import median
from typing import NamedTuple, Optional

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
    # The CPU in milliseconds behind a wall time, which says more on a busy machine.
    cpu: Optional[float] = None

    @property
    def met(self):
        return self.reached <= self.most


def of_cold_builds(cold):
    """The goals of cold builds, from the costs by size and generator."""
    sizes = sorted(cold)
    small, large = sizes[-2:][0], sizes[-1]
    ours = {size: measure.typical(cold[size]["supportal"]) for size in sizes}
    last = cold[large]
    goals = []
    with_hugo = [size for size in sizes if "Hugo" in cold[size]]
    if with_hugo:
        size = with_hugo[-1]
        share = measure.ratio(cold[size]["supportal"], cold[size]["Hugo"], "cpu")
        goals.append(Goal(f"cold build of {size:,} articles: CPU, as a share of Hugo's", 0.12, share, "×"))
    share = measure.ratio(last["supportal"], last["limit"], "wall")
    goals.append(Goal(f"cold build of {large:,} articles: wall time, against the limit", 2.5, share, "×"))
    if 100 in ours:
        goals.append(wall("cold build of 100 articles", 25, cold[100]["supportal"]))
    if small < large:
        goals += of_growth(ours, small, large)
    return goals


def of_growth(costs, small, large):
    """What an article costs more when there are many."""
    more = (costs[large].cpu - costs[small].cpu) / (large - small) * 1e3
    linear = costs[large].cpu / large / (costs[small].cpu / small)
    memory = (costs[large].memory - BASE_MIB) * KIB / large
    return [
        Goal(f"CPU of one more article, {small:,} to {large:,}", 0.12, more, "ms"),
        Goal(f"CPU of an article at {large:,} against {small:,}", 1.1, linear, "×"),
        Goal(f"memory of an article over {BASE_MIB} MiB, at {large:,}", 12, memory, "KiB"),
    ]


def of_start(supportal):
    costs = [measure.run([supportal.program, "--version"]) for _ in range(20)]
    return [wall("start, by `supportal --version`", 8, costs)]


def wall(what, most, costs):
    """A goal of wall time in milliseconds."""
    cost = measure.typical(costs)
    return Goal(f"{what}: wall time", most, cost.wall * 1e3, "ms", cost.cpu * 1e3)


def of_rebuilds(supportal, size, work, rounds):
    """The goals of builds where one was before, on the site of so many articles."""
    site, output = work / "supportal", work / "output"
    idle, written = again.unchanged(supportal, site, output, rounds)
    body = again.one_edit(supportal, site, output, again.body, rounds)
    title = again.one_edit(supportal, site, output, again.title, rounds)
    of = f"of {size:,} articles"
    return [
        wall(f"build {of} with no change", 50, idle),
        Goal(f"build {of} with no change: entries written", 0, written, ""),
        wall(f"build {of} after an edit of one body", 80, body),
        wall(f"build {of} after an edit of one title", 150, title),
    ]


def of_watching(supportal, size, work, rounds):
    """The goals of watching: from a save until the site is published."""
    most = {"body": 40, "title": 80, "template": 600}
    reached = again.watched(supportal, work / "supportal", work / "output", rounds)
    return [
        Goal(f"watch {size:,} articles: save of a {what} to published", most[what], seconds * 1e3, "ms")
        for what, seconds in reached.items()
    ]


def of_a_disk(supportal, size, work, disk):
    """The goal of repeated builds into one folder on a disk, where careless writing grows dear."""
    first, *others = again.repeated(supportal, work / "supportal", disk / "output", 5)
    what = f"five builds of {size:,} articles on disk, 1 % edited: system time, against the first"
    return [Goal(what, 1.1, median(others) / first, "×")]
