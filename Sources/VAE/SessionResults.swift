import Artefacts
import Engine
import Files
import Schemas
import XML

/// A session and its results, read together: what pages to fill, minutes and awards are made from.
struct SessionResults: Sendable {
  let session: Session
  let certification: Certification
  let regimes: Regimes
  let results: Results
  let freshness: Freshness
  private let folder: String
  private let shared: Shared

  /// - Throws: `Refusal` when the session cannot be used, or the other folder is no output of the tool.
  init(session folder: String, out: String) throws(Refusal) {
    let shared = try Shared(session: folder, asOf: nil)
    guard let session: Session = shared.holdings.value(),
      let certification: Certification = shared.holdings.value(),
      let regimes: Regimes = shared.holdings.value()
    else { throw Refusal(Diagnostic(code: .engineInput, "la session n’est pas disponible")) }
    (self.session, self.certification, self.regimes, self.folder) = (session, certification, regimes, folder)
    self.shared = shared
    results = try Results(out)
    freshness = try Freshness.vae(session: folder, out: out, shared: shared)
  }

  /// The file of a dossier’s request, as the user would name it.
  func requestFile(of dossier: String) -> String { "\(folder)/\(dossier)/\(Request.name).xml" }

  /// The bytes of a document that people wrote of a dossier, sound as far as its schema says; nil when there is none, or it is
  /// not.
  func document(_ name: String, of dossier: String) throws(Refusal) -> [UInt8]? {
    let source = shared.folder(dossier, session: folder, out: folder)
    guard let (bytes, file) = try source.source(name), (try? Schemas.read(name, bytes, file: file)) != nil
    else {
      return nil
    }
    return bytes
  }

  func request(of dossier: String) throws(Refusal) -> Request? {
    let source = shared.folder(dossier, session: folder, out: folder)
    guard let (bytes, file) = try source.source(Request.name) else { return nil }
    return try Request(xml: Schemas.read(Request.name, bytes, file: file))
  }
}
