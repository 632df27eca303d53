/// What the one who opened a file knows of it beside its rows, for the rules about whole files.
public struct FileFacts: Sendable, Equatable {
  /// An area that is no area on the ground, as one of a layer's columns may hold it.
  public struct MapArea: Sendable, Equatable {
    /// Such as `square degrees`.
    public var meaning: String
    /// Such an area, read in the mapping's unit, over the area on the ground.
    public var ratio: Double

    public init(meaning: String, ratio: Double) {
      self.meaning = meaning
      self.ratio = ratio
    }
  }

  /// The coordinate system, where its datum could only be assumed.
  public var assumedSystem: String?
  /// Claims about the encoding that the texts contradict, such as `.cpg UTF-8`.
  public var wrongClaims: [String] = []
  /// The encoding in which the texts are read.
  public var encoding = ""
  /// Column names that end in half a character.
  public var cutNames: [String] = []
  public var mapAreas: [MapArea] = []
  /// Whether canopy densities were read as percent although the mapping says otherwise.
  public var isCanopyPercent = false
  /// The middle of the layer, degrees; nil without a known place.
  public var middle: (longitude: Double, latitude: Double)? {
    get { longitude.isFinite && latitude.isFinite ? (longitude, latitude) : nil }
    set {
      longitude = newValue?.longitude ?? .nan
      latitude = newValue?.latitude ?? .nan
    }
  }
  private var longitude = Double.infinity
  private var latitude = Double.infinity

  public init() {}
}
