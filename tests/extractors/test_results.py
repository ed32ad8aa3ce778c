"""Results: what a clause brings about, in a participle behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]
Rows = list[tuple[str, ...]]

TABLE: Rows = [
    (
        "The firm cut 200 jobs, causing anger among staff.",
        "firm cut 200 jobs | causes | anger",
    ),
    (
        "The team was deducted a point, leading to a sudden rush of success.",
        "team was deducted a point | causes | sudden rush of success",
    ),
    (
        "A storm hit the town, prompting long queues.",
        "storm hit the town | causes | long queues",
    ),
    (
        "The firm cut jobs, calling it a hard day.",
        "never * | causes | *",
    ),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_results(check: Check, row: tuple[str, ...]) -> None:
    check(*row)
