"""The rule of a series is said in every language, whatever a rule may be, and in its own words alone."""

import re
from collections.abc import Mapping
from itertools import product

import pytest

from pressroom.kinds import Event
from pressroom.kinds.languages import LANGUAGES, TRANSLATED
from pressroom.words.series import rule_in_words
from tests.tongues import GERMAN, alone

EVERY = ("day", "2 days", "21 days", "week", "2 weeks", "5 weeks", "21 weeks", "month", "2 months", "6 months", "year",
         "4 years", "11 years")  # fmt: skip
ON = {
    "day": (None,),
    "year": (None,),
    "week": (None, "friday", "monday, thursday", "monday, tuesday, wednesday", "tuesday, thursday, sunday"),
    "month": (None, "1st monday", "2nd tuesday, 4th tuesday", "3rd sunday", "last friday", "last day"),
}
ENDS = (None, "20:00", "2027-01-16 02:00", "2027-01-17 14:00", "2027-01-24")
MORE: list[dict[str, object]] = [
    {},
    {"until": "2027-12-31"},
    {"times": 1},
    {"times": 2},
    {"times": 3},
    {"times": 5},
    {"times": 11},
    {"times": 100},
    {"holidays": "skip"},
    {"holidays": "skip", "school_holidays": "skip"},
]
RULES = """
FREQ=WEEKLY
FREQ=MONTHLY;BYMONTHDAY=1,15,-1
FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=2,3
FREQ=MONTHLY;BYDAY=6TU
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30
FREQ=MONTHLY;BYDAY=1MO,3MO,-1MO
FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU
FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH
FREQ=MONTHLY;BYDAY=1MO,2TU
FREQ=DAILY;BYMONTH=6
FREQ=YEARLY;BYDAY=2TU
FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1
""".split()


def event(repeat: Mapping[str, object], start: str = "2027-01-15 18:00", end: str | None = None) -> Event:
    fields = {"title": "a", "summary": "b", "start": start, "end": end, "repeat": repeat}
    return Event.model_validate({name: value for name, value in fields.items() if value is not None})


def shapes() -> list[Event]:
    """Every shape a rule may have, with every way to say its hours, its end and its exceptions."""
    days = [(every, on) for every in EVERY for on in ON[every.split()[-1].rstrip("s")]]
    made = [event({"every": every, **({"on": on} if on else {}), **more}) for (every, on), more in product(days, MORE)]
    made += [event({"every": "month"}, "2027-01-15 18:30", end) for end in ENDS]
    made += [event({"every": "month"}, "2027-01-15", end) for end in (None, "2027-01-17", "2027-01-24")]
    return made + [event({"rule": rule}) for rule in RULES]


ALL = shapes()
DAYS = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag"
FOREIGN = re.compile(
    rf"\b({DAYS}|jede[nrs]?|alle|am|bis|und|Uhr|außer|Tage?|Wochen?|Monate?s?|Jahre?|letzten|Termine?)\b|[{{}}]"
)


@pytest.mark.parametrize("lang", TRANSLATED)
def test_every_language_says_what_german_says_and_nothing_in_german(lang: str) -> None:
    tongue = alone(lang)

    for one in ALL:
        said, german = rule_in_words(one, tongue), rule_in_words(one, GERMAN)
        assert bool(said) == bool(german), one.repeat
        assert lang == "de-simple" or not FOREIGN.search(said), said
        assert tongue.comma.strip() in said or "," not in german


def test_two_rules_that_german_tells_apart_are_told_apart_in_every_language() -> None:
    for lang in LANGUAGES[1:]:
        tongue = alone(lang)
        german = {rule_in_words(one, GERMAN) for one in ALL}
        assert len({rule_in_words(one, tongue) for one in ALL}) == len(german), lang


@pytest.mark.parametrize(
    ("lang", "repeat", "said"),
    [
        ("en", {"every": "week", "on": "tuesday"}, "every Tuesday, 16:00 to 18:00"),
        ("en", {"every": "month", "on": "1st monday"}, "every first Monday of the month, 16:00 to 18:00"),
        ("en", {"every": "2 weeks", "on": "friday", "holidays": "skip"},
         "every 2 weeks on Friday, 16:00 to 18:00, not on public holidays"),
        ("de-simple", {"every": "month", "on": "1st monday"}, "jeden ersten Montag im Monat, 16 bis 18 Uhr"),
        ("hsb", {"every": "week", "on": "tuesday"}, "kóždy tydźeń: wutora, wot 16:00 do 18:00 hodź."),
        ("uk", {"every": "3 weeks", "on": "friday"}, "кожні 3 тижні: пʼятниця, з 16:00 до 18:00"),
        ("uk", {"every": "month", "on": "1st monday, 3rd monday"},
         "щомісяця: понеділок, 1-й і 3-й раз у місяці, з 16:00 до 18:00"),
        ("ru", {"every": "5 weeks", "on": "friday"}, "каждые 5 недель: пятница, с 16:00 до 18:00"),
        ("ar", {"every": "month", "on": "1st monday"},
         "كل شهر: يوم الاثنين الأول من الشهر، من الساعة 16:00 إلى الساعة 18:00"),
        ("ar", {"every": "2 weeks", "on": "friday"}, "كل أسبوعين: الجمعة، من الساعة 16:00 إلى الساعة 18:00"),
    ],
)  # fmt: skip
def test_a_rule_is_said_as_a_neighbour_would(lang: str, repeat: dict[str, object], said: str) -> None:
    assert rule_in_words(event(repeat, "2027-01-11 16:00", "18:00"), alone(lang)) == said
