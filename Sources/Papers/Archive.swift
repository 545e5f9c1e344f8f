import Artefacts
import CArchive
import Glibc
import XML

/// A ZIP container, read through libarchive within bounds: entries, bytes of an entry, bytes in all, and how much
/// it swells. Nothing is written by libarchive, and no link or device is ever followed.
package enum Archive {
  /// What is read before an archive is taken for a bomb.
  package struct Bounds {
    var entries = 20_000
    var entryBytes = 256 << 20
    var totalBytes = 1 << 30
    /// Times that the whole may be larger than the file: office documents stay under 50.
    var swelling = 200

    package init(
      entries: Int = 20_000, entryBytes: Int = 256 << 20, totalBytes: Int = 1 << 30, swelling: Int = 200
    ) {
      (self.entries, self.entryBytes, self.totalBytes) = (entries, entryBytes, totalBytes)
      self.swelling = swelling
    }
  }

  /// One entry, its name as it is spelled in the container.
  package struct Entry {
    package let name: String
    package let isFile: Bool
    package let isFolder: Bool
    package let isEncrypted: Bool
  }

  /// What became of the bytes of an entry.
  package enum Ending {
    case whole
    /// Its bytes do not decompress, or do not match their checksum.
    case damaged
    /// It would swell beyond the bounds: not read on.
    case tooLarge
  }

  /// The bytes of one entry, to be read once while it is given.
  @safe package final class Data {
    private let reader: OpaquePointer
    private let room: Int
    fileprivate(set) var read = 0

    fileprivate init(reader: OpaquePointer, room: Int) {
      unsafe self.reader = reader
      self.room = room
    }

    /// Gives the bytes a part at a time, whatever their number.
    package func each(_ body: (ArraySlice<UInt8>) throws(Refusal) -> Void) throws(Refusal) -> Ending {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = unsafe buffer.withUnsafeMutableBytes {
          unsafe archive_read_data(reader, $0.baseAddress, $0.count)
        }
        if count == 0 { return .whole }
        if count < 0 { return .damaged }
        if read + count > room { return .tooLarge }
        read += count
        try body(buffer[..<count])
      }
    }

    /// All of them at once; nil with the reason when they cannot be had.
    package func whole() -> (bytes: [UInt8]?, ending: Ending) {
      var bytes: [UInt8] = []
      guard let ending = try? each({ bytes += $0 }) else { return (nil, .damaged) }
      return (ending == .whole ? bytes : nil, ending)
    }
  }

  /// Goes through the entries in their order. `wanted` says which to read; each of those is given, whole or with what
  /// kept it from being read: one bad entry hides no other.
  /// - Throws: `Refusal` with `archive.unreadable` or `archive.bomb` (too many entries); what was given stands.
  package static func read(
    _ descriptor: Int32, bounds: Bounds = Bounds(), wanted: (Entry) -> Bool,
    give: (Entry, Data) throws(Refusal) -> Void
  ) throws(Refusal) {
    guard let reader = unsafe archive_read_new() else { throw unreadable() }
    defer { unsafe archive_read_free(reader) }
    unsafe archive_read_support_format_zip_seekable(reader)
    lseek(descriptor, 0, SEEK_SET)
    guard unsafe archive_read_open_fd(reader, descriptor, 1 << 16) == ARCHIVE_OK else { throw unreadable() }
    var total = 0
    var count = 0
    let most = min(bounds.totalBytes, (1 << 20) + bounds.swelling * size(descriptor))
    while true {
      var pointer: OpaquePointer?
      let status = unsafe archive_read_next_header(reader, &pointer)
      if status == ARCHIVE_EOF { return }
      guard status >= ARCHIVE_WARN, let pointer = unsafe pointer else { throw unreadable() }
      count += 1
      if count > bounds.entries { throw bomb(nil, "plus de \(bounds.entries) fichiers") }
      let entry = unsafe Entry(pointer)
      if !wanted(entry) { continue }
      let data = unsafe Data(reader: reader, room: min(bounds.entryBytes, most - total))
      try give(entry, data)
      total += data.read
    }
  }

  /// The parts of a document, by their name.
  /// - Throws: `Refusal` when the container is damaged, swells beyond reason, or holds two parts of one name: which of them a
  ///   program shows, nobody knows.
  package static func parts(
    _ descriptor: Int32, wanted: (Entry) -> Bool
  ) throws(Refusal) -> [String: [UInt8]] {
    var parts: [String: [UInt8]] = [:]
    var names: Set<String> = []
    try read(descriptor, bounds: Bounds(entryBytes: 64 << 20, totalBytes: 192 << 20), wanted: wanted) {
      (entry, data) throws(Refusal) in
      if !names.insert(entry.name.lowercased()).inserted { throw doubled(entry.name) }
      let (bytes, ending) = data.whole()
      switch ending {
      case .whole: parts[entry.name] = bytes
      case .damaged: throw unreadable(entry.name)
      case .tooLarge: throw bomb(entry.name, "son contenu dépasse ce qu’il est raisonnable de décompresser")
      }
    }
    return parts
  }

  private static func doubled(_ name: String) -> Refusal {
    Refusal(
      Diagnostic(
        code: .archiveUnreadable, "ce document est mal formé : deux de ses parties portent le même nom",
        advice: "le rouvrir dans le logiciel qui l’a fait et l’enregistrer de nouveau", file: name))
  }

  /// Opens what names with accents are spelled by, before the doors are shut: libarchive spells them in the locale’s
  /// encoding, and without one of Unicode gives nothing.
  package static func open() -> Bool { unsafe setlocale(LC_CTYPE, "C.UTF-8") != nil }

  private static func size(_ descriptor: Int32) -> Int {
    var info = stat()
    return unsafe fstat(descriptor, &info) == 0 ? Int(info.st_size) : 0
  }

  /// A container that does not open.
  package static func unreadable(_ name: String? = nil) -> Refusal {
    Refusal(
      Diagnostic(
        code: .archiveUnreadable, "l’archive est abîmée, chiffrée, ou n’est pas un ZIP",
        advice: "demander au candidat de la refaire", file: name))
  }

  /// A container that swells beyond reason.
  package static func bomb(_ name: String?, _ what: String) -> Refusal {
    Refusal(
      Diagnostic(
        code: .archiveBomb, "l’archive est démesurée : \(what)",
        advice: "demander les fichiers eux-mêmes", file: name))
  }
}

