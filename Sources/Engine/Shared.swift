import Artefacts

/// What every dossier of a session shares, read once.
package struct Shared: Sendable {
  package let holdings: Holdings
  /// Set when the date of appreciation was given as an argument.
  package let asOf: Day?

  package init(_ holdings: Holdings, asOf: Day?) { (self.holdings, self.asOf) = (holdings, asOf) }
}
