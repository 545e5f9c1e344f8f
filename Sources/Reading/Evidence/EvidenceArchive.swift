import Artefacts
import Channel
import Files
import XML

/// Evidence handed in as `evidence.zip`: unpacked beside the results, every entry accounted for. A reader takes it apart.
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
    let inquiry = Readers.ask(path, as: .archive)
    var names = Names(taken)
    var kept: Set<String> = []
    while let element = inquiry.nextElement() {
      let problem = element.problem
      guard element.name == "entry", let entry = element["name"] else {
        if element.name == "fault" { note(EvidenceArchive.name, problem ?? .truncated) }
        continue
      }
      if let problem = problem ?? (entry.steps.last?.isPlainName == true ? nil : .unsafeName) {
        note(entry, problem)
        continue
      }
      let name = names.name(of: entry)
      guard let draft = try draft(of: entry, as: name, from: inquiry) else { continue }
      names.taken.insert(name)
      kept.insert(name)
      try draft.keepIfNew()
    }
    switch inquiry.ending {
    case .stopped: note(EvidenceArchive.name, .stopped)
    case .failed, nil: note(EvidenceArchive.name, .unexamined)
    case .answered: break
    }
    clear(keeping: kept)
  }

  /// The bytes of an entry, waiting for their place; nil, and told, when they are not whole.
  private mutating func draft(
    of entry: String, as name: String, from inquiry: Inquiry
  ) throws(Refusal) -> Draft? {
    var problem: FileProblem?
    let draft = try Draft(folder + "/" + name) { write throws(Refusal) in
      while let frame = inquiry.next() {
        switch frame {
        case .bytes(let bytes): try write(bytes[...])
        case .element(let ending):
          problem = ending.problem
          return problem == nil
        case .end: break
        }
      }
      return false
    }
    if let problem { note(entry, problem) }
    return draft
  }

  /// The names that entries take among the others. Two files of one name are two files.
  private struct Names {
    var taken: Set<String>
    private var numbers: [String: Int] = [:]

    init(_ taken: Set<String>) { self.taken = taken }

    /// Its own, else with its folders before it, else numbered.
    mutating func name(of path: String) -> String {
      let steps = path.steps.filter { !$0.isEmpty && $0 != "." }
      let base = steps.last ?? path
      let names = [base, steps.joined(separator: " - "), "\(EvidenceArchive.name) - \(base)"]
      if let name = names.first(where: { !taken.contains($0) && $0.utf8.count <= 255 }) { return name }
      var end = base
      while end.utf8.count > 240 { end.removeFirst() }
      while true {
        let number = numbers[end, default: 1] + 1
        numbers[end] = number
        if !taken.contains("\(number) - \(end)") { return "\(number) - \(end)" }
      }
    }
  }

  private mutating func note(_ name: String, _ problem: FileProblem) {
    faulty.append(
      StoredFile(
        name: name.printable, origin: EvidenceArchive.name, problems: [NotedProblem(kind: problem)]))
  }

  /// Removes what an earlier archive left.
  private func clear(keeping kept: Set<String>) {
    for entry in (try? Disk.list(folder)) ?? [] where !kept.contains(entry.name) {
      Disk.remove(folder + "/" + entry.name)
    }
  }
}

extension Element {
  /// What a reader found wrong with an entry.
  fileprivate var problem: FileProblem? { self["problem"].flatMap(FileProblem.init) }
}
