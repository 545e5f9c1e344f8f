import Artefacts
import Channel
import Files
import Language
import XML

/// One fiche of the France compétences export (V4.1, and leniently V2 and V3).
package struct RNCPFiche {
  private let fiche: Element

  /// How many fiches of the export bear that code: the active one is taken, else the last.
  package let count: Int

  /// - Parameter code: spaces and case do not count.
  /// - Throws: `Refusal` when the export cannot be read, or does not hold that code.
  package init(_ code: String, in export: String) throws(Refusal) {
    let code = code.filter { !$0.isWhitespace }.uppercased()
    try Disk.requireFile(export, advice: "donner l’export, .xml ou .zip")
    let inquiry = Readers.ask(Disk.straight(export), as: .export, word: code)
    var found: [Element] = []
    while let element = inquiry.nextElement() {
      if let refusal = Refusal(told: element) { throw refusal.about(file: export) }
      found.append(element)
    }
    guard inquiry.ending == .answered else { throw Readers.unread(inquiry.ending, file: export) }
    guard let fiche = found.last(where: { $0.first("ACTIF")?.text.collapsed == "Oui" }) ?? found.last else {
      throw Refusal(
        Diagnostic(
          code: .registerCode, "l’export ne contient pas la fiche \(code)",
          advice: "vérifier le code, et l’export (RNCP ou RS)", file: export))
    }
    self.fiche = fiche
    count = found.count
  }

  package var code: String { text("NUMERO_FICHE") ?? "" }
  package var title: String { text("INTITULE") ?? code }
  package var isActive: Bool { text("ACTIF") == "Oui" }
  package var end: Day? { day("DATE_FIN_ENREGISTREMENT") }
  package var awardEnd: Day? { day("DATE_LIMITE_DELIVRANCE") }
  package var start: Day? { day("DATE_EFFET") ?? day("DATE_DECISION") ?? day("DATE_DERNIER_JO") }

  /// The fiches that replace it: a list in V4.1, a text before.
  package var successors: [String] {
    let list = fiche.first("NOUVELLES_CERTIFICATIONS")?.children.compactMap {
      $0.first("ID_FICHE_NOUVELLE_CERTIFICATION")?.text.collapsed
    }
    return (list ?? [text("NOUVELLE_CERTIFICATION")].compactMap { $0 }).filter { !$0.isEmpty }
  }

  /// The certification, its capacities proposed from free text and marked for a person to check.
  /// - Throws: `Refusal` when the fiche says neither dates nor blocs.
  package func certification() throws(Refusal) -> Certification {
    guard let start, let end else {
      throw lacking("les dates d’enregistrement")
    }
    let blocs = self.blocs
    if blocs.isEmpty { throw lacking("de blocs de compétences") }
    let bodies =
      fiche.first("CERTIFICATEURS")?.children.filter {
        $0.first("ETAT_CERTIFICATEUR").map { $0.text.collapsed == "Actif" } ?? true
      }.compactMap { $0.first("NOM_CERTIFICATEUR")?.text.collapsed } ?? []
    let jury = fiche.first("SI_JURY_VAE")?.first("COMPOSITION")?.text ?? text("JURY_VAE") ?? ""
    return Certification(
      code: code, branchCode: nil, level: fiche.first("NOMENCLATURE_EUROPE")?.first("NIVEAU")?.text.collapsed,
      title: clip(title),
      authority: clip(bodies.isEmpty ? "non dit par l’export" : bodies.joined(separator: " – ")),
      signatory: "non dit par l’export", validity: text("DUREE_VALIDITE") ?? "non dite par l’export",
      registration: Registration(
        start: start, end: end, awardBy: awardEnd,
        order: text("TYPE_ENREGISTREMENT") ?? "non dit par l’export",
        successor: successors.first),
      nomenclatures: codes("CODES_NSF", "NSF") + codes("CODES_ROME", "ROME"),
      activities: lines("ACTIVITES_VISEES"), missions: [], jobs: lines("TYPE_EMPLOI_ACCESSIBLES"),
      evaluations: [],
      juryRules: FreeText.items(jury).map(clip), blocs: blocs, abbreviations: [], themes: [], examples: [])
  }

  private var blocs: [Bloc] {
    var next = 0
    let found = fiche.first("BLOCS_COMPETENCES")?.children.filter { $0.name == "BLOC_COMPETENCES" } ?? []
    return Self.ordered(Array(found.prefix(99))).compactMap { rank, bloc in
      let title = bloc.first("LIBELLE").map { FreeText.line($0.text) } ?? "Bloc \(rank)"
      var capacities: [Capacity] = []
      for label in FreeText.items(bloc.first("LISTE_COMPETENCES")?.text ?? title) where next < 99 {
        next += 1
        capacities.append(
          Capacity(
            code: "C\(next)", toCheck: true, label: clip(label), short: short(label)))
      }
      return capacities.isEmpty ? nil : Bloc(code: "B\(rank)", title: clip(title), capacities: capacities)
    }
  }

  /// The blocs by their official number (`…BC02`), whatever the order in which they are written; by their place when one has
  /// none, or two have the same.
  private static func ordered(_ blocs: [Element]) -> [(number: Int, bloc: Element)] {
    let numbers = blocs.map { bloc in
      bloc.first("CODE")?.text.collapsed.firstMatch(of: /BC0*([1-9][0-9]?)$/).flatMap { Int($0.1) }
    }
    let known = numbers.compactMap { $0 }
    if known.count < blocs.count || Set(known).count < known.count {
      return blocs.enumerated().map { ($0.offset + 1, $0.element) }
    }
    return zip(known, blocs).map { ($0, $1) }.sorted { $0.number < $1.number }
  }

  /// The first words of a label, none of them cut.
  private func short(_ label: String) -> String {
    var short = ""
    for word in label.split(separator: " ") {
      if short.count + word.count > 58 { break }
      short += (short.isEmpty ? "" : " ") + word
    }
    return short.isEmpty ? String(label.prefix(60)) : short
  }

  private func codes(_ list: String, _ each: String) -> [Nomenclature] {
    (fiche.first(list)?.children ?? []).compactMap { element in
      guard let code = element.first("CODE")?.text.collapsed, !code.isEmpty else { return nil }
      let label = (element.first("LIBELLE") ?? element.first("INTITULE"))?.text.collapsed ?? code
      return Nomenclature(list: each, code: code, label: clip(label))
    }
  }

  private func lines(_ name: String) -> [String] { FreeText.items(fiche.first(name)?.text ?? "").map(clip) }

  private func text(_ name: String) -> String? {
    fiche.first(name).flatMap { $0.children.isEmpty ? FreeText.line($0.text).nonEmpty : nil }
  }

  private func day(_ name: String) -> Day? { text(name).flatMap { WrittenDate.all(in: $0).first?.first } }
  private func clip(_ text: String) -> String { FreeText.line(text).slices(of: 590).first ?? "—" }

  private func lacking(_ what: String) -> Refusal {
    Refusal(
      Diagnostic(
        code: .registerFiche, "la fiche \(code) ne donne pas \(what)",
        advice: "écrire certification.xml à la main (acquis template certification.xml)"))
  }
}
