/// Birth data good enough for the national register.
package struct Birth: Shaped {
  package var date: Day
  package var commune: String
  package var insee: String?
  package var postcode: String?
  package var country: String

  package static let shape = Shape(
    "birth", Self.init,
    .attribute("date", \.date),
    .attribute("commune", \.commune),
    .attribute("insee", \.insee),
    .attribute("postcode", \.postcode),
    .attribute("country", \.country))

  /// What the national register would not take, which its schema does not check: the identity could not be reconciled.
  package var problems: [String] {
    guard let insee else { return country == "FRA" ? ["code Insee de la commune de naissance absent"] : [] }
    var problems: [String] = []
    let isOverseas = insee.hasPrefix("97") || insee.hasPrefix("98")
    if country != "FRA" && !insee.hasPrefix("99") {
      problems.append(
        isOverseas
          ? "naissance outre-mer : le pays est FRA, avec ce code Insee"
          : "code Insee d’une commune française pour une naissance à l’étranger")
    }
    if country == "FRA" && insee.hasPrefix("99") {
      problems.append("code Insee d’un pays étranger pour une naissance en France")
    }
    if insee.utf8.count != 5 { problems.append("code Insee de cinq caractères attendu") }
    return problems
  }

  package init(date: Day, commune: String, insee: String? = nil, postcode: String? = nil, country: String) {
    (self.date, self.commune, self.insee, self.postcode) = (date, commune, insee, postcode)
    self.country = country
  }
}
