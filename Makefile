# Needs python3.11 and nothing else. `make` alone lists the targets.
PYTHON := $(shell command -v python3.11 || command -v python3)
USUL := .venv/bin/usul

.DEFAULT_GOAL := help
.PHONY: help setup run test lint format bench mutants mutants-isolation messages lock clean

help:                 ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 25

setup: .python        ## install everything for development into .venv
	@"$(PYTHON)" infra/install.py dev

run: .python          ## start Usul here and keep it running; Ctrl-C stops it
	@"$(PYTHON)" infra/install.py run
	@exec $(USUL) run

test: setup           ## every check and test
	@$(USUL) test

lint: setup           ## the checks without the tests
	@$(USUL) test --without tests

format: setup         ## rewrite the sources in the house style
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format .

bench: setup          ## measure
	@$(USUL) bench

mutants: setup        ## change the rules by lot: does a test notice? (SAMPLE=0 for every mutant)
	@.venv/bin/python -m tests.rulebook.mutants --sample $(or $(SAMPLE),250)

mutants-isolation: setup ## take down each wall between schools and see whether a test notices
	@.venv/bin/python -m tests.isolation.mutants

messages: setup       ## collect translatable texts, then say what is missing
	@$(USUL) messages update
	@$(USUL) messages check

lock: .python         ## resolve the dependencies again (needs uv)
	@"$(PYTHON)" infra/install.py lock

clean:                ## remove what was generated; asks for nothing, keeps .usul (the database)
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} + ; find platform -name '*.mo' -delete

.PHONY: .python
.python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null || { \
	  echo "usul: Usul needs python3.11 and this machine has none: install it (Debian 12: apt-get install python3.11 python3.11-venv)." >&2; exit 2; }
