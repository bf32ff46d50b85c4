"""Passwords of the staff: hashed, compared. The one importer of argon2."""

from functools import lru_cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MIN_CHARS, MAX_CHARS = 10, 200
"""Source: NIST SP 800-63B asks for 8 at least and for no rule about kinds of characters; 10 leaves room."""

_HASHER = PasswordHasher()
"""argon2id with the library's own parameters. Source: RFC 9106, section 4, the second choice: 64 MiB."""

_AT_ONCE = BoundedSemaphore(2)
"""Each comparison takes 64 MiB for a fifth of a second: a flood of attempts must not take the machine."""


def hashed(password: str) -> str:
    """What is kept of a password: an argon2id hash with its own salt."""
    with _AT_ONCE:
        return _HASHER.hash(password)


def fits(kept: str | None, password: str) -> bool:
    """Whether a password is the one that was kept; False, after the same time, where none was."""
    nobody = _nobody()
    try:
        with _AT_ONCE:
            _HASHER.verify(kept or nobody, password[:MAX_CHARS])
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


@lru_cache(maxsize=1)
def _nobody() -> str:
    """The hash compared with if there is no account: an unknown name takes as long as a wrong password."""
    return _HASHER.hash("nobody")
