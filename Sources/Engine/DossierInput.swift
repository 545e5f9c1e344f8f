import Artefacts
import Files
import Schemas
import XML

/// Where a stage's inputs come from.
extension DossierRun {
  /// Reads what the stage asks for and is not known yet; gives the names of what is missing.
  mutating func gather(_ stage: Stage) throws(Refusal) -> [String] {
    var missing: [String] = []
    for input in stage.inputs where holdings[input.name] == nil {
      if blocked.contains(input.name) {
        missing.append(input.name)
      } else if let found = try find(input) {
        try take(found, as: input)
      } else if !input.mayBeMissing {
        missing.append(input.name)
      }
    }
    return missing
  }

  private mutating func take(
    _ found: (bytes: [UInt8], file: String), as input: Stage.Input
  ) throws(Refusal) {
    do throws(Refusal) {
      let element = try Schemas.read(input.name, found.bytes, file: found.file)
      holdings[input.name] = .init(value: try input.read(element), digest: Digest.of(found.bytes))
    } catch {
      blocked.insert(input.name)
      throw error.about(file: found.file)
    }
  }

  /// A derived artefact is read from the disk only when its stage is not part of this run.
  private mutating func find(_ input: Stage.Input) throws(Refusal) -> (bytes: [UInt8], file: String)? {
    do throws(Refusal) {
      let isDerived = pipeline.stages.contains { $0.name == input.name }
      if layout.shared.contains(input.name) { return nil }
      if !isDerived { return try folder.source(input.name) }
      if options.only == nil { return nil }
      let file = "\(folder.derived)/\(input.name).xml"
      return try Disk.read(file, named: file).map { ($0, file) }
    } catch {
      blocked.insert(input.name)
      throw error
    }
  }

  /// A record or a decision that came before its time is told: nothing reads it yet.
  mutating func tellEarlyDocuments() {
    for (stage, outcome) in told.outcomes {
      guard case .waiting(let missing) = outcome, missing.allSatisfy({ !blocked.contains($0) }),
        let source = ownSource(of: stage), !missing.contains(source),
        Disk.exists("\(folder.sources)/\(source).xml")
      else { continue }
      tell(
        Diagnostic(
          .warning, code: .dossierEarly,
          "ce document n’est pas encore lu : il manque \(French.list(missing.map { "« \(SchemaTree.document($0).label) »" }))",
          advice: "voir où en est le dossier (acquis status)", file: "\(folder.id)/\(source).xml"))
    }
  }

  /// The source that a stage is the first to ask for.
  private func ownSource(of stage: String) -> String? {
    let before = pipeline.stages.prefix { $0.name != stage }.filter { !$0.isCollecting }
      .flatMap(\.inputs).map(\.name)
    let own = pipeline.stages.first { $0.name == stage }?.inputs ?? []
    return own.map(\.name).last { name in
      pipeline.sources.contains { $0.name == name } && !before.contains(name) && !layout.shared.contains(name)
    }
  }

  /// A file that no stage knows is told: it is often a source whose name is badly written.
  mutating func tellUnknownFiles() {
    for entry in (try? Disk.list(folder.sources)) ?? [] where !layout.knows(entry.name) {
      // What a system leaves in every folder is nobody’s paper.
      if entry.name.isOfSystem { continue }
      let (what, advice) = look(at: entry)
      tell(
        Diagnostic(
          .warning, code: .dossierFile, what, advice: advice, file: "\(folder.id)/\(entry.name.printable)"))
    }
  }

  /// What a file that nobody reads looks like, and where it belongs.
  private func look(at entry: Disk.Entry) -> (what: String, advice: String) {
    let name = entry.name.lowercased()
    if entry.kind == .folder {
      return ("ce dossier n’est pas lu", "ranger dans evidence les pièces qu’il contient")
    }
    if let root = root(of: entry), layout.sources.contains(root + ".xml") {
      return (
        "ce fichier est « \(SchemaTree.document(root).label) » sous un autre nom : il n’est pas lu",
        "le renommer « \(root).xml », s’il doit remplacer celui qui est là"
      )
    }
    if let foreign = layout.foreign.first(where: { name.hasSuffix("." + $0.key) }) {
      return (
        "ce fichier est \(foreign.value) : il n’est pas lu",
        "si c’est le dossier du candidat, l’enregistrer au format Word (dossier.docx) ou OpenDocument (dossier.odt) ; si c’est une pièce, la ranger dans evidence"
      )
    }
    let isPiece = layout.pieces.contains { name.hasSuffix("." + $0) }
    return (
      isPiece
        ? "ce fichier a l’air d’une pièce : il n’est pas lu ici"
        : "ce fichier n’est pas lu : l’outil ne le connaît pas",
      isPiece ? "le ranger dans evidence" : "le ranger dans evidence si c’est une pièce, ou l’ôter"
    )
  }

  /// The root of a document that follows its schema; nil for anything else.
  private func root(of entry: Disk.Entry) -> String? {
    guard entry.kind == .file, entry.name.lowercased().hasSuffix(".xml"), entry.size < 1 << 20,
      let bytes = (try? Disk.read("\(folder.sources)/\(entry.name)", named: entry.name)) ?? nil
    else { return nil }
    return (try? Schemas.read(bytes, file: entry.name))?.name
  }
}
