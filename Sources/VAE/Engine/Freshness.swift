import Schemas
import XML

/// Whether what a run has written still follows from what people handed in: the digests that every artefact carries,
/// against the files as they are now.
struct Freshness {
  let session: String
  let out: String
  let shared: Shared
  let pipeline: Pipeline

  init(session: String, out: String, shared: Shared) throws(Refusal) {
    (self.session, self.out, self.shared) = (session, out, shared)
    pipeline = try Pipeline.vae()
  }

  /// Checks every dossier, of the session or of the results.
  /// - Throws: `Refusal` at the first that the last run has not seen as it is now.
  func check() throws(Refusal) {
    if let first = try problems().min(by: { $0.key < $1.key }) { throw first.value }
  }

  /// The dossiers that the last run has not seen as they are now, each with what changed.
  func problems() throws(Refusal) -> [String: Refusal] {
    var problems: [String: Refusal] = [:]
    for dossier in try Forms.folders(of: out).map(\.name) where !Disk.exists("\(session)/\(dossier)") {
      problems[dossier] = Refusal(
        Diagnostic(
          code: "dossier.gone", "\(dossier) n’est plus dans la session",
          advice: "le supprimer des sorties, ou le remettre dans la session", file: "\(out)/\(dossier)"))
    }
    for dossier in try SessionFolder(session: session, out: out).dossiers(only: []).0 {
      do throws(Refusal) {
        var seen: Set<String> = []
        for name in [Admissibility.name, Interview.name, Deliberation.name] {
          try check(name, of: dossier, &seen)
        }
      } catch {
        problems[dossier] = error
      }
    }
    return problems
  }

  private func stale(_ message: String, _ file: String) -> Refusal {
    Refusal(
      Diagnostic(
        code: "out.stale", "\(message) depuis le dernier « acquis run »",
        advice: "relancer acquis run, vérifier le résultat, puis recommencer", file: file))
  }

  /// - Throws: `Refusal` when the artefact of a dossier, or one that it was made from, is older than a source.
  /// - Parameter seen: what has been checked of this dossier already.
  private func check(_ name: String, of dossier: String, _ seen: inout Set<String>) throws(Refusal) {
    guard seen.insert(name).inserted, let stage = pipeline.stages.first(where: { $0.name == name }) else {
      return
    }
    let file = "\(out)/\(dossier)/\(stage.file)"
    guard let bytes = try Disk.read(file, named: file) else { return try checkMissing(stage, dossier) }
    let provenance = try Schemas.read(name, bytes, file: file).first("provenance")
    for input in stage.inputs {
      let known = provenance?.children.first { $0["artefact"] == input.name }?["sha256"]
      if try digest(of: input.name, dossier, known) != known {
        throw stale("\(input.name) a changé", file)
      }
      try check(input.name, of: dossier, &seen)
    }
  }

  /// An artefact that is not there, and should be: all that its stage asks for is there, and can be read. These stages
  /// always write one.
  private func checkMissing(_ stage: Stage, _ dossier: String) throws(Refusal) {
    guard [Admissibility.name, Interview.name, Deliberation.name].contains(stage.name) else { return }
    for input in stage.inputs where !Shared.names.contains(input.name) && !input.mayBeMissing {
      if pipeline.stages.contains(where: { $0.name == input.name }) {
        if !Disk.exists("\(out)/\(dossier)/\(input.name).xml") { return }
      } else {
        guard let (bytes, file) = try Folder(id: dossier, session: session, out: out).source(input.name),
          (try? Schemas.read(input.name, bytes, file: file)) != nil
        else { return }
      }
    }
    throw stale("\(stage.name) n’a pas été fait : un document est arrivé", "\(out)/\(dossier)")
  }

  /// What the file holds now; a register given to the run is not at hand, and is taken as it was.
  private func digest(of name: String, _ dossier: String, _ known: String?) throws(Refusal) -> String? {
    if Shared.names.contains(name) { return shared.holdings[name]?.digest ?? known }
    if pipeline.stages.contains(where: { $0.name == name }) {
      let file = "\(out)/\(dossier)/\(name).xml"
      return try Disk.read(file, named: file).map { Digest.of($0) }
    }
    return try Folder(id: dossier, session: session, out: out).source(name).map { Digest.of($0.bytes) }
  }
}
