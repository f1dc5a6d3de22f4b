"""Whether the benchmark still measures what it says, in a second and without a peer."""

import hashlib
import re
import sys

import cold
import generate
import measure

COUNT = 20
# Of the text of so many articles. Who changes the articles cannot compare with earlier figures, and writes the new one here.
TEXT = "d65a56360d212c1c3ad8b073ecbb9501f5db45c746b0405f0669143fa8d9e68e"
# How often an article has what makes it an article, at least.
PARTS = {"<h2 id=": 5, "<h3 id=": 3, "<ul": 3, "<ol": 1, "<table": 1, "<pre": 1, "<blockquote": 1, "<img": 1}


def check(supportal, work):
    """Ends with what is wrong, if something is."""
    text = hashlib.sha256("".join(str(generate.article(number, COUNT)) for number in range(COUNT)).encode())
    expect(text.hexdigest() == TEXT, f"the articles are others than those of the figures: {text.hexdigest()}")
    supportal.install()
    cold.write_sites([supportal], COUNT, work)
    output = work / "output"
    measure.run([*supportal.build(work / supportal.site, output), "--strict"])
    pages = sorted(output.glob("articles/*/article-*/index.html"))
    expect(len(pages) == COUNT, f"{len(pages)} articles of {COUNT} have a page")
    for page in pages:
        whole(page, output)
    print(f"{COUNT} articles: their text, their pages and where they lead")


def whole(page, output):
    """The page has all parts of an article, and a twin, and its links lead to other articles."""
    html = page.read_text()
    for part, least in PARTS.items():
        expect(html.count(part) >= least, f"{page} has fewer than {least} {part}")
    expect(page.with_suffix(".md").is_file(), f"{page} has no twin")
    links = re.findall(r'href="/(articles/[^/"]+/article-\d+)/"', html)
    expect(len(links) >= 6, f"{page} has {len(links)} links to other articles")
    for link in links:
        expect((output / link / "index.html").is_file(), f"{page} leads to {link}, which is not there")


def expect(holds, otherwise):
    if not holds:
        sys.exit(otherwise)
