"""Which checks of the rulebook the product can judge: those whose records schools keep here.

A check joins when its record types have a home; judged without records it would call every school late.
"""

KEPT_CHECKS = frozenset(
    {
        "AS-1",
        "AS-3",
        "PL-1",
        "PL-2",
        "PL-3",
        "ST-1",
        "ST-2",
        "ST-3",
        "ST-5",
        "CN-6",
        "CN-7",
        "CN-8",
        "CN-9",
        "CN-10",
        "CH-1",
        "AK-1",
    }
)
