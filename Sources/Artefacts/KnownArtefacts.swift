import XML

/// What is known of one dossier while it goes through the stages: each artefact read or made so far, with the
/// SHA-256 of its bytes.
package struct KnownArtefacts: Sendable {
  /// One artefact, and the digest of its bytes.
  package struct Entry: Sendable {
    package var value: any Artefact
    package var digest: String

    package init(value: any Artefact, digest: String) {
      self.value = value
      self.digest = digest
    }
  }

  package private(set) var entries: [String: Entry] = [:]

  package init() {}

  /// What is known under a name.
  package subscript(name: String) -> Entry? {
    get { entries[name] }
    set { entries[name] = newValue }
  }

  /// The artefact of a type, or nil when it is not there yet.
  package func value<A: Artefact>(_ type: A.Type = A.self) -> A? {
    entries[A.name]?.value as? A
  }
}

/// What a stage can ask for: an artefact, or an artefact that may be missing.
package protocol StageInput: SendableMetatype {
  /// The artefact’s name.
  static var source: String { get }
  /// Whether the stage runs without it.
  static var mayBeMissing: Bool { get }
  /// Reads the artefact from a validated element.
  static func read(_ element: Element) throws(Refusal) -> any Artefact
  /// Takes it from what is known.
  static func take(from holdings: KnownArtefacts) -> Self?
}

extension Artefact {
  package static var source: String { name }
  package static var mayBeMissing: Bool { false }
  package static func read(_ element: Element) throws(Refusal) -> any Artefact { try Self(xml: element) }
  package static func take(from holdings: KnownArtefacts) -> Self? { holdings.value() }
}

extension Optional: StageInput where Wrapped: Artefact {
  package static var source: String { Wrapped.name }
  package static var mayBeMissing: Bool { true }
  package static func read(_ element: Element) throws(Refusal) -> any Artefact { try Wrapped(xml: element) }
  package static func take(from holdings: KnownArtefacts) -> Wrapped?? { .some(holdings.value(Wrapped.self)) }
}
