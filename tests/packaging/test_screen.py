"""What the tests of windows see on a screen: where something lies, and whether it was blown up."""

from tests.packaging.screen import Box, box, sharp

BLACK, WHITE = b"\0\0\0\0", b"\xff\xff\xff\0"


def test_the_box_is_as_small_as_can_be() -> None:
    empty = BLACK * 6
    assert box([empty, empty]) is None
    assert box([empty, BLACK * 2 + WHITE + BLACK * 3, BLACK * 4 + WHITE + BLACK, empty]) == Box(2, 1, 5, 3)
    assert box([WHITE * 6, empty]) == Box(0, 0, 6, 1)


def test_a_picture_that_was_blown_up_twofold_is_not_sharp() -> None:
    assert sharp([WHITE * 2 + BLACK * 2] * 2) == 0
    assert sharp([BLACK + WHITE * 2 + BLACK] * 2) > 0
    assert sharp([WHITE * 4, BLACK * 4]) > 0
