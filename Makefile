# Three commands: run, test, bench. Each calls setup, which skips what is done.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: setup ocr run test bench vectors encoder chaos chromium screenshots clean

setup: $(STAMP)

# torch first and pinned: a dependency resolver left alone takes the build with several gigabytes of CUDA.
$(STAMP): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet torch==2.13.0
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $(STAMP)

# Scans and photographs are read with it; about 60 MB, and no other package with it.
ocr: setup
	$(BIN)/python -m pip install --quiet --editable '.[dev,ocr]'

run: setup
	$(BIN)/wenzheng serve

# The processes that tests start find every module compiled. Files go to the workers in the order of
# tests/conftest.py, the longest first.
test: export PYTHONDONTWRITEBYTECODE :=
test: setup chromium
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

# Debian's browser for the tests of the page; without it and without apt-get those tests are skipped, and say so.
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk >/dev/null; } || \
	  echo "chromium is missing and cannot be installed here: the browser tests will be skipped"

# Pictures of the pages for the README.
screenshots: setup chromium
	$(BIN)/python -m tests.bench.screenshots

# SCALE=15000 adds a generated library of so many measures (a quarter of an hour), ENGINE=15000 the same in an engine.
# CHATS=50 adds so many chats of WeChat with the retries of the platform, 20 messages each, and what is passed on.
# NCP=folder adds a public benchmark; peers are measured where `.venv/bin/pip install -e '.[bench]'` was run.
bench: setup
	$(BIN)/python -m tests.bench $(if $(NCP),--ncp $(NCP))
	$(BIN)/python -m tests.bench.web
	$(if $(CHATS),$(BIN)/python -m tests.bench.wechat_load --chats $(CHATS))
	$(if $(CHATS),$(BIN)/python -m tests.bench.passing_on)
	$(if $(SCALE),$(BIN)/python -m tests.bench.scale $(SCALE))
	$(if $(ENGINE),$(BIN)/python -m tests.bench.engine $(ENGINE))

# Encode again what changed in the bundled corpus and write it into the repository.
vectors: setup
	$(BIN)/wenzheng index --bundle

# Make the bundled encoder anew, in FOLDER: twenty minutes on two idle cores. The fits and `make vectors` come after it.
encoder: setup
	$(BIN)/python -m embeddings.training $(or $(FOLDER),.encoder)

# Attacks on loopback, each bounded in time, and one table in the end; SHORT=1 takes a few minutes.
chaos: setup
	$(BIN)/python -m tests.chaos $(if $(SHORT),--short)

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
