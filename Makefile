# Two commands: `make run` shows what Dateline does, `make test` checks it.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run test lint docs clean

run: $(VENV)/.run  ## read a bundled example and print its dossier
	$(BIN)/dateline read examples/pages/harbour.txt

test: $(VENV)/.test  ## run the whole test suite
	$(BIN)/python -m pytest

lint: $(VENV)/.lint  ## style, types and the import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.docs  ## build the documentation, warnings are errors
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

clean:
	rm -rf $(VENV) site build dist

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --upgrade "pip>=25.1"

$(VENV)/.run: $(VENV)/bin/python pyproject.toml
	$(PIP) install --editable .
	touch $@

$(VENV)/.test: $(VENV)/.run
	$(PIP) install --group test
	touch $@

$(VENV)/.lint: $(VENV)/.test
	$(PIP) install --group lint
	touch $@

$(VENV)/.docs: $(VENV)/.run
	$(PIP) install --group docs
	touch $@
