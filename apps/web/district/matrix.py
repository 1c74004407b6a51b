"""Schools by obligations: which columns are shown, how many rows fit into a page, and the same as a table for a sheet."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from apps.district.queries.overview import SchoolRow
from apps.district.queries.trouble import calls, shares_of
from apps.documents.sheet import Table
from apps.rulebook.enums import Verdict
from apps.web.blocks.dates import day_and_month
from apps.web.blocks.tables import Matrix, MatrixCell, MatrixColumn, MatrixRow, Twin
from apps.web.district.present import RHYTHM_WORDS, fresh, look
from apps.web.findings.present import place_of_check, reader_language, title_of

# a page stays light and readable: at most so many columns, and rows until the signs are so many
MOST_COLUMNS = 12
MOST_SIGNS = 60
MOST_ROWS = 25
AREAS = (
    ("associations", gettext_lazy("Associations and their heads"), ("AS", "HD", "RP", "MT")),
    ("plans", gettext_lazy("Work plans"), ("PL",)),
    ("sittings", gettext_lazy("Sittings of associations"), ("ST",)),
    ("councils", gettext_lazy("Councils"), ("CN",)),
    ("work", gettext_lazy("Methodical work and its papers"), ("AC", "AP", "DS", "AR", "CH", "AK", "HS")),
)


def areas_of(checks: Iterable[str]) -> list[tuple[str, str]]:
    """(code, words) of the areas some of the checks belong to."""
    families = {_family(check) for check in checks}
    return [(code, str(words)) for code, words, members in AREAS if families & set(members)]


def _family(check: str) -> str:
    return check.partition("-")[0]


def checks_of(checks: Sequence[str], area: str) -> list[str]:
    """The checks of an area; all of them without one."""
    members = next((members for code, _words, members in AREAS if code == area), None)
    return [check for check in checks if members is None or _family(check) in members]


def columns_of(rows: Iterable[SchoolRow], checks: Sequence[str], area: str) -> list[str]:
    """The checks of an area, or all of them; when they are too many, those that are broken, then those that call, most often."""
    wanted = checks_of(checks, area)
    if len(wanted) <= MOST_COLUMNS:
        return wanted
    broken: Counter[str] = Counter()
    calling: Counter[str] = Counter()
    for row in rows:
        broken.update(check for check, mark in row.marks.items() if mark.verdict == Verdict.FAIL.value)
        calling.update(check for check, mark in row.marks.items() if calls(mark))
    weight = {check: (-broken[check], -calling[check], place_of_check(check)) for check in wanted}
    heaviest = sorted(wanted, key=weight.__getitem__)[:MOST_COLUMNS]
    return sorted(heaviest, key=place_of_check)


def rows_that_fit(columns: int) -> int:
    """How many schools a page shows beside so many columns."""
    return max(5, min(MOST_ROWS, MOST_SIGNS // max(columns, 1)))


def matrix_of(rows: Sequence[SchoolRow], checks: Sequence[str], *, query: str, now: datetime) -> Matrix:
    """Schools by obligations. Addresses are relative to the district's page; `query` keeps the year."""
    return Matrix(
        corner=_("School"),
        caption=_("Obligations of the schools"),
        columns=[MatrixColumn(title_of(check), check, f"obligations/{check}/{query}") for check in checks],
        rows=[_matrix_row(row, checks, query, now) for row in rows],
        tail=_("Use and result"),
    )


def _matrix_row(row: SchoolRow, checks: Sequence[str], query: str, now: datetime) -> MatrixRow:
    marks = row.marks
    place = f"schools/{row.school.slug}/"
    return MatrixRow(
        label=row.school.name,
        url=f"{place}{query}",
        cells=[
            MatrixCell(look(marks.get(check)), f"{place}{check}/{query}" if check in marks else "") for check in checks
        ],
        sub=activity_line(row),
        twin=Twin(*shares_of(row)),
        fresh=fresh(row.standing.computed_at if row.standing else None, now),
    )


def activity_line(row: SchoolRow) -> str:
    """`Slipping · 14 sittings · last on 12 November`."""
    parts = [str(RHYTHM_WORDS[row.rhythm])]
    standing = row.standing
    if standing is not None:
        held = int(standing.activity.get("sittings_held", 0))
        parts.append(ngettext("%(count)d sitting", "%(count)d sittings", held) % {"count": held})
        if standing.last_record_on:
            parts.append(
                _("last on %(date)s")
                % {"date": day_and_month(standing.last_record_on, reader_language(), case="locative")}
            )
    return " · ".join(parts)


def table_of(rows: Iterable[SchoolRow], checks: Sequence[str], title: str, notes: Sequence[str]) -> Table:
    """What the matrix shows, for a sheet: a word for each sign, a star where another reading differs."""
    heads = [_("School"), _("Rhythm"), *(f"{check} {title_of(check)}" for check in checks)]
    heads += [_("Use, %"), _("Result, %"), _("Sittings"), _("Computed")]
    return Table(title, heads, [_line(row, checks) for row in rows], notes)


def _line(row: SchoolRow, checks: Sequence[str]) -> list[str | int | None]:
    marks = {check: look(mark) for check, mark in row.marks.items()}
    words = [f"{marks[check].word}{' *' if marks[check].differs else ''}" if check in marks else "" for check in checks]
    use, result = shares_of(row)
    standing = row.standing
    computed = timezone.localtime(standing.computed_at) if standing else None
    return [
        row.school.name,
        str(RHYTHM_WORDS[row.rhythm]),
        *words,
        use,
        result,
        int(standing.activity.get("sittings_held", 0)) if standing else None,
        f"{computed:%d.%m.%Y %H:%M}" if computed else "",
    ]
