import Artefacts
import Engine
import Pages
import Reading
import Rules
import XML

extension Pipeline {
  /// The VAE path, from the request to the jury’s dossier.
  package static func vae() throws(Refusal) -> Pipeline {
    try Pipeline([
      Stage(assessRequest),
      Stage(reading: DossierReading.read),
      Stage(collecting: Collector.collect),
      Stage(takeIn),
      Stage(collecting: Exhibits.keep),
      Stage(mapSituations),
      Stage(prepareGuide),
      Stage(recordInterview),
      Stage(deliberate),
      Stage(listDeadlines),
      Stage(page: InterviewExtract.name, InterviewExtract.page),
      Stage(page: JuryPage.name, bringing: EvidenceCopies.bring, JuryPage.page),
      Stage(page: ResultLetter.name, ResultLetter.page),
    ])
  }
}

extension Layout {
  /// Where the decisions that others have replaced are kept.
  static let earlierDecisions = "decisions"

  /// The documents of the VAE path.
  package static let vae = Layout(
    shared: [Session.name, Certification.name, Regimes.name, CentreRegister.name],
    beside: SessionWorkbook.names + NewSession.names,
    sources: [Decision.name, Dossier.name, Record.name, Request.name, Review.name].map { $0 + ".xml" }
      + DossierReading.documents,
    companions: [Evidence.folder, earlierDecisions],
    reserved: ["index.html", "report.xml", "minutes.html", "deliberation-form.html", "ledger.xml"],
    vouched: [Admissibility.name, Interview.name, Deliberation.name],
    foreign: [
      "docx": "un document Word", "odt": "un document OpenDocument", "doc": "un document Word ancien (.doc)",
      "docm": "un document Word à macros (.docm)",
      "rtf": "un texte enrichi (.rtf)", "pages": "un document Pages d’Apple", "pdf": "un PDF",
      "txt": "un texte simple", "xlsx": "un classeur Excel", "ods": "un classeur OpenDocument",
    ],
    pieces: [
      "jpg", "jpeg", "jpe", "jfif", "png", "heic", "heif", "webp", "tif", "tiff", "avif", "bmp", "gif",
    ],
    isDocument: { DossierReading.isDossier($0) || EvidenceArchive.isOne($0) }, isTable: SessionTables.holds)
}

/// A run of the VAE path, each dossier summed up for the page of the session.
package typealias PathRun = SessionRun<DossierSummary>

extension SessionRun where Summary == DossierSummary {
  /// A run of the VAE path over a session.
  /// - Parameter asOf: the day of appreciation, when it is not that of the session.
  package init(
    session: String, out: String, pipeline: Pipeline, asOf: Day?, options: RunOptions
  ) throws(Refusal) {
    let shared = try Shared(session: session, asOf: asOf, registers: options.registers)
      .taken(out: out).knowing(session)
    let isWhole = options.dossiers.isEmpty && options.only == nil
    let place = shared.givenToAll[Session.name]?.place ?? "session.xml"
    try self.init(
      session: session, out: out, pipeline: pipeline, layout: .vae, shared: shared, options: options,
      summary: { DossierSummary(id: $0, holdings: $1, refused: $2) },
      comparison: { dossiers in
        let own = Comparison.notes(dossiers)
        guard isWhole, let session = shared.session else { return own }
        let numbers = Set(dossiers.compactMap(\.summary.number))
        let ofSession =
          SlotConflicts.notes(session, numbers: numbers) + SessionSense.notes(session, numbers: numbers)
        return own
          + ofSession.map { note in
            var note = note
            note.file = place
            return note
          }
      })
  }
}

extension Freshness {
  /// The results of the VAE path.
  package static func vae(session: String, out: String, shared: Shared) throws(Refusal) -> Freshness {
    Freshness(session: session, out: out, shared: shared, pipeline: try Pipeline.vae(), layout: .vae)
  }
}
