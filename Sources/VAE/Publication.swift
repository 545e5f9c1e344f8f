import Artefacts
import Engine
import Files
import Pages
import Schemas
import XML

/// What a whole run leaves besides the dossiers: the index for people and the report for machines. Both are
/// functions of the results: a second run gives the same bytes.
package enum Publication {
  /// Writes `index.html` and `report.xml` in the output folder. A run that was stopped leaves the index as it was: a page of
  /// a part of the session would read as the whole.
  /// - Returns: whether anything changed.
  package static func write(
    _ results: RunOutcome<DossierSummary>, of run: PathRun
  ) throws(Refusal) -> Bool {
    var files = [("report.xml", try bytes(of: report(results, run)))]
    if results.unseen.isEmpty, let session: Session = run.shared.holdings.value(),
      let certification: Certification = run.shared.holdings.value()
    {
      files.append(
        (
          "index.html",
          IndexPage.page(session, certification, results.dossiers.map { line($0, run) }, results.toDo)
        ))
    }
    return try WholeSet.write(in: run.out) { set throws(Refusal) in
      for (name, bytes) in files where !Disk.holds("\(run.out)/\(name)", bytes) {
        try set.add(name, bytes: bytes)
      }
    }
  }

  /// The dossiers of some results that the last whole run did not find in the session any more: it told so.
  static func gone(from results: Results) throws(Refusal) -> Set<String> {
    let file = results.out + "/report.xml"
    guard let bytes = try Disk.read(file, named: file) else { return [] }
    let report = try Report(xml: Schemas.read(Report.name, bytes, file: file))
    return Set(report.diagnostics.filter { $0.code == .dossierGone }.compactMap(\.file))
  }

  /// Whether a run looks at the session on a day that is not before that of the results: an older one would take back letters
  /// that still hold.
  /// - Throws: `Refusal` when it does.
  package static func checkDay(of run: PathRun) throws(Refusal) {
    let file = run.out + "/report.xml"
    guard let bytes = try Disk.read(file, named: file),
      let report = try? Report(xml: Schemas.read(Report.name, bytes, file: file)),
      let known = report.asOf,
      let day = run.shared.followsTheDay ? Day.today : run.shared.session?.asOf, day < known
    else { return }
    throw Refusal(
      Diagnostic(
        code: .outNewer,
        "les résultats sont au \(known.label), la date demandée est le \(day.label) : ce qui est arrivé entre les deux serait retiré",
        advice: "vérifier --as-of ou asOf de session.xml ; pour revenir en arrière, ajouter --older",
        file: run.out))
  }

  /// The report is validated like every artefact.
  private static func bytes(of report: Report) throws(Refusal) -> [UInt8] {
    let bytes = Schemas.document(report.xml)
    _ = try Report(xml: Schemas.read(Report.name, bytes, file: "report.xml"))
    return bytes
  }

  private static func line(_ result: DossierOutcome<DossierSummary>, _ run: PathRun) -> IndexPage.Line {
    let page = result.stages.contains { $0.stage == "jury" && $0.outcome.reported == .done }
    return IndexPage.Line(
      id: result.id, name: result.summary.name, standing: result.summary.standing,
      outcome: result.summary.outcome, covered: result.summary.covered, toSee: result.summary.toSee,
      received: result.summary.received,
      due: result.summary.dueInWords.map { ($0, result.summary.isPressing) },
      hasPage: page && Disk.exists("\(run.out)/\(result.id)/jury.html"),
      diagnostics: result.diagnostics + result.outputDiagnostics)
  }

  static func report(_ results: RunOutcome<DossierSummary>, _ run: PathRun) -> Report {
    Report(
      engine: Tool.name, asOf: run.shared.session?.asOf, count: results.dossiers.count,
      dossiers: results.dossiers.map { result in
        ReportedDossier(
          id: result.id, standing: result.summary.standing,
          stages: result.stages.map { stage, outcome in
            var waitingFor: [String] = []
            if case .waiting(let names) = outcome { waitingFor = names }
            return ReportedStage(name: stage, outcome: outcome.reported, waitingFor: waitingFor)
          }, diagnostics: (result.diagnostics + result.outputDiagnostics).map(ReportedDiagnostic.init))
      },
      diagnostics: (results.notes + results.outputNotes + interruption(of: results) + unseen(in: results))
        .map(
          ReportedDiagnostic.init))
  }

  /// That a run was stopped; empty when it was not.
  package static func interruption(of results: RunOutcome<DossierSummary>) -> [Diagnostic] {
    let (done, unseen) = (results.dossiers.count, results.unseen.count)
    if unseen == 0 { return [] }
    return [
      Diagnostic(
        code: .sessionInterrupted,
        "le traitement a été arrêté : \(French.count(done, "dossier traité", many: "dossiers traités")), \(unseen) non commencés",
        advice: "relancer la même commande : elle reprend, et refait la page de la session")
    ]
  }

  private static func unseen(in results: RunOutcome<DossierSummary>) -> [Diagnostic] {
    results.unseen.map { id in
      Diagnostic(
        code: .dossierUnseen, "ce dossier n’a pas été commencé : le traitement a été arrêté",
        advice: "relancer la même commande", file: id)
    }
  }
}
