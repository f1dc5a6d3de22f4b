"""What a command costs, and what it changed: processor time, wall time, peak memory; files by inode and time."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections import namedtuple
from pathlib import Path
from statistics import median

# Seconds of the processor, of these in the kernel, seconds on the wall, and MiB of memory at the peak.
Cost = namedtuple("Cost", "cpu system wall memory")


# What a line of strace tells of an entry that is written, made or removed.
WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|^(\d+ +)?(mkdir|rename|unlink|rmdir|link|symlink|utimens|truncate|chmod)")


def run(command, folder=None):
    """Runs a command to its end; stops the benchmark with what it said if it failed."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
    except BaseException:
        # Who ends the benchmark ends what it measures, which else goes on to write where everything is removed.
        process.kill()
        process.wait()
        raise
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\nended with {process.returncode}:\n{said.decode(errors='replace')}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_stime, wall, used.ru_maxrss / 1024)


def typical(costs):
    """The median of each figure."""
    return Cost(*map(median, zip(*costs)))


def ratio(ours, others, figure):
    """The median of the ratios of each round: a busy moment slows both of a round."""
    return median(getattr(one, figure) / getattr(other, figure) for one, other in zip(ours, others))


def snapshot(*folders):
    """Every file and folder below, with what a write changes: the inode and the time."""
    found = {}
    for folder in folders:
        for path in [Path(folder), *Path(folder).rglob("*")]:
            facts = path.lstat()
            found[path] = (facts.st_ino, facts.st_mtime_ns)
    return found


def changes(before, after):
    """How many entries were written, made or removed between two snapshots."""
    return sum(before.get(path) != after.get(path) for path in before.keys() | after.keys())


def writes(command, *folders):
    """How many system calls of a command want to write, make or remove an entry below the folders; none without strace."""
    if not shutil.which("strace"):
        return 0
    strace = ["strace", "-f", "-qq", "-y", "-e", "trace=%file", "-o", "/dev/stdout", *command]
    calls = subprocess.run(strace, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True).stdout
    below = [str(folder) for folder in folders]
    return sum(any(folder in call for folder in below) and WRITES.search(call) is not None for call in calls.splitlines())
