import CArchive
import Glibc
import XML

/// The bytes of an open file, or of the one XML document inside a ZIP, a chunk at a time.
@safe final class ByteSource {
  private let descriptor: Int32
  private let archive: OpaquePointer?
  private static let chunk = 1 << 18

  /// - Throws: `Refusal` when there is no one XML document in the archive.
  init(_ descriptor: Int32) throws(Refusal) {
    self.descriptor = descriptor
    var magic = [UInt8](repeating: 0, count: 2)
    let count = unsafe pread(descriptor, &magic, 2, 0)
    lseek(descriptor, 0, SEEK_SET)
    guard count == 2, magic == [0x50, 0x4B] else {
      unsafe archive = nil
      return
    }
    let wanted = try ByteSource.document(of: descriptor)
    let reader = unsafe try ByteSource.reader(descriptor)
    unsafe archive = reader
    var entry: OpaquePointer?
    while unsafe archive_read_next_header(reader, &entry) == ARCHIVE_OK {
      if let entry = unsafe entry, unsafe Archive.Entry(entry).name == wanted { return }
    }
    throw ByteSource.damaged
  }

  /// The one XML document of an archive; what a Mac adds (`__MACOSX`) is none.
  private static func document(of descriptor: Int32) throws(Refusal) -> String {
    let reader = unsafe try reader(descriptor)
    defer { unsafe archive_read_free(reader) }
    var names: [String] = []
    var entry: OpaquePointer?
    while names.count < 20, unsafe archive_read_next_header(reader, &entry) == ARCHIVE_OK {
      guard let entry = unsafe entry else { break }
      let name = unsafe Archive.Entry(entry).name
      if name.lowercased().hasSuffix(".xml") && !name.hasPrefix("__MACOSX/") { names.append(name) }
    }
    if names.count == 1 { return names[0] }
    throw Refusal(
      Diagnostic(
        code: names.isEmpty ? .archiveEmpty : .archiveSeveral,
        names.isEmpty
          ? "l’archive ne contient pas de document XML" : "l’archive contient plusieurs documents XML",
        advice: names.isEmpty ? "vérifier le fichier" : "en extraire l’export voulu, et le donner seul"))
  }

  private static func reader(_ descriptor: Int32) throws(Refusal) -> OpaquePointer? {
    lseek(descriptor, 0, SEEK_SET)
    let reader = unsafe archive_read_new()
    unsafe archive_read_support_format_zip(reader)
    if unsafe archive_read_open_fd(reader, descriptor, 1 << 16) == ARCHIVE_OK { return unsafe reader }
    unsafe archive_read_free(reader)
    throw damaged
  }

  private static var damaged: Refusal {
    Refusal(
      Diagnostic(
        code: .archiveUnreadable, "l’archive est abîmée ou incomplète",
        advice: "télécharger l’export de nouveau"))
  }

  deinit { if let archive = unsafe archive { unsafe archive_read_free(archive) } }

  /// The next bytes; empty at the end, or when no more can be read (the document then ends too soon, and is told).
  func next() -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: ByteSource.chunk) { buffer, count in
      let read =
        if let archive = unsafe archive {
          unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
        } else {
          unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        }
      count = max(0, read)
    }
  }
}
