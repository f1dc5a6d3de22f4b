#!/usr/bin/env python3
"""Writes the same site of made-up articles for supportal and for its peers: benches/generate.py GENERATOR COUNT FOLDER

The same count gives the same articles, on any machine: all chance comes from the number of the article.
"""

import json
import random
import shutil
import struct
import sys
import zlib
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

SITES = Path(__file__).parent / "sites"
NOTICES = 20
IMAGES = 20

VERBS = "create change check remove restore share assign renew block export move test".split()
THINGS = (
    "shared mailbox|guest account|sign-in method|retention rule|meeting room|virtual machine|backup vault|phone number|"
    "mail domain|team channel|spending limit|device profile|spare password|public folder|network rule|site collection"
).split("|")
CASES = (
    "for a new colleague|before a migration|from a phone|for the whole company|after a merger|with two administrators|"
    "at short notice|without downtime"
).split("|")
SENTENCES = (
    "Open the admin center, look for the {thing} in the list on the left, and wait until its details are shown.",
    "You may {verb} the {thing} at any time, but a person who is signed in sees the change after the next sign-in.",
    "If the {thing} is missing, ask the person who set it up whether it was moved to another tenant or removed.",
    "Every administrator can {verb} it; a second one should confirm what was done & write it down for the audit.",
    "It usually takes less than ten minutes, and at the end of a busy month it may take up to an hour.",
    "The page of the *{thing}* tells **who** changed it last, on which day, and with which `request-id` it was recorded.",
    "We do this for you if your plan includes it: write to us with the name of the {thing} and the day that suits you.",
    "Do not {verb} it twice: the second attempt fails with \"already in progress\" and only delays what is under way.",
    "Old messages stay where they are, while new ones arrive in the {thing} as soon as the change has been accepted.",
    "Prices do not change by this, since a {thing} is part of the licence that your company has for each of its people.",
    "Should it fail, note the time and the exact words of the message, because we look for both in the records.",
    "The service keeps a deleted {thing} for thirty days, in which you can bring it back with all that it held.",
)
TAGS = "mail sign-in devices licences files calls security azure backup teams".split()


class Article(NamedTuple):
    number: int
    category: int
    title: str
    description: str
    day: str
    tags: list
    body: str  # links stand in it as @number@

    @property
    def slug(self):
        return f"article-{self.number:06}"


class Dice:
    """Chance that every version of Python gives alike: only `random()` itself is promised to stay."""

    def __init__(self, number):
        self.random = random.Random(number).random

    def below(self, limit):
        return int(self.random() * limit)

    def one(self, choices):
        return choices[self.below(len(choices))]

    def sentence(self):
        return self.one(SENTENCES).format(thing=self.one(THINGS), verb=self.one(VERBS))

    def text(self, sentences):
        return " ".join(self.sentence() for _ in range(sentences))


def categories(count):
    """How many categories so many articles have."""
    return {100: 5, 1_000: 20, 10_000: 100, 100_000: 400}.get(count) or max(2, round(count**0.5 / 2))


def article(number, count):
    dice = Dice(number)
    thing, verb = dice.one(THINGS), dice.one(VERBS)
    title = f"How to {verb} a {thing} {dice.one(CASES)} ({number})"
    links = [dice.below(count) for _ in range(6)]
    parts = opening(dice) + methods(dice, number, thing, links) + facts(dice, number, thing) + ending(dice, links)
    day = date(2022, 1, 1) + timedelta(days=number % 1500)
    tags = sorted({dice.one(TAGS) for _ in range(3)})
    description = f"{verb.capitalize()} a {thing}: what you need, the steps, and what to do if it does not work."
    return Article(number, number % categories(count), title, description, str(day), tags, "\n\n".join(parts) + "\n")


def opening(dice):
    return [
        dice.text(5),
        "## What you need",
        "\n".join(f"- {dice.sentence()}" for _ in range(4)),
        f"## How to {dice.one(VERBS)} it",
        "\n".join(f"{step}. {dice.sentence()}" for step in range(1, 7)),
    ]


