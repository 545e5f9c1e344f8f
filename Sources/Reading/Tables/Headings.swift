import Language

/// What people write above the columns of a table: each column by the name that the tool gives it, and by others.
package struct Headings: Sendable {
  private let columns: [String: String]
  /// The names of the columns, in their order.
  package let names: [String]

  /// - Parameter columns: the name of each, and what else people call it.
  package init(_ columns: [(name: String, others: [String])]) {
    var all: [String: String] = [:]
    for (name, others) in columns {
      for heading in [name] + others { all[Tokenizer.plain(heading)] = Tokenizer.plain(name) }
    }
    self.columns = all
    names = columns.map(\.name)
  }

  /// Whether a heading is one of those.
  func knows(_ heading: String) -> Bool { columns[Tokenizer.plain(heading)] != nil }

  /// The column of a heading; of one that is unknown, its own words.
  func column(_ heading: String) -> String {
    let plain = Tokenizer.plain(heading)
    return columns[plain] ?? plain
  }
}

extension RequestTable {
  /// What ties a request to its experiences.
  private static let number = (
    name: "numero",
    others: [
      "nº", "n°", "no", "numéro de la demande", "numéro de demande", "nº de la demande", "demande",
      "référence",
    ]
  )

  /// The headings of the requests.
  package static let headings = Headings([
    number,
    ("nature", ["nature de la demande", "type de demande"]),
    ("certification", ["certification visée", "code RNCP", "RNCP", "fiche", "diplôme visé"]),
    ("blocs", ["blocs visés", "blocs demandés", "bloc"]),
    ("recevable_le", ["déjà recevable le"]),
    ("recevable_jusqu", ["recevable jusqu’au", "recevable jusqu'au"]),
    ("recevable_par", ["recevabilité prononcée par"]),
    ("sexe", ["civilité", "sexe (état civil)", "genre"]),
    ("nom_naissance", ["nom de naissance", "nom", "nom de famille", "nom patronymique"]),
    ("nom_usage", ["nom d’usage", "nom d'usage", "nom marital", "nom usuel"]),
    ("prenoms", ["prénom", "prénom(s)", "prénoms (tous)"]),
    ("naissance_le", ["date de naissance", "né le", "née le", "né(e) le", "naissance"]),
    (
      "naissance_commune",
      ["commune de naissance", "lieu de naissance", "ville de naissance", "né à", "née à", "né(e) à"]
    ),
    ("naissance_insee", ["code INSEE de naissance", "code commune de naissance", "INSEE naissance"]),
    ("naissance_cp", ["code postal de naissance", "CP naissance"]),
    ("naissance_pays", ["pays de naissance"]),
    ("voie", ["adresse", "rue", "adresse postale", "numéro et voie"]),
    ("code_postal", ["CP", "code postal"]),
    ("commune", ["ville", "commune de résidence"]),
    ("courriel", ["mail", "e-mail", "email", "adresse électronique", "adresse mail", "mél"]),
    ("derniere_classe", ["dernière classe suivie", "dernière classe"]),
    ("diplome", ["diplôme le plus élevé", "diplôme obtenu", "niveau de diplôme"]),
    ("titres", ["titres et certificats", "intitulé du diplôme"]),
    ("declaration", ["déclaration sur l’honneur", "déclaration sur l'honneur"]),
    ("signee_le", ["signée le", "date de signature"]), ("signature", ["type de signature"]),
    ("engagee_le", ["engagée le", "date d’engagement"]),
    ("recue_le", ["reçue le", "date de réception", "demande reçue le", "reçu le"]),
    ("complete_le", ["complète le", "dossier complet le", "date de complétude"]),
    ("decision", ["décision de recevabilité", "recevabilité"]),
    ("decision_le", ["décision le", "date de la décision"]),
    ("decision_par", ["décision par", "décidée par", "auteur de la décision"]),
    ("decision_motif", ["motif", "motif de la décision"]),
    ("pieces", ["pièces jointes", "pièces reçues", "pièces fournies"]),
  ])

  /// The headings of the experiences.
  package static let experienceHeadings = Headings([
    number,
    ("statut", ["statut du candidat", "statut d’emploi"]),
    ("rapport_direct", ["en rapport", "rapport direct avec la certification", "en rapport direct"]),
    ("debut", ["du", "date de début", "depuis"]), ("fin", ["au", "date de fin", "jusqu’au", "jusqu'au"]),
    ("heures_semaine", ["heures par semaine", "durée hebdomadaire"]),
    ("heures_total", ["heures en tout", "total d’heures", "volume horaire"]),
    ("heures_annee", ["heures d’une année à temps plein"]),
    ("emploi", ["poste", "fonction", "emploi occupé"]),
    ("employeur", ["entreprise", "organisme", "structure"]), ("siret", ["nº SIRET", "numéro SIRET"]),
    ("famille", ["famille professionnelle"]), ("activites", ["activités exercées", "missions", "tâches"]),
    ("heures_milieu_travail", ["heures en milieu de travail"]),
  ])
}
