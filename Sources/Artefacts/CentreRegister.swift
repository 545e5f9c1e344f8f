/// A request of an earlier session.
package struct EarlierRequest: Shaped {
  package var receivedOn: Day
  package var outcome: AdmissibilityOutcome
  package var identity: Identity

  package static let shape = Shape(
    "entry", Self.init,
    .attribute("receivedOn", \.receivedOn),
    .attribute("outcome", \.outcome),
    .child(\.identity))

  package init(receivedOn: Day, outcome: AdmissibilityOutcome, identity: Identity) {
    (self.receivedOn, self.outcome, self.identity) = (receivedOn, outcome, identity)
  }
}

/// What the centre knows of earlier requests: made from the outputs of its earlier sessions, and from
/// this one’s for a person who asks more than once.
package struct CentreRegister: Artefact {
  /// Whether it holds the requests of this session alone, for want of a register.
  package var sessionOnly: Bool?
  package var entries: [EarlierRequest]

  package static let shape = Shape(
    "register", Self.init,
    .attribute("sessionOnly", \.sessionOnly),
    .child(\.entries))

  package init(sessionOnly: Bool? = nil, entries: [EarlierRequest]) {
    (self.sessionOnly, self.entries) = (sessionOnly, entries)
  }
}
