# 明白账的常用命令；每一条都能在刚克隆下来的目录里直接运行。
#   make run          建好环境，装入样例，打开 http://127.0.0.1:8000
#   make test         全部测试
#   make check        ruff、格式、mypy --strict
#   make eval         已知答案评测；有退步就非零退出
#   make bench        速度对照
HOST ?= 127.0.0.1
PORT ?= 8000
VENV ?= .venv
ARGS ?=
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --constraint constraints.txt

.PHONY: run test check format eval bench samples embedding screenshots widget constraints clean

run: $(VENV)/.installed
	$(BIN)/mingbai serve --samples --host $(HOST) --port $(PORT)

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n auto --dist loadfile $(ARGS)

check: $(VENV)/.installed-dev
	@failed=0; for tool in 'ruff check .' 'ruff format --check .' mypy; do \
	  echo "$(BIN)/$$tool"; $(BIN)/$$tool || failed=1; done; exit $$failed

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

eval: $(VENV)/.installed
	$(BIN)/mingbai eval $(ARGS)

bench: $(VENV)/.installed
	$(BIN)/python -m eval.bench $(ARGS)

samples: $(VENV)/.installed-dev
	$(BIN)/python -m eval.samples.typeset $(ARGS)

embedding: $(VENV)/.installed
	$(BIN)/python -m ingest.embedding.train $(ARGS)

screenshots: $(VENV)/.installed-dev
	$(BIN)/python -m eval.screenshots $(ARGS)

# Only after a change in service/widget/src; what it builds is committed, so that nothing else needs Node.
widget:
	cd service/widget && npm ci --no-audit --no-fund && npm run build

# Afresh from what is installed here; run it after an upgrade that the tests have passed with.
constraints: $(VENV)/.installed-dev
	{ sed -n '/^#/p' constraints.txt; $(BIN)/python -m pip freeze --exclude-editable \
	  | sed 's/^torch==\([0-9.]*\)+cpu/torch==\1/'; } > constraints.new
	mv constraints.new constraints.txt

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache

# The virtual environment is made once. pip is used as the user has set it up: indexes, caches and folders of
# wheels in its configuration or in PIP_… variables all count, and decide which build of torch is taken.
$(VENV)/bin/python:
	@python=; for name in $(PYTHON) python3.11 python3.12 python3.13 python3; do \
	  if $$name -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	    then python=$$name; break; fi; done; \
	if [ -z "$$python" ]; then \
	  echo '需要 Python 3.11 或更高版本（含 venv 模块）。Debian/Ubuntu：apt-get install python3 python3-venv；' >&2; \
	  echo '装在别处时：make run PYTHON=/路径/python3.11' >&2; exit 1; fi; \
	echo "用 $$python 建立 $(VENV)"; $$python -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt
	@echo '安装依赖：第一次要下载几百兆，只装这一次……'
	$(PIP) --editable .
	@$(BIN)/python -m compileall -q mingbai.py ingest service eval
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(PIP) --editable '.[dev]'
	@touch $@
