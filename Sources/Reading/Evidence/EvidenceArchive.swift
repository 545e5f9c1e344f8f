import Artefacts
import Channel
import Files
import XML

/// Evidence handed in as archives, `evidence.zip` or by any name: unpacked beside the results, every entry accounted for. A
/// reader takes them apart.
package struct EvidenceArchive {
  let folder: String
  /// The archive that each unpacked file comes from.
  private(set) var origins: [String: String] = [:]
  /// Entries that were not unpacked, each with its reason.
  private(set) var faulty: [StoredFile] = []

  /// - Parameter taken: the names already under `evidence/`.
  static func unpack(_ folder: Folder, taken: Set<String>) throws(Refusal) -> EvidenceArchive {
    var handIn = EvidenceArchive(folder: folder.unpacked)
    var names = Names(taken)
    for archive in try Disk.list(folder.sources) ?? [] where isOne(archive.name) && !archive.name.isOfSystem {
      guard archive.kind == .file else {
        handIn.note(archive.name, .notAFile, in: archive.name)
        continue
      }
      try Disk.makeFolder(folder.derived)
      try Disk.makeOwnFolder(handIn.folder)
      try handIn.take(archive.name, in: folder.sources, &names)
    }
    handIn.clear()
    return handIn
  }

  /// Whether a file is an archive, by its name.
  @Sendable package static func isOne(_ name: String) -> Bool { name.lowercased().hasSuffix(".zip") }

  private init(folder: String) { self.folder = folder }

  private mutating func take(_ archive: String, in sources: String, _ names: inout Names) throws(Refusal) {
    let inquiry = Readers.ask(sources + "/" + archive, as: .archive)
    while let element = inquiry.nextElement() {
      let problem = element.problem
      guard element.name == "entry", let entry = element["name"] else {
        if element.name == "fault" { note(archive, problem ?? .truncated, in: archive) }
        continue
      }
      if let problem = problem ?? (entry.steps.last?.isPlainName == true ? nil : .unsafeName) {
        note(entry, problem, in: archive)
        continue
      }
      let name = names.name(of: entry, in: archive)
      guard let draft = try draft(of: entry, in: archive, as: name, from: inquiry) else { continue }
      names.taken.insert(name)
      origins[name] = archive
      try draft.keepIfNew()
    }
    switch inquiry.ending {
    case .stopped: note(archive, .stopped, in: archive)
    case .failed, nil: note(archive, .unexamined, in: archive)
    case .answered: break
    }
  }

  /// The bytes of an entry, waiting for their place; nil, and told, when they are not whole.
  private mutating func draft(
    of entry: String, in archive: String, as name: String, from inquiry: Inquiry
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
    if let problem { note(entry, problem, in: archive) }
    return draft
  }

  /// The names that entries take among the others. Two files of one name are two files.
  private struct Names {
    var taken: Set<String>
    private var numbers: [String: Int] = [:]

    init(_ taken: Set<String>) { self.taken = taken }

    /// Its own, else with its folders before it, else numbered.
    mutating func name(of path: String, in archive: String) -> String {
      let steps = path.steps.filter { !$0.isEmpty && $0 != "." }
      let base = steps.last ?? path
      let names = [base, steps.joined(separator: " - "), "\(archive) - \(base)"]
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

  private mutating func note(_ name: String, _ problem: FileProblem, in archive: String) {
    faulty.append(
      StoredFile(
        name: name.printable, origin: archive.printable, problems: [NotedProblem(kind: problem)]))
  }

  /// Removes what earlier archives left.
  private func clear() {
    for entry in (try? Disk.list(folder)) ?? [] where origins[entry.name] == nil {
      Disk.remove(folder + "/" + entry.name)
    }
  }
}

extension Element {
  /// What a reader found wrong with an entry.
  fileprivate var problem: FileProblem? { self["problem"].flatMap(FileProblem.init) }
}
