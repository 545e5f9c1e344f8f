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
      try Archive.read(.path(path)) { entry in
        if entry.isFolder || EvidenceArchive.isOfSystem(entry.name) { return false }
        guard let fault = EvidenceArchive.fault(of: entry) else { return true }
        faults.append((entry.name, fault))
        return false
      } give: { (entry, data) throws(Refusal) in
        let name = EvidenceArchive.name(of: entry.name, apartFrom: names)
        let draft = try Draft(folder + "/" + name) { write throws(Refusal) in
          switch try data.each(write) {
          case .whole: return true
          case .damaged: faults.append((entry.name, .truncated))
          case .tooLarge: faults.append((entry.name, .bomb))
          }
          return false
        }
        guard let draft else { return }
        names.insert(name)
        kept.insert(name)
        try draft.keepIfNew()
      }
    } catch {
      let codes = error.diagnostics.map(\.code)
      guard codes.contains(.archiveBomb) || codes.contains(.archiveUnreadable) else { throw error }
      faults.append((EvidenceArchive.name, codes.contains(.archiveBomb) ? .bomb : .truncated))
    }
    for (name, fault) in faults { note(name, fault) }
    clear(keeping: kept)
  }

  private static func fault(of entry: Archive.Entry) -> FileProblem? {
    let name = base(entry.name)
    let steps = entry.name.steps
    if !entry.isFile { return .notAFile }
    if entry.isEncrypted { return .encrypted }
    if entry.name.hasPrefix("/") || steps.contains("..") || entry.name.contains("\\") || name.isEmpty
      || name.hasPrefix(".") || name.utf8.count > 255 || name.printable != name
    {
      return .unsafeName
    }
    return nil
  }

  /// The name that an entry takes among the others: its own, else with its folders before it, else numbered. Two files of one
  /// name are two files.
  private static func name(of path: String, apartFrom taken: Set<String>) -> String {
    let steps = path.steps.filter { !$0.isEmpty && $0 != "." }
    let numbered = (2...).lazy.map { "\($0) - \(base(path))" }
    let names = [base(path), steps.joined(separator: " - "), "\(EvidenceArchive.name) - \(base(path))"]
    return names.first { !taken.contains($0) && $0.utf8.count <= 255 }
      ?? numbered.first { !taken.contains($0) } ?? base(path)
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
