/// How shared outputs name right holders.
public enum HolderDisplay: String, Sendable, CaseIterable {
  /// Persons get a pseudonym such as 个人-7F3A, the same one in every output of the pipeline;
  /// collectives, state bodies and companies keep their names.
  case pseudonym
  /// As registered. For use inside the bureau.
  case full
}
