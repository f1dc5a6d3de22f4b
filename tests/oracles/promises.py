"""Writes tests/data/promises.json: by when a promise is due, counted minute by minute with the time zones of Python.

    python3 tests/oracles/promises.py > tests/data/promises.json

The definition: open time runs only in minutes in which the desk is open; a promise that ends with the last minute of a day
is due at that closing. Business days are the dates after that of the report, in the desk's zone, on which an interval of
the desk starts; due is the last closing of the last of them. Wall times follow RFC 5545.
"""

import json
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
BUILD = date(2026, 10, 1)
HORIZON = datetime(2026, 10, 1, tzinfo=timezone.utc) + timedelta(days=400)

# Weekly hours by ISO weekday, and dates on which other hours begin; minutes of wall time from midnight, beyond 24:00 too.
DESKS = {
    "day": ("Europe/Warsaw", {d: [(480, 1020)] for d in range(1, 6)},
               {"2026-11-11": [], "2026-12-24": [], "2026-12-25": [], "2026-12-31": [(480, 780)], "2027-01-01": []}),
    "lunch": ("America/New_York", {d: [(540, 720), (780, 1050)] for d in range(1, 6)}, {"2026-11-26": []}),
    "night": ("Europe/Berlin", {d: [(1320, 1800)] for d in range(1, 8)}, {"2026-12-24": []}),
    "sunday": ("Asia/Jerusalem", {d: [(480, 960)] for d in (7, 1, 2, 3, 4)}, {}),
    "gap": ("Europe/Warsaw", {7: [(90, 150)]}, {}),
}


def instant(zone, day, minute):
    """The instant of a wall time: the offset before a gap, the first of two."""
    wall = datetime.combine(day + DAY * (minute // 1440), time(minute % 1440 // 60, minute % 60))
    return wall.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(timezone.utc)


def spans(desk):
    """Every interval as the date on which it starts, opening and closing."""
    zone, week, special = DESKS[desk]
    day = BUILD - 2 * DAY
    while day <= HORIZON.date() + DAY:
        for start, end in special.get(day.isoformat(), week.get(day.isoweekday(), [])):
            opens, closes = instant(zone, day, start), instant(zone, day, end)
            if opens < closes:
                yield day, opens, closes
        day += DAY


def due_open(desk, report, minutes):
    open_spans = [(opens, closes) for _, opens, closes in spans(desk)]
    now = report
    while now < HORIZON:
        if any(opens <= now < closes for opens, closes in open_spans):
            minutes -= 1
            if minutes == 0:
                return now + MINUTE
        now += MINUTE
    return None


def due_days(desk, report, count):
    today = report.astimezone(ZoneInfo(DESKS[desk][0])).date()
    closings = {}
    for day, _, closes in spans(desk):
        if day > today:
            closings[day] = max(closes, closings.get(day, closes))
    days = sorted(closings)
    return closings[days[count - 1]] if len(days) >= count and closings[days[count - 1]] <= HORIZON else None


REPORTS = [
    "2026-10-06T09:30", "2026-10-09T14:59", "2026-10-24T21:30", "2026-10-25T00:30", "2026-10-25T01:30",
    "2026-11-01T06:30", "2026-11-10T15:59", "2026-11-11T10:00", "2026-11-25T22:10", "2026-12-23T14:00",
    "2026-12-23T16:30", "2026-12-24T23:00", "2026-12-31T11:00", "2027-01-01T00:00", "2027-03-28T00:30",
    "2027-03-28T01:00", "2027-06-04T15:00", "2027-10-31T00:59", "2027-11-04T20:00",
]
TARGETS = [("elapsed", 30), ("elapsed", 2880)] + [
    (kind, count) for kind, counts in (("open", (1, 60, 240, 540, 1200)), ("days", (1, 2, 5))) for count in counts
]


def cases():
    for text in REPORTS:
        report = datetime.fromisoformat(text).replace(tzinfo=timezone.utc)
        for kind, count in TARGETS:
            for desk in [None] if kind == "elapsed" else DESKS:
                if kind == "elapsed":
                    due = report + count * MINUTE
                    due = due if due <= HORIZON else None
                else:
                    due = (due_open if kind == "open" else due_days)(desk, report, count)
                yield [f"{report:%Y-%m-%dT%H:%MZ}", kind, count, desk, due and f"{due:%Y-%m-%dT%H:%MZ}"]


def clock(minute):
    return f"{minute // 60:02}:{minute % 60:02}"


def toml():
    """The desks as a partner writes them."""
    names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    for desk, (zone, week, special) in DESKS.items():
        write = lambda parts: "[" + ", ".join(f'"{clock(a)}-{clock(b if b <= 1440 else b - 1440)}"' for a, b in parts) + "]"
        weekly = ", ".join(f"{names[day - 1]} = {write(parts)}" for day, parts in sorted(week.items()))
        yield f'[hours.{desk}]\ntime_zone = "{zone}"\nweekly = {{ {weekly} }}\n'
        if special:
            dates = ", ".join(f"{{ date = {day}, open = {write(parts)} }}" for day, parts in special.items())
            yield f"special = [{dates}]\n"


print(json.dumps({"build": f"{BUILD}T00:00:00Z", "hours": "".join(toml())})[:-1] + ', "cases": [')
print(",\n".join(json.dumps(case) for case in cases()) + "\n]}")
