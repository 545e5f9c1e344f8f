import Artefacts
import XML

/// The files that the Caisse des dépôts takes, split where they would be too large.
package enum DepositFile {
  /// Bytes and awards that one file may hold (formats 1.4: 200 Mo, 200 000 awards).
  package struct Bounds: Sendable {
    package var bytes = 200 << 20
    package var awards = 200_000
    package init() {}
  }

  /// The moment, in Paris, that the file is dated from.
  package struct Moment: Sendable {
    package let day: Day
    let time: String

    /// `12/04/2022 09:30` or `2022-04-12T09:30`; nil when it is no such moment.
    package init?(_ spelling: String) {
      let parts = spelling.split(maxSplits: 1) { $0 == "T" || $0 == " " }.map(String.init)
      guard parts.count == 2, let day = Day(written: parts[0]) else { return nil }
      let clock = parts[1].split(separator: ":").map { Int($0) }
      guard clock.count == 2, let hour = clock[0], let minute = clock[1], parts[1].utf8.count == 5,
        (0..<24).contains(hour), (0..<60).contains(minute)
      else { return nil }
      self.day = day
      time = parts[1]
      // The hour that the change to summer time skips.
      if hour == 2, day == lastSunday(of: 3) { return nil }
    }

    /// With its numeric offset, never `Z`, no fraction: the format takes nothing else.
    package var stamp: String { "\(day.spelling)T\(time):00\(isSummer ? "+02:00" : "+01:00")" }

    /// From the last Sunday of March, 2 h, to the last Sunday of October, 3 h (directive 2000/84/CE).
    private var isSummer: Bool {
      let (first, last) = (lastSunday(of: 3), lastSunday(of: 10))
      if day == first { return time >= "02:00" }
      if day == last { return time < "03:00" }
      return day > first && day < last
    }

    private func lastSunday(of month: Int) -> Day {
      let end = Day(literal: day.year, month, 31)
      // 2 January 2000 was a Sunday.
      let past = Day(literal: 2000, 1, 2).days(until: end) % 7
      return Day(literal: day.year, month, 31 - (past + 7) % 7)
    }
  }

  /// The files, in order; none when there is no award.
  package static func files(
    _ awards: [Award], _ registry: DepositAccount, at moment: Moment, bounds: Bounds = Bounds()
  ) -> [[UInt8]] {
    var files: [[UInt8]] = []
    var batch: [Element] = []
    var size = 0
    func close() {
      if batch.isEmpty { return }
      files.append(
        file(batch, awards[0].certification, registry: registry, moment: moment, rank: files.count))
      batch = []
      size = 0
    }
    for award in awards.sorted(by: { $0.id < $1.id }) {
      let element = award.element(registry)
      let length = element.document(namespace: nil).count + most
      if !batch.isEmpty && (size + length > bounds.bytes || batch.count == bounds.awards) { close() }
      batch.append(element)
      size += length
    }
    close()
    return files
  }

  /// Indentation and frame, generously.
  private static let most = 4096

  private static func file(
    _ passages: [Element], _ code: String, registry: DepositAccount, moment: Moment, rank: Int
  ) -> [UInt8] {
    func text(_ name: String, _ text: String) -> Element { Element("cpf:" + name, text: text) }
    func holding(_ name: String, _ children: [Element]) -> Element {
      Element("cpf:" + name, children: children)
    }
    let body = holding("passageCertifications", passages)
    let digest = Digest.of(body.document(namespace: nil) + Array("\(moment.stamp) \(rank)".utf8))
    let certification = holding(
      "certification",
      [text("type", "RNCP"), text("code", code), text("natureDeposant", "CERTIFICATEUR"), body])
    return Element(
      "cpf:flux",
      attributes: [
        .init("xmlns:cpf", "urn:cdc:cpf:pc5:schema:1.0.0"),
        .init("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
      ],
      children: [
        text("idFlux", identifier(digest)), text("horodatage", moment.stamp),
        holding(
          "emetteur",
          [
            text("idClient", registry.client),
            holding(
              "certificateurs",
              [
                holding(
                  "certificateur",
                  [
                    text("idClient", registry.client), text("idContrat", registry.contract),
                    holding("certifications", [certification]),
                  ])
              ]),
          ]),
      ]
    ).document(namespace: nil)
  }

  /// A digest in the form of a UUID: the same content has the same identifier.
  private static func identifier(_ digest: String) -> String {
    let characters = Array(digest)
    func part(_ range: Range<Int>) -> String { String(characters[range]) }
    return "\(part(0..<8))-\(part(8..<12))-4\(part(13..<16))-8\(part(17..<20))-\(part(20..<32))"
  }
}
