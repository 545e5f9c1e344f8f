import Artefacts
import Files
import Models
import Reading
import XML

/// The evidence dossiers that candidates are given to fill, each bearing its candidate’s name and number.
extension Forms {
  /// Writes the forms of a candidate who is waited for the dossier; takes them away once it is there, or is asked for no more.
  /// One that someone has filled where it was written is left as it is, and told.
  /// - Returns: the files written.
  static func dossier(of dossier: String, in panel: SessionResults) throws(Refusal) -> Written {
    guard let admissibility: Admissibility = try panel.results.read(dossier),
      let request = try panel.request(of: dossier)
    else { return ([], []) }
    let standing = DossierStatus(
      admissibility: admissibility, intake: try panel.results.read(dossier), interview: nil, deliberation: nil
    )
    let name = "dossier-" + request.number.replacing("/", with: "-")
    var written: Written = ([], [])
    for format in DossierForm.Format.allCases {
      let path = "\(panel.results.out)/\(dossier)/\(name).\(format.rawValue)"
      // Most dossiers of a session are past this: nothing is drawn for them.
      if standing != .awaitingDossier && !Disk.exists(path) { continue }
      let bytes = try DossierForm(certification: panel.certification, request: request).bytes(format)
      if Disk.exists(path), !Disk.holds(path, bytes), DossierReading.isFilled(path) {
        written.problems.append(
          Diagnostic(
            .warning, code: .diskExists, "ce dossier de preuves a été rempli ici : il est laissé tel quel",
            advice: "le ranger dans la session, dans le dossier du candidat", file: path))
        continue
      }
      guard standing == .awaitingDossier else {
        Disk.remove(path)
        continue
      }
      try Disk.replace(path, with: bytes)
      written.pages.append(path)
    }
    return written
  }
}
