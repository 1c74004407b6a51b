"""Facts with their records in another order."""

from dataclasses import fields, is_dataclass, replace


def shuffled(value, random):
    """The same facts with every tuple of records in another order."""
    if is_dataclass(value):
        return replace(value, **{row.name: shuffled(getattr(value, row.name), random) for row in fields(value)})
    if isinstance(value, tuple) and value and is_dataclass(value[0]):
        rows = [shuffled(row, random) for row in value]
        random.shuffle(rows)
        return tuple(rows)
    return value
