"""Errors: one line that says where, what and what to do."""

from dateline.errors import TooLarge, Unreadable


def test_says_where_what_and_what_to_do() -> None:
    """The message of an error is one line with the input, the reason and the remedy."""
    fault = TooLarge("big.html", "holds 90 MB", "raise --max-size")
    assert str(fault) == "big.html: holds 90 MB (raise --max-size)"


def test_a_name_cannot_command_the_terminal() -> None:
    """Control characters in a file's name do not reach the terminal, nor do they break the line."""
    assert str(Unreadable("a\x1b[2J\nb.html", "is empty")) == "a [2J b.html: is empty"
