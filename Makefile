# make run    from a fresh clone to the ranked report of the made-up county
# make test   build, lint and test
SHELL := /bin/bash
PACKAGES := libgdal-dev libsqlite3-dev
BINARY := .build/release/lintan

.PHONY: help run test build lint setup toolchain sample clean

help: ## Show the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

run: build ## Run the demonstration pipeline and show where its reports are
	$(BINARY) run pipelines/demo.json5

test: setup ## Build, lint and run the tests
	swift build --build-tests
	$(MAKE) --no-print-directory lint
	swift test --skip-build --disable-xctest

build: setup ## Build the command in release mode
	swift build -c release --product lintan

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
	rm -rf .build work output
