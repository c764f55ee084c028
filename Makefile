# Every command of the project; `make help` lists them. ./test makes .venv and runs `make check`.

export PATH := $(CURDIR)/.venv/bin:$(PATH)
export QT_QPA_PLATFORM ?= offscreen

SET_UP := PYTHONPATH="$(CURDIR)" python3 -P -S -m set_up
READY := @test -x .venv/bin/python || $(SET_UP) test ready
UV := uv==0.13.9
COMPILE := uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--group set-up --annotation-style line --custom-compile-command "make pins" $(UPGRADE)

.PHONY: help check format bench soak kills life translations pins package

help:  ## This list
	@sed -nE 's/^([a-z]+):.*  ## (.*)/\1\t\2/p' Makefile | expand -t 16

# set_up runs these lines itself where there is no make, so they stay free of make's own words.
check:  ## Everything CI checks
	ruff format --check .
	ruff check .
	mypy
	lint-imports
	vulture
	deptry .
	python -m pytest --numprocesses=auto --maxprocesses=4 --cov
	coverage report --include="mediation_app/domain/*,mediation_app/services/*,db/sync/plan.py,forms/*" --fail-under=100

format:  ## Bring every file into shape
	ruff check --fix-only .
	ruff format .

bench:  ## Measure and print (ARGS=--write puts the tables into docs/PERFORMANCE.md)
	@$(SET_UP) bench
	python -m bench $(ARGS)

soak:  ## Two thousand histories; ARGS="--mutants", "--cuts", "--crashes" … for other blows
	$(READY)
	python -m tests.soak $(ARGS)

kills:  ## Kill the program while somebody types (ARGS="--times 100 --seed 1")
	$(READY)
	python -m tests.kills $(ARGS)

life:  ## Users who do with cases whatever comes to their minds (ARGS="--steps 3000 --seed 1")
	$(READY)
	python -m tests.life $(ARGS)

translations:  ## Collect new sentences and compile the English of the program
	$(READY)
	python -m resources.translations

pins:  ## Pin the whole tree again (UPGRADE=--upgrade takes newer versions)
	python -m pip install --quiet $(UV)
	$(COMPILE) --group dev -o requirements/test.txt
	$(COMPILE) -c requirements/test.txt -o requirements/run.txt
	$(COMPILE) -c requirements/test.txt --group package -o requirements/package.txt
	$(COMPILE) -c requirements/test.txt --group bench -o requirements/bench.txt

package:  ## Build the one-folder program into dist/ and see that it does the main job
	@$(SET_UP) package
	pyinstaller build_spec.spec --noconfirm --log-level WARN
	python -m tests.house.frozen_program
