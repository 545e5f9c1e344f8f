/// The exam centre.
package struct Centre: Shaped {
  package var siret: String?
  /// The number by which the centre is known beside its SIRET.
  package var identifier: String?
  package var name: String
  package var place: String
  package var address: Address?
  package var phone: String?
  package var email: String?

  package static let shape = Shape(
    "centre", Self.init,
    .attribute("siret", \.siret),
    .attribute("identifier", \.identifier),
    .text("name", \.name),
    .text("place", \.place),
    .child(\.address),
    .text("phone", \.phone),
    .text("email", \.email))

  package init(
    siret: String? = nil, identifier: String? = nil, name: String, place: String, address: Address? = nil,
    phone: String? = nil, email: String? = nil
  ) {
    (self.siret, self.identifier, self.name, self.place) = (siret, identifier, name, place)
    (self.address, self.phone, self.email) = (address, phone, email)
  }
}

/// What someone of the centre signs.
package enum SignedPaper: String, Code {
  case decision
  case result
}

/// Who notifies a result: R335-10 says the certifier, the branch agreement the chair.
package enum ResultSigner: String, Code {
  case certifier
  case chair
}

/// Someone who signs for the centre.
package struct Signer: Shaped {
  package var signs: SignedPaper
  package var name: String
  package var function: String

  package static let shape = Shape(
    "signer", Self.init,
    .attribute("signs", \.signs),
    .text("name", \.name),
    .text("function", \.function))

  package init(signs: SignedPaper, name: String, function: String) {
    (self.signs, self.name, self.function) = (signs, name, function)
  }
}
