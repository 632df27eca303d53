/// Computes fingerprints and decides what can be reused. Changes nothing but the digest cache.
struct Planner {
  let stages: [any Stage]
  let work: String
  let libraries: [LibraryVersion]
  let options: RunOptions
  let threads: Int
  let interruption: Interruption

  struct Outcome {
    var plan: Plan
    /// One for each stage.
    var inspectors: [InputInspector]
  }

  func make() throws -> Outcome {
    try checkStages()
    var cache = DigestCache(path: work + "/digests.txt")
    try cache.learn(
      stages.flatMap { $0.inputs.flatMap(\.paths) }, threads: threads, interruption: interruption)
    var fingerprints: [String: Fingerprint] = [:]
    var planned: [PlannedStage] = []
    var inspectors: [InputInspector] = []
    var isForced = options.force
    for stage in stages {
      try interruption.check()
      if stage.name == options.from { isForced = true }
      let inspector = try InputInspector(
        stage: stage, cache: &cache, interruption: interruption)
      let upstream = stage.upstream.compactMap { name in
        fingerprints[name].map { Manifest.Upstream(name: name, fingerprint: $0) }
      }
      let fingerprint = fingerprint(stage, inspector.records, upstream)
      fingerprints[stage.name] = fingerprint
      var entry = PlannedStage(
        name: stage.name, title: stage.title, revision: stage.revision,
        configuration: stage.configuration, inputs: inspector.records, upstream: upstream,
        fingerprint: fingerprint, folder: stage.name + "/" + fingerprint.short, reasons: [])
      entry.reasons = try reasons(entry, isForced: isForced, &cache)
      planned.append(entry)
      inspectors.append(inspector)
    }
    if Folder.exists(work) { try cache.save() }
    return Outcome(
      plan: Plan(stages: planned, libraries: libraries), inspectors: inspectors)
  }

  private func checkStages() throws(PlanError) {
    var names: [String] = []
    for stage in stages {
      let isValid = stage.name.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
      guard isValid, !stage.name.isEmpty, stage.name != "runs", stage.name != "lock" else {
        throw .invalidName(name: stage.name)
      }
      guard !names.contains(stage.name) else { throw .duplicateStage(name: stage.name) }
      for upstream in stage.upstream where !names.contains(upstream) {
        throw .unknownUpstream(stage: stage.name, upstream: upstream)
      }
      names.append(stage.name)
    }
    if let from = options.from, !names.contains(from) {
      throw .unknownStage(name: from, known: names)
    }
  }

  private func fingerprint(
    _ stage: any Stage, _ inputs: [InputRecord], _ upstream: [Manifest.Upstream]
  ) -> Fingerprint {
    var builder = FingerprintBuilder()
    builder.append(stage.name)
    builder.append(count: stage.revision)
    builder.append(stage.configuration)
    builder.append(count: inputs.count)
    for input in inputs {
      builder.append(input.role)
      builder.append(count: input.files.count)
      for file in input.files {
        // The name counts: readers take the kind of file and the layer's name from it.
        builder.append(file.name)
        builder.append(file.digest)
      }
    }
    builder.append(count: upstream.count)
    for result in upstream {
      builder.append(result.name)
      builder.append(result.fingerprint.hex)
    }
    builder.append(count: libraries.count)
    for library in libraries {
      builder.append(library.name)
      builder.append(library.version)
    }
    return builder.finish()
  }

  /// Why a stage has to be computed; empty when its result can be reused.
  private func reasons(
    _ stage: PlannedStage, isForced: Bool, _ cache: inout DigestCache
  ) throws -> [StageReason] {
    if isForced { return [StageReason(.forced)] }
    let folder = work + "/" + stage.folder
    if Folder.exists(folder) {
      guard let manifest = Manifest.read(folder: folder),
        manifest.fingerprint == stage.fingerprint,
        try manifest.isComplete(in: folder, cache: &cache, interruption: interruption)
      else { return [StageReason(.resultDamaged)] }
      return []
    }
    guard let earlier = newestManifest(of: stage.name) else { return [StageReason(.noResult)] }
    return differences(stage, earlier)
  }

  private func differences(_ stage: PlannedStage, _ earlier: Manifest) -> [StageReason] {
    var reasons: [StageReason] = []
    if earlier.format != FingerprintBuilder.format { reasons.append(StageReason(.formatChanged)) }
    if earlier.revision != stage.revision { reasons.append(StageReason(.algorithmChanged)) }
    if earlier.configuration != stage.configuration {
      let paths = ConfigurationDifference.paths(earlier.configuration, stage.configuration)
      reasons +=
        paths.isEmpty
        ? [StageReason(.configurationChanged)]
        : paths.map { StageReason(.configurationChanged, $0) }
    }
    reasons += changes(stage.inputs, earlier.inputs, \.role).map {
      StageReason(.inputChanged, $0)
    }
    reasons += changes(stage.upstream, earlier.upstream, \.name).map {
      StageReason(.upstreamChanged, $0)
    }
    reasons += changes(libraries, earlier.libraries, \.name).map {
      StageReason(.libraryChanged, $0)
    }
    // Only the order of things can still differ.
    return reasons.isEmpty ? [StageReason(.noResult)] : reasons
  }

  /// The names under which two lists differ, in the order of the new one, then of the old.
  private func changes<Element: Equatable>(
    _ new: [Element], _ old: [Element], _ name: (Element) -> String
  ) -> [String] {
    var names: [String] = []
    for element in new where !old.contains(element) { names.append(name(element)) }
    for element in old where !new.contains(where: { name($0) == name(element) }) {
      names.append(name(element))
    }
    return names
  }

  /// The result of this stage written last, under whatever fingerprint.
  private func newestManifest(of stage: String) -> Manifest? {
    let folder = work + "/" + stage
    let names = ((try? Folder.names(folder)) ?? []).filter { !$0.hasPrefix("draft-") }
    var newest: (modified: Int64, manifest: Manifest)?
    for name in names {
      guard let stamp = try? FileStamp(path: "\(folder)/\(name)/\(Manifest.fileName)"),
        stamp.modified >= newest?.modified ?? .min,
        let manifest = Manifest.read(folder: folder + "/" + name)
      else { continue }
      newest = (stamp.modified, manifest)
    }
    return newest?.manifest
  }
}
