import Artefacts
import Files
import XML

/// What every dossier of a session shares, read once.
package struct Shared: Sendable {
  package private(set) var holdings: KnownArtefacts
  /// Set when the date of appreciation was given as an argument.
  package let asOf: Day?
  /// What is known of a dossier from those beside it, in place of what all share; by its name.
  package var own: [String: KnownArtefacts] = [:]

  /// What people wrote elsewhere than in the folder of a dossier, by its name and that of the document.
  package var given: [String: [String: GivenDocument]] = [:]
  /// The same, of the session itself.
  package var givenToAll: [String: GivenDocument] = [:]
  /// The dossiers that have a folder now, under the name that their results had before.
  package var moved: [String: String] = [:]
  /// What there is to say of where all that was read.
  package var notes: [Diagnostic] = []

  /// A dossier with what was given of it.
  package func folder(_ id: String, session: String, out: String) -> Folder {
    Folder(id: id, session: session, out: out, given: given[id] ?? [:])
  }

  /// Whether the session leaves the day of appreciation to the day of the run.
  package let followsTheDay: Bool

  package init(_ holdings: KnownArtefacts, asOf: Day?, followsTheDay: Bool = false) {
    (self.holdings, self.asOf, self.followsTheDay) = (holdings, asOf, followsTheDay)
  }

  /// What a dossier starts with.
  package func holdings(of dossier: String) -> KnownArtefacts { own[dossier] ?? holdings }

  /// The day that the documents of a dossier say they are of, when the session does not say it.
  func day(of dossier: String) -> Day? {
    followsTheDay ? (holdings(of: dossier).value() as Session?)?.asOf : asOf
  }

  /// The same, with another artefact that all share.
  package func of(_ artefact: some Artefact, digest: String) -> Shared {
    var shared = self
    shared.holdings[type(of: artefact).name] = .init(value: artefact, digest: digest)
    return shared
  }
}