def methods(dice, number, thing, links):
    code = [
        "```powershell",
        'Connect-MgGraph -Scopes "Directory.Read.All"',
        f"$found = Get-MgUser -Filter \"department eq 'D{number % 41}'\" -All",
        "foreach ($user in $found | Where-Object { $_.AccountEnabled -and $_.Id }) {",
        f'    Write-Output "<{thing}> & $($user.DisplayName)"',
        "}",
        "```",
    ]
    return [
        "### In the admin center",
        f"{dice.text(4)} Before that, read [guide {links[0]}](@{links[0]}@).",
        "### With PowerShell",
        dice.text(3),
        "\n".join(code),
    ]


def facts(dice, number, thing):
    rows = [f"| {dice.one(THINGS)} | `{dice.one(VERBS)}-{row}` | {dice.one(CASES)} |" for row in range(5)]
    return [
        "## Settings and their meaning",
        dice.text(3),
        "\n".join(["| Setting | Value | When |", "|---|---|---|", *rows]),
        f"![The page of a {thing} in the admin center](/images/page-{number % IMAGES:02}.png)",
        "### If it does not work",
        dice.text(3),
        "\n".join(f"- **Case {case}**: {dice.sentence()}" for case in range(1, 4)),
    ]


def ending(dice, links):
    return [
        "## When to ask us",
        f"{dice.text(4)} See [how we help](@{links[1]}@) and [what to send us](@{links[2]}@).",
        f"> {dice.text(3)}",
        "## More guides",
        "\n".join(f"- [Guide {link}](@{link}@)" for link in links[3:]),
    ]


# ── A site for each generator ────────────────────────────────────────────


def source_link(number, count):
    return f"../category-{number % categories(count):03}/article-{number:06}.md"


def page_link(number, count):
    return f"/articles/category-{number % categories(count):03}/article-{number:06}/"


def toml(**keys):
    return "+++\n" + "".join(f"{key} = {value}\n" for key, value in keys.items()) + "+++\n\n"


def yaml(**keys):
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + "---\n\n"


class Generator(NamedTuple):
    content: str  # the folder of the Markdown files
    static: str  # the folder of files to copy
    index: str  # the name of a category's own file
    front_matter: object
    link: object
    tags: str  # the key of an article's tags


GENERATORS = {
    "supportal": Generator("content/en", "static", "index.md", toml, source_link, "tags"),
    "hugo": Generator("content", "static", "_index.md", toml, source_link, "tags"),
    "eleventy": Generator("content", "static", "index.md", yaml, page_link, "topics"),
}


def write_site(name, count, folder):
    """Writes the site of so many articles for the generator of that name."""
    generator = GENERATORS[name]
    folder = Path(folder)
    shutil.copytree(SITES / name, folder)
    content = folder / generator.content
    for number in range(categories(count)):
        title = f"{THINGS[number % len(THINGS)].capitalize()} {number}"
        folder_of_category = content / f"articles/category-{number:03}"
        put(folder_of_category / generator.index, generator.front_matter(title=quoted(title)))
    for number in range(count):
        one = article(number, count)
        path = content / f"articles/category-{one.category:03}/{one.slug}.md"
        put(path, front_matter(generator, one) + linked(one.body, lambda n: generator.link(n, count)))
    for number in range(NOTICES):
        head = generator.front_matter(title=quoted(f"News {number}"), kind=quoted("news"), date=date(2026, 10, 1 + number))
        put(content / f"notices/news-{number:02}.md", head + Dice(-1 - number).text(8) + "\n")
    for number in range(IMAGES):
        put(folder / generator.static / f"images/page-{number:02}.png", png(320, 200 + number))


def front_matter(generator, one):
    keys = {"title": quoted(one.title), "description": quoted(one.description), "date": one.day}
    return generator.front_matter(**keys, **{generator.tags: json.dumps(one.tags)})


def quoted(text):
    """A string as TOML, YAML and JSON all read it."""
    return json.dumps(text)


def linked(body, link):
    parts = body.split("@")
    return "".join(link(int(part)) if place % 2 else part for place, part in enumerate(parts))


def put(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def png(width, height):
    """A picture in greys."""
    rows = b"".join(b"\0" + bytes((x + y) & 255 for x in range(width)) for y in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in GENERATORS:
        sys.exit(f"{__doc__}\nGENERATOR is one of {', '.join(GENERATORS)}.")
    write_site(sys.argv[1], int(sys.argv[2]), sys.argv[3])
