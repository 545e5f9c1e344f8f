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

  /// - Throws: `Refusal` when the artefact of a dossier, or one that it was made from, is older than a source.
  func check(_ name: String, of dossier: String) throws(Refusal) {
    guard let stage = pipeline.stages.first(where: { $0.name == name }) else { return }
    let file = "\(out)/\(dossier)/\(stage.file)"
    guard let bytes = try Disk.read(file, named: file) else { return }
    let provenance = try Schemas.read(name, bytes, file: file).first("provenance")
    for input in stage.inputs {
      let known = provenance?.children.first { $0["artefact"] == input.name }?["sha256"]
      if try digest(of: input.name, dossier, known) != known {
        throw Refusal(
          Diagnostic(
            code: "out.stale", "\(input.name) a changé depuis le dernier « acquis run »",
            advice: "relancer acquis run, vérifier le résultat, puis recommencer", file: file))
      }
      try check(input.name, of: dossier)
    }
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
