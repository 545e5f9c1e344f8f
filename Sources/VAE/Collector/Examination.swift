import XML

/// One file: hashed and typed in one pass, then looked into by the reader of its type.
enum Examination {
  static func examine(_ place: Collector.Place, _ antivirus: Antivirus?) async -> StoredFile {
    let entry = place.entry
    let name = Folder.printable(entry.name)
    var file = StoredFile(name: name, size: entry.size, origin: place.origin)
    if name != entry.name || name.hasPrefix(".") { file.note(.unsafeName) }
    guard entry.kind == .file else {
      file.size = 0
      file.note(.notAFile)
      return file
    }
    guard let pass = Pass(place.path) else {
      file.note(.unreadable)
      return file
    }
    (file.size, file.sha256) = (pass.size, pass.digest)
    let after = Disk.entry(entry.name, in: place.folder)
    if after.modified != entry.modified || after.size != pass.size { file.note(.changed) }
    if pass.size == 0 {
      file.note(.empty)
      return file
    }
    file.type = FileType(pass, path: place.path)
    if pass.isEncryptedOffice {
      file.note(.encrypted)
    } else if file.type == .unknown {
      file.note(.unknownType)
    } else if FileType(extensionOf: name) != file.type {
      file.note(.mistyped)
    }
    if file.type != .unknown, !file.type.isContainer, pass.hidesArchive { file.note(.polyglot) }
    await look(into: &file, pass, place.path)
    if let antivirus { await antivirus.scan(place.path, &file) }
    return file
  }

  private static func look(into file: inout StoredFile, _ pass: Pass, _ path: String) async {
    switch file.type {
    case .pdf:
      if pass.holdsActions { file.note(.activeContent) }
      if pass.holdsCalls { file.note(.external) }
      await PDF.look(into: &file, pass, path)
    case .png: if !pass.endsLike([0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]) { file.note(.truncated) }
    case .jpeg: if !JPEG.isWhole(path) { file.note(.truncated) }
    case .docx, .odt: office(&file, path)
    case .xlsx, .ods, .zip, .text, .unknown: break
    }
  }

  private static func office(_ file: inout StoredFile, _ path: String) {
    do throws(Refusal) {
      let text = try OfficeText(path)
      file.sensitive = Sensitivity.find(in: text.blocks.map(\.text).joined(separator: "\n"))
      if text.aside.externals > 0 { file.note(.external) }
      if text.aside.macros > 0 { file.note(.macros) }
      if text.aside.embedded > 0 { file.note(.embeddedFiles) }
    } catch {
      let isBomb = error.diagnostics.contains { $0.code == "archive.bomb" || $0.code == "xml.doctype" }
      file.note(isBomb ? .bomb : .truncated)
    }
  }
}

extension StoredFile {
  /// Notes a problem once.
  mutating func note(_ kind: FileProblem) {
    if !problems.contains(where: { $0.kind == kind }) { problems.append(Trouble(kind: kind)) }
  }
}
