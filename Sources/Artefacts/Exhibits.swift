/// One file as people had it before them.
package struct Exhibit: Shaped {
  package var name: String
  package var sha256: String

  package static let shape = Shape(
    "file", Self.init,
    .exact("name", \.name),
    .attribute("sha256", \.sha256))

  package init(name: String, sha256: String) { (self.name, self.sha256) = (name, sha256) }
}

/// What people wrote that rests on evidence.
package enum ExhibitedTo: String, Code {
  case record
  case decision
}

/// The files that were in the dossier when a record or a decision was first read.
package struct Exhibited: Shaped {
  package var to: ExhibitedTo
  /// Of what they wrote.
  package var sha256: String
  package var files: [Exhibit]

  package static let shape = Shape(
    "exhibited", Self.init,
    .attribute("to", \.to),
    .attribute("sha256", \.sha256),
    .child(\.files))

  package init(to: ExhibitedTo, sha256: String, files: [Exhibit]) {
    (self.to, self.sha256, self.files) = (to, sha256, files)
  }
}

/// What the panel and the jury had before them: kept from one run to the next, so that a piece exchanged since is told.
package struct Exhibits: Artefact {
  package var all: [Exhibited]

  package static let shape = Shape("exhibits", Self.init, .child(\.all))

  package init(all: [Exhibited]) { self.all = all }
}

extension Exhibits {
  /// What of the files has changed since a record or a decision was first read; nil when nothing is known of then.
  package func changes(since to: ExhibitedTo, now files: [Exhibit]) -> [String]? {
    guard let then = all.first(where: { $0.to == to })?.files else { return nil }
    let (was, now) = (Set(then), Set(files))
    return Set(was.symmetricDifference(now).map(\.name)).sorted()
  }
}
