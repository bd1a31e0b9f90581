# Kawal Kasus. A bare `make` lists the targets.
PYTHON ?= python3
PIP_ARGS ?=
DATA ?= ../shared/data
TRAIN ?=
VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime-installed
DEV := $(VENV)/.dev-installed
# In the order of the folders: the long files are in the first ones, so both cores end together.
SUITE := $(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

# The tests start some hundred programs; without bytecode each would compile the whole project anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup demo run serve test coverage lint format train bench docs lock clean

help: ## list the targets
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(RUNTIME) ## create .venv and install kawal with its locked dependencies

demo: $(RUNTIME) ## run the whole job once on the bundled newsroom
	$(BIN)/kawal demo

run: $(RUNTIME) ## one whole cycle over the live sources
	$(BIN)/kawal run --once

serve: $(RUNTIME) ## open the pages on this machine
	$(BIN)/kawal serve

test: $(DEV) lint ## lint, then every test tier
	$(SUITE) tests

coverage: $(DEV) ## every test tier, and which lines it runs
	$(SUITE) --cov --cov-report=term tests

lint: $(DEV) ## ruff, mypy --strict and the import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEV) ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

train: $(DEV) ## rebuild the shipped weights from DATA (TRAIN=--force: all)
	$(BIN)/python -m extractors.training --data $(DATA) $(TRAIN)

bench: $(DEV) ## measure reading, crawling and cross-checking, as ratios
	$(BIN)/python -m benchmarks

docs: $(DEV) ## build the documentation into site/
	$(BIN)/mkdocs build --strict

lock: ## rewrite the lock files from pyproject.toml
	$(PYTHON) scripts/lock.py

clean: ## remove the virtual environment and build leftovers
	rm -rf $(VENV) site build .coverage* .mypy_cache .ruff_cache .pytest_cache

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install $(PIP_ARGS) --quiet --upgrade pip

# PyTorch first: whichever build PIP_ARGS offers is kept by everything that follows.
$(RUNTIME): requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install $(PIP_ARGS) --quiet "$$(grep '^torch==' requirements.lock)"
	$(BIN)/pip install $(PIP_ARGS) --quiet -r requirements.lock
	$(BIN)/pip install $(PIP_ARGS) --quiet --no-deps -e .
	touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	$(BIN)/pip install $(PIP_ARGS) --quiet -r requirements-dev.lock
	touch $@
