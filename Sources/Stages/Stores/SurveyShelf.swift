internal import Inventory
internal import Synchronization

/// Surveys that stages of one run have read, so that the next stage need not read them again.
///
/// Results in a work folder do not change, so what was read from one stays true.
final class SurveyShelf: Sendable {
  private struct Key: Hashable {
    var folder: String
    var year: Int
  }

  private let surveys = Mutex<[Key: SubcompartmentColumns]>([:])

  /// - Parameter read: called when the survey is not there yet.
  func survey(
    _ year: Int, of folder: String, read: () throws -> SubcompartmentColumns
  ) rethrows -> SubcompartmentColumns {
    let key = Key(folder: folder, year: year)
    if let known = surveys.withLock({ $0[key] }) { return known }
    let columns = try read()
    surveys.withLock { $0[key] = columns }
    return columns
  }
}
