import Artefacts
import Engine
import Files
import Reading
import Rules
import Schemas
import XML

extension Shared {
  /// Where the session names no day of appreciation, that of each dossier: the last on which anything changed or fell due
  /// for it. The session itself is of the latest of them.
  func dated(_ requests: [(dossier: String, request: Request)], in session: String) throws(Refusal) -> Shared
  {
    guard followsTheDay, var latest: Session = holdings.value(), let digest = holdings[Session.name]?.digest,
      let certification: Certification = holdings.value(), let regimes: Regimes = holdings.value()
    else { return self }
    let today = latest.asOf
    var shared = self
    var days: [Day] = []
    for (dossier, request) in requests {
      let day = LastNews.day(
        request, latest, certification, regimes,
        written: try Shared.written(dossier, request, latest, in: session), today: today)
      var own = latest
      own.asOf = day
      var known = holdings
      known[Session.name] = .init(value: own, digest: digest)
      shared.own[dossier] = known
      days.append(day)
    }
    latest.asOf = days.max() ?? today
    return shared.of(latest, digest: digest)
  }

  /// The days that people wrote in what they handed in beside the request.
  private static func written(
    _ dossier: String, _ request: Request, _ session: Session, in folder: String
  ) throws(Refusal) -> [Day] {
    var days: [Day] = []
    for name in [Dossier.name, Review.name, Record.name, Decision.name] {
      let file = "\(folder)/\(dossier)/\(name).xml"
      guard let bytes = try Disk.read(file, named: file) else { continue }
      days += String(decoding: bytes, as: UTF8.self).matches(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/)
        .compactMap { Day(spelling: String($0.output)) }
    }
    // On the portal the jury is due so many months after the deposit, which only the dossier says.
    if session.parameters.onNationalPortal == true,
      let read = try? DossierReading.read(Folder(id: dossier, session: folder, out: folder), session)
    {
      days += [read.0.submittedOn].compactMap { $0 }
    }
    return days
  }
}
