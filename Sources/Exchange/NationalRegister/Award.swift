import Artefacts
import XML

/// One award, as the Caisse des dépôts takes it (kit v2.0.0, XSD 1.1.2; L6113-8): only a full award can be told, the
/// format has no place for a bloc.
package struct Award: Sendable {
  /// Unique and stable: the session and the number of the request.
  package let id: String
  /// The identifier of the first award of the same request.
  let first: String
  let certification: String
  let request: Request
  package let awardedOn: Day

  /// - Parameter again: whether an earlier award of the same request was revoked: the register knows the first by its
  ///   identifier, the new one needs its own.
  init(session: Session, request: Request, awardedOn: Day, again: Bool = false) {
    first = "\(session.id)-\(request.number)"
    id = first + (again ? "-\(awardedOn.spelling)" : "")
    certification = session.certification
    (self.request, self.awardedOn) = (request, awardedOn)
  }

  /// The element, its children in the order of the official example.
  func element(_ registry: DepositAccount) -> Element {
    func text(_ name: String, _ text: String) -> Element { Element("cpf:" + name, text: text) }
    func none(_ name: String) -> Element {
      Element("cpf:" + name, attributes: [.init("xsi:nil", "true")])
    }
    let centre = registry.postcode.map { [text("codePostalCentreExamen", $0)] } ?? []
    return Element(
      "cpf:passageCertification",
      children: [
        text("idTechnique", id), text("obtentionCertification", "PAR_ADMISSION"),
        text("donneeCertifiee", "true"), text("dateDebutExamen", awardedOn.spelling),
        text("dateFinExamen", awardedOn.spelling),
      ] + centre + [
        text("dateDebutValidite", awardedOn.spelling), none("dateFinValidite"),
        text("presenceNiveauLangueEuro", "false"), text("presenceNiveauNumeriqueEuro", "false"),
        none("scoring"), text("mentionValidee", "SANS_MENTION"),
        Element(
          "cpf:modalitesInscription",
          children: [
            text("modaliteAcces", "VAE"),
            text("voieAccessVAE", request.target.leave == true ? "CONGES_VAE" : "VAE_CLASSIQUE"),
            text("initiativeInscription", "CERTIFIE"),
            text("dateInscription", (request.reception.completeOn ?? request.reception.receivedOn).spelling),
          ]),
        Element("cpf:identificationTitulaire", children: [holder(text, none)]),
      ])
  }

  private func holder(_ text: (String, String) -> Element, _ none: (String) -> Element) -> Element {
    let person = request.person
    let birth = person.birth
    let names = person.firstNames.prefix(3).enumerated().map {
      text("prenom\($0.offset + 1)", clipped($0.element))
    }
    // A birth abroad has no commune of the French list: the postcode stands for it, or is said to be none.
    let place =
      birth.insee.map {
        Element("cpf:codeInseeNaissance", children: [text("codeInsee", $0)])
      }
      ?? Element(
        "cpf:codePostalNaissance",
        children: [birth.postcode.map { text("codePostal", $0) } ?? none("codePostal")])
    return Element(
      "cpf:titulaire",
      children: [
        text("nomNaissance", clipped(person.birthName)),
        person.usageName.map { text("nomUsage", clipped($0)) } ?? none("nomUsage"),
      ] + names + [
        text("anneeNaissance", String(birth.date.year)), text("moisNaissance", String(birth.date.month)),
        text("jourNaissance", String(birth.date.day)), text("sexe", person.sex.rawValue),
        Element("cpf:codeCommuneNaissance", children: [place]),
        text("libelleCommuneNaissance", clipped(birth.commune)), text("codePaysNaissance", birth.country),
      ])
  }

  /// The format takes sixty characters.
  private func clipped(_ text: String) -> String { String(text.prefix(60)) }

  /// The parts of the identity that the format cuts.
  var cuts: [String] {
    let person = request.person
    return [
      ("nom de naissance", person.birthName), ("nom d’usage", person.usageName ?? ""),
      ("commune de naissance", person.birth.commune),
    ].filter { $0.1.count > 60 }.map(\.0)
      + (person.firstNames.prefix(3).contains { $0.count > 60 } ? ["prénom"] : [])
  }

  /// What the schema of the Caisse des dépôts does not check, and rejects later: the identity cannot be reconciled
  /// without a sound birth.
  var problems: [String] {
    let birth = request.person.birth
    return birth.problems + (birth.date >= awardedOn ? ["naissance après la décision du jury"] : [])
  }
}
