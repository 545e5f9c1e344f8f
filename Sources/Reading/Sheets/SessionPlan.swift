import Artefacts
import Schemas

/// The sheets of the workbook that holds a session and its requests.
package enum SessionPlan {
  private static let session = SchemaTree.document(Session.name)
  private static let request = SchemaTree.document(Request.name)

  /// The session itself: one line of it is one cell, its title beside it.
  package static let sheet = SheetPlan(
    "Session", of: session,
    titles: [
      ("@id", "Numéro de la session", ["numéro"]), ("title", "Intitulé", []),
      ("@certification", "Certification", ["code RNCP", "RNCP"]),
      ("@asOf", "État des dossiers apprécié au", []), ("centre/name", "Centre : nom", ["centre"]),
      ("centre/place", "Centre : lieu", []), ("centre/address/street", "Centre : voie", []),
      ("centre/address/postcode", "Centre : code postal", []),
      ("centre/address/town", "Centre : commune", []),
      ("centre/phone", "Centre : téléphone", []), ("centre/email", "Centre : courriel", []),
      ("centre/@siret", "Centre : SIRET", []), ("centre/@identifier", "Centre : numéro d’identification", []),
      ("calendar/@depositBy", "Dépôt des dossiers avant le", []),
      ("calendar/@interviewsFrom", "Entretiens du", []), ("calendar/@interviewsTo", "Entretiens au", []),
      ("joint-jury/representative", "Organisations syndicales représentatives", []),
      ("parameters/@alsoAllowed", "Types de fichiers acceptés en plus", []),
      ("parameters/@recognition", "Chercher des données de tiers dans les images", []),
    ])

  /// What a session has several of.
  package static let ofSession = [
    SheetPlan("Commission", of: session, at: "panel/member"),
    SheetPlan("Jury", of: session, at: "joint-jury/juror"),
    SheetPlan("Séances du jury", of: session, at: "calendar/jury"),
    SheetPlan(
      "Créneaux", of: session, at: "calendar/slot",
      titles: [("@number", "Numéro de la demande", SheetPlan.numberTitles)]),
    SheetPlan(
      "Dérogations", of: session, at: "waiver",
      titles: [("@number", "Numéro de la demande", SheetPlan.numberTitles)]),
    SheetPlan("Signataires", of: session, at: "signer"),
    SheetPlan("Envois de la session", of: session, at: "sent"),
  ]

  /// Every sheet of rows, in the order of the workbook.
  package static let tables = [requests] + ofRequest + ofSession

  /// The sheet of what is several times at a place, in an element of that schema.
  static func sheet(of place: String, below node: SchemaTree) -> SheetPlan? {
    (ofSession + ofRequest).first {
      $0.place == place
        && node.parts.contains(where: { $0.name == place.split(separator: "/").last.map(String.init) })
    }
  }

  /// The pieces received, said in one cell of the request.
  static let pieces = "pieces"

  /// One line, one request.
  package static let requests = SheetPlan(
    "Demandes", others: ["requests", "demande"], of: request, titles: RequestTitles.all,
    extra: [(pieces, "Pièces reçues", ["pièces jointes", "pièces fournies"])])

  /// What a request has several of.
  package static let ofRequest = [
    SheetPlan(
      "Expériences", others: ["expérience", "experiences"], of: request, at: "experience", isTied: true,
      titles: RequestTitles.experience),
    SheetPlan("Pièces", of: request, at: "attachment", isTied: true),
    SheetPlan("Relances", of: request, at: "reception/reminder", isTied: true),
    SheetPlan("Envois", of: request, at: "reception/sent", isTied: true),
    SheetPlan("Acquis antérieurs", of: request, at: "held", isTied: true),
    SheetPlan("Accompagnateurs", of: request, at: "adviser", isTied: true),
    SheetPlan("Aménagements", of: request, at: "adjustment", isTied: true),
    SheetPlan("Prérequis", of: request, at: "feasibility/prerequisite", isTied: true),
    SheetPlan("Compétences", of: request, at: "feasibility/competence", isTied: true),
    SheetPlan("Textes de faisabilité", of: request, at: "feasibility/text", isTied: true),
  ]
}
