/// What the documents of a path are called, and where people put them: the engine itself knows none by name.
package struct Layout: Sendable {
  /// The documents that every dossier of a session shares: they stand at the top of its folder, and nowhere else.
  package let shared: Set<String>
  /// What else may stand there: the workbook that holds them, and those of the dossiers.
  package let beside: [String]
  /// The files that people write in a dossier’s own folder.
  package let sources: [String]
  /// What else such a folder may hold.
  package let companions: Set<String>
  /// What stands in an output folder beside the dossiers: no dossier may bear such a name.
  package let reserved: Set<String>
  /// The artefacts that are always there once what they are made from is.
  package let vouched: [String]

  /// Formats that people take for ours, by the end of the name: what each is.
  package let foreign: [String: String]
  /// How the names of papers end that are pieces, and no document.
  let pieces: [String]
  /// Whether a file at the top of a session holds a part of it, by its name.
  let isTable: @Sendable (String) -> Bool
  /// Whether a file is one of the documents that people write under a name of their own.
  let isDocument: @Sendable (String) -> Bool

  package init(
    shared: Set<String>, beside: [String] = [], sources: [String], companions: Set<String>,
    reserved: Set<String>, vouched: [String],
    foreign: [String: String] = [:], pieces: [String] = [],
    isDocument: @escaping @Sendable (String) -> Bool = { _ in false },
    isTable: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    (self.foreign, self.beside, self.pieces) = (foreign, beside, pieces)
    (self.isDocument, self.isTable) = (isDocument, isTable)
    (self.shared, self.sources, self.companions) = (shared, sources, companions)
    (self.reserved, self.vouched) = (reserved, vouched)
  }

  /// Whether a dossier’s own folder may hold that name; anything else there is told and left alone.
  func knows(_ name: String) -> Bool {
    name.hasPrefix(".") || sources.contains(name) || companions.contains(name) || isDocument(name)
  }

  /// Whether a name at the top of a session’s folder is a document of the session.
  func isShared(file: String) -> Bool {
    beside.contains(file) || isTable(file)
      || file.hasSuffix(".xml") && shared.contains(String(file.dropLast(4)))
  }
}
