"""A property that is worked out when it is first asked for, and kept."""

from collections.abc import Callable
from typing import Generic, Self, TypeVar, overload

_Owner = TypeVar("_Owner")
_Value = TypeVar("_Value")


class Once(Generic[_Owner, _Value]):
    """Decorates a method without arguments; two threads that ask at once may both work it out.

    functools.cached_property of Python 3.11 holds one lock for all objects of a class meanwhile: with it,
    what two people asked at once was searched for one after the other.
    """

    def __init__(self, work: Callable[[_Owner], _Value]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type[_Owner], name: str) -> None:
        """Remembers under which name the value is kept."""
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type[_Owner]) -> Self: ...
    @overload
    def __get__(self, instance: _Owner, owner: type[_Owner]) -> _Value: ...
    def __get__(self, instance: _Owner | None, owner: type[_Owner]) -> Self | _Value:
        """The value; from then on the object answers itself."""
        if instance is None:
            return self
        value = vars(instance)[self._name] = self._work(instance)
        return value
