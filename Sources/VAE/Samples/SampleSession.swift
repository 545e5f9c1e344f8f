import Artefacts
import Files
import Language
import Schemas
import XML

/// A realistic session of any size, for demonstrations and benchmarks: the same seed, the same bytes.
package enum SampleSession {
  /// Writes the session; what is already there with the same bytes is left alone.
  package static func write(candidates: Int, seed: UInt64, to folder: String) throws(Refusal) {
    try Disk.makeFolder(folder)
    let bytes = Schemas.document(session.xml)
    if let old = try Disk.read(folder + "/session.xml", named: folder + "/session.xml"), old != bytes {
      throw Refusal(
        Diagnostic(
          code: .sampleExists, "ce dossier contient déjà une session", advice: "choisir un dossier neuf",
          file: folder))
    }
    try Disk.replace(folder + "/session.xml", with: bytes)
    let digits = max(4, String(candidates).count)
    for rank in 0..<candidates {
      // One dice for each: a candidate does not depend on how many there are.
      var dice = Dice(seed: seed &* 0x1_0000_0001 &+ UInt64(rank))
      let candidate = SampleCandidate(rank: rank + 1, digits: digits, dice: &dice)
      let path = folder + "/" + candidate.id
      try Disk.makeFolder(path + "/" + Evidence.folder)
      try write(candidate.request.xml, as: path + "/request.xml")
      try write(candidate.dossier.xml, as: path + "/dossier.xml")
      if let record = candidate.record { try write(record.xml, as: path + "/record.xml") }
      if let decision = candidate.decision { try write(decision.xml, as: path + "/decision.xml") }
      for file in SampleFile.all {
        try Disk.replace(
          "\(path)/\(Evidence.folder)/\(file.name)", with: file.bytes(for: candidate.id))
      }
    }
  }

  private static func write(_ element: Element, as path: String) throws(Refusal) {
    try Disk.replace(path, with: Schemas.document(element))
  }

  private static let session = Session(
    id: "DEMO", certification: "RNCP28236", asOf: Day(literal: 2022, 4, 1), title: "Session de démonstration",
    centre: Centre(siret: nil, name: "Centre d’examen fictif", place: "Ville fictive"),
    calendar: Calendar(
      depositBy: Day(literal: 2022, 1, 31), interviewsFrom: Day(literal: 2022, 2, 14),
      interviewsTo: Day(literal: 2022, 2, 25),
      juries: [JuryDay(date: Day(literal: 2022, 3, 24), askedOn: nil, noticeOn: nil)]),
    parameters: Parameters(
      admissibilityMonths: 24, onNationalPortal: false, quorum: 4, countRejected: nil, interviewMinutes: 45,
      fileMegabytes: 10),
    registry: nil, waivers: [],
    panel: Panel(members: [
      PanelMember(
        id: "P1", qualified: true, sex: .female, organisation: nil, name: "Mme EXEMPLE",
        role: "Responsable RH"),
      PanelMember(
        id: "P2", qualified: true, sex: .male, organisation: nil, name: "M. EXEMPLE",
        role: "Gestionnaire de paie"),
    ]),
    jury: Jury(members: [
      juror("J1", .employers, union: nil, chair: true, sex: .female),
      juror("J2", .employers, union: nil, chair: false, sex: .male),
      juror("J3", .unions, union: "Organisation A", chair: false, sex: .female),
      juror("J4", .unions, union: "Organisation B", chair: false, sex: .male),
    ]))

  private static func juror(_ id: String, _ college: College, union: String?, chair: Bool, sex: Sex)
    -> Juror
  {
    Juror(
      id: id, college: college, union: union, chair: chair, voting: true, sex: sex, organisation: nil,
      name: "Personne fictive \(id)")
  }
}
