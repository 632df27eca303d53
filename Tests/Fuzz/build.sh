#!/bin/sh
# Builds the fuzzed modules and the driver with libFuzzer and AddressSanitizer.
# (The compiler has no UndefinedBehaviorSanitizer; overflow and bounds are checked by the language.)
set -e
out=${1:-.build-fuzz}
mkdir -p "$out"
features="-enable-upcoming-feature ExistentialAny -enable-upcoming-feature MemberImportVisibility
  -enable-upcoming-feature InternalImportsByDefault"
flags="-O -swift-version 6 $features -sanitize=fuzzer,address -enable-testing -parse-as-library
  -whole-module-optimization -I $out -Xcc -fmodule-map-file=Sources/CGDAL/module.modulemap
  -Xcc -fmodule-map-file=Sources/CSQLite/module.modulemap"
objects=""
rebuild=""
for module in Inventory Configuration Geometry Mapping Accounting Tenure Archive Geospatial; do
  objects="$objects $out/$module.o"
  if [ -z "$rebuild" ] && [ -e "$out/$module.o" ] &&
    [ -z "$(find "Sources/$module" -newer "$out/$module.o")" ]; then continue; fi
  rebuild=yes
  echo "compiling $module"
  find "Sources/$module" -name '*.swift' | LC_ALL=C sort >"$out/$module.list"
  swiftc $flags -module-name "$module" \
    -emit-module -emit-module-path "$out/$module.swiftmodule" \
    -c @"$out/$module.list" -o "$out/$module.o"
done
echo "compiling the targets"
sources=$(ls Tests/Fuzz/*.swift Tests/Fuzz/Targets/*.swift | grep -v SeededTests)
swiftc $flags -D FUZZING -module-name Fuzz $sources \
  Sources/Stages/Ingest/UsableGeometry.swift $objects -lgdal -lsqlite3 -o "$out/fuzz" 2>"$out/link.log" || { cat "$out/link.log"; exit 1; }
