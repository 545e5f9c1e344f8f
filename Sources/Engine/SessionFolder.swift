import Files
import Schemas
import XML

/// What lies in a session’s folder, and where the output may go beside it.
package struct SessionFolder: Sendable {
  package let session: String
  package let out: String
  package let layout: Layout

  package init(session: String, out: String, layout: Layout) {
    (self.session, self.out, self.layout) = (session, out, layout)
  }

  /// Refuses an output folder where results would mix with what people wrote: removing a stale result could
  /// then remove a paper. Folders are told by what they are, not by their names: a disk may be mounted in two places.
  func checkOutput() throws(Refusal) {
    let folders = try Disk.list(session)?.filter { $0.kind == .folder } ?? []
    let candidates = folders.filter { isCandidate($0.name) }
    let papers = candidates.flatMap { candidate in
      layout.companions.map { Disk.entry($0, in: "\(session)/\(candidate.name)") }.filter(\.isThere)
    }
    let (own, around) = Disk.whereabouts(of: out)
    let forbidden = Disk.lineage(of: session) + (candidates + papers).map(\.identity)
    let isOthers = own != nil && !Disk.exists("\(out)/\(Results.marker)") && holdsAnything(out)
    if isOthers {
      throw Refusal(
        Diagnostic(
          code: .outPlace, "ce dossier contient autre chose que des résultats",
          advice: "choisir un dossier vide ou neuf, par exemple -o resultats", file: out))
    }
    if own.map(forbidden.contains) ?? false || !around.isDisjoint(with: (folders + papers).map(\.identity))
      || layout.shared.contains(where: holdsSource)
    {
      throw Refusal(
        Diagnostic(
          code: .outPlace, "le dossier de sortie se confond avec les dossiers de la session",
          advice: "choisir un dossier à part, par exemple -o resultats", file: self.out))
    }
  }

  /// Whether the output folder holds a document of a session that a person wrote: those of ours say where they come from.
  private func holdsSource(_ name: String) -> Bool {
    let path = "\(out)/\(name).xml"
    if !Disk.exists(path) { return false }
    guard let bytes = try? Disk.read(path, named: path),
      let element = try? Schemas.read(name, bytes, file: path)
    else { return true }
    return element.first("provenance") == nil
  }

  /// Makes the output folder and marks it.
  package func prepareOutput() throws(Refusal) {
    try Disk.makeFolder(out)
    Disk.sweep(out)
    // The marker is also what a writer locks: once there, it is never replaced.
    let marker = out + "/" + Results.marker
    if !Disk.exists(marker) { try Disk.replace(marker, with: Results.mark) }
  }

  /// Every folder of the session is a dossier, except hidden ones and those that a run has written.
  /// - Parameter given: the dossiers of which something was given elsewhere, whether or not they have a folder.
  func dossiers(
    only wanted: Set<String>, given: some Sequence<String>
  ) throws(Refusal) -> (ids: [String], notes: [Diagnostic]) {
    var ids: [String] = []
    var notes: [Diagnostic] = []
    for entry in try Disk.list(session) ?? [] where !entry.name.hasPrefix(".") {
      let name = entry.name.printable
      switch entry.kind {
      case .file where layout.isShared(file: entry.name) || entry.name.isOfSystem: continue
      case .file: notes.append(SessionFolder.stray(name))
      case .other where layout.isShared(file: entry.name) && Disk.exists("\(session)/\(entry.name)"):
        notes.append(SessionFolder.linked(name))
      case .other: notes.append(SessionFolder.notOrdinary(name))
      case .folder where !isCandidate(entry.name): continue
      case .folder where !wanted.isEmpty && !wanted.contains(entry.name): continue
      case .folder where !SessionFolder.isUsable(entry.name) || layout.reserved.contains(entry.name):
        notes.append(SessionFolder.unusable(name))
      case .folder:
        ids.append(entry.name)
        if isMarked(entry.name) {
          notes.append(
            Diagnostic(
              .warning, code: .dossierMarked,
              "ce dossier de candidat porte la marque d’un dossier de sortie",
              advice: "en ôter le fichier caché .acquis", file: name))
        }
      }
    }
    let known = Set(ids)
    ids += given.sorted().filter { !known.contains($0) && (wanted.isEmpty || wanted.contains($0)) }
    for name in wanted.sorted() where !ids.contains(name) {
      notes.append(
        Diagnostic(
          code: .dossierUnknown, "aucun dossier de ce nom dans la session",
          advice: near(name, given).map { "vouliez-vous dire « \($0) » ?" } ?? "vérifier --only",
          file: name))
    }
    return (ids, notes)
  }

  /// The dossier that a number, or the beginning of a name, was perhaps meant for.
  private func near(_ name: String, _ given: some Sequence<String>) -> String? {
    let folders = ((try? Disk.list(session)) ?? nil ?? []).filter { $0.kind == .folder }.map(\.name)
    return (folders + given.sorted()).first { $0.lowercased().hasPrefix(name.lowercased()) }
  }

  private static func stray(_ name: String) -> Diagnostic {
    Diagnostic(
      .warning, code: .sessionFile, "ce fichier n’est pas lu : il n’est le document d’aucun candidat",
      advice: "le ranger dans le dossier d’un candidat, ou l’ôter", file: name)
  }

  /// A link, or a name that is not UTF-8 and cannot be opened: that is an error, for a candidate may be left out.
  private static func notOrdinary(_ name: String) -> Diagnostic {
    Diagnostic(
      code: .dossierKind,
      "ce n’est ni un fichier ni un dossier ordinaire : ignoré",
      advice: "remplacer un lien par le dossier lui-même", file: name)
  }

  /// A document of the session that is elsewhere: what the link leads to is read.
  private static func linked(_ name: String) -> Diagnostic {
    Diagnostic(
      .warning, code: .dossierKind, "c’est un lien : le fichier auquel il mène est lu",
      advice: "y mettre le fichier lui-même", file: name)
  }

  private static func unusable(_ name: String) -> Diagnostic {
    Diagnostic(
      code: .dossierName, "le nom de ce dossier ne peut pas servir d’identifiant : ignoré",
      advice: "le renommer avec des lettres, chiffres, tirets et espaces (100 octets au plus)", file: name)
  }

  /// Folders of the output whose dossier is gone from the session: told, never removed by the tool.
  /// - Parameter moved: where the dossiers of other names are now.
  func orphans(_ ids: [String], moved: [String: String]) throws(Refusal) -> [Diagnostic] {
    let known = Set(ids)
    return try Disk.list(out)?.filter { $0.kind == .folder && !known.contains($0.name) }.map { entry in
      if let now = moved[entry.name] {
        return Diagnostic(
          .warning, code: .dossierMoved, "les résultats de cette demande sont désormais dans « \(now) »",
          advice: "y prendre ce qui a été rempli ici, puis supprimer ce dossier", file: entry.name.printable)
      }
      return Diagnostic(
        .warning, code: .dossierGone, "ce dossier de résultats n’a plus de dossier dans la session",
        advice: "vérifier, puis le supprimer à la main s’il n’a plus lieu d’être",
        file: entry.name.printable)
    } ?? []
  }

  /// Every folder is a candidate’s, except hidden ones and those that a run has written.
  private func isCandidate(_ name: String) -> Bool {
    !name.hasPrefix(".") && (!isMarked(name) || holdsDossier("\(session)/\(name)"))
  }

  private func isMarked(_ name: String) -> Bool {
    Disk.exists("\(session)/\(name)/\(Results.marker)")
  }

  /// Whether a name can stand in a report and beside the files of the output.
  package static func isUsable(_ name: String) -> Bool {
    name.printable == name && name.collapsed == name && name.utf8.count <= 100 && !name.hasPrefix(".")
  }

  private func holdsAnything(_ path: String) -> Bool {
    ((try? Disk.list(path)) ?? []).contains { !$0.name.hasPrefix(".") }
  }

  private func holdsDossier(_ path: String) -> Bool {
    ((try? Disk.list(path)) ?? []).contains { !$0.name.hasPrefix(".") && layout.knows($0.name) }
  }
}
