# `make help` lists the commands. Everything they need goes into .venv/ and .cache/, nothing else on the machine is touched.
# What is installed is locked with its digest and runs no code while it is installed: packages come built (no setup.py),
# and those of npm run no script. None of them needs to.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
MARK   := .generated-site
FORMS  := .github/ISSUE_TEMPLATE/signatory.yml .github/ISSUE_TEMPLATE/change.yml
QUICK  := tests/declaration tests/registry tests/source tests/publish/i18n tests/publish/checks tests/publish/templating \
	tests/test_architecture.py tests/test_templates.py tests/test_tokens.py --ignore=tests/registry/requests \
	--ignore=tests/registry/file/test_merge_driver.py --ignore=tests/publish/checks/test_lost_addresses.py
PIP    := $(BIN)/pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes
UV     := $(BIN)/uv pip compile --quiet --universal --no-emit-index-url --generate-hashes --python-version 3.11
export NO_MKDOCS_2_WARNING := 1
# What is set to nothing is as good as not set. The shell reads both from its environment: any folder may be named.
override DATA := $(or $(DATA),data/signatories.yaml)
override SITE := $(or $(SITE),site)
export DATA SITE KEY DIR LOCALES
.DEFAULT_GOAL := help
.PHONY: help build sums archive sbom serve test test-quick proof fuzz check lock messages edition new setup bench mutants lock-requirements clean

help: ## List these commands
	@LC_ALL=C grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 20

build: $(VENV)/.build ## Build the site into site/ (DATA=file.yaml SITE=dir for another registry elsewhere)
	@$(BIN)/mkdocs build --strict --quiet
	@pages="$$(find "$$SITE" -name index.html | wc -l)" see="make serve$(if $(filter-out data/signatories.yaml,$(DATA)), DATA=$$DATA)"; \
		printf '%s → %s: ' "$$DATA" "$$SITE"; printf '%s\n' \
		"$$pages sayfa, görmek için: $$see · $$pages pages, to see them: $$see"

sums: build ## Build, and write site/SHA256SUMS, the digest of every file (check: cd site && sha256sum --check SHA256SUMS)
	@CDPATH= cd -- "$$SITE" && find . -type f ! -path ./SHA256SUMS -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum > SHA256SUMS

archive: sums ## Build, and pack the site into site.tar.gz, the same to the byte for the same commit
	@tar --sort=name --mtime=@"$$(sed -n 's/^SOURCE_DATE_EPOCH=//p' "$$SITE/$(MARK)")" --owner=0 --group=0 --numeric-owner \
		--mode=go=rX,u+rw --use-compress-program='gzip -9n' --force-local -cf "$${SITE%/}.tar.gz" -C "$$SITE" .

sbom: $(VENV)/.test ## Write sbom.cdx.json, the packages that build the site with their digests (CycloneDX)
	@$(BIN)/python -W ignore -m cyclonedx_py requirements --pyproject pyproject.toml --output-reproducible --of JSON -o sbom.cdx.json requirements.lock

serve: ADDRESS ?= 127.0.0.1:8000
serve: $(VENV)/.build ## Build and serve the site on http://127.0.0.1:8000/, again after every change (ADDRESS=127.0.0.1:8001 for elsewhere)
	@$(BIN)/mkdocs serve --strict --quiet --dev-addr $(ADDRESS)

test: $(VENV)/.test ## Run every test, those in a browser too
	@$(if $(wildcard tests),$(BIN)/pytest -n auto --dist loadfile --ignore tests/proof,$(MAKE) --no-print-directory check build)

test-quick: $(VENV)/.quick ## Run in seconds the tests of text, registry and templates: no build, no browser, no network
	@$(BIN)/pytest -n auto --quick -m "not slow" -r fE $(QUICK)

proof: $(VENV)/.proof ## Prove the site with tools that nobody here wrote: Firefox, a screen reader, real names (PROOF="-k commitment-en" for less)
	@$(BIN)/pytest $(or $(PROOF),-n auto --dist loadfile) tests/proof

fuzz: $(VENV)/.proof ## Fuzz an hour long, guided by coverage, what reads the files of strangers (FUZZ="merge --seconds 60" for less)
	@$(BIN)/python tests/proof/fuzz $(FUZZ)

check: $(VENV)/.check ## Lint, types, text and lock, pages and labels by a trial build, registry, workflows
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python scripts/text.py check
	@trial=$$(mktemp -d) && { SITE=$$trial $(BIN)/mkdocs build --strict --quiet; built=$$?; rm -rf "$$trial"; exit $$built; }
	@$(BIN)/python scripts/signatories.py check
	@$(BIN)/python scripts/signatories.py format --check
	@$(BIN)/python scripts/github.py check
	@$(BIN)/zizmor --offline --persona auditor --quiet --no-progress .github
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-forms $(FORMS)

lock: $(VENV)/.build ## Record the words of the translation and the addresses of the site in data/*.lock
	@$(BIN)/python scripts/text.py lock
	@$(BIN)/mkdocs build --strict --quiet
	@$(BIN)/python scripts/text.py addresses --site="$$SITE"

