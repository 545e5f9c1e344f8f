/// A postal address.
package struct Address: Shaped {
  package var street: String
  package var postcode: String
  package var town: String

  package static let shape = Shape(
    "address", Self.init,
    .text("street", \.street),
    .text("postcode", \.postcode),
    .text("town", \.town))

  package init(street: String, postcode: String, town: String) {
    (self.street, self.postcode, self.town) = (street, postcode, town)
  }
}

/// Rubric 3: civil status.
package struct Person: Shaped {
  package var sex: Sex
  package var birthName: String
  package var usageName: String?
  package var firstNames: [String]
  package var birth: Birth
  package var address: Address?
  package var email: String?
  package var phone: String?
  /// Where the candidate stands on the day of the request: employed, seeking work…
  package var situation: String?
  package var aims: [String]

  package static let shape = Shape(
    "person", Self.init,
    .attribute("sex", \.sex),
    .text("birthName", \.birthName),
    .text("usageName", \.usageName),
    .text("firstName", \.firstNames),
    .child(\.birth),
    .child(\.address),
    .text("email", \.email),
    .text("phone", \.phone),
    .text("situation", \.situation),
    .text("aim", \.aims))

  package init(
    sex: Sex, birthName: String, usageName: String? = nil, firstNames: [String], birth: Birth,
    address: Address? = nil, email: String? = nil, phone: String? = nil, situation: String? = nil,
    aims: [String] = []
  ) {
    (self.sex, self.birthName, self.usageName) = (sex, birthName, usageName)
    (self.firstNames, self.birth, self.address, self.email) = (firstNames, birth, address, email)
    (self.phone, self.situation, self.aims) = (phone, situation, aims)
  }
}

extension Person {
  /// First name and the name used, the way a letter would: `Amandine EXEMPLE`.
  package var fullName: String {
    "\(firstNames.first ?? "") \((usageName ?? birthName).uppercased())"
  }

  /// How a letter begins.
  package var civility: String { sex == .female ? "Madame" : "Monsieur" }
}
