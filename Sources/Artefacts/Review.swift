/// The adviser’s word on one situation and one capacity.
package struct ReviewItem: Shaped {
  package var situation: String
  package var capacity: String
  package var verdict: Verdict
  package var reason: String?

  package static let shape = Shape(
    "item", Self.init,
    .attribute("situation", \.situation),
    .attribute("capacity", \.capacity),
    .attribute("verdict", \.verdict),
    .text("reason", \.reason))

  package init(situation: String, capacity: String, verdict: Verdict, reason: String? = nil) {
    (self.situation, self.capacity, self.verdict) = (situation, capacity, verdict)
    self.reason = reason
  }
}

/// The text of a situation as the adviser read it.
package struct ReadSituation: Shaped {
  package var situation: String
  package var digest: String

  package static let shape = Shape(
    "read", Self.init,
    .attribute("situation", \.situation),
    .attribute("sha256", \.digest))

  package init(situation: String, digest: String) {
    (self.situation, self.digest) = (situation, digest)
  }
}

/// The adviser’s review of the proposed mapping.
package struct Review: Artefact {
  package var by: String
  package var date: Day
  /// The request that it is of; nil in those saved before they said so.
  package var number: String?
  /// The candidate as the document names them.
  package var candidate: String?
  package var read: [ReadSituation]
  package var items: [ReviewItem]

  package static let shape = Shape(
    "review", Self.init,
    .attribute("by", \.by),
    .attribute("on", \.date),
    .attribute("number", \.number),
    .attribute("candidate", \.candidate),
    .child(\.read),
    .child(\.items))

  package init(
    by: String, date: Day, number: String? = nil, candidate: String? = nil, read: [ReadSituation],
    items: [ReviewItem]
  ) {
    self.candidate = candidate
    self.number = number
    (self.by, self.date, self.read, self.items) = (by, date, read, items)
  }
}
