"""What the browser says late is told from what a person changed: by table."""

import pytest

from pages.parts.session.echo import IN_FLIGHT, MOST_EARLIER, Echo

# A widget's value is given with a time in which what was before is late, an address without.
# give: the page gives a value; says: the browser reports one, and whether a person changed it,
# alone or beside another act; broken: the same in a run that is broken off before it is taken.
SITUATIONS = {
    "nothing was ever said": [("says", 0, "old", True)],
    "the same again": [("says", 0, "old", True), ("says", 9, "old", False)],
    "a person's change": [("says", 0, "a", True), ("says", 1, "b", True), ("says", 2, "b", False)],
    "a person's change and back": [
        ("says", 0, "a", True),
        ("says", 0.1, "b", True),
        ("says", 0.2, "a", True),
    ],
    "a run broken off before it took the change: the next takes it": [
        ("says", 0, "a", True),
        ("broken", 1, "b", True),
        ("broken", 1.1, "b", True),
        ("says", 1.2, "b", True),
        ("says", 1.3, "b", False),
    ],
    "a run broken off after it took the change: the next does not take it again": [
        ("says", 0, "a", True),
        ("says", 1, "b", True),
        ("says", 1.1, "b", False),
        ("give", 1.2, "c"),
        ("says", 1.3, "c", False),
    ],
    "a widget's report from before a push": [
        ("says", 0, "5", True),
        ("push", 1, "6"),
        ("says", 1.2, "5", False),
        ("says", 1.4, "6", False),
        ("says", 1.5, "7", True),
    ],
    "a widget set back long after a push": [
        ("says", 0, "5", True),
        ("push", 1, "6"),
        ("says", 1.1 + IN_FLIGHT, "5", True),
    ],
    "a widget set back as soon as the browser knew of the push": [
        ("says", 0, "5", True),
        ("push", 1, "6"),
        ("says", 1.1, "6", False),
        ("heard", 1.1, "6"),
        ("says", 1.2, "5", True),
    ],
    "a widget's late report beside another one that moved, on a slow line": [
        ("says", 0, "5", True),
        ("push", 1, "6"),
        ("beside", 2 + IN_FLIGHT, "5", False),
        ("says", 2.5 + IN_FLIGHT, "5", False),  # the run was broken off: the same, nothing moved
        ("says", 3 + 2 * IN_FLIGHT, "5", True),
    ],
    "any of many pushes may come late": [
        ("says", 0, "5", True),
        ("push", 1, "6"),
        ("push", 1.1, "7"),
        ("push", 2.5, "8"),
        ("says", 2.6, "6", False),
        ("says", 2.2 + IN_FLIGHT, "5", False),  # the last push counts for all
        ("says", 2.3 + IN_FLIGHT, "7", False),
        ("says", 2.4 + IN_FLIGHT, "8", False),
        ("says", 2.4 + IN_FLIGHT, "9", True),
    ],
    "a push of what stands there already": [
        ("says", 0, "5", True),
        ("push", 1, "5"),
        ("says", 1.1, "5", False),
        ("says", 1.2, "6", True),
    ],
    "a push, and back to what was before": [
        ("says", 0, "5", True),
        ("push", 1, "6"),
        ("push", 1.1, "5"),
        ("says", 1.2, "5", False),
        ("says", 1.3, "6", False),
    ],
    "Back really pressed, at once after a change": [
        ("says", 0, "?a", True),
        ("give", 1, "?b"),
        ("says", 1.1, "?a", True),
    ],
    "Back pressed twice, and Forward": [
        ("says", 0, "?a", True),
        ("give", 1, "?b"),
        ("give", 2, "?c"),
        ("says", 3, "?b", True),
        ("says", 3.1, "?a", True),
        ("says", 3.2, "?b", True),
    ],
    "two presses in a row: the second says the address from before the first": [
        ("says", 0, "?a", True),
        ("give", 1, "?b"),
        ("beside", 1.1, "?a", False),
        ("give", 1.2, "?c"),
        ("beside", 1.3, "?b", False),
        ("says", 1.4, "?c", False),
    ],
    "a late address in the run that follows a broken one": [
        ("says", 0, "?a", True),
        ("give", 1, "?b"),
        ("beside", 1.1, "?a", False),
        ("says", 1.2, "?a", False),
        ("give", 1.3, "?c"),
        ("says", 1.4, "?a", False),
    ],
    "Back, when what came late must have passed": [
        ("says", 0, "?a", True),
        ("give", 1, "?b"),
        ("beside", 1.1, "?a", False),
        ("says", 1.1 + IN_FLIGHT, "?a", True),
    ],
    "Back to another address than the late one": [
        ("says", 0, "?a", True),
        ("give", 1, "?b"),
        ("give", 1.1, "?c"),
        ("beside", 1.2, "?b", False),
        ("says", 1.3, "?a", True),
    ],
    # A run that the page starts itself says the page's own word: the browser may not know it.
    "the page's own word between": [
        ("says", 0, "?a", True),
        ("give", 1, "?b"),
        ("says", 1.1, "?b", False),
        ("beside", 1.2, "?a", False),
    ],
    "an address typed beside a change": [
        ("says", 0, "?a", True),
        ("give", 1, "?b"),
        ("beside", 1.1, "?d", True),
    ],
    "an address opened: the ones before it are steps Back": [
        ("says", 0, "?a", True),
        ("give", 1, "?b"),
        ("says", 2, "?d", True),
        ("beside", 2.1, "?a", True),
    ],
    "a reconnect to the session: what was moved meanwhile": [
        ("says", 0, "5", True),
        ("says", 60, "5", False),
        ("says", 90, "6", True),
    ],
    "a reconnect to a new server: the browser's own value": [
        ("new", 0, "5"),
        ("says", 0, "6", True),
    ],
}


@pytest.mark.parametrize("name", SITUATIONS)
def test_a_situation(name):
    echo = Echo(None)
    for does, now, value, *expected in SITUATIONS[name]:
        if does == "new":
            echo = Echo(value)
        elif does == "give":
            echo.give(value)
        elif does == "push":
            echo.give(value, now + IN_FLIGHT)
        elif does == "heard":
            echo.take(value)
        else:
            news = echo.is_news(value, now, acted=does == "beside")
            assert [news] == expected, (does, now, value)
            if news and does != "broken":
                echo.take(value)


def test_only_what_was_never_there_is_unheard():
    echo = Echo("5")
    echo.give("6")
    assert [echo.is_unheard(value) for value in ("5", "6", "7")] == [False, False, True]
    echo.take("6")
    assert echo.is_unheard("5")


def test_what_is_remembered_is_bounded_and_the_newest_stays():
    echo = Echo(0)
    for value in range(1, 3 * MOST_EARLIER):
        echo.give(value)
    assert list(echo.earlier) == list(range(2 * MOST_EARLIER - 1, 3 * MOST_EARLIER - 1))
