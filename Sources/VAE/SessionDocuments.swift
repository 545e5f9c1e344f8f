import Artefacts
import Engine
import Files
import Language
import Reading
import Schemas
import XML

extension Shared {
  package var session: Session? { holdings.value() }

  /// Reads the session’s own documents; the certification and the table of regimes fall back on those of the tool.
  /// - Parameters:
  ///   - asOf: the day of appreciation, when it is not that of the session.
  ///   - registers: output folders of earlier sessions.
  /// - Throws: `Refusal` when the session itself cannot be used: then no dossier can be.
  package init(session folder: String, asOf: Day?, registers: [String] = []) throws(Refusal) {
    try WholeSet.resume(folder)
    var holdings = KnownArtefacts()
    let workbook = try SessionWorkbook.open(in: folder)
    let (session, isDated) = try Shared.session(in: folder, workbook, asOf: asOf, holdings: &holdings)
    try Shared.certification(of: session, in: folder, holdings: &holdings)
    let regimes = try Disk.read(folder + "/regimes.xml", named: "regimes.xml") ?? Regimes.builtIn
    var table = try Regimes(xml: Schemas.read(Regimes.name, regimes, file: folder + "/regimes.xml"))
    try table.complete()
    holdings[Regimes.name] = .init(value: table, digest: Digest.of(regimes))
    if !registers.isEmpty {
      let register = try CentreRegister(outputs: registers)
      let bytes = Schemas.document(register.xml)
      holdings[CentreRegister.name] = .init(value: register, digest: Digest.of(bytes))
    }
    self.init(holdings, asOf: asOf, followsTheDay: asOf == nil && !isDated)
    if let workbook { try give(workbook, in: folder) }
    if workbook?.file != SessionTables.name { notes += try SessionTables.unread(in: folder) }
  }

  /// The same, with what the national register has taken of these results.
  func taken(out: String) throws(Refusal) -> Shared {
    let ledger = try DepositLedger.read(out)
    return ledger.deposited.isEmpty ? self : of(ledger, digest: Digest.of(Schemas.document(ledger.xml)))
  }

  private static func session(
    in folder: String, _ workbook: SessionWorkbook?, asOf: Day?, holdings: inout KnownArtefacts
  ) throws(Refusal) -> (session: Session, isDated: Bool) {
    let file = folder + "/session.xml"
    let given = try workbook?.sessionDocument()
    let own = given == nil ? try Disk.read(file, named: file) : nil
    guard let bytes = given ?? own else {
      throw Refusal(
        Diagnostic(
          code: .sessionMissing, "ce dossier ne contient ni session.xlsx, ni session.ods, ni session.xml",
          advice: nearlyNamed(in: folder) ?? "« acquis new » prépare une session à remplir", file: folder))
    }
    var element = try Schemas.read(Session.name, bytes, file: file)
    let isDated = element["asOf"]?.isEmpty == false
    if asOf != nil || !isDated {
      element.attributes.removeAll { $0.name == "asOf" }
      element.attributes.append(.init("asOf", (asOf ?? Day.today).spelling))
    }
    let session = try Session(xml: element)
    holdings[Session.name] = .init(value: session, digest: Digest.of(bytes))
    return (session, isDated)
  }

  /// A session under a name that is not quite its own, or a file given in place of its folder.
  private static func nearlyNamed(in folder: String) -> String? {
    let names = SessionWorkbook.names + [Session.name + ".xml"]
    let given = folder.split(separator: "/").last.map(String.init) ?? ""
    if names.contains(given.lowercased()) { return "donner le dossier qui contient « \(given) »" }
    let near = ((try? Disk.list(folder)) ?? nil)?.first { entry in
      names.contains { NearestName.nearest(to: entry.name, among: [$0]) != nil }
    }
    return near.map {
      "renommer « \($0.name.printable) » en « \(NearestName.nearest(to: $0.name, among: names) ?? names[0]) »"
    }
  }

  private static func certification(
    of session: Session, in folder: String, holdings: inout KnownArtefacts
  ) throws(Refusal) {
    let (bytes, file) = try Certification.bytes(for: session, in: folder)
    let certification = try Certification(xml: Schemas.read(Certification.name, bytes, file: file))
    do throws(Refusal) { try certification.check() } catch { throw error.about(file: file) }
    if certification.code != session.certification {
      throw Refusal(
        Diagnostic(
          code: .sessionCertification,
          "la session vise \(session.certification), la certification lue est \(certification.code)",
          advice: "mettre d’accord session.xml et certification.xml", file: file))
    }
    holdings[Certification.name] = .init(value: certification, digest: Digest.of(bytes))
  }
}

extension Regimes {
  /// The table that ships inside the tool; a session may hold its own.
  package static let builtIn = PackageResources.regimes_xml

  /// A table written before it held compositions and rules of the branch takes those of the tool.
  fileprivate mutating func complete() throws(Refusal) {
    if !compositions.isEmpty && !branchRules.isEmpty { return }
    let own = try Regimes(xml: Schemas.read(Regimes.name, Regimes.builtIn, file: "regimes.xml"))
    if compositions.isEmpty { compositions = own.compositions }
    if branchRules.isEmpty { branchRules = own.branchRules }
  }
}

extension Certification {
  /// The bytes of the certification that ships inside the tool, by its code.
  private static let builtIn: [String: [UInt8]] = ["RNCP28236": ShippedKnowledge.certification]

  fileprivate static func bytes(
    for session: Session, in folder: String
  ) throws(Refusal) -> (bytes: [UInt8], file: String) {
    if let own = try Disk.read(folder + "/certification.xml", named: "certification.xml") {
      return (own, folder + "/certification.xml")
    }
    if let bytes = builtIn[session.certification] { return (bytes, session.certification + ".xml") }
    throw Refusal(
      Diagnostic(
        code: .certificationMissing,
        "la certification \(session.certification) n’est pas connue de l’outil",
        advice: "placer son certification.xml à côté de session.xml", file: "session.xml"))
  }
}
