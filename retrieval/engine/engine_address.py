"""The address of an engine, which may hold a password: that is never shown."""

from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import SplitResult, unquote, urlsplit


@dataclass(frozen=True)
class EngineAddress:
    """`postgresql://user:password@host:port/database`, as PostgreSQL's own clients take it."""

    secret: str = field(repr=False)

    @property
    def shown(self) -> str:
        """The address without user, password and options.

        Example: "postgresql://bot:pw@db.local:5433/wenzheng?sslmode=require" -> "postgresql://db.local:5433/wenzheng"
        """
        host = self._parts.netloc.rpartition("@")[2]
        return f"postgresql://{host}{self._parts.path}"

    def masked(self, text: str) -> str:
        """A text without the password, and without the address as a whole."""
        for hidden in sorted(self._hidden, key=len, reverse=True):
            text = text.replace(hidden, "***")
        return text

    @cached_property
    def _parts(self) -> SplitResult:
        return urlsplit(self.secret)

    @property
    def _hidden(self) -> set[str]:
        written = self._parts.netloc.rpartition("@")[0].partition(":")[2]
        options = [pair.partition("=") for pair in self._parts.query.split("&")]
        given = [value for name, _, value in options if name == "password"]
        return {word for each in (written, *given) for word in (each, unquote(each)) if word} | {self.secret}