# What programs of translators need to know; without the dates of gettext, which would change with every run.
CATALOG_HEAD := msgid ""\nmsgstr ""\n"Language: %s\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n
messages: $(VENV)/.build ## Bring the catalogues of messages in data/messages/ up to date with the code, or begin one (LANGUAGE=fr)
	@$(BIN)/python scripts/text.py catalogs
	@mkdir -p .cache && $(BIN)/pybabel --quiet extract --no-default-keywords --keyword Message --sort-by-file \
		--add-location file --omit-header --no-wrap --output-file .cache/messages.pot scripts
	@for language in $(sort $(basename $(notdir $(wildcard data/messages/*.po))) $(LANGUAGE)); do \
		$(BIN)/pybabel --quiet update --init-missing --ignore-obsolete --omit-header --no-wrap --locale "$$language" \
			--input-file .cache/messages.pot --output-file "data/messages/$$language.po" && \
			printf '$(CATALOG_HEAD)' "$$language" \
				| cat - "data/messages/$$language.po" >.cache/messages.po && mv .cache/messages.po "data/messages/$$language.po" && \
			$(BIN)/pybabel compile --statistics --input-file "data/messages/$$language.po" --output-file /dev/null 2>&1 | sed -n '/translated/p' || exit 1; done

edition: $(VENV)/.build ## Prepare the files of a later edition from the newest one (KEY=2027)
	@$(BIN)/python scripts/text.py edition --key="$$KEY"

new: $(VENV)/.build ## Begin a project for another declaration in a new folder (DIR=../yeni LOCALES=tr,en KEY=2027)
	@$(BIN)/python scripts/text.py new --dir="$$DIR" --locales="$${LOCALES:-tr,en}" --key="$$KEY"

setup: $(VENV)/.build ## Let git merge the registry entry by entry in this clone
	@git config merge.signatories.name "entries of the registry, by id and field"
	@git config merge.signatories.driver "set -- %O %A %B %P; $$(cat scripts/merge-driver.sh)"

bench: $(VENV)/.test ## Measure the generator beside its peers into BENCHMARKS.md (BENCH="--peers Hugo --entries 1400" for less)
	@$(BIN)/python tests/bench $(BENCH)

mutants: $(VENV)/.mutants ## Change the code of the domain here and there, and list what no test notices (MUTANTS="--sample 300 --rooms registry" for less)
	@$(BIN)/python tests/mutants $(MUTANTS)

lock-requirements: $(VENV)/.test ## Pin the packages of pyproject.toml anew, with their hashes
	@$(UV) pyproject.toml -o requirements.lock
	@$(UV) --group desk -c requirements.lock -o requirements-desk.lock
	@$(UV) --group test -c requirements.lock -o requirements-test.lock
	@$(UV) --group check -c requirements-test.lock -o requirements-check.lock
	@$(UV) --group quick -c requirements-test.lock -o requirements-quick.lock
	@$(UV) --group proof -c requirements-test.lock -o requirements-proof.lock
	@$(UV) --group mutants --no-emit-package yattag -c requirements-test.lock -o requirements-mutants.lock

clean: ## Remove what the other commands made
	rm -rf $(VENV) .cache tests/node_modules tests/proof/node_modules sbom.cdx.json
	@if [ -f "$$SITE/$(MARK)" ]; then rm -rf -- "$$SITE" "$${SITE%/}.tar.gz"; fi

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed (found: $$($(PYTHON) --version)); name it with make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "The venv module of Python is missing: apt-get install python3-venv"; exit 1; }

$(VENV)/.build: requirements.lock | $(BIN)/python
	@$(PIP) -r requirements.lock
	@touch $@

# All that the workflows that answer requests need; $(VENV)/.build installs it too.
$(VENV)/.desk: requirements-desk.lock | $(BIN)/python
	@$(PIP) -r requirements-desk.lock
	@touch $@

# All that `make check` needs; $(VENV)/.test installs it too.
$(VENV)/.check: requirements-check.lock $(VENV)/.build
	@echo "Denetim araçları .venv/ içine kuruluyor. · Installing the checkers into .venv/."
	@$(PIP) -r requirements-check.lock
	@touch $@

# All that `make test-quick` needs; $(VENV)/.test installs it too.
$(VENV)/.quick: requirements-quick.lock $(VENV)/.build
	@$(PIP) -r requirements-quick.lock
	@touch $@

# All that `make mutants` needs; not yattag, which comes unbuilt, and only makes reports that are not used.
$(VENV)/.mutants: requirements-mutants.lock $(VENV)/.quick
	@$(PIP) --no-deps -r requirements-mutants.lock
	@touch $@

# All that `make proof` needs besides the tools of the tests. Its packages of npm have a lock of their own.
$(VENV)/.proof: requirements-proof.lock tests/proof/package-lock.json $(VENV)/.test
	@$(PIP) -r requirements-proof.lock
	@$(BIN)/npm ci --ignore-scripts --silent --prefix tests/proof
	@touch $@

$(VENV)/.test: requirements-test.lock $(wildcard tests/package-lock.json) $(VENV)/.build
	@echo "Sınama araçları .venv/ ve tests/ içine kuruluyor. · Installing the tools of the tests into .venv/ and tests/."
	@$(PIP) -r requirements-test.lock
	@$(if $(wildcard tests),$(BIN)/npm ci --ignore-scripts --silent --prefix tests)
	@touch $(VENV)/.check $(VENV)/.quick $@
