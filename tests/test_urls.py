"""Addresses inside the site become relative or absolute, all of them and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom import urls

DEEP = "aktuelles/2026/fest/index.html"


@pytest.mark.parametrize(
    ("here", "written", "settled"),
    [
        (DEEP, '<a href="site:/kontakt/">', '<a href="../../../kontakt/">'),
        (DEEP, '<a href="site:/">', '<a href="../../../">'),
        (DEEP, '<a href="site:/#inhalt">', '<a href="../../../#inhalt">'),
        ("index.html", '<a href="site:/kontakt/">', '<a href="kontakt/">'),
        ("index.html", '<a href="site:/">', '<a href="./">'),
        ("index.html", '<a href="site:/#inhalt">', '<a href="./#inhalt">'),
        (DEEP, 'content="0; url=site:/kontakt/"', 'content="0; url=../../../kontakt/"'),
        ("index.html", 'srcset="site:/a.jpg 1w, site:/b.jpg 2w"', 'srcset="a.jpg 1w, b.jpg 2w"'),
        (DEEP, 'srcset="site:/a.jpg 1w, site:/b.jpg 2w"', 'srcset="../../../a.jpg 1w, ../../../b.jpg 2w"'),
        (DEEP, "<p>site:/kontakt/</p>", "<p>site:/kontakt/</p>"),
    ],
)
def test_an_address_is_written_from_where_it_stands(here: str, written: str, settled: str) -> None:
    assert urls.settle(written, here) == settled


PLACES = st.sampled_from(['href="{}"', 'srcset="{} 480w, {} 720w"', 'content="0; url={}"', '"{}'])
ADDRESSES = st.sampled_from(["", "a/", "#b", "a/#b", "media/c.jpg", "?d"])


@given(st.lists(st.tuples(PLACES, ADDRESSES)), st.sampled_from(["index.html", "404.html", "a/index.html", DEEP]))
def test_every_address_of_a_page_is_settled_alone(written: list[tuple[str, str]], here: str) -> None:
    page = " ".join(place.replace("{}", f"{urls.SITE}{address}") for place, address in written)
    up = "../" * here.count("/")

    assert urls.settle(page, here) == " ".join(
        place.replace("{}", f"{up}{address}" if up or address[:1] not in ("", "#") else f"./{address}")
        for place, address in written
    )
    assert urls.settle_absolute(page, "https://muster.example/") == " ".join(
        place.replace("{}", f"https://muster.example/{address}") for place, address in written
    )


def test_telling_of_a_page_by_text_says_title_and_address() -> None:
    address = "https://muster.example/straßenfest/"

    assert urls.share_by_text("Fest & Markt: 5 %", address) == (
        "sms:?&body=Fest%20%26%20Markt%3A%205%20%25%20https%3A//muster.example/stra%C3%9Fenfest/"
    )
