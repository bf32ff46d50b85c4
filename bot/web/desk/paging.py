"""Which page of a list an address asks for."""

import re

from fastapi import Request


def page_in(request: Request) -> int:
    """The page, 1 and up; 1 where the address names none."""
    asked = request.query_params.get("page", "1")
    return max(1, int(asked)) if re.fullmatch(r"[0-9]{1,4}", asked) else 1
