import Schemas
import XML

/// The pages that people fill, made from what a run has written.
package enum Forms {
  /// Writes the page of review beside each mapped dossier of an output folder.
  /// - Returns: the pages written or already there, and what could not be read.
  package static func review(
    _ out: String, _ certification: Certification
  ) throws(Refusal) -> (pages: [String], problems: [Diagnostic]) {
    try write(out, "review-form.html") { folder, dossier throws(Refusal) in
      guard let intake: Intake = try read(folder), let mapping: Mapping = try read(folder) else { return nil }
      return ReviewForm(intake: intake, mapping: mapping, certification: certification, dossier: dossier)
        .render()
    }
  }

  /// Writes the page of each interview to come or already recorded, and that of the jury’s session.
  package static func panels(
    session folder: String, out: String
  ) throws(Refusal) -> (pages: [String], problems: [Diagnostic]) {
    let shared = try Shared(session: folder, asOf: nil)
    guard let session: Session = shared.holdings.value(),
      let certification: Certification = shared.holdings.value()
    else { return ([], []) }
    var cases: [DeliberationForm.Case] = []
    let stale = try Freshness(session: folder, out: out, shared: shared).problems()
    var (pages, problems) = try write(out, "interview-form.html") { path, dossier throws(Refusal) in
      if let problem = stale[dossier] { throw problem }
      guard let request = try request(dossier, folder), let intake: Intake = try read(path),
        let mapping: Mapping = try read(path), let guide: Guide = try read(path)
      else { return nil }
      if let deliberation: Deliberation = try read(path) {
        cases.append(.init(dossier: dossier, request: request, deliberation: deliberation))
      }
      return InterviewForm(
        request: request, certification: certification, session: session, intake: intake, mapping: mapping,
        guide: guide
      ).render()
    }
    for (dossier, problem) in stale.sorted(by: { $0.key < $1.key })
    where !Disk.exists("\(out)/\(dossier)") {
      problems += problem.diagnostics
    }
    if !cases.isEmpty {
      let path = out + "/deliberation-form.html"
      let form = DeliberationForm(session: session, certification: certification, cases: cases)
      _ = try Disk.replace(path, with: form.render())
      pages.append(path)
    }
    return (pages, problems)
  }

  /// Writes the minutes of the jury beside the index of the session.
  package static func minutes(session folder: String, out: String) throws(Refusal) -> String? {
    let shared = try Shared(session: folder, asOf: nil)
    guard let session: Session = shared.holdings.value(),
      let certification: Certification = shared.holdings.value()
    else { return nil }
    var cases: [Minutes.Case] = []
    try Freshness(session: folder, out: out, shared: shared).check()
    for entry in try folders(of: out) {
      guard let deliberation: Deliberation = try read("\(out)/\(entry.name)"), deliberation.sitting != nil,
        let request = try request(entry.name, folder)
      else { continue }
      cases.append(.init(request: request, deliberation: deliberation))
    }
    if cases.isEmpty { return nil }
    let path = out + "/minutes.html"
    _ = try Disk.replace(
      path, with: Minutes(session: session, certification: certification, cases: cases).render())
    return path
  }

  /// What the register calls the centre of a session.
  package static func registry(of folder: String) throws(Refusal) -> RegistryParameters {
    if let registry = try Shared(session: folder, asOf: nil).session?.registry { return registry }
    throw Refusal(
      Diagnostic(
        code: "registry.parameters", "la session ne dit pas les identifiants du centre au registre national",
        advice: "ajouter <registry client=\"…\" contract=\"…\"/> après parameters",
        file: folder + "/session.xml"))
  }

  private static func request(_ dossier: String, _ session: String) throws(Refusal) -> Request? {
    let folder = Folder(id: dossier, session: session, out: session)
    guard let (bytes, file) = try folder.source(Request.name) else { return nil }
    return try Request(xml: Schemas.read(Request.name, bytes, file: session + "/" + file))
  }

  /// The dossiers of an output folder.
  static func folders(of out: String) throws(Refusal) -> [Disk.Entry] {
    guard Disk.exists("\(out)/\(SessionFolder.marker)"), let entries = try Disk.list(out) else {
      throw Refusal(
        Diagnostic(
          code: "out.missing", "ce dossier n’est pas un dossier de sortie d’acquis",
          advice: "donner le dossier qui suit -o dans « acquis run »", file: out))
    }
    return entries.filter { $0.kind == .folder && !$0.name.hasPrefix(".") }
  }

  private static func write(
    _ out: String, _ name: String, _ page: (String, String) throws(Refusal) -> [UInt8]?
  ) throws(Refusal) -> (pages: [String], problems: [Diagnostic]) {
    var pages: [String] = []
    var problems: [Diagnostic] = []
    for folder in try folders(of: out) {
      do throws(Refusal) {
        guard let bytes = try page("\(out)/\(folder.name)", folder.name) else { continue }
        let path = "\(out)/\(folder.name)/\(name)"
        _ = try Disk.replace(path, with: bytes)
        pages.append(path)
      } catch {
        problems += error.diagnostics
      }
    }
    return (pages, problems)
  }

  static func read<A: Artefact>(_ folder: String) throws(Refusal) -> A? {
    let file = "\(folder)/\(A.name).xml"
    guard let bytes = try Disk.read(file, named: file) else { return nil }
    return try A(xml: Schemas.read(A.name, bytes, file: file))
  }
}
