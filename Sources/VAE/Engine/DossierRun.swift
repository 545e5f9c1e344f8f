import Schemas
import XML

/// One dossier through the stages, from start to end on one thread: libxml2 never works across an `await`.
package struct DossierRun: Sendable {
  package let folder: Folder
  package let shared: Shared
  package let pipeline: Pipeline
  package let options: RunOptions

  /// What became of the dossier.
  package struct Result: Sendable {
    package let id: String
    package var outcomes: [(stage: String, outcome: Outcome)] = []
    package var diagnostics: [Diagnostic] = []
    package var row: Row
  }

  package func run() -> Result {
    var result = Result(id: folder.id, row: Row(id: folder.id))
    var holdings = shared.holdings
    var unusable: Set<String> = []
    if !options.dryRun { Disk.sweep(folder.derived) }
    for stage in pipeline.stages where options.only == nil || options.only == stage.name {
      let outcome = perform(stage, &holdings, &unusable, &result)
      result.outcomes.append((stage.name, outcome))
      if case .refused(let diagnostics) = outcome { result.diagnostics += diagnostics }
    }
    result.row = Row(id: folder.id, holdings: holdings, refused: !unusable.isEmpty)
    return result
  }

  private func perform(
    _ stage: Stage, _ holdings: inout Holdings, _ unusable: inout Set<String>, _ result: inout Result
  ) -> Outcome {
    do throws(Refusal) {
      let missing = try gather(stage, &holdings, &unusable)
      guard missing.isEmpty else {
        try retire(stage, &result)
        return .waiting(for: missing)
      }
      guard let product = try stage.work(holdings, folder) else {
        try retire(stage, &result)
        return .stopped
      }
      let bytes = try spell(product, of: stage, holdings)
      if case .artefact(let value) = product {
        holdings[stage.name] = .init(value: value, digest: Digest.of(bytes))
      }
      if options.dryRun { return .unchanged }
      try Disk.makeFolder(folder.derived)
      if case .page = product, let intake: Intake = holdings.value() {
        // A page is handed over with the evidence that it links to.
        result.diagnostics += try Handover.bring(intake, of: folder, prune: options.prune)
      }
      return try Disk.replace(folder.derived + "/" + stage.file, with: bytes) ? .written : .unchanged
    } catch {
      unusable.insert(stage.name)
      return .refused(error.diagnostics)
    }
  }

  /// Reads what the stage asks for and is not known yet; gives the names of what is missing.
  private func gather(
    _ stage: Stage, _ holdings: inout Holdings, _ unusable: inout Set<String>
  ) throws(Refusal) -> [String] {
    var missing: [String] = []
    for input in stage.inputs where holdings[input.name] == nil {
      if unusable.contains(input.name) {
        // Said once, by the stage that met it first.
        missing.append(input.name)
        continue
      }
      do throws(Refusal) {
        if let found = try find(input) {
          let element = try Schemas.read(input.name, found.bytes, file: found.file)
          do throws(Refusal) {
            holdings[input.name] = .init(value: try input.read(element), digest: Digest.of(found.bytes))
          } catch { throw error.about(file: found.file) }
        } else if !input.mayBeMissing {
          missing.append(input.name)
        }
      } catch {
        unusable.insert(input.name)
        throw error
      }
    }
    return missing
  }

  /// A derived artefact is read from the disk only when its stage is not part of this run.
  private func find(_ input: Stage.Input) throws(Refusal) -> (bytes: [UInt8], file: String)? {
    let isDerived = pipeline.stages.contains { $0.name == input.name }
    if !isDerived { return try folder.source(input.name) }
    if options.only == nil { return nil }
    let file = "\(folder.id)/\(input.name).xml"
    return try Disk.read(folder.out + "/" + file, named: file).map { ($0, file) }
  }

  /// The bytes of a product. An artefact is validated and read back from those very bytes.
  private func spell(_ product: Stage.Product, of stage: Stage, _ holdings: Holdings) throws(Refusal)
    -> [UInt8]
  {
    switch product {
    case .page(let bytes): return bytes
    case .artefact(let value):
      var element = value.xml
      element.children.insert(provenance(stage, holdings), at: 0)
      let bytes = element.document(namespace: Schemas.namespace)
      let back = try Schemas.read(stage.name, bytes, file: "\(folder.id)/\(stage.file)")
      if back == element { return bytes }
      throw Refusal(
        Diagnostic(
          code: "engine.law", "le document écrit ne se relit pas à l’identique",
          advice: "signaler ce défaut de l’outil avec le dossier concerné", file: "\(folder.id)/\(stage.file)"
        ))
    }
  }

  private func provenance(_ stage: Stage, _ holdings: Holdings) -> Element {
    var element = Element("provenance", attributes: [.init("engine", Engine.name)])
    if let asOf = shared.asOf { element.attributes.append(.init("asOf", asOf.spelling)) }
    for input in stage.inputs {
      guard let entry = holdings[input.name] else { continue }
      element.children.append(
        Element("input", attributes: [.init("artefact", input.name), .init("sha256", entry.digest)]))
    }
    return element
  }

  /// A document that this stage wrote once and would not write now is told, and removed only when asked to.
  private func retire(_ stage: Stage, _ result: inout Result) throws(Refusal) {
    let path = folder.derived + "/" + stage.file
    guard Disk.exists(path) else { return }
    if options.prune && !options.dryRun {
      Disk.remove(path)
    } else {
      result.diagnostics.append(
        Diagnostic(
          .warning, code: "stage.stale", "ce document ne correspond plus au dossier",
          advice: "le vérifier, puis relancer avec --prune pour le supprimer",
          file: "\(folder.id)/\(stage.file)"))
    }
  }
}

/// The tool and its version, as every artefact names it.
package enum Engine {
  package static let version = "0.1.0"
  package static let name = "acquis " + version
}
