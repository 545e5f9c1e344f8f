import Artefacts

/// What every dossier of a session shares, read once.
package struct Shared: Sendable {
  package let holdings: KnownArtefacts
  /// Set when the date of appreciation was given as an argument.
  package let asOf: Day?
  /// What is known of a dossier from those beside it, in place of what all share; by its name.
  package var own: [String: KnownArtefacts] = [:]

  package init(_ holdings: KnownArtefacts, asOf: Day?) { (self.holdings, self.asOf) = (holdings, asOf) }

  /// What a dossier starts with.
  func holdings(of dossier: String) -> KnownArtefacts { own[dossier] ?? holdings }
}
