# Two commands matter to a newcomer: `make demo` and `make test`. Both need only Python 3.11+, make and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help demo test test-sqlite test-postgres lint plans lock messages guides clean

help: ## What this Makefile can do
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 18

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Gương Sáng needs Python 3.11 or newer; this is `$(PYTHON) --version`. Say which one: make PYTHON=python3.11 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "This Python cannot make virtual environments: install the package python3-venv (Debian, Ubuntu: apt-get install python3-venv) and run make again."; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The runtime alone serves the demo; the tests add their tools to the same environment.
$(VENV)/runtime: requirements/base.lock | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.lock
	@touch $@

$(VENV)/tools: requirements/dev.lock $(VENV)/runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@

demo: $(VENV)/runtime ## Build the Đồng Tháp sample site and serve it on 127.0.0.1:$PORT (Ctrl-C stops)
	@PORT=$(PORT) $(BIN)/python manage.py demo

test: lint test-sqlite test-postgres ## Everything that this machine can check (CI=true forbids skips)

test-sqlite: $(VENV)/tools
	$(BIN)/python -m pytest -n auto --dist worksteal

test-postgres: $(VENV)/tools
	TEST_DATABASE=postgres $(BIN)/python -m pytest -n auto --dist worksteal -m room

lint: $(VENV)/tools ## Style, types, import contracts, templates, migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files --cached --others --exclude-standard 'templates/*.html')
	$(BIN)/lint-imports
	$(BIN)/mypy cms stories columns broadcasts feeds
	$(BIN)/python manage.py makemigrations --check --dry-run

guides: $(VENV)/tools ## Take the pictures of the guides again from a fresh demo (needs Chromium)
	$(BIN)/python docs/huong-dan/chup.py

messages: $(VENV)/tools ## Compile our catalogue, then list what the packages would still say in English
	$(BIN)/python manage.py words --compile
	$(BIN)/python manage.py words

lock: ## Pin the dependencies again, with hashes
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q pyproject.toml -o requirements/base.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q pyproject.toml --group dev -o requirements/dev.lock

clean: ## Remove the environment and the demo's data
	rm -rf $(VENV) var
