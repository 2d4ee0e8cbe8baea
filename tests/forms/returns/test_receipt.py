"""The receipt: words that never change."""

from __future__ import annotations

import hashlib
import re

from hypothesis import given
from hypothesis import strategies as st

from iomsa.returns.receipt import receipt, words

PINNED = "6e4a1b773441bf23651bf7827d8a8c4180bdc3c5fc7f5129ba119512593769ea"


def test_the_words_never_change() -> None:
    describing, naming = words()
    assert (len(describing), len(naming)) == (256, 256)
    assert len({*describing, *naming}) == 512
    assert all(re.fullmatch("[a-z]{3,11}", word) for word in (*describing, *naming))
    assert hashlib.sha256(repr(words()).encode()).hexdigest() == PINNED


def test_a_receipt_is_two_words_and_a_number() -> None:
    assert receipt("0000" + "0" * 60) == f"{words()[0][0]}-{words()[1][0]}-00"
    assert receipt("ffff0064" + "0" * 56) == "zippy-zebra-00"
    assert receipt("04a80029" + "0" * 56) == "amber-otter-41"


@given(st.binary(min_size=32, max_size=32))
def test_a_receipt_can_be_read_out(checksum: bytes) -> None:
    assert re.fullmatch(r"[a-z]+-[a-z]+-\d\d", receipt(checksum.hex()))
