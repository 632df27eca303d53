internal import Archive
internal import Inventory
internal import Pipeline

extension HolderPseudonyms {
  /// Pseudonyms for every holder that the run's tenure sources name.
  init(_ pipeline: PipelineFile, _ context: StageContext) throws {
    let tenure = try Connection(
      path: try context.upstreamFolder(StageName.tenure.rawValue) + "/" + TenureSchema.fileName,
      mode: .readOnly)
    // The type is known of the leading holder only.
    let rights = ["holder", "land_owner", "land_user", "tree_owner", "tree_user"]
    let set = try tenure.columns(
      "SELECT holder_type, \(rights.joined(separator: ", ")) FROM parcel",
      kinds: [StoredColumn.Kind](repeating: .text, count: rights.count + 1))
    let isBody = try set.texts(0).terms { Self.isBody($0) }
    var known = KeyIndex()
    var names: [String] = []
    for right in rights.indices {
      let texts = try set.texts(1 + right)
      for row in 0..<set.rows where !(right == 0 && isBody[row]) {
        if known.insert(texts.bytes[texts.byteRange(row)]).isNew { names.append(texts[row]) }
      }
    }
    self.init(pipeline: pipeline, holders: names)
  }
}
