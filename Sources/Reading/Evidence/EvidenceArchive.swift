import Artefacts
import Files
import XML

/// Evidence handed in as `evidence.zip`: unpacked beside the results, within bounds, every entry accounted for.
package struct EvidenceArchive {
  package static let name = "evidence.zip"

  let folder: String
  /// Entries that were not unpacked, each with its reason.
  private(set) var faulty: [StoredFile] = []

  /// - Parameter taken: the names already under `evidence/`.
  static func unpack(_ folder: Folder, taken: Set<String>) throws(Refusal) -> EvidenceArchive {
    var handIn = EvidenceArchive(folder: folder.unpacked)
    let archive = Disk.entry(name, in: folder.sources)
    guard archive.isThere else {
      handIn.clear(keeping: [])
      return handIn
    }
    guard archive.kind == .file else {
      handIn.clear(keeping: [])
      handIn.note(name, .notAFile)
      return handIn
    }
    try Disk.makeFolder(folder.derived)
    try Disk.makeOwnFolder(handIn.folder)
    try handIn.take(folder.sources + "/" + name, taken)
    return handIn
  }

  private init(folder: String) { self.folder = folder }

  private mutating func take(_ path: String, _ taken: Set<String>) throws(Refusal) {
    var names = taken
    var kept: Set<String> = []
    var faults: [(String, FileProblem)] = []
    do throws(Refusal) {
      try Archive.read(path) { entry in
        if entry.isFolder || EvidenceArchive.isOfSystem(entry.name) { return false }
        switch EvidenceArchive.fault(of: entry, names) {
        case nil: return true
        case let fault?:
          faults.append((entry.name, fault))
          return false
        }
      } give: { (entry, content) throws(Refusal) in
        let name = EvidenceArchive.base(entry.name)
        let bytes: [UInt8]
        switch content {
        case .whole(let whole): bytes = whole
        case .damaged: return faults.append((entry.name, .truncated))
        case .tooLarge: return faults.append((entry.name, .bomb))
        }
        names.insert(name)
        kept.insert(name)
        try Disk.replace(folder + "/" + name, with: bytes)
      }
    } catch {
      let codes = error.diagnostics.map(\.code)
      guard codes.contains(.archiveBomb) || codes.contains(.archiveUnreadable) else { throw error }
      faults.append((EvidenceArchive.name, codes.contains(.archiveBomb) ? .bomb : .truncated))
    }
    for (name, fault) in faults { note(name, fault) }
    clear(keeping: kept)
  }

  private static func fault(of entry: Archive.Entry, _ taken: Set<String>) -> FileProblem? {
    let name = base(entry.name)
    let steps = entry.name.steps
    if !entry.isFile { return .notAFile }
    if entry.isEncrypted { return .encrypted }
    if entry.name.hasPrefix("/") || steps.contains("..") || entry.name.contains("\\") || name.isEmpty
      || name.hasPrefix(".") || name.utf8.count > 255 || name.printable != name
    {
      return .unsafeName
    }
    return taken.contains(name) ? .nameTaken : nil
  }

  /// The last step of a path: folders of an archive are not kept.
  private static func base(_ path: String) -> String {
    path.steps.last ?? ""
  }

  /// What macOS adds to every archive: no paper of the candidate’s.
  private static func isOfSystem(_ path: String) -> Bool {
    path.hasPrefix("__MACOSX/") || base(path) == ".DS_Store"
  }

  private mutating func note(_ name: String, _ problem: FileProblem) {
    let shown = name.printable.replacing("/", with: "∕").replacing("\\", with: "∖").prefix(80)
    faulty.append(
      StoredFile(
        name: shown.isEmpty ? "(sans nom)" : String(shown), origin: EvidenceArchive.name,
        problems: [NotedProblem(kind: problem)]))
  }

  /// Removes what an earlier archive left.
  private func clear(keeping kept: Set<String>) {
    for entry in (try? Disk.list(folder)) ?? [] where !kept.contains(entry.name) {
      Disk.remove(folder + "/" + entry.name)
    }
  }
}

extension String {
  /// The steps of a path, cut at the very byte: a slash with an accent put on it is a slash all the same.
  fileprivate var steps: [String] {
    unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }
}
