"""Content negotiation: the ``Accept`` line of a request → one of the formats that are on offer."""

from __future__ import annotations

from collections.abc import Mapping


def choose(accept: str, offers: Mapping[str, str]) -> str | None:
    """The format that is liked best, of equals the first on offer; None where none is acceptable.

    ``offers`` is media type → format. An empty line accepts anything. A range that is narrower decides over a wider one
    (``text/csv;q=0`` over ``*/*``), as RFC 9110 says; what cannot be read is passed over.
    """
    ranges = dict(filter(None, map(_range, accept.split(",")))) or {"*/*": 1.0}
    best, liked = None, 0.0
    for media, fmt in offers.items():
        quality = next((ranges[name] for name in (media, f"{media.split('/')[0]}/*", "*/*") if name in ranges), 0.0)
        if quality > liked:
            best, liked = fmt, quality
    return best


def _range(text: str) -> tuple[str, float] | None:
    media, *parameters = (part.strip().lower() for part in text.split(";"))
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                quality = min(max(float(value), 0.0), 1.0)
            except ValueError:
                return None
    return (media, quality) if "/" in media else None
