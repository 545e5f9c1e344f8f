import Artefacts
import Files
import Schemas
import XML

/// Whether what a run has written still follows from what people handed in: the digests that every artefact carries,
/// against the files as they are now.
package struct Freshness: Sendable {
  private let session: String
  private let out: String
  private let shared: Shared
  private let pipeline: Pipeline
  private let layout: Layout

  package init(session: String, out: String, shared: Shared, pipeline: Pipeline, layout: Layout) {
    (self.session, self.out, self.shared) = (session, out, shared)
    (self.pipeline, self.layout) = (pipeline, layout)
  }

  /// Checks every dossier, of the session or of the results.
  /// - Throws: `Refusal` at the first that the last run has not seen as it is now.
  package func check() throws(Refusal) {
    if let first = try problems().min(by: { $0.key < $1.key }) { throw first.value }
  }

  /// The dossiers that the last run has not seen as they are now, each with what changed.
  package func problems() throws(Refusal) -> [String: Refusal] {
    var problems: [String: Refusal] = [:]
    for dossier in try Results(out).dossiers
    where !Disk.exists("\(session)/\(dossier)") && shared.given[dossier] == nil
      && shared.moved[dossier] == nil
    {
      problems[dossier] = Refusal(
        Diagnostic(
          code: .dossierGone, "\(dossier) n’est plus dans la session",
          advice: "le supprimer des sorties, ou le remettre dans la session", file: "\(out)/\(dossier)"))
    }
    for dossier in try SessionFolder(session: session, out: out, layout: layout).dossiers(
      only: [], given: shared.given.keys
    ).0 {
      do throws(Refusal) {
        var seen: [String: String?] = [:]
        for name in layout.vouched { _ = try digest(of: name, dossier, seen: &seen) }
      } catch {
        problems[dossier] = error
      }
    }
    return problems
  }

  private func stale(_ message: String, _ file: String) -> Refusal {
    Refusal(
      Diagnostic(
        code: .outStale, "\(message) depuis le dernier « acquis run »",
        advice: "relancer acquis run, vérifier le résultat, puis recommencer", file: file))
  }

  /// The digest of a document as it is now, once all that it was made from has been checked; nil when there is none.
  /// - Parameter seen: the documents of this dossier read so far.
  /// - Throws: `Refusal` when an artefact is older than what it was made from.
  private func digest(
    of name: String, _ dossier: String, seen: inout [String: String?]
  ) throws(Refusal) -> String? {
    if layout.shared.contains(name) { return shared.holdings[name]?.digest }
    if let digest = seen[name] { return digest }
    let digest =
      if let stage = pipeline.stages.first(where: { $0.name == name }) {
        try check(stage, dossier, seen: &seen)
      } else {
        try shared.folder(dossier, session: session, out: out).source(name).map { Digest.of($0.bytes) }
      }
    seen[name] = .some(digest)
    return digest
  }

  private func check(
    _ stage: Stage, _ dossier: String, seen: inout [String: String?]
  ) throws(Refusal) -> String? {
    let file = "\(out)/\(dossier)/\(stage.file)"
    guard let bytes = try Disk.read(file, named: file) else {
      try checkMissing(stage, dossier)
      return nil
    }
    let provenance = try Schemas.read(stage.name, bytes, file: file).first("provenance")
    for input in stage.inputs {
      let known = provenance?.children.first { $0["artefact"] == input.name }?["sha256"]
      let now = try digest(of: input.name, dossier, seen: &seen)
      // A register given to the run is not at hand, and is taken as it was.
      let isAtHand = now != nil || !layout.shared.contains(input.name)
      if isAtHand && now != known {
        throw stale("« \(SchemaTree.document(input.name).label) » a changé", file)
      }
    }
    return Digest.of(bytes)
  }

  /// An artefact that is not there, and should be: all that its stage asks for is there, and can be read.
  private func checkMissing(_ stage: Stage, _ dossier: String) throws(Refusal) {
    guard layout.vouched.contains(stage.name) else { return }
    for input in stage.inputs where !layout.shared.contains(input.name) && !input.mayBeMissing {
      if pipeline.stages.contains(where: { $0.name == input.name }) {
        if !Disk.exists("\(out)/\(dossier)/\(input.name).xml") { return }
      } else {
        guard let (bytes, file) = try shared.folder(dossier, session: session, out: out).source(input.name),
          (try? Schemas.read(input.name, bytes, file: file)) != nil
        else { return }
      }
    }
    throw stale(
      "« \(SchemaTree.document(stage.name).label) » n’a pas été fait : un document est arrivé",
      "\(out)/\(dossier)")
  }
}
