"""Which page of a list an address asks for, and the number of a row in an address."""

import re
from typing import Annotated

from fastapi import Path, Request

Number = Annotated[int, Path(ge=1, lt=2**31)]
"""The number of something kept."""


def page_in(request: Request) -> int:
    """The page, 1 and up; 1 where the address names none."""
    asked = request.query_params.get("page", "1")
    return max(1, int(asked)) if re.fullmatch(r"[0-9]{1,4}", asked) else 1
