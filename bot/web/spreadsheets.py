"""A workbook or another file as a download."""

from urllib.parse import quote

from fastapi import Response

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def spreadsheet(body: bytes, name: str) -> Response:
    """A workbook to be saved under a name that may be Chinese, without its ending. Source: RFC 6266."""
    return download(body, f"{name}.xlsx", XLSX)


def download(body: bytes, name: str, media_type: str) -> Response:
    """A file to be saved under a name that may be Chinese."""
    ending = name.rpartition(".")[2]
    disposition = f"attachment; filename=\"table.{ending}\"; filename*=UTF-8''{quote(name, safe='')}"
    return Response(body, media_type=media_type, headers={"Content-Disposition": disposition})
