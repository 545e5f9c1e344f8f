import Artefacts
import Channel
import Files
import Schemas
import XML

/// The dossier as it was handed in: `dossier.xml`, or a Scalar or OpenDocument file written on our template.
package enum DossierReading {
  /// The names under which a candidate’s own document is usually handed in.
  package static let documents = Paper.dossiers.map(\.name)

  /// Whether a file of a candidate’s folder is the candidate’s own document, by its name.
  @Sendable package static func isDossier(_ name: String) -> Bool { Paper.dossier(named: name) != nil }

  /// - Returns: the dossier and the file that it was read from; nil when nothing was handed in yet.
  /// - Throws: `Refusal` when it cannot be read; made of warnings alone, when what is there is a form that nobody has filled.
  package static func read(_ folder: Folder, _ session: Session) throws(Refusal) -> (Dossier, SourceFile)? {
    let own = try folder.source(Dossier.name)
    let papers = (try Disk.list(folder.sources) ?? []).compactMap { entry in
      Paper.dossier(named: entry.name).map { (paper: $0, name: entry.name) }
    }
    if papers.count + (own == nil ? 0 : 1) > 1 {
      throw Refusal(
        Diagnostic(
          code: .dossierTwice, "le dossier de preuves est là plusieurs fois (XML, Word, OpenDocument ou PDF)",
          advice: "n’en garder qu’un", file: "\(folder.id)/\(papers[0].name)"))
    }
    if let own {
      let dossier = try Dossier(xml: Schemas.read(Dossier.name, own.bytes, file: own.file))
      if dossier.isUntouched { throw unfilled(dossier, own.file) }
      return (dossier, SourceFile(name: "dossier.xml", digest: Digest.of(own.bytes)))
    }
    guard let (paper, name) = papers.first else { return nil }
    return try read(paper, named: name, in: folder, session)
  }

  private static func read(
    _ paper: Paper, named name: String, in folder: Folder, _ session: Session
  ) throws(Refusal) -> (Dossier, SourceFile) {
    let file = "\(folder.id)/\(name)"
    do throws(Refusal) {
      let megabytes = session.parameters.documentMegabytes ?? nationalMegabytes
      guard let bytes = try Disk.read("\(folder.sources)/\(name)", named: file, limit: megabytes << 20) else {
        throw Refusal(
          Diagnostic(
            code: .diskKind, "le lien ne mène nulle part", advice: "y mettre le fichier lui-même",
            file: file))
      }
      let dossier = try transcribed("\(folder.sources)/\(name)", paper, named: name, file: file)
      if dossier.isUntouched { throw unfilled(dossier, file) }
      return (dossier, SourceFile(name: name, digest: Digest.of(bytes)))
    } catch {
      // The inside of a container has no name that a person knows.
      throw Refusal(
        error.diagnostics.map { diagnostic in
          var told = diagnostic
          (told.file, told.line, told.path) = (file, nil, nil)
          return told
        })
    }
  }

  /// What a reader makes of a document.
  private static func transcribed(
    _ path: String, _ paper: Paper, named name: String, file: String
  ) throws(Refusal) -> Dossier {
    let element = try Readers.element(path, as: paper, file: file)
    var dossier = try Dossier(xml: Schemas.read(Dossier.name, Schemas.document(element), file: file))
    dossier.origin = name
    return dossier
  }

  /// Whether a form holds anything of a person’s; one that cannot be read may.
  package static func isFilled(_ path: String) -> Bool {
    guard let name = path.split(separator: "/").last.map(String.init), let paper = Paper.dossier(named: name),
      let dossier = try? transcribed(path, paper, named: name, file: path)
    else { return true }
    return !dossier.isUntouched || dossier.isBegun
  }

  private static func unfilled(_ dossier: Dossier, _ file: String) -> Refusal {
    return Refusal(
      Diagnostic(
        .warning, code: .dossierUnfilled,
        dossier.isBegun
          ? "ce dossier de preuves est le modèle, à peine commencé : aucune situation n’y est décrite"
          : "ce dossier de preuves est le modèle, que personne n’a rempli",
        advice: "le donner au candidat, et ranger ici ce qu’il en a fait", file: file))
  }

  /// What the national platform takes for a validation dossier (domain reference 6, upload limits).
  private static let nationalMegabytes = 10
}
