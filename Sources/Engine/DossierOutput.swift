import Artefacts
import Files
import Schemas
import XML

/// What a stage leaves on the disk, and what it must not leave.
extension DossierRun {
  /// The bytes of a product. An artefact is validated and read back from those very bytes.
  func spell(_ product: Stage.Product, of stage: Stage) throws(Refusal) -> [UInt8] {
    let value: any Artefact
    var element: Element
    switch product {
    case .page(let bytes): return bytes
    case .artefact(let made):
      value = made
      element = provenance(stage)
    case .reading(let made, let read):
      value = made
      element = provenance(stage)
      element.children.append(
        Element("input", attributes: [.init("artefact", read.name), .init("sha256", read.digest)]))
    }
    let file = "\(folder.derived)/\(stage.file)"
    let provenance = element
    element = value.xml
    element.children.insert(provenance, at: 0)
    element = Schemas.versioned(element)
    let bytes = element.document(namespace: Schemas.namespace)
    if try Schemas.read(stage.name, bytes, file: file) == element { return bytes }
    throw Refusal(
      Diagnostic(
        code: .engineLaw, "le document écrit ne se relit pas à l’identique",
        advice: "signaler ce défaut de l’outil avec le dossier concerné", file: file))
  }

  private func provenance(_ stage: Stage) -> Element {
    var element = Element("provenance", attributes: [.init("engine", Tool.name)])
    if let asOf = shared.day(of: folder.id) { element.attributes.append(.init("asOf", asOf.spelling)) }
    for input in stage.inputs {
      guard let entry = holdings[input.name] else { continue }
      element.children.append(
        Element("input", attributes: [.init("artefact", input.name), .init("sha256", entry.digest)]))
    }
    return element
  }

  /// A document that this stage wrote once and would not write now is told, and removed only when asked to. A page is
  /// removed at once: printed, it would say what is no longer true.
  mutating func retire(_ stage: Stage) throws(Refusal) {
    let path = folder.derived + "/" + stage.file
    for diagnostic in try stage.companion(KnownArtefacts(), folder, options) { tell(diagnostic) }
    guard Disk.exists(path) else { return }
    if options.prune && !options.dryRun { return Disk.remove(path) }
    if stage.isPage && !options.dryRun {
      Disk.remove(path)
      return tell(
        Diagnostic(
          .warning, code: .stageRemoved, "cette page ne correspondait plus au dossier : elle est ôtée",
          advice: "ne plus se servir de ce qui en a été imprimé", file: path))
    }
    tell(
      Diagnostic(
        .warning, code: .stageStale, "ce document ne correspond plus au dossier",
        advice: "le vérifier, puis relancer avec --prune pour le supprimer", file: path))
  }
}
