"""Writes tests/data/phones.json, what Google's libphonenumber says, for the tests to compare with:

    pip install phonenumbers==9.0.42      # the metadata that rlibphonenumber 2.2.15 has
    python3 tests/oracles/phones.py > tests/data/phones.json

`numbers` are E.164 texts: those below and examples of every country. `loose` are texts as people write them, with the
region of the reader and the E.164 text that was meant.
"""

import json
import random

import phonenumbers as pn

NUMBERS = """
+48225550123 +48220000101 +48225550911 +48501234567 +48800123456 +48801234567 +4822555012 +482255501234
+493023125042 +493023125123 +4940669691 +4915112345678 +498001234567 +49301 +4969900091234
+442079460123 +441632960123 +447700900123 +448081570123 +441134960123 +443069990123 +4420794601
+12065550123 +15555550123 +13125550147 +18005550199 +18885550123 +16135550123 +1206555012 +120655501234 +15550123
+33142685300 +33800123456 +3314268530 +31201234567 +318001234567 +420221234567 +420800123456 +3612345678
+3680123456 +380441234567 +380800123456 +97221234567 +9721800123456 +966112345678 +971412345678 +81312345678
+81120123456 +390612345678 +39061 +41446681800 +41800123456 +43123456 +43800123456 +43720123456789
+35312345678 +46812345678 +4722123456 +358912345678 +351211234567 +34911234567 +61212345678 +64212345678
+5491123456789 +541123456789 +525512345678 +5511912345678 +74951234567 +77271234567 +8613812345678 +862112345678
+80012345678 +8081234567 +883510012345 +999123456 +2101234567 +4402079460123 +49030231250 +4822
+12 +999999999999999
""".split()

# Countries from which more numbers are taken.
PORTALS = set("""
AE AR AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE EG ES FI FR GB GR HK HR HU IE IL IN IS IT JP KE KR LI LT LU LV MA MT MX
MY NG NL NO NZ PH PL PT RO RS SA SE SG SI SK TH TR TW UA US VN ZA
""".split())

LOOSE = [
    ("+48 22 555 01 23", None),
    ("+48\u00a022\u00a0555\u00a001\u00a023", None),
    ("+48 (22) 555-01-23", None),
    ("+48-22-555-01-23", None),
    ("(+48) 225550123", None),
    ("0048 22 555 01 23", None),
    ("22 555 01 23", None),
    ("22 555 01 23", "PL"),
    ("225550123", "PL"),
    ("022 555 01 23", "PL"),
    ("030 23125042", "DE"),
    ("030/23125042", "DE"),
    ("020 7946 0123", "GB"),
    ("+44 (0)20 7946 0123", None),
    ("(206) 555-0123", "US"),
    ("1-800-FLOWERS", "US"),
    ("112", "PL"),
    ("+48 22 555 01 23 ext. 7", None),
    ("telephone", "PL"),
    ("", "PL"),
    ("++48225550123", None),
]


def parse(text, region=None):
    try:
        number = pn.parse(text, region)
    except pn.NumberParseException:
        return None
    possible = pn.is_possible_number_with_reason(number) == pn.ValidationResult.IS_POSSIBLE
    return number if possible else None


def country(number):
    region = pn.region_code_for_number(number) or pn.region_code_for_country_code(number.country_code)
    return None if region in ("001", "ZZ") else region


def examples():
    """Numbers of every country in each kind, and more of the countries where portals are: the same with other digits."""
    dice = random.Random("phones")
    kinds = [pn.PhoneNumberType.FIXED_LINE, pn.PhoneNumberType.MOBILE, pn.PhoneNumberType.TOLL_FREE]
    more = [pn.PhoneNumberType.SHARED_COST, pn.PhoneNumberType.VOIP, pn.PhoneNumberType.UAN]
    for region in sorted(pn.SUPPORTED_REGIONS):
        wanted = kinds + more if region in PORTALS else kinds
        for number in filter(None, (pn.example_number_for_type(region, kind) for kind in wanted)):
            text = pn.format_number(number, pn.PhoneNumberFormat.E164)
            yield text
            for last in (2, 5) if region in PORTALS else ():
                yield text[:-last] + "".join(dice.choice("0123456789") for _ in range(last))
    for code in sorted(pn.COUNTRY_CODES_FOR_NON_GEO_REGIONS):
        yield pn.format_number(pn.example_number_for_non_geo_entity(code), pn.PhoneNumberFormat.E164)


def facts(text):
    """The text with what it is: international and national form, region, whether the call is free."""
    number = parse(text)
    if number is None:
        return [text]
    e164, international, national, uri = (pn.format_number(number, form) for form in (
        pn.PhoneNumberFormat.E164, pn.PhoneNumberFormat.INTERNATIONAL, pn.PhoneNumberFormat.NATIONAL, pn.PhoneNumberFormat.RFC3966))
    # A link has no separators, which RFC 3966 leaves to us.
    assert uri.replace("-", "") == f"tel:{e164}", uri
    toll_free = pn.number_type(number) == pn.PhoneNumberType.TOLL_FREE
    return [text, e164, international, national, country(number), toll_free]


def written():
    """A number of each country as it is written there, and for readers abroad."""
    for region in sorted(pn.SUPPORTED_REGIONS):
        number = pn.example_number(region)
        yield pn.format_number(number, pn.PhoneNumberFormat.NATIONAL), region
        yield pn.format_number(number, pn.PhoneNumberFormat.INTERNATIONAL).replace(" ", "\u00a0"), None


def suggestion(text, region):
    number = parse(text, region)
    return None if number is None or number.extension else pn.format_number(number, pn.PhoneNumberFormat.E164)


def lines(rows):
    return ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)


numbers = [facts(text) for text in dict.fromkeys([*NUMBERS, *examples()])]
loose = [[text, region, suggestion(text, region)] for text, region in [*LOOSE, *written()]]
print(f'{{"version": "{pn.__version__}",\n"numbers": [\n{lines(numbers)}\n],\n"loose": [\n{lines(loose)}\n]}}')
