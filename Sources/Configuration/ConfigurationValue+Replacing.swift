extension ConfigurationValue {
  /// The object with one member's value replaced, or added at the end; anything else unchanged.
  public func replacing(_ key: String, with value: ConfigurationValue) -> ConfigurationValue {
    guard case .object(var members) = kind else { return self }
    if let place = members.firstIndex(where: { $0.key == key }) {
      members[place].value = value
    } else {
      members.append(Member(key: key, keyPosition: value.position, value: value))
    }
    return ConfigurationValue(kind: .object(members), position: position)
  }
}
