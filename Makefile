# make run    build the sample pages into output/ and say what to open
# make test   run the tests
# make check  all that CI asks for: style, types, tests
#
# Each makes .venv first. Needs Python 3.10 or newer and nothing else; PYTHON names another one: make run PYTHON=python3.12

PYTHON ?= python3
PAGES ?= seeds/pages
OUT ?= output
VENV := .venv

# Windows puts programs into Scripts.
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)

.PHONY: run test check clean

run: $(VENV)/.run
	@$(BIN)/kg build $(PAGES) --out $(OUT)
	@echo "Then ask: $(BIN)/kg explain 秦绍峰"

test: $(VENV)/.dev
	$(BIN)/python -m pytest -q

check: $(VENV)/.dev
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy
	$(BIN)/python -m pytest -q

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps say what is installed: the package, or the package with what tests and styles need.
$(VENV)/.run: setup.cfg pyproject.toml | $(VENV)/.made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: setup.cfg pyproject.toml | $(VENV)/.made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.run

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.10 or newer is needed; this is " + sys.version.split()[0]) if sys.version_info < (3, 10) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@touch $@
