# Everything sets itself up: a virtual environment in .venv from the committed lock, with only Python 3.11+ and a package index.
.DEFAULT_GOAL := help
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$p"; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.synced
DOCUMENTS ?= 1000
export UV_PROJECT_ENVIRONMENT := $(VENV)
export UV_PYTHON_DOWNLOADS := never

.PHONY: help setup demo test lint format bench eval samples clean

help:  ## what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

setup: $(STAMP)  ## virtual environment from the committed lock

$(STAMP): uv.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv sync --quiet --frozen --inexact --python $(BIN)/python
	@touch $@

demo: $(STAMP)  ## read the sample disclosures, print what was read and what does not add up, ask two questions, serve the page
	$(BIN)/gouji extract eval/gold --library build/demo
	$(BIN)/gouji ask "基因组所的公务接待费是多少？" --library build/demo
	$(BIN)/gouji ask "谁的公务接待费最高？" --library build/demo
	@if [ -t 0 ] && [ -t 1 ]; then $(BIN)/gouji chat --library build/demo; else $(BIN)/gouji chat --library build/demo --check; fi

test: $(STAMP) lint  ## lint, types, import layers, tests
	$(BIN)/pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP)  ## format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMP)  ## speed of reading, against plain table finders, and of asking, over DOCUMENTS made documents
	$(BIN)/uv sync --quiet --frozen --inexact --group bench --python $(BIN)/python
	$(BIN)/python -m eval.bench $(PDFS)
	$(BIN)/python -m eval.bench_ask --documents $(DOCUMENTS) --library build/many-$(DOCUMENTS)

eval: $(STAMP)  ## accuracy, answers and mutations on the samples and an invented corpus, beside other programs; build/eval/report.html
	$(BIN)/uv sync --quiet --frozen --inexact --group peers --python $(BIN)/python
	$(BIN)/gouji eval --corpus 6 --seed 1 --peers --report build/eval

samples: $(STAMP)  ## typeset the sample disclosures again from eval/data
	$(BIN)/python -m eval.typeset eval/data/*.yaml -o eval/gold

clean:  ## remove what was made
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis
