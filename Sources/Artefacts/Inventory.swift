/// What is wrong with a file, or worth knowing of it.
package enum FileProblem: String, Code {
  case empty
  case truncated
  case encrypted
  case mistyped
  case polyglot
  case unknownType = "unknown-type"
  case notAFile = "not-a-file"
  case unreadable
  case changed
  case unsafeName = "unsafe-name"
  case bomb
  case infected
  case waitingPage = "waiting-page"
  case stopped
  case activeContent = "active-content"
  case embeddedFiles = "embedded-files"
  case external
  case macros
  case noText = "no-text"
  case rotated
  case unexamined
  case oversized
  case animated
  case trailing
  case signed
}

/// Something wrong with a file, or worth knowing of it.
package struct NotedProblem: Shaped {
  package var kind: FileProblem

  package static let shape = Shape(
    "problem", Self.init,
    .attribute("kind", \.kind))

  package init(kind: FileProblem) {
    self.kind = kind
  }
}

/// Data of a third party that a file seems to hold. Never quoted.
package enum SensitiveKind: String, Code {
  case nir
  case iban
  case payslip
}

/// Where a file seems to hold such data.
package struct Sensitive: Shaped {
  package var kind: SensitiveKind
  package var page: Int
  package var count: Int

  package static let shape = Shape(
    "sensitive", Self.init,
    .attribute("kind", \.kind),
    .attribute("page", \.page),
    .attribute("count", \.count))

  package init(kind: SensitiveKind, page: Int, count: Int) {
    (self.kind, self.page, self.count) = (kind, page, count)
  }
}

/// A field of an XFA form, whose page shows nothing without Adobe’s own reader.
package struct FormField: Shaped {
  package var name: String
  package var value: String

  package static let shape = Shape(
    "field", Self.init,
    .attribute("name", \.name),
    .content(\.value))

  package init(name: String, value: String) {
    (self.name, self.value) = (name, value)
  }
}

/// One file handed in.
package struct StoredFile: Shaped {
  package var name: String
  package var size: Int
  package var type: FileType
  package var sha256: String?
  /// The archive that it came in.
  package var origin: String?
  package var pages: Int?
  /// The day of its making, as the file states it.
  package var stated: Day?
  /// How many of its pages hold no text, where others do or might.
  package var wordless: Int?
  /// How many of its pages that hold no text were searched for the words that they show.
  package var recognised: Int?
  /// Whether an antivirus has looked at it.
  package var scanned: Bool
  package var problems: [NotedProblem]
  package var sensitive: [Sensitive]
  package var fields: [FormField]

  package static let shape = Shape(
    "file", Self.init,
    .exact("name", \.name),
    .attribute("size", \.size),
    .attribute("type", \.type),
    .attribute("sha256", \.sha256),
    .attribute("origin", \.origin),
    .attribute("pages", \.pages),
    .attribute("stated", \.stated),
    .attribute("wordless", \.wordless),
    .attribute("recognised", \.recognised),
    .attribute("scanned", \.scanned),
    .child(\.problems),
    .child(\.sensitive),
    .child(\.fields))

  package init(
    name: String, size: Int, type: FileType, sha256: String? = nil, origin: String? = nil, pages: Int? = nil,
    stated: Day? = nil, wordless: Int? = nil, recognised: Int? = nil, scanned: Bool, problems: [NotedProblem],
    sensitive: [Sensitive], fields: [FormField]
  ) {
    (self.name, self.size, self.type, self.sha256, self.origin) = (name, size, type, sha256, origin)
    (self.pages, self.stated, self.scanned, self.problems) = (pages, stated, scanned, problems)
    (self.wordless, self.recognised) = (wordless, recognised)
    (self.sensitive, self.fields) = (sensitive, fields)
  }

  /// Notes a problem once.
  package mutating func note(_ kind: FileProblem) {
    if !problems.contains(where: { $0.kind == kind }) { problems.append(NotedProblem(kind: kind)) }
  }
}

extension StoredFile {
  /// A file of which nothing but its name is known yet.
  package init(name: String, size: Int = 0, origin: String? = nil, problems: [NotedProblem] = []) {
    self.init(
      name: name, size: size, type: .unknown, sha256: nil, origin: origin, pages: nil, stated: nil,
      scanned: false, problems: problems, sensitive: [], fields: [])
  }
}

/// The files found, in the order of their names.
package struct Inventory: Artefact {
  package var files: [StoredFile]

  package static let shape = Shape(
    "inventory", Self.init,
    .child(\.files))

  package init(files: [StoredFile]) {
    self.files = files
  }
}

extension FileProblem {
  /// Whether the file cannot be handed to a jury. The others are told, and left to a person.
  package var isFatal: Bool {
    switch self {
    case .empty, .truncated, .encrypted, .mistyped, .polyglot, .unknownType, .notAFile, .unreadable, .changed,
      .unsafeName, .oversized, .bomb, .infected, .waitingPage, .stopped:
      true
    case .activeContent, .embeddedFiles, .external, .macros, .noText, .rotated, .unexamined, .animated,
      .trailing, .signed:
      false
    }
  }

  /// Whether a person should look before the file is opened.
  package var isSuspect: Bool {
    [.activeContent, .embeddedFiles, .external, .macros].contains(self)
  }
}
