"""What many tests need: where the checkout is, and one real build of the sample pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build import build

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def sample_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a build of ``seeds/pages``; not to be changed."""
    out = tmp_path_factory.mktemp("sample") / "output"
    build(ROOT / "seeds" / "pages", out)
    return out
