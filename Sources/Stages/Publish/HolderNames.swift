internal import Archive
internal import Pipeline

extension HolderPseudonyms {
  /// Pseudonyms for every holder that the run's tenure sources name.
  init(_ pipeline: PipelineFile, _ context: StageContext) throws {
    let tenure = try Connection(
      path: try context.upstreamFolder(StageName.tenure.rawValue) + "/" + TenureSchema.fileName,
      mode: .readOnly)
    let set = try tenure.columns(
      """
      SELECT holder, holder_type FROM parcel UNION SELECT land_owner, '' FROM parcel
      UNION SELECT land_user, '' FROM parcel UNION SELECT tree_owner, '' FROM parcel
      UNION SELECT tree_user, '' FROM parcel ORDER BY 1, 2
      """,
      kinds: [.text, .text])
    let (names, types) = (try set.texts(0), try set.texts(1))
    self.init(pipeline: pipeline, holders: (0..<set.rows).map { (names[$0], types[$0]) })
  }
}
