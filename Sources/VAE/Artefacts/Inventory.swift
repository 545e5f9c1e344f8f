/// What is wrong with a file.
package enum FileProblem: String, Code {
  case empty
  case mistyped
  case unknownType = "unknown-type"
  case notAFile = "not-a-file"
  case unreadable
  case unsafeName = "unsafe-name"
}

/// Something wrong with a file.
package struct Trouble: Shaped {
  package var kind: FileProblem

  package static let shape = Shape(
    "problem", Self.init,
    .attribute("kind", \.kind))
}

/// One file found under evidence/.
package struct StoredFile: Shaped {
  package var name: String
  package var size: Int
  package var type: FileType
  package var sha256: String?
  package var problems: [Trouble]

  package static let shape = Shape(
    "file", Self.init,
    .exact("name", \.name),
    .attribute("size", \.size),
    .attribute("type", \.type),
    .attribute("sha256", \.sha256),
    .child(\.problems))
}

/// The files found, in the order of their names.
package struct Inventory: Artefact {
  package var files: [StoredFile]

  package static let shape = Shape(
    "inventory", Self.init,
    .child(\.files))
}
