#!/usr/bin/env python3
"""Writes tests/data/holidays.json: the public holidays of every calendar from 2024 to 2036 according to the Python
package `holidays` (category PUBLIC, with observed days), which knows nothing of our rules.

    pip install holidays==0.109 && python3 tests/oracles/holidays.py

The codes come from content/holidays/*.toml; needs Python 3.11. Each year is one text of days written MMDD.
"""

import json
import pathlib
import sys
import tomllib

sys.path.pop(0)  # this file is called `holidays` too, and would import itself
import holidays  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
YEARS = range(2024, 2037)

# The calendar that answers for one that the package does not have.
SAME = {
    "GB": ("GB", "ENG"),  # our GB is England and Wales; theirs is what all four nations share
    "FR-67": ("FR", "6AE"),  # the two departments of Alsace
    "FR-68": ("FR", "6AE"),
}


def codes():
    """All codes: each country, then its regions."""
    for path in sorted((ROOT / "content" / "holidays").glob("*.toml")):
        country = path.stem.upper()
        yield country
        for region in sorted(tomllib.loads(path.read_text("utf-8")).get("regions", {})):
            yield f"{country}-{region}"


def days(code):
    """One text for each year."""
    country, _, region = code.partition("-")
    country, region = SAME.get(code, (country, region or None))
    # The years around, because a day observed across New Year belongs to the other year.
    found = holidays.country_holidays(country, subdiv=region, years=range(2023, 2038), observed=True)
    return [" ".join(f"{day:%m%d}" for day in sorted(found) if day.year == year) for year in YEARS]


def main():
    table = ",\n".join(f"{json.dumps(code)}:{json.dumps(days(code), separators=(',', ':'))}" for code in codes())
    head = json.dumps({"source": f"holidays {holidays.__version__}", "from": YEARS[0], "until": YEARS[-1]})
    text = f'{head[:-1]}, "days": {{\n{table}\n}}}}\n'
    json.loads(text)
    (ROOT / "tests" / "data" / "holidays.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
