# make run    from a fresh clone to the ranked report of the made-up county
# make test   build, lint and test
SHELL := /bin/bash
PACKAGES := libgdal-dev libsqlite3-dev
BINARY := .build/release/lintan
# The build system leaves empty folders wherever temporary files go.
SWIFT := mkdir -p .build/tmp && TMPDIR=$(CURDIR)/.build/tmp swift

.PHONY: help run test fuzz bench bench-million build lint setup toolchain sample clean

help: ## Show the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/'

run: build ## Run the demonstration pipeline and show where its reports are
	$(BINARY) run pipelines/demo.json5

test: setup ## Build, lint and run the tests
	$(SWIFT) build --build-tests
	$(MAKE) --no-print-directory lint
	$(SWIFT) test --skip-build --disable-xctest
	@rm -rf .build/tmp

# The parsers written by hand; `make fuzz FUZZ_TARGETS="wkb dbf" FUZZ_SECONDS=600` looks longer.
FUZZ_SECONDS ?= 30
FUZZ_TARGETS ?= json5 configuration wkb overlay text delimited number dbf shapefile tenure codes columns
FUZZ := .build-fuzz

fuzz: setup ## Look for inputs that break a parser (libFuzzer, AddressSanitizer)
	Tests/Fuzz/build.sh $(FUZZ)
	@for target in $(FUZZ_TARGETS); do \
	  mkdir -p $(FUZZ)/found/$$target; \
	  ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no FUZZ_TARGET=$$target $(FUZZ)/fuzz \
	    -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=2048 -max_len=4096 \
	    -artifact_prefix=$(FUZZ)/$$target- $(FUZZ)/found/$$target Tests/Fuzz/Corpus/$$target \
	    >$(FUZZ)/$$target.log 2>&1 \
	  || { grep -av '^#\|NEW_FUNC\|^INFO' $(FUZZ)/$$target.log | tail -40; \
	    echo "try it again: FUZZ_TARGET=$$target $(FUZZ)/fuzz $(FUZZ)/$$target-..."; exit 1; }; \
	  echo "$$target: $$(grep -a '^Done' $(FUZZ)/$$target.log)"; \
	done

build: setup ## Build the command in release mode
	$(SWIFT) build -c release --product lintan
	@rm -rf .build/tmp

# Peers and the generator of the compared county lie outside the repository; see Tests/Benchmarks.
BENCH_SOURCES ?= ../shared/bench
BENCH := .build-bench

bench: build ## Compare speed and sums with other programs (fetches them; not part of make test)
	@mkdir -p $(BENCH)/out/duck_tmp $(BENCH)/data
	@test -d $(BENCH)/peers || { test -d $(BENCH_SOURCES)/peers || { echo "BENCH_SOURCES must name the folder with gen.py and peers/"; exit 1; }; cp -r $(BENCH_SOURCES)/gen.py $(BENCH_SOURCES)/params.csv $(BENCH_SOURCES)/peers $(BENCH); }
	@test -x $(BENCH)/venv/bin/python || python3 -m venv $(BENCH)/venv
	@test -e $(BENCH)/venv/ready || { $(BENCH)/venv/bin/pip install -q -r Tests/Benchmarks/requirements.txt && touch $(BENCH)/venv/ready; }
	@test -e $(BENCH)/data/xb_441601.shp || (cd $(BENCH) && venv/bin/python gen.py --counties 1)
	swift build -c release --product reading-benchmark
	.build/release/reading-benchmark $(BENCH)/data/xb_441601.shp
	cd $(BENCH) && venv/bin/python ../Tests/Benchmarks/compare.py --lintan $(CURDIR)/$(BINARY) $(BENCH_OPTIONS)

bench-million: build ## The same for a million 小班 in ten counties (2.3 GB of made-up data)
	@mkdir -p $(BENCH)/out $(BENCH)/data10
	@test -e $(BENCH)/venv/ready || { echo "Run make bench first: it fetches the other programs."; exit 1; }
	@test -e $(BENCH)/data10/xb_441610.shx || (cd $(BENCH) && venv/bin/python gen.py --counties 10 --out data10)
	cd $(BENCH) && venv/bin/python ../Tests/Benchmarks/compare.py --lintan $(CURDIR)/$(BINARY) --jobs million $(BENCH_OPTIONS)

lint: ## Check the layout of the sources
	swift format lint --strict --recursive Package.swift Sources Tests

sample: build ## Write the sample county anew
	$(BINARY) synthesize --output sample-data --force

setup: toolchain
	@missing=$$(for p in $(PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  echo "Installing:" $$missing; \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$sudo apt-get -o DPkg::Lock::Timeout=300 -qq update && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq install -y --no-install-recommends $$missing; \
	fi

toolchain:
	@command -v swift >/dev/null || { echo "LinTan needs Swift 6.2 or later: get it from https://www.swift.org/install/linux/ and put its usr/bin on PATH."; exit 1; }

clean: ## Remove what building and running left
	rm -rf .build .build-bench .build-fuzz work output
