/// What the columns of the requests and of their experiences are called, and what else people write above them.
enum RequestTitles {
  typealias Title = (path: String, title: String, others: [String])

  static let all: [Title] = identity + path + reception

  private static let identity: [Title] = [
    ("@number", "Numéro de la demande", SheetPlan.numberTitles),
    ("person/@sex", "Sexe", ["sexe", "civilité", "sexe (état civil)", "genre"]),
    ("person/birthName", "Nom de naissance", ["nom", "nom_naissance", "nom de famille", "nom patronymique"]),
    ("person/usageName", "Nom d’usage", ["nom_usage", "nom d'usage", "nom marital", "nom usuel"]),
    ("person/firstName", "Prénoms", ["prenoms", "prénom", "prénom(s)", "prénoms (tous)"]),
    (
      "person/birth/@date", "Date de naissance",
      ["naissance_le", "né le", "née le", "né(e) le", "naissance"]
    ),
    (
      "person/birth/@commune", "Commune de naissance",
      [
        "naissance_commune", "lieu de naissance", "ville de naissance", "né à", "née à", "né(e) à",
      ]
    ),
    (
      "person/birth/@insee", "Code INSEE de naissance",
      ["naissance_insee", "code commune de naissance", "INSEE naissance"]
    ),
    ("person/birth/@postcode", "Code postal de naissance", ["naissance_cp", "CP naissance"]),
    ("person/birth/@country", "Pays de naissance", ["naissance_pays"]),
    ("person/address/street", "Voie", ["adresse", "rue", "adresse postale", "numéro et voie"]),
    ("person/address/postcode", "Code postal", ["code_postal", "CP"]),
    ("person/address/town", "Commune", ["ville", "commune de résidence"]),
    (
      "person/email", "Courriel",
      ["mail", "e-mail", "email", "adresse électronique", "adresse mail", "mél"]
    ),
  ]

  private static let path: [Title] = [
    ("@nature", "Nature de la demande", ["nature", "type de demande"]),
    (
      "target/@certification", "Certification visée",
      ["certification", "code RNCP", "RNCP", "fiche", "diplôme visé"]
    ),
    ("target/@scope", "Étendue visée", ["étendue"]),
    ("target/bloc", "Blocs visés", ["blocs", "blocs demandés", "bloc"]),
    ("level/@lastClass", "Dernière classe suivie", ["derniere_classe", "dernière classe"]),
    (
      "level/@highestDiploma", "Diplôme le plus élevé",
      ["diplome", "diplôme obtenu", "niveau de diplôme"]
    ),
    ("level/title", "Titres et certificats", ["titres", "intitulé du diplôme"]),
    (
      "declaration/@sworn", "Déclaration sur l’honneur",
      ["declaration", "déclaration sur l'honneur"]
    ),
    ("declaration/@signedOn", "Signée le", ["signee_le", "date de signature"]),
    ("declaration/@signature", "Forme de la signature", ["signature", "type de signature"]),
  ]

  private static let reception: [Title] = [
    ("reception/@initiatedOn", "Engagée le", ["engagee_le", "date d’engagement"]),
    (
      "reception/@receivedOn", "Reçue le",
      ["recue_le", "date de réception", "demande reçue le", "reçu le"]
    ),
    (
      "reception/@completeOn", "Complète le",
      ["complete_le", "dossier complet le", "date de complétude"]
    ),
    (
      "reception/decision/@outcome", "Décision de recevabilité",
      ["decision", "recevabilité", "décision"]
    ),
    ("reception/decision/@on", "Décision le", ["decision_le", "date de la décision"]),
    (
      "reception/decision/@by", "Décision par",
      ["decision_par", "décidée par", "auteur de la décision"]
    ),
    ("reception/decision/reason", "Motif de la décision", ["decision_motif", "motif"]),
    ("prior/@on", "Déjà recevable le", ["recevable_le"]),
    ("prior/@until", "Recevable jusqu’au", ["recevable_jusqu", "recevable jusqu'au"]),
    ("prior/@by", "Recevabilité prononcée par", ["recevable_par"]),
  ]

  static let experience: [Title] = [
    ("@status", "Statut", ["statut du candidat", "statut d’emploi"]),
    (
      "@related", "En rapport direct",
      ["rapport_direct", "rapport direct", "en rapport", "rapport direct avec la certification"]
    ),
    ("@from", "Début", ["debut", "du", "date de début", "depuis"]),
    ("@to", "Fin", ["au", "date de fin", "jusqu’au", "jusqu'au"]),
    ("@weeklyHours", "Heures par semaine", ["heures_semaine", "durée hebdomadaire"]),
    ("@totalHours", "Heures en tout", ["heures_total", "total d’heures", "volume horaire"]),
    ("@fullTimeYear", "Heures d’une année à temps plein", ["heures_annee"]),
    ("position", "Emploi", ["poste", "fonction", "emploi occupé"]),
    ("employer", "Employeur", ["entreprise", "organisme", "structure"]),
    ("@siret", "SIRET", ["nº SIRET", "numéro SIRET"]),
    ("@family", "Famille professionnelle", ["famille"]),
    ("activity", "Activités", ["activités exercées", "missions", "tâches"]),
    ("@workplaceHours", "Heures en milieu de travail", ["heures_milieu_travail"]),
  ]
}
