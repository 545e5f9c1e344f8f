import Artefacts

/// What every dossier of a session shares, read once.
package struct Shared: Sendable {
  package let holdings: KnownArtefacts
  /// Set when the date of appreciation was given as an argument.
  package let asOf: Day?

  package init(_ holdings: KnownArtefacts, asOf: Day?) { (self.holdings, self.asOf) = (holdings, asOf) }
}
