"""Numbers as a reader of Kyrgyz, Russian or English writes them."""

from apps.web.blocks.dates import known_language

NARROW_SPACE = "\xa0"


def grouped(value: float, language: str, places: int = 0) -> str:
    """`1 148`, `3,5`; in English `1,148`, `3.5`. The minus is a real minus sign."""
    text = f"{abs(value):,.{places}f}"
    if known_language(language) != "en":
        text = text.replace(",", NARROW_SPACE).replace(".", ",")
    return f"−{text}" if value < 0 else text


def percent(part: float, whole: float, language: str) -> str:
    """`78 %` of a whole; a dash when there is nothing to divide by."""
    if not whole:
        return "—"
    sign = "%" if known_language(language) == "en" else f"{NARROW_SPACE}%"
    return f"{grouped(round(100 * part / whole), language)}{sign}"
