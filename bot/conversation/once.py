"""A property that is computed on first use and kept."""

from collections.abc import Callable
from typing import Generic, Self, TypeVar, overload

_Owner = TypeVar("_Owner")
_Value = TypeVar("_Value")


class Once(Generic[_Owner, _Value]):
    """Decorates a method without arguments; two threads that use it at once may both compute it.

    functools.cached_property of Python 3.11 holds one lock for all objects of a class while it computes: with
    it, the questions of two people at once were searched one after the other.
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
        """The value, stored in the object, which returns it directly from then on."""
        if instance is None:
            return self
        value = vars(instance)[self._name] = self._work(instance)
        return value
