/// What the Caisse des dépôts calls the centre: given with the contract, never guessed.
package struct DepositAccount: Shaped {
  /// The eight characters of `idClient`.
  package var client: String
  package var contract: String
  package var postcode: String?

  package static let shape = Shape(
    "registry", Self.init,
    .attribute("client", \.client),
    .attribute("contract", \.contract),
    .attribute("postcode", \.postcode))

  package init(client: String, contract: String, postcode: String? = nil) {
    (self.client, self.contract, self.postcode) = (client, contract, postcode)
  }
}

/// An award that the register has taken.
package struct Deposited: Shaped {
  package var id: String
  package var file: String
  /// When the register deleted it, once an award was revoked: a person writes it.
  package var deletedOn: Day?

  package static let shape = Shape(
    "deposited", Self.init,
    .attribute("id", \.id),
    .attribute("file", \.file),
    .attribute("deletedOn", \.deletedOn))

  package init(id: String, file: String, deletedOn: Day? = nil) {
    (self.id, self.file, self.deletedOn) = (id, file, deletedOn)
  }
}

/// What the national register has taken of a session: kept beside the results, from the reports received.
package struct DepositLedger: Artefact {
  package var deposited: [Deposited]

  package static let shape = Shape(
    "ledger", Self.init,
    .child(\.deposited))

  package init(deposited: [Deposited]) {
    self.deposited = deposited
  }

  /// Whether the register has taken the award of a request.
  package func holds(_ number: String) -> Bool { deposited.contains { $0.id.hasSuffix("-" + number) } }
}
