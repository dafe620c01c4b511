"""The patterns that the program's modules hold, and ``re``'s own parser to take them apart."""

import importlib
import pkgutil
import sys
import warnings
from collections.abc import Iterator

import kg

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    if sys.version_info >= (3, 11):
        from re import _parser as parser
    else:
        import sre_parse as parser

ZERO_WIDTH = {"ASSERT", "ASSERT_NOT", "AT"}
REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}


def held() -> Iterator[tuple[str, object]]:
    """Whatever stands at the top of a module of the program, by its full name."""
    for module in pkgutil.walk_packages(kg.__path__, "kg."):
        if module.name == "kg.__main__":
            continue
        try:
            loaded = importlib.import_module(module.name)
        except ImportError:  # an extra that is not installed
            continue
        for name, value in vars(loaded).items():
            yield f"{module.name}.{name}", value


__all__ = ["REPEATS", "ZERO_WIDTH", "held", "parser"]
