"""As whom a platform knows a person, written so that only the running program can read it.

The other importer of cryptography.
"""

import base64
import hmac

from cryptography.fernet import Fernet, InvalidToken

_PURPOSE = b"wenzheng: whom to remind"


class AddressSeal:
    """Seals names with what an account's secret gives; the secret itself is never on disk."""

    def __init__(self, secret: str) -> None:
        key = hmac.digest(secret.encode(), _PURPOSE, "sha256")
        self._fernet = Fernet(base64.urlsafe_b64encode(key))

    def sealed(self, name: str) -> str:
        """A name that nobody reads without the secret; another text each time."""
        return self._fernet.encrypt(name.encode()).decode()

    def opened(self, sealed: str) -> str:
        """The name; "" where it was sealed with another secret, or is none."""
        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except InvalidToken:
            return ""
