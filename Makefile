# Two commands: `make run` shows what Dateline does, `make test` checks it.
# The explorer's pages are bundled by Vite where Node is there; all else goes without.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

NPM    := $(shell command -v npm)
BUNDLE := src/dateline/explore/bundle/explorer.js
NEWS   := build/news.dateline

.PHONY: run bundle pictures guides test lint docs clean

run: $(VENV)/.run bundle $(NEWS)  ## read a bundled example, then serve the invented corpus as pages
	$(BIN)/dateline read examples/pages/harbour.txt
ifdef NPM
	$(BIN)/dateline serve $(NEWS)
else
	@echo "To see the explorer, install Node 20 or later (with npm) and run make again."
endif

bundle: $(if $(NPM),$(BUNDLE))  ## build the explorer's pages, where Node is there

pictures: $(VENV)/.run bundle $(NEWS)  ## take a picture of each page of the explorer for the docs
	$(BIN)/python frontend/pictures.py $(NEWS) docs/images

guides: $(VENV)/.test  ## put into the guides and the notebook what their commands print
	$(BIN)/python -m examples.guides --write

test: $(VENV)/.test bundle  ## run the whole test suite
	$(BIN)/python -m pytest

lint: $(VENV)/.lint  ## style, types and the import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.docs  ## build the documentation, warnings are errors
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

clean:
	rm -rf $(VENV) site build dist frontend/node_modules $(dir $(BUNDLE))

$(BUNDLE): frontend/package-lock.json frontend/vite.config.js $(wildcard frontend/src/*)
	cd frontend && $(NPM) ci --no-audit --no-fund && $(NPM) run build

$(NEWS): $(VENV)/.run
	$(BIN)/python -m examples.corpus build/corpus --pages 60
	rm -f $(NEWS)
	$(BIN)/dateline add build/corpus/articles.jsonl --to $(NEWS)

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
