/// A folder in which a run is to write cannot be used. Nothing was read or written.
///
/// The user should name another folder, or move away what is in the way.
public struct UnusableFolder: Error, Sendable, Equatable {
  public enum Purpose: Sendable, Equatable {
    /// `--output`: what people open.
    case reports
    /// `--work`: what stages keep.
    case results
  }

  public enum Problem: Sendable, Equatable {
    /// A file lies at this path, the folder's own or one above it.
    case file(String)
    /// This symbolic link leads nowhere.
    case brokenLink(String)
    /// This user may not write in this folder.
    case notWritable(String)
    /// The reports would replace the folder in which results are kept.
    case holdsResults(String)
  }

  public var purpose: Purpose
  public var path: String
  public var problem: Problem
}
