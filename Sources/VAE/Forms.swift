import Artefacts
import Engine
import Files
import Pages
import XML

/// The pages that people fill, made from what a run has written.
package enum Forms {
  /// The pages written or already there, and what could not be read.
  package typealias Written = (pages: [String], problems: [Diagnostic])

  /// Writes the page of review beside each mapped dossier of an output folder.
  package static func review(_ out: String, certification: Certification) throws(Refusal) -> Written {
    let results = try Results(out)
    return write("review-form.html", in: results) { dossier throws(Refusal) in
      guard let intake: Intake = try results.read(dossier), let mapping: Mapping = try results.read(dossier),
        let admissibility: Admissibility = try results.read(dossier)
      else { return nil }
      return ReviewForm(
        intake: intake, mapping: mapping, certification: certification, number: admissibility.identity.number,
        candidate: "\(admissibility.identity.firstName) \(admissibility.identity.birthName)", dossier: dossier
      ).render()
    }
  }

  /// Writes the evidence dossier that each candidate who is waited for it fills, the page of each interview to come or already
  /// recorded, and that of the jury’s session.
  package static func panels(session folder: String, out: String) throws(Refusal) -> Written {
    let panel = try SessionResults(session: folder, out: out)
    var cases: [DeliberationForm.Case] = []
    let stale = try panel.freshness.problems()
    var (pages, problems) = write("interview-form.html", in: panel.results) { dossier throws(Refusal) in
      if let problem = stale[dossier] { throw problem }
      guard let request = try panel.request(of: dossier) else { return nil }
      let scope = request.scope(
        panel.certification, session: panel.session, regimes: panel.regimes)
      if let deliberation: Deliberation = try panel.results.read(dossier) {
        cases.append(.init(dossier: dossier, request: request, deliberation: deliberation, scope: scope))
      }
      return try interview(of: dossier, request: request, scope: scope, in: panel)
    }
    for dossier in panel.results.dossiers where stale[dossier] == nil {
      do throws(Refusal) {
        let forms = try self.dossier(of: dossier, in: panel)
        (pages, problems) = (pages + forms.pages, problems + forms.problems)
      } catch { problems += error.diagnostics }
    }
    for (dossier, problem) in stale.sorted(by: { $0.key < $1.key })
    where !Disk.exists("\(out)/\(dossier)") {
      problems += problem.diagnostics
    }
    if !cases.isEmpty {
      let path = out + "/deliberation-form.html"
      let form = DeliberationForm(
        session: panel.session, certification: panel.certification, cases: cases)
      try Disk.replace(path, with: form.render())
      pages.append(path)
    }
    return (pages, problems)
  }

  private static func interview(
    of dossier: String, request: Request, scope: CapacityScope, in panel: SessionResults
  ) throws(Refusal) -> [UInt8]? {
    guard let intake: Intake = try panel.results.read(dossier),
      let mapping: Mapping = try panel.results.read(dossier),
      let guide: Guide = try panel.results.read(dossier)
    else { return nil }
    return InterviewForm(
      request: request, certification: panel.certification, session: panel.session, intake: intake,
      mapping: mapping, guide: guide, scope: scope, kept: try panel.document(Record.name, of: dossier)
    ).render()
  }

  /// Writes the minutes of the jury beside the index of the session.
  /// - Returns: the page; nil when no decision has been put in the session.
  package static func minutes(session folder: String, out: String) throws(Refusal) -> String? {
    let panel = try SessionResults(session: folder, out: out)
    try panel.freshness.check()
    guard let page = try minutes(of: panel) else { return nil }
    try Disk.replace(minutesFile(in: out), with: page)
    return minutesFile(in: out)
  }

  /// Removes minutes that are no longer those of the results: signed, they would say what is not true any more.
  /// - Returns: what to tell; nothing when there are none, or when they still hold.
  package static func retireMinutes(session folder: String, out: String) -> [Diagnostic] {
    let path = minutesFile(in: out)
    guard Disk.exists(path) else { return [] }
    do throws(Refusal) {
      let page = try minutes(of: SessionResults(session: folder, out: out))
      if let page, Disk.holds(path, page) { return [] }
    } catch {
      return [
        Diagnostic(
          .warning, code: .stageStale, "ce procès-verbal n’a pas pu être comparé aux décisions",
          advice: "corriger les documents refusés, puis relancer", file: path)
      ]
    }
    Disk.remove(path)
    return [
      Diagnostic(
        .warning, code: .stageRemoved, "ce procès-verbal ne correspondait plus aux décisions : il est ôté",
        advice: "ne plus se servir de ce qui en a été imprimé ; « acquis minutes » le refait", file: path)
    ]
  }

  private static func minutesFile(in out: String) -> String { out + "/minutes.html" }

  private static func minutes(of panel: SessionResults) throws(Refusal) -> [UInt8]? {
    var cases: [Minutes.Case] = []
    for dossier in panel.results.dossiers {
      guard let deliberation: Deliberation = try panel.results.read(dossier), deliberation.sitting != nil,
        let request = try panel.request(of: dossier)
      else { continue }
      cases.append(.init(request: request, deliberation: deliberation))
    }
    return cases.isEmpty
      ? nil : Minutes(session: panel.session, certification: panel.certification, cases: cases).render()
  }

  private static func write(
    _ name: String, in results: Results, page: (String) throws(Refusal) -> [UInt8]?
  ) -> Written {
    var pages: [String] = []
    var problems: [Diagnostic] = []
    for dossier in results.dossiers {
      do throws(Refusal) {
        guard let bytes = try page(dossier) else { continue }
        let path = "\(results.out)/\(dossier)/\(name)"
        try Disk.replace(path, with: bytes)
        pages.append(path)
      } catch {
        problems += error.diagnostics
      }
    }
    return (pages, problems)
  }
}
