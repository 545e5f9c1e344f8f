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

/// What the centre knows of earlier requests: made from the outputs of its earlier sessions.
package struct CentreRegister: Artefact {
  package var entries: [EarlierRequest]

  package static let shape = Shape(
    "register", Self.init,
    .child(\.entries))

  package init(entries: [EarlierRequest]) {
    self.entries = entries
  }
}
