import Schemas
import XML

/// What every dossier of a session shares, read once.
package struct Shared: Sendable {
  let holdings: Holdings
  /// Set when the date of appreciation was given as an argument.
  let asOf: Day?

  /// What is never looked for in a dossier’s own folder.
  static let names: Set<String> = [Session.name, Certification.name, Regimes.name, Register.name]

  package var session: Session? { holdings.value() }

  /// Reads the session’s own documents; the certification falls back on the one that ships inside the tool.
  /// - Throws: `Refusal` when the session itself cannot be used: then no dossier can be.
  package init(session folder: String, asOf: Day?, registers: [String] = []) throws(Refusal) {
    self.asOf = asOf
    var holdings = Holdings()
    guard let bytes = try Disk.read(folder + "/session.xml", named: folder + "/session.xml") else {
      throw Refusal(
        Diagnostic(
          code: "session.missing", "le dossier de la session ne contient pas session.xml",
          advice: "« acquis template session.xml » en donne un modèle", file: folder))
    }
    var session = try Session(xml: Schemas.read("session", bytes, file: folder + "/session.xml"))
    if let asOf { session.asOf = asOf }
    holdings["session"] = .init(value: session, digest: Digest.of(bytes))

    let (own, file) = try Certification.bytes(for: session, in: folder)
    let certification = try Certification(xml: Schemas.read("certification", own, file: file))
    do throws(Refusal) { try certification.check() } catch { throw error.about(file: file) }
    if certification.code != session.certification {
      throw Refusal(
        Diagnostic(
          code: "session.certification",
          "la session vise \(session.certification), la certification lue est \(certification.code)",
          advice: "mettre d’accord session.xml et certification.xml", file: file))
    }
    holdings["certification"] = .init(value: certification, digest: Digest.of(own))
    let regimes = try Disk.read(folder + "/regimes.xml", named: "regimes.xml") ?? Regimes.builtIn
    holdings["regimes"] = .init(
      value: try Regimes(xml: Schemas.read("regimes", regimes, file: folder + "/regimes.xml")),
      digest: Digest.of(regimes))
    if !registers.isEmpty {
      let register = try Register(outputs: registers)
      let bytes = register.xml.document(namespace: Schemas.namespace)
      holdings["register"] = .init(value: register, digest: Digest.of(bytes))
    }
    self.holdings = holdings
  }
}

extension Regimes {
  /// The table that ships inside the tool; a session may hold its own.
  package static let builtIn = PackageResources.regimes_xml
}

extension Certification {
  /// The bytes of the certification that ships inside the tool, by its code.
  package static let builtIn: [String: [UInt8]] = ["RNCP28236": ShippedKnowledge.certification]

  fileprivate static func bytes(
    for session: Session, in folder: String
  ) throws(Refusal) -> (bytes: [UInt8], file: String) {
    if let own = try Disk.read(folder + "/certification.xml", named: "certification.xml") {
      return (own, folder + "/certification.xml")
    }
    if let bytes = builtIn[session.certification] { return (bytes, session.certification + ".xml") }
    throw Refusal(
      Diagnostic(
        code: "certification.missing",
        "la certification \(session.certification) n’est pas connue de l’outil",
        advice: "placer son certification.xml à côté de session.xml", file: "session.xml"))
  }
}
