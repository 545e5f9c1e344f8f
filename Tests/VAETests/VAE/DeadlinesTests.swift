import Foundation
import Testing
import XML

@testable import Artefacts
@testable import Engine
@testable import Files
@testable import Rules
@testable import VAE

@Suite("Échéances")
struct DeadlinesTests {
  private let today = Fixture.day("2021-10-01")

  private func deadline(_ kind: DeadlineKind, _ day: String, dossier: String = "a") -> SessionDeadline {
    SessionDeadline(Deadline(kind: kind, date: Fixture.day(day)), dossier: dossier, number: "VAE-1")
  }

  @Test(
    "A day is told against the day of reading",
    arguments: [
      ("2021-10-13", "dans 12 jours", false), ("2021-10-01", "aujourd’hui", false),
      ("2021-09-28", "dépassé de 3 jours", true), ("2021-10-02", "dans 1 jour", false),
    ])
  func remaining(day: String, words: String, isOverdue: Bool) {
    let deadline = deadline(.answerByLaw, day)
    #expect(deadline.remaining(asOf: today) == words)
    #expect(deadline.isOverdue(asOf: today) == isOverdue)
  }

  @Test("An acceptance by silence that has passed is acquired, not overdue")
  func accepted() {
    let deadline = deadline(.accepted, "2021-09-01")
    #expect(deadline.remaining(asOf: today) == "acquise" && !deadline.isOverdue(asOf: today))
  }

  @Test("The table and the CSV say the same; no cell is a formula")
  func writing() {
    let deadlines = [deadline(.answerByLaw, "2021-11-06", dossier: "=cmd"), deadline(.lapse, "2023-09-25")]
    let csv = Deadlines.csv(deadlines, asOf: today)
    #expect(csv.hasPrefix("\u{FEFF}échéance;reste;dossier;demande;objet\r\n"))
    #expect(csv.contains(";'=cmd;") && csv.split(separator: "\r\n").count == 3)
    #expect(Deadlines.table(deadlines, asOf: today).split(separator: "\n").count == 2)
  }

  @Test("The calendar keeps to its lines of 75 octets and escapes what it quotes (RFC 5545)")
  func calendar() {
    let text = Deadlines.calendar([deadline(.silent, "2021-11-06", dossier: "a;b,c")], asOf: today)
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
    #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    let unfolded = text.replacing("\r\n ", with: "")
    #expect(unfolded.contains("a\\;b\\,c") && unfolded.contains("DTEND;VALUE=DATE:20211107"))
  }

  @Test("Deadlines are read from the results, soonest first; what cannot be read is told")
  func reading() throws {
    let out = FileManager.default.temporaryDirectory.appending(path: "acquis-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: out) }
    try Disk.makeFolder(out + "/b")
    try Disk.makeFolder(out + "/a")
    _ = try Disk.replace("\(out)/\(Results.marker)", with: [])
    let admissibility = try Fixture.assess(Fixture.request)
    let due = DossierDeadlines(
      all: [
        Deadline(kind: .answerByLaw, date: Fixture.day("2021-11-06")),
        Deadline(kind: .answerByDecree, date: Fixture.day("2021-11-20")),
      ], findings: [])
    for artefact in [admissibility, due] as [any Artefact] {
      var xml = artefact.xml
      xml.children.insert(Element("provenance", attributes: [.init("engine", "essai")]), at: 0)
      _ = try Disk.replace(
        "\(out)/b/\(type(of: artefact).name).xml", with: xml.document(namespace: "urn:acquis:1"))
    }
    _ = try Disk.replace("\(out)/a/admissibility.xml", with: Array("<rien/>".utf8))
    let (deadlines, problems) = try Deadlines.read(out)
    #expect(
      deadlines.map(\.dossier) == ["b", "b"] && deadlines[0].deadline.date < deadlines[1].deadline.date)
    #expect(!problems.isEmpty)
  }
}
