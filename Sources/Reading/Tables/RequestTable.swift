import Artefacts

/// How a line of the requests, and those of the experiences, become a request.
package enum RequestTable {
  /// The request of a line; what is wrong is noted in the line.
  package static func request(_ line: inout TableLine, _ experiences: [Experience]) -> Request {
    let blocs = line.list("blocs")
    return Request(
      number: line.required("numero"), nature: line.code("nature", RequestNature.first),
      target: Target(
        certification: line.required("certification").filter { !$0.isWhitespace }.uppercased(),
        scope: blocs.isEmpty ? .whole : .blocs, leave: nil,
        blocs: blocs),
      prior: prior(&line), held: [],
      person: person(&line),
      level: Level(
        lastClass: line.text("derniere_classe"), highestDiploma: line.text("diplome"),
        titles: line.list("titres")),
      experiences: experiences,
      declaration: Declaration(
        sworn: line.yes("declaration"), signedOn: line.day("signee_le"),
        signature: line.text("signature").flatMap { line.value($0, "signature") }),
      reception: reception(&line), attachments: attachments(&line))
  }

  private static func prior(_ line: inout TableLine) -> PriorAdmissibility? {
    guard line.text("recevable_le") != nil else { return nil }
    return PriorAdmissibility(
      date: line.requiredDay("recevable_le"), until: line.day("recevable_jusqu"),
      by: line.required("recevable_par"))
  }

  private static func person(_ line: inout TableLine) -> Person {
    let names = line.list("prenoms")
    if names.isEmpty {
      line.note("prenoms", "cette cellule est obligatoire", advice: "séparer les prénoms par |")
    } else if names.contains(where: { $0.contains(",") || $0.contains(";") }) {
      line.note("prenoms", "les prénoms ne sont pas séparés par |", advice: "écrire Camille|Lou")
    }
    return Person(
      sex: line.sex("sexe"), birthName: line.required("nom_naissance"),
      usageName: line.text("nom_usage"), firstNames: names,
      birth: Birth(
        date: line.requiredDay("naissance_le"), commune: line.required("naissance_commune"),
        insee: line.code("naissance_insee"), postcode: line.code("naissance_cp"),
        country: line.country("naissance_pays")),
      address: line.text("voie").map {
        Address(street: $0, postcode: line.code("code_postal") ?? "", town: line.text("commune") ?? "")
      }, email: line.text("courriel"))
  }

  private static func reception(_ line: inout TableLine) -> Reception {
    let received = line.requiredDay("recue_le")
    var decision: RequestDecision?
    if let text = line.text("decision") {
      decision = RequestDecision(
        outcome: line.value(text, "decision") ?? .favourable, date: line.requiredDay("decision_le"),
        by: line.required("decision_par"), reason: line.text("decision_motif"))
    }
    return Reception(
      initiatedOn: line.day("engagee_le") ?? received, receivedOn: received,
      completeOn: line.day("complete_le"),
      reminders: [], decision: decision)
  }

  private static func attachments(_ line: inout TableLine) -> [Attachment] {
    line.list("pieces").compactMap { text in
      line.value(text, "pieces").map { (kind: AttachmentKind) in
        Attachment(kind: kind, signatures: nil, separatesWork: nil, title: kind.label)
      }
    }
  }

  /// The experience of a line; what is wrong is noted in the line.
  package static func experience(_ line: inout TableLine) -> Experience {
    let activities = line.list("activites")
    if activities.isEmpty {
      line.note("activites", "cette cellule est obligatoire", advice: "séparer les activités par |")
    }
    return Experience(
      status: line.value(line.required("statut"), "statut") ?? .employee, related: line.yes("rapport_direct"),
      start: line.requiredDay("debut"), end: line.day("fin"), weeklyHours: line.hours("heures_semaine"),
      totalHours: line.hours("heures_total"), fullTimeYear: line.hours("heures_annee"),
      workplaceHours: line.hours("heures_milieu_travail"),
      siret: line.siret("siret"),
      family: line.text("famille"), position: line.required("emploi"), employer: line.required("employeur"),
      activities: activities)
  }
}
