#!/usr/bin/env python3
"""Writes content/time-zones.toml: for each country the time zone in which most of its people live.

    pip install tzdata==2026.5 && python3 tests/oracles/zones.py

The zones are those of zone.tab in the tz database; where a country has several, the choice is made here.
"""

import importlib.resources
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
MOST = {
    "AR": "America/Argentina/Buenos_Aires", "AU": "Australia/Sydney", "BR": "America/Sao_Paulo", "CA": "America/Toronto",
    "CD": "Africa/Kinshasa", "CL": "America/Santiago", "CN": "Asia/Shanghai", "CY": "Asia/Nicosia", "DE": "Europe/Berlin",
    "EC": "America/Guayaquil", "ES": "Europe/Madrid", "FM": "Pacific/Chuuk", "GL": "America/Nuuk", "ID": "Asia/Jakarta",
    "KI": "Pacific/Tarawa", "KZ": "Asia/Almaty", "MH": "Pacific/Majuro", "MN": "Asia/Ulaanbaatar",
    "MX": "America/Mexico_City", "MY": "Asia/Kuala_Lumpur", "NZ": "Pacific/Auckland", "PF": "Pacific/Tahiti",
    "PG": "Pacific/Port_Moresby", "PS": "Asia/Gaza", "PT": "Europe/Lisbon", "RU": "Europe/Moscow", "UA": "Europe/Kyiv",
    "UM": "Pacific/Wake", "US": "America/New_York", "UZ": "Asia/Tashkent", "VN": "Asia/Ho_Chi_Minh", "AQ": "Antarctica/McMurdo",
}

zones = {}
for line in importlib.resources.files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8").splitlines():
    if not line.startswith("#"):
        country, _, zone = line.split("\t")[:3]
        zones.setdefault(country, []).append(zone)

lines = ["# For each country the time zone in which most of its people live; written by tests/oracles/zones.py.", ""]
for country, found in sorted(zones.items()):
    zone = found[0] if len(found) == 1 else MOST[country]
    assert zone in found, (country, found)
    several = "  # one of several" if len(found) > 1 else ""
    lines.append(f'{country} = "{zone}"{several}')
(ROOT / "content" / "time-zones.toml").write_text("\n".join(lines) + "\n", "utf-8")
