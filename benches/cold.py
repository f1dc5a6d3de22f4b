"""Cold builds: every generator in turn, round after round, each time without an output or a cache."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import measure

GENERATE = Path(__file__).with_name("generate.py")


def write_sites(generators, count, work):
    """Writes the sites of so many articles, in another process: memory that this one once took would be
    counted as that of every command that it starts."""
    for site in sorted({generator.site for generator in generators}):
        subprocess.run([sys.executable, GENERATE, site, str(count), work / site], check=True)


def builds(generators, count, rounds, work):
    """The costs of each generator, by its name, one of each round; and what it wrote of so many articles."""
    costs = {generator.name: [] for generator in generators}
    written = {}
    for _ in range(rounds):
        for generator in generators:
            site, output = work / generator.site, work / "output"
            forget(site, output)
            costs[generator.name].append(measure.run(generator.build(site, output), folder=site))
            written[generator.name] = size(output)
            if written[generator.name]["pages"] < count:
                sys.exit(f"{generator.name} wrote only {written[generator.name]['pages']} pages of {count} articles")
    forget(work / "supportal", work / "output")
    return costs, written


def phases(supportal, work):
    """How many milliseconds each phase of one build takes."""
    site, output = work / "supportal", work / "output"
    forget(site, output)
    command = [*supportal.build(site, output), "--timings=json"]
    report = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return {phase["phase"]: phase["ms"] for phase in report["phases"]}


def forget(site, output):
    """Removes what a build left for the next one."""
    for folder in (output, site / ".supportal", site / "resources"):
        shutil.rmtree(folder, ignore_errors=True)


def size(output):
    """How many pages a build wrote, and how many bytes in all."""
    files = [path for path in output.rglob("*") if path.is_file()]
    return {
        "pages": sum(path.suffix == ".html" for path in files),
        "bytes": sum(path.stat().st_size for path in files),
    }
