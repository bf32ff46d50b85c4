"""The report: what people asked, what was not covered, what was rated worst, how fast; lines and a page."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from bot.messages import store as messages
from bot.store import Journal, Rating

MOST = 15
"""Rows of each list."""
_WIDTH, _HEIGHT, _GAP = 640, 160, 2
_STYLE = (
    "body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em;line-height:1.6}"
    "table{border-collapse:collapse}td{padding:.2em .8em;border-bottom:1px solid #ccc}"
    "svg{max-width:100%;height:auto}@media(prefers-color-scheme:dark){body{background:#111;color:#eee}}"
)


@dataclass(frozen=True, slots=True)
class UsageReport:
    """Everything counted over one span of time."""

    start: datetime
    end: datetime
    statuses: tuple[tuple[str, int], ...]
    days: tuple[tuple[str, int], ...]
    """ISO date and number of questions, in order."""
    uncovered: tuple[tuple[str, int], ...]
    """Masked texts of questions that were not covered, most often first."""
    asked: tuple[tuple[str, int], ...]
    """Measures shown first, most often first."""
    worst: tuple[Rating, ...]
    reasons: tuple[tuple[str, int], ...]
    milliseconds: tuple[float, ...]
    """Of every answer, ascending."""


def make_report(journal: Journal, start: datetime, end: datetime) -> UsageReport:
    """Counts what the journal holds of a span."""
    entries = [e for e in journal.entries(start.timestamp()) if e.asked <= end.timestamp()]
    days = Counter(datetime.fromtimestamp(e.asked, UTC).date().isoformat() for e in entries)
    return UsageReport(
        start=start,
        end=end,
        statuses=tuple(Counter(e.status for e in entries).most_common()),
        days=tuple(sorted(days.items())),
        uncovered=_common(e.text for e in entries if e.status == "not_covered" and e.text),
        asked=_common(e.measures[0] for e in entries if e.measures),
        worst=tuple(rating for rating in journal.ratings() if rating.bad)[:MOST],
        reasons=tuple(journal.reasons()),
        milliseconds=tuple(sorted(e.seconds * 1000 for e in entries)),
    )


def lines(report: UsageReport) -> Iterator[str]:
    """The report for a terminal."""
    yield messages.REPORT_TITLE
    yield _span(report)
    yield _totals(report)
    for title, rows in _lists(report):
        yield ""
        yield title
        yield from rows or [messages.REPORT_NOTHING]


def page(report: UsageReport) -> str:
    """The report as one HTML file that loads nothing from elsewhere."""
    body = [f"<h1>{messages.REPORT_TITLE}</h1><p>{escape(_span(report))}</p><p>{escape(_totals(report))}</p>"]
    body.append(f"<h2>{messages.REPORT_DAYS}</h2>{_bars(report.days)}")
    named = [(messages.REPORT_STATUSES.get(name, name), count) for name, count in report.statuses]
    body.append(_bars(named))
    for title, rows in _lists(report):
        cells = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row.split("\t")) + "</tr>"
            for row in rows or [messages.REPORT_NOTHING]
        )
        body.append(f"<h2>{escape(title)}</h2><table>{cells}</table>")
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
        f"<title>{messages.REPORT_TITLE}</title>"
        f"<style>{_STYLE}</style></head><body>{''.join(body)}</body></html>\n"
    )


def _common(values: Iterator[str]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(values).most_common(MOST))


def _span(report: UsageReport) -> str:
    return messages.REPORT_SPAN.format(start=f"{report.start:%Y-%m-%d}", end=f"{report.end:%Y-%m-%d}")


def _totals(report: UsageReport) -> str:
    named = [(messages.REPORT_STATUSES.get(name, name), count) for name, count in report.statuses]
    parts = "，".join(messages.REPORT_PART.format(name=name, count=count) for name, count in named)
    return messages.REPORT_TOTALS.format(count=len(report.milliseconds), parts=parts or "-")


def _lists(report: UsageReport) -> list[tuple[str, list[str]]]:
    def counted(pairs: Sequence[tuple[str, int]]) -> list[str]:
        return [messages.REPORT_COUNTED.format(words=words, count=count) for words, count in pairs]

    rated = [messages.REPORT_RATED.format(measure=r.measure, good=r.good, bad=r.bad) for r in report.worst]
    return [
        (messages.REPORT_UNCOVERED, counted(report.uncovered)),
        (messages.REPORT_ASKED, counted(report.asked)),
        (messages.REPORT_WORST, rated),
        (messages.REPORT_REASONS, counted(report.reasons)),
        (messages.REPORT_SPEED, [_speed(report.milliseconds)] if report.milliseconds else []),
    ]


def _speed(times: Sequence[float]) -> str:
    return messages.REPORT_LATENCY.format(
        p50=times[len(times) // 2], p95=times[min(len(times) * 95 // 100, len(times) - 1)], most=times[-1]
    )


def _bars(counted: Sequence[tuple[str, int]]) -> str:
    """A bar chart as inline SVG; each bar tells its name and count."""
    if not counted:
        return f"<p>{messages.REPORT_NOTHING}</p>"
    most = max(count for _, count in counted)
    width = _WIDTH / len(counted)
    bars = "".join(
        f'<rect x="{number * width:.1f}" y="{_HEIGHT - _HEIGHT * count / most:.1f}" '
        f'width="{max(width - _GAP, 1):.1f}" height="{_HEIGHT * count / most:.1f}" fill="#2a6fb0">'
        f"<title>{escape(name)}：{count}</title></rect>"
        f'<text x="{(number + 0.5) * width:.1f}" y="{_HEIGHT + 14}" font-size="10" text-anchor="middle" '
        f'fill="currentColor">{escape(name[-5:])} {count}</text>'
        for number, (name, count) in enumerate(counted)
    )
    return f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT + 20}" role="img">{bars}</svg>'
