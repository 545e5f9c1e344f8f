/// Where an item of evidence stands.
package enum ItemState: String, Code {
  case present
  case missing
  case faulty
}

/// Where the dossier stands; an anomaly never stops it.
package enum IntakeState: String, Code {
  case complete
  case withAnomalies = "with-anomalies"
}

/// An item of evidence bound to its file.
package struct BoundEvidence: Shaped {
  package var id: String
  package var file: String
  package var kind: EvidenceKind
  package var state: ItemState
  package var date: Day?
  package var type: FileType?
  package var size: Int?
  package var sha256: String?
  package var origin: String?
  package var pages: Int?
  package var title: String
  package var author: String?

  package static let shape = Shape(
    "item", Self.init,
    .attribute("id", \.id),
    .exact("file", \.file),
    .attribute("kind", \.kind),
    .attribute("state", \.state),
    .attribute("date", \.date),
    .attribute("type", \.type),
    .attribute("size", \.size),
    .attribute("sha256", \.sha256),
    .attribute("origin", \.origin),
    .attribute("pages", \.pages),
    .text("title", \.title),
    .text("author", \.author))

  package init(
    id: String, file: String, kind: EvidenceKind, state: ItemState, date: Day? = nil, type: FileType? = nil,
    size: Int? = nil, sha256: String? = nil, origin: String? = nil, pages: Int? = nil, title: String,
    author: String? = nil
  ) {
    (self.id, self.file, self.kind, self.state, self.date) = (id, file, kind, state, date)
    (self.type, self.size, self.sha256, self.origin) = (type, size, sha256, origin)
    (self.pages, self.title, self.author) = (pages, title, author)
  }
}

extension BoundEvidence {
  /// Beside the evidence, the folder of what people look at in its stead.
  package static let views = "evidence-views"

  /// A reader looks at no picture of more pages.
  private static let mostViews = 200

  /// The JPEG of each of its pages, when it is a picture that not every screen shows.
  package var views: [String] {
    guard state == .present, type?.needsView == true, let pages, pages > 0 else { return [] }
    let stem = file.utf8.count <= 200 ? file : sha256 ?? String(file.prefix(50))
    return (1..<min(pages, BoundEvidence.mostViews) + 1).map { "\(stem).\($0).jpg" }
  }
}

/// The evidence that stands behind a claimed capacity, counted.
package struct EvidenceCount: Shaped {
  package var capacity: String
  package var items: Int
  package var valid: Int
  package var authentic: Int
  package var dated: Int
  package var inPeriod: Int
  package var oldest: Day?

  package static let shape = Shape(
    "support", Self.init,
    .attribute("capacity", \.capacity),
    .attribute("items", \.items),
    .attribute("valid", \.valid),
    .attribute("authentic", \.authentic),
    .attribute("dated", \.dated),
    .attribute("inPeriod", \.inPeriod),
    .attribute("oldest", \.oldest))

  package init(
    capacity: String, items: Int, valid: Int, authentic: Int, dated: Int, inPeriod: Int, oldest: Day? = nil
  ) {
    (self.capacity, self.items, self.valid, self.authentic) = (capacity, items, valid, authentic)
    (self.dated, self.inPeriod, self.oldest) = (dated, inPeriod, oldest)
  }
}

/// The dossier as received: situations, evidence bound to files, anomalies.
package struct Intake: Artefact {
  package var state: IntakeState
  package var submittedOn: Day?
  package var situations: [Situation]
  package var items: [BoundEvidence]
  package var support: [EvidenceCount]
  package var findings: [Finding]

  package static let shape = Shape(
    "intake", Self.init,
    .attribute("state", \.state),
    .attribute("submittedOn", \.submittedOn),
    .child(\.situations),
    .child(\.items),
    .child(\.support),
    .child(\.findings))

  package init(
    state: IntakeState, submittedOn: Day? = nil, situations: [Situation], items: [BoundEvidence],
    support: [EvidenceCount],
    findings: [Finding]
  ) {
    (self.state, self.submittedOn, self.situations) = (state, submittedOn, situations)
    (self.items, self.support, self.findings) = (items, support, findings)
  }
}
