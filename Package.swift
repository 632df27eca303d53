// swift-tools-version: 6.2
import PackageDescription

// Dependencies point one way only, from the bottom of this list upwards; nothing refers to a
// target declared below it. C is seen by exactly two targets, Geospatial and Archive, and by the
// benchmark that reads a file with GDAL alone.

let common: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Targets without C: no files, no clock, no threads unless the name says so.
let pure: [SwiftSetting] = common + [.strictMemorySafety()]

let package = Package(
  name: "lintan",
  products: [
    .executable(name: "lintan", targets: ["lintan"])
  ],
  targets: [
    .systemLibrary(name: "CGDAL", providers: [.apt(["libgdal-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),

    // The vocabulary of everyone else.
    .target(name: "Inventory", swiftSettings: pure),
    // JSON5 files with positions, read strictly.
    .target(name: "Configuration", swiftSettings: pure),

    // From a source's own columns to the vocabulary, and what is wrong with them.
    .target(name: "Mapping", dependencies: ["Inventory", "Configuration"], swiftSettings: pure),
    .target(
      name: "Quality", dependencies: ["Inventory", "Configuration", "Mapping"],
      swiftSettings: pure),

    // What the project exists for; values in, values out.
    .target(name: "Geometry", swiftSettings: pure),
    .target(name: "Accounting", dependencies: ["Inventory", "Configuration"], swiftSettings: pure),
    .target(name: "Tenure", dependencies: ["Inventory", "Configuration"], swiftSettings: pure),
    .target(
      name: "Screening", dependencies: ["Inventory", "Configuration", "Accounting", "Tenure"],
      swiftSettings: pure),
    .target(name: "Reporting", dependencies: ["Inventory"], swiftSettings: pure),
    .target(name: "Synthesis", dependencies: ["Inventory", "Geometry"], swiftSettings: pure),

    // Handles: files, databases, threads.
    .target(
      name: "Geospatial", dependencies: ["CGDAL", "Inventory", "Geometry"], swiftSettings: common),
    .target(name: "Archive", dependencies: ["CSQLite"], swiftSettings: common),
    .target(name: "Pipeline", swiftSettings: common),

    // The only place where everything meets.
    .target(
      name: "Stages",
      dependencies: [
        "Inventory", "Configuration", "Mapping", "Quality", "Geometry", "Accounting", "Tenure",
        "Screening", "Reporting", "Synthesis", "Geospatial", "Archive", "Pipeline",
      ], swiftSettings: common),
    .target(
      name: "Commands",
      dependencies: [
        "Inventory", "Configuration", "Mapping", "Quality", "Geometry", "Accounting", "Tenure",
        "Screening", "Reporting", "Synthesis", "Geospatial", "Archive", "Pipeline", "Stages",
      ],
      swiftSettings: common),
    .executableTarget(name: "lintan", dependencies: ["Commands"], swiftSettings: common),
    .executableTarget(
      name: "reading-benchmark", dependencies: ["CGDAL", "Geospatial", "Geometry", "Inventory"],
      path: "Tests/Benchmarks/Reading", swiftSettings: common),

    .testTarget(name: "InventoryTests", dependencies: ["Inventory"], swiftSettings: common),
    .testTarget(
      name: "ConfigurationTests", dependencies: ["Configuration"], swiftSettings: common),
    .testTarget(
      name: "MappingTests", dependencies: ["Mapping", "Inventory", "Configuration"],
      swiftSettings: common),
    .testTarget(
      name: "QualityTests", dependencies: ["Quality", "Mapping", "Inventory"],
      swiftSettings: common),
    .testTarget(name: "GeometryTests", dependencies: ["Geometry"], swiftSettings: common),
    .testTarget(
      name: "AccountingTests", dependencies: ["Accounting", "Inventory", "Configuration"],
      swiftSettings: common),
    .testTarget(
      name: "TenureTests", dependencies: ["Tenure", "Inventory"], swiftSettings: common),
    .testTarget(
      name: "ScreeningTests", dependencies: ["Screening", "Accounting", "Tenure", "Inventory"],
      swiftSettings: common),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "Inventory"], swiftSettings: common),
    .testTarget(
      name: "SynthesisTests", dependencies: ["Synthesis", "Geometry", "Inventory"],
      swiftSettings: common),
    .testTarget(
      name: "GeospatialTests", dependencies: ["Geospatial", "Geometry", "Inventory"],
      swiftSettings: common),
    // Also built by `make fuzz` with libFuzzer, which brings a `main` of its own.
    .testTarget(
      name: "FuzzTests",
      dependencies: [
        "Accounting", "Archive", "Configuration", "Geometry", "Geospatial", "Inventory", "Mapping",
        "Stages", "Tenure",
      ],
      path: "Tests/Fuzz", exclude: ["Driver.swift", "Corpus", "build.sh"],
      swiftSettings: common),
    .testTarget(name: "ArchiveTests", dependencies: ["Archive"], swiftSettings: common),
    .testTarget(name: "PipelineTests", dependencies: ["Pipeline"], swiftSettings: common),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Commands", "Stages", "Archive", "Geospatial", "Inventory", "Configuration", "Accounting",
        "Pipeline", "Synthesis",
      ],
      exclude: ["Fixtures"],
      swiftSettings: common),
  ]
)
