# torparse with nothing but Python 3.11 or newer and make:
#   make report   read corpus/ and write reports/ (the last line says which file to open)
#   make test     everything that must hold before a change is handed in
# The environment .venv is made on first use, and anew only where pyproject.toml has changed.

SHELL  := /bin/sh
VENV   := .venv
BIN    := $(VENV)/bin
# the first Python on the path that is new enough; another one: make PYTHON=/path/to/python3.12
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo "$$p" && break; done)
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: help report test lint docs bench peers fuzz schema needs baseline confidence sample clean
.DELETE_ON_ERROR:

help:
	@echo 'make report   read the example documents in corpus/ and write reports/'
	@echo 'make test     linters, types, import layers and tests'
	@echo 'make lint     the same without the tests'
	@echo 'make docs     build the documentation: open build/docs/index.html'
	@echo 'make bench    how long a start takes, how well clauses are found, how fast each format is read'
	@echo 'make peers    the programs that make bench measures torparse against, in an environment of their own'
	@echo 'make fuzz     damaged files of every format, random texts, tables, checklists, requests: 500 of each (TORPARSE_FUZZ=n)'
	@echo 'make needs    write anew what words the patterns of the rules need (after changing rules)'
	@echo 'make schema   write the JSON Schema of the output anew from the models'
	@echo 'make baseline  measure again how well torparse works (reports/baseline.json, README.md)'
	@echo 'make confidence  fit again how far clauses are to be trusted (FOLDERS="GOLD DOCUMENTS ..." for others)'
	@echo 'make sample   make the committed sample report anew (reports/sample)'
	@echo 'make clean    remove the environment, caches and generated reports'

# The last line of torparse says which file to open. Exit code 3 says that a file could not be read: on a machine without
# a program for old Word files (.doc) that is as it should be, and the rest of the report is whole; elsewhere it is not.
OLD_WORD = soffice libreoffice antiword catdoc
report: $(VENV)/.ready
	@$(BIN)/torparse report corpus --metadata corpus/manifest.csv -o reports || { code=$$?; \
		for program in $(OLD_WORD); do command -v "$$program" >/dev/null && exit $$code; done; \
		[ $$code -eq 3 ] || exit $$code; \
		echo 'Old Word files (.doc) need LibreOffice, which is not installed here; the report names those that it leaves out.' >&2; }

test: lint
	@$(BIN)/python -m pytest -n auto --dist worksteal

lint: $(VENV)/.ready-dev
	@$(BIN)/ruff check src tests docs
	@$(BIN)/ruff format --check src tests docs
	@$(BIN)/mypy
	@$(BIN)/mypy docs/hooks
	@$(BIN)/lint-imports

# mkdocs-material would print an advertisement for its successor
docs: $(VENV)/.ready-dev
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo 'Open build/docs/index.html'

fuzz: $(VENV)/.ready-dev
	@TORPARSE_FUZZ=$${TORPARSE_FUZZ:-500} $(BIN)/python -m pytest tests/readers/test_fuzz_formats.py tests/fuzz

bench: $(VENV)/.ready
	@for file in tests/benchmarks/[a-z]*.py; do $(BIN)/python "$$file" || exit $$?; done

# Other people's programs, only to be measured against; --no-deps for the reason told in the file.
peers: .venv-peers/.ready

.venv-peers/.ready: tests/benchmarks/peers-requirements.txt $(VENV)/.ready
	@echo 'Making the environment .venv-peers (once; about a minute) ...' >&2
	@$(BIN)/python -m venv --clear .venv-peers
	@.venv-peers/bin/python -m pip --quiet --disable-pip-version-check install --no-deps -r $<
	@touch $@

schema: $(VENV)/.ready
	@$(BIN)/python -m torparse.schema

# After a change of rules: until then their patterns are read on first use, which makes a start slower.
needs: $(VENV)/.ready
	@$(BIN)/python -m torparse.lexicon

baseline: $(VENV)/.ready
	@$(BIN)/python tests/benchmarks/baseline.py --write

# Then: make baseline, for the figures of the new weights.
confidence: $(VENV)/.ready
	@$(BIN)/python tests/benchmarks/confidence.py $(FOLDERS) --write

# a draft, a partnership with several bodies, and a covering report; always as of the same day
SAMPLE := askerdale-district-partnership-2015.md saltmere-bay-lsp-governance-2007.pdf isterby-together-cabinet-report-2012.pdf
sample: $(VENV)/.ready
	@rm -rf reports/sample
	@$(BIN)/torparse report $(SAMPLE:%=corpus/%) -o reports/sample --as-of 2026-01-31

clean:
	rm -rf $(VENV) .venv-peers build dist src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
	@if [ -d reports ]; then find reports -mindepth 1 -maxdepth 1 \
		! -name baseline.json ! -name README.md ! -name sample -exec rm -rf {} +; fi

$(VENV)/.ready: pyproject.toml
	@if [ -z "$(PYTHON)" ]; then \
		echo 'torparse needs Python 3.11 or newer, and there is none on the path. Install one, or: make PYTHON=/path/to/python3.12' >&2; \
		exit 2; fi
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'torparse needs Python 3.11 or newer, and $(PYTHON) is older. Try: make PYTHON=/path/to/python3.12' >&2; exit 2; }
	@echo 'Making the environment $(VENV) (once; about a minute) ...' >&2
	@"$(PYTHON)" -m venv --clear $(VENV)
	@$(PIP) install -e .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready
	@echo 'Installing what the tests need ...' >&2
	@$(PIP) install -e '.[dev]'
	@touch $@
