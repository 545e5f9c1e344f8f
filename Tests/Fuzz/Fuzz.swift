import Artefacts
import CPapers
import Channel
import Glibc
import Papers
import Schemas
import XML

// What libFuzzer calls, over and over: one kind of paper a process, named by ACQUIS_FUZZ (see `run`).

private let kind = unsafe getenv("ACQUIS_FUZZ").map { unsafe String(cString: $0) } ?? "xml"
private let opened: Bool = {
  papers_open()
  return Magic.open() && Archive.open()
}()

/// A file without a name, in memory.
private let file: Int32 = {
  let path = "/dev/shm/acquis-fuzz-\(getpid())"
  defer { unsafe unlink(path) }
  return unsafe open(path, O_RDWR | O_CREAT | O_EXCL, 0o600)
}()

/// One paper.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard opened, count > 0 else { return 0 }
  let data = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  switch kind {
  case "xml": _ = try? Schemas.read(Dossier.name, data, file: "f.xml")
  case "pdf":
    var facts = pdf_facts()
    _ = unsafe pdf_look(bytes, count, &facts, { _, _, _, _ in }, nil)
    _ = unsafe pdf_text(bytes, count, { _, _, _, _ in }, nil)
  case "picture":
    var facts = picture_facts()
    _ = unsafe jpeg_look(bytes, count, &facts)
    _ = unsafe png_look(bytes, count, &facts)
    for other in [picture_heif, picture_webp, picture_tiff] {
      _ = unsafe view_look(other, bytes, count, &facts)
    }
  default: unsafe read(bytes, count)
  }
  return 0
}

/// What is read from an open file.
private func read(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
  ftruncate(file, 0)
  guard unsafe pwrite(file, bytes, count, 0) == count else { exit(2) }
  switch kind {
  case "docx": _ = PaperReading.dossier(file, origin: "dossier.docx")
  case "odt": _ = PaperReading.dossier(file, origin: "dossier.odt")
  case "zip": ArchiveReading.read(file) { _ in }
  case "table": TableReading.read(file) { _ in }
  case "export": ExportReading.read(file, code: "RNCP2") { _ in }
  case "report": _ = PaperReading.document(file)
  default: exit(2)
  }
}