extension Archive.Entry {
  init(_ pointer: OpaquePointer) {
    let raw: [UInt8] =
      if let path = unsafe archive_entry_pathname(pointer) {
        unsafe Array(UnsafeBufferPointer(start: path, count: strlen(path))).map { UInt8(bitPattern: $0) }
      } else if let path = unsafe archive_entry_pathname_utf8(pointer) {
        unsafe Array(UnsafeBufferPointer(start: path, count: strlen(path))).map { UInt8(bitPattern: $0) }
      } else {
        []
      }
    name = String(validating: raw, as: UTF8.self) ?? CodePage.text(raw)
    let kind = unsafe archive_entry_filetype(pointer)
    let link = unsafe archive_entry_hardlink(pointer)
    isFile = unsafe kind == S_IFREG && link == nil
    isFolder = kind == S_IFDIR
    isEncrypted = unsafe archive_entry_is_encrypted(pointer) == 1
  }
}

/// Names that older Windows tools put in ZIP files without saying so: the DOS page of Western Europe.
package enum CodePage {
  /// CP850 from 0x80; where CP437 differs, no French letter does.
  package static let high = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
      + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´­±‗¾¶§÷¸°¨·¹³²■ ").unicodeScalars)

  static func text(_ bytes: [UInt8]) -> String {
    String(
      String.UnicodeScalarView(
        bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : high[min(Int($0) - 0x80, high.count - 1)] }))
  }
}
