import Testing

@testable import Pipeline

@Suite struct ConfigurationDifferenceTests {
  @Test(
    arguments: [
      (#"{"a":1,"b":2}"#, #"{"b":2,"a":1.0}"#, []),
      (#"{"a":1}"#, #"{"a":2}"#, ["a"]),
      (#"{"a":{"b":[1,{"c":"杉木"}]}}"#, #"{"a":{"b":[1,{"c":"松"}]}}"#, ["a.b[1].c"]),
      (#"{"a":1,"old":true}"#, #"{"a":1,"new":null}"#, ["new", "old"]),
      (#"{"a":[1]}"#, #"{"a":[1,2]}"#, ["a"]),
      (#"{"a":null}"#, #"{"a":false}"#, ["a"]),
      (#"{"a":"1"}"#, #"{"a":1}"#, ["a"]),
      ("not JSON", "{}", []),
      (#"{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1}"#, "{}", []),
    ] as [(String, String, [String])])
  func theChangedPlacesAreNamed(old: String, new: String, paths: [String]) {
    #expect(ConfigurationDifference.paths(old, new) == paths)
  }
}
