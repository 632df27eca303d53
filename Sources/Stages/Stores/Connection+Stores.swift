internal import Archive

extension StageName {
  /// The database that a stage leaves in its folder; nil for the last one.
  var storeName: String? {
    switch self {
    case .ingest: InventorySchema.fileName
    case .tenure: TenureSchema.fileName
    case .quantify: QuantitySchema.fileName
    case .screen: ScreeningSchema.fileName
    case .rank: RankSchema.fileName
    case .publish: nil
    }
  }
}

extension Connection {
  /// Makes the tables of a stage's store available under the stage's name.
  func attach(_ store: String, of stage: StageName) throws(StoreError) {
    let attach = try prepare("ATTACH ? AS \(stage.rawValue)")
    try attach.bindAll([.text(store)])
    try attach.run()
  }
}
