"""Builds where one was before: with no change, with one edit, again and again on a disk; and watching."""

import re
import shutil
import subprocess
import sys
import time
from statistics import median

import measure

ARTICLE = "content/en/articles/category-001/article-000001.md"
PAGE = "articles/category-001/article-000001/index.html"
TEMPLATE = "templates/base.html"


class Edited:
    """A file of a site that is saved in a new version again and again, and in the end as it was."""

    def __init__(self, site, name, change):
        self.path = site / name
        self.text = self.path.read_text()
        self.change = change
        self.saves = 0

    def save(self):
        """Saves the next version, and says by what it can be told."""
        self.saves += 1
        marker = f"mark{self.saves}{self.change.__name__}"
        self.path.write_text(self.change(self.text, marker))
        return marker

    def restore(self):
        self.path.write_text(self.text)


def body(text, marker):
    return f"{text}\n{marker}\n"


def title(text, marker):
    return re.sub(r'^title = ".*"$', f'title = "{marker}"', text, count=1, flags=re.MULTILINE)


def template(text, marker):
    return text.replace("</p>", f" {marker}</p>")


def unchanged(supportal, site, output, rounds):
    """The costs of builds with no change, and how many entries they wrote in the output and the site: those that are others
    afterwards, or what the system was asked for, if that is more."""
    measure.run(supportal.build(site, output))
    before = measure.snapshot(output, site)
    costs = [measure.run(supportal.build(site, output)) for _ in range(rounds)]
    changes = measure.changes(before, measure.snapshot(output, site))
    return costs, max(changes, measure.writes(supportal.build(site, output), output, site))


def one_edit(supportal, site, output, change, rounds):
    """The costs of builds after one edit of an article."""
    edited = Edited(site, ARTICLE, change)
    costs = []
    for _ in range(rounds):
        marker = edited.save()
        costs.append(measure.run(supportal.build(site, output)))
        expect(output, marker)
    edited.restore()
    measure.run(supportal.build(site, output))
    return costs


def repeated(supportal, site, output, builds):
    """The system times of builds into one folder; before each but the first, one article in a hundred is edited."""
    shutil.rmtree(output, ignore_errors=True)
    articles = sorted((site / "content/en/articles").glob("*/article-*.md"))
    times = [measure.run(supportal.build(site, output)).system]
    for build in range(builds):
        for path in articles[build::100]:
            path.write_text(path.read_text() + f"\nEdit {build}.\n")
        times.append(measure.run(supportal.build(site, output)).system)
    shutil.rmtree(output)
    return times


def expect(output, marker):
    if marker not in (output / PAGE).read_text():
        sys.exit(f"the edit {marker} is not in {PAGE}")


# ── Watching ─────────────────────────────────────────────────────────────


class Watch:
    """A running `supportal watch`; it prints a line that begins with the number of files when a build is published."""

    PUBLISHED = re.compile(r"\d+ files ")
    # Between two saves the builder comes to rest, as it does when a person writes.
    REST = 0.3

    def __init__(self, supportal, site, output):
        self.site, self.output = site, output
        command = supportal.watch(site, output)
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.published()

    def published(self):
        said = []
        for line in self.process.stderr:
            said.append(line)
            if self.PUBLISHED.match(line):
                return time.perf_counter()
            if line.startswith("Nothing was written"):
                break
        sys.exit("supportal watch published nothing:\n" + "".join(said))

    def latency(self, name, change, saves):
        """The median seconds from a save to the line that says it is published; the first save is not counted."""
        edited = Edited(self.site, name, change)
        times = []
        for _ in range(saves + 1):
            time.sleep(self.REST)
            begin = time.perf_counter()
            marker = edited.save()
            times.append(self.published() - begin)
            expect(self.output, marker)
        time.sleep(self.REST)
        edited.restore()
        self.published()
        return median(times[1:])

    def end(self):
        self.process.terminate()
        self.process.wait()
        self.process.stderr.close()


def watched(supportal, site, output, saves):
    """The latencies of edits by what is edited."""
    watch = Watch(supportal, site, output)
    try:
        return {
            "body": watch.latency(ARTICLE, body, saves),
            "title": watch.latency(ARTICLE, title, saves),
            "template": watch.latency(TEMPLATE, template, saves),
        }
    finally:
        watch.end()
