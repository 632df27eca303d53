/// Told from time to time how far the reading of a layer has come: rows read, rows in all (both
/// readings of a layer counted).
public typealias InspectProgress = (_ done: Int, _ total: Int) throws -> Void
