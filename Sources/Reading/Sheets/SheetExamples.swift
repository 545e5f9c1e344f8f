import Artefacts

/// A plainly fictitious line for each sheet: the example of a model.
package enum SheetExamples {
  /// By the place of the column; the number of the request is that of all.
  package static func cells(of plan: SheetPlan) -> [String: String] {
    switch plan.name {
    case SessionPlan.requests.name: request
    case SessionPlan.ofRequest[0].name: experience.merging([SheetPlan.number: number]) { $1 }
    default: [:]
    }
  }

  /// The number of the example.
  package static let number = DossierPrompts.exampleNumber

  private static let request = [
    "@number": number, "@nature": "première demande", "target/@certification": "RNCP28236",
    "target/@scope": "certification entière", "person/@sex": "Mme", "person/birthName": "Exemple",
    "person/firstName": "Camille|Lou", "person/birth/@date": "14/03/1985", "person/birth/@commune": "Metz",
    "person/birth/@insee": "57463", "person/birth/@country": "France",
    "person/address/street": "1 rue de l’Exemple", "person/address/postcode": "57000",
    "person/address/town": "Metz", "person/email": "camille@exemple.invalid", "level/@lastClass": "3",
    "level/@highestDiploma": "5", "level/title": "Baccalauréat professionnel", "declaration/@sworn": "oui",
    "declaration/@signedOn": "06/09/2021", "declaration/@signature": "manuscrite",
    "reception/@initiatedOn": "06/09/2021", "reception/@receivedOn": "06/09/2021",
    "reception/@completeOn": "20/09/2021", "reception/decision/@outcome": "favorable",
    "reception/decision/@on": "11/10/2021", "reception/decision/@by": "Commission de recevabilité",
    "reception/decision/reason": "Conditions réunies.",
    SessionPlan.pieces: [AttachmentKind.identity, .employerCertificate].map(\.label).joined(separator: "|"),
  ]

  private static let experience = [
    "@status": "salarié", "@related": "oui", "@from": "01/09/2016", "@to": "31/08/2021",
    "@weeklyHours": "35", "@totalHours": "8035,5", "position": "Assistante administrative",
    "employer": "Entreprise Exemple",
    "activity": "Tenue des dossiers|Préparation des courriers",
  ]
}
