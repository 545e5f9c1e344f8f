import Artefacts
import Files
import Models
import XML

/// The evidence dossiers that candidates are given to fill, each bearing its candidate’s name and number.
extension Forms {
  /// Writes the forms of a candidate who is waited for the dossier; takes them away once it is there, or is asked for no more.
  /// - Returns: the files written.
  static func dossier(of dossier: String, in panel: SessionResults) throws(Refusal) -> [String] {
    guard let admissibility: Admissibility = try panel.results.read(dossier),
      let request = try panel.request(of: dossier)
    else { return [] }
    let standing = DossierStatus(
      admissibility: admissibility, intake: try panel.results.read(dossier), interview: nil, deliberation: nil
    )
    let name = "dossier-" + request.number.replacing("/", with: "-")
    var written: [String] = []
    for format in DossierForm.Format.allCases {
      let path = "\(panel.results.out)/\(dossier)/\(name).\(format.rawValue)"
      guard standing == .awaitingDossier else {
        if Disk.exists(path) { Disk.remove(path) }
        continue
      }
      let form = DossierForm(certification: panel.certification, request: request)
      try Disk.replace(path, with: form.bytes(format))
      written.append(path)
    }
    return written
  }
}
