import CArchive
import Glibc
import XML

/// The bytes of a file, or of the one XML document inside a ZIP, a chunk at a time.
@safe final class ByteSource {
  private let descriptor: Int32
  private let archive: OpaquePointer?
  private static let chunk = 1 << 18

  /// - Throws: `Refusal` when there is no such file, or no XML document in the archive.
  init(_ path: String) throws(Refusal) {
    let opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if opened < 0 { throw Disk.problem("disk.open", "le fichier ne s’ouvre pas", path) }
    guard path.lowercased().hasSuffix(".zip") else {
      descriptor = opened
      unsafe archive = nil
      return
    }
    close(opened)
    descriptor = -1
    let reader = unsafe archive_read_new()
    unsafe archive = reader
    unsafe archive_read_support_format_zip(reader)
    guard unsafe archive_read_open_filename(reader, path, 1 << 16) == ARCHIVE_OK else {
      throw Archive.unreadable(path)
    }
    var entry: OpaquePointer?
    while unsafe archive_read_next_header(reader, &entry) == ARCHIVE_OK {
      if let entry = unsafe entry, unsafe Archive.Entry(entry).name.lowercased().hasSuffix(".xml") { return }
    }
    throw Refusal(
      Diagnostic(
        code: "archive.empty", "l’archive ne contient pas de document XML", advice: "vérifier le fichier",
        file: path))
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if let archive = unsafe archive { unsafe archive_read_free(archive) }
  }

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
