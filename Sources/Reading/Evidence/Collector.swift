import Artefacts
import Channel
import Files
import XML

/// The impure stage: what was really handed in, under `evidence/` and in archives, each file with its size,
/// type by content, SHA-256, and what is wrong with it. A file that cannot be read is in the list all the same.
package enum Collector {
  /// Looks at every file of a dossier, those of its archive included.
  package static func collect(_ folder: Folder, _ session: Session) async throws(Refusal) -> Inventory {
    let path = folder.evidence
    let holder = Disk.entry(Evidence.folder, in: folder.sources)
    if holder.kind != .folder, Disk.exists(path) {
      throw Refusal(
        Diagnostic(
          code: .evidenceKind, "evidence n’est pas un dossier ordinaire",
          advice: "y mettre les fichiers eux-mêmes",
          file: "\(folder.id)/\(Evidence.folder)"))
    }
    let handIn = try EvidenceArchive.unpack(folder, taken: Set((try Disk.list(path) ?? []).map(\.name)))
    var places = (try Disk.list(path) ?? []).map { Place(entry: $0, folder: path, origin: nil) }
    places += (try Disk.list(handIn.folder) ?? []).map {
      Place(entry: $0, folder: handIn.folder, origin: handIn.origins[$0.name]?.printable)
    }
    let antivirus = session.parameters.antivirus.map(Antivirus.init)
    let isRecognising = session.parameters.recognition == true
    var memory = ReadingMemory(
      folder,
      tools: Readers.versions() + (isRecognising ? "_recognising" : "") + (await antivirus?.version() ?? ""))
    places.removeAll { $0.entry.name.isOfSystem }
    let files = await examine(places, &memory, isRecognising, antivirus)
    memory.save()
    return Inventory(
      files: (files + handIn.faulty).sorted { ($0.name, $0.origin ?? "") < ($1.name, $1.origin ?? "") })
  }

  /// One file to look at.
  struct Place: Sendable {
    let entry: Disk.Entry
    let folder: String
    let origin: String?
    var path: String { folder + "/" + entry.name }
  }

  /// Files looked at together within one dossier.
  private static let width = 4

  private static func examine(
    _ places: [Place], _ memory: inout ReadingMemory, _ isRecognising: Bool, _ antivirus: Antivirus?
  ) async -> [StoredFile] {
    var files = [StoredFile?](repeating: nil, count: places.count)
    var fresh: [Int] = []
    for (index, place) in places.enumerated() {
      files[index] = memory.recall(place)
      if files[index] == nil { fresh.append(index) }
    }
    await withTaskGroup(of: (Int, StoredFile).self) { group in
      var waiting = fresh.makeIterator()
      func next(_ group: inout TaskGroup<(Int, StoredFile)>) {
        guard let index = waiting.next() else { return }
        let place = places[index]
        group.addTask { (index, await Examination.examine(place, isRecognising, antivirus)) }
      }
      for _ in 0..<width { next(&group) }
      while let (index, file) = await group.next() {
        files[index] = file
        next(&group)
      }
    }
    for index in fresh { if let file = files[index] { memory.keep(file, of: places[index]) } }
    return files.compactMap { $0 }
  }
}
