import Glibc
import XML

/// The file system, and nothing else: every call here is an effect.
///
/// Nothing follows a symbolic link out of a session, nothing waits on a pipe; what is written is for its owner
/// alone (0600, in folders 0700) and appears whole or not at all.
package enum Disk {
  /// The bytes of a regular file, or nil when there is none.
  /// - Throws: `Refusal` when it is not a regular file, is too large, or cannot be read.
  package static func read(
    _ path: String, named name: String, limit: Int = Limits().bytes
  ) throws(Refusal) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if descriptor < 0 {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw problem(.diskOpen, "le fichier ne s’ouvre pas", file: name)
    }
    defer { close(descriptor) }
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      throw Refusal(
        Diagnostic(
          code: .diskKind, "ce n’est pas un fichier ordinaire", advice: "y mettre le fichier lui-même",
          file: name))
    }
    let size = Int(info.st_size)
    if size > limit {
      throw Refusal(
        Diagnostic(
          code: .diskSize, "le fichier dépasse \(limit >> 20) Mio",
          advice: "vérifier que c’est le bon fichier",
          file: name))
    }
    var bytes = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        return unsafe Glibc.read(descriptor, rest.baseAddress, rest.count)
      }
      if count < 0 { throw problem(.diskRead, "le fichier ne se lit pas", file: name) }
      if count == 0 { break }
      filled += count
    }
    if filled < size { bytes.removeLast(size - filled) }
    return bytes
  }

  /// Replaces a file by one rename, unless it already holds these bytes.
  /// - Returns: whether anything was written.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(Refusal) -> Bool {
    if let old = try? read(path, named: path, limit: max(bytes.count, 1) + 1), old == bytes { return false }
    let temporary = temporaryName(beside: path)
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw problem(.diskWrite, "le fichier ne peut pas être écrit", file: path) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        return unsafe write(descriptor, rest.baseAddress, rest.count)
      }
      if count <= 0 {
        let refusal = problem(.diskWrite, "le fichier ne peut pas être écrit", file: path)
        close(descriptor)
        unsafe unlink(temporary)
        throw refusal
      }
      written += count
    }
    close(descriptor)
    try rename(temporary, to: path)
    return true
  }

  /// The bytes of a file that a person has named: it must be there.
  package static func existing(_ path: String) throws(Refusal) -> [UInt8] {
    if let bytes = try read(path, named: path) { return bytes }
    throw Refusal(
      Diagnostic(code: .diskMissing, "le fichier n’existe pas", advice: "vérifier le chemin", file: path))
  }

  /// Writes a file where the user says, never over another: it may be the only copy of someone's work.
  package static func create(_ path: String, bytes: [UInt8]) throws(Refusal) {
    if let old = try read(path, named: path, limit: .max), old != bytes {
      throw Refusal(
        Diagnostic(
          code: .diskExists, "ce fichier existe déjà : il n’est pas remplacé",
          advice: "donner un autre nom",
          file: path))
    }
    _ = try replace(path, with: bytes)
  }

  /// Puts a temporary file in its place; when that fails, nothing is left of it.
  package static func rename(_ temporary: String, to path: String) throws(Refusal) {
    if unsafe Glibc.rename(temporary, path) != 0 {
      let refusal = problem(.diskWrite, "le fichier ne peut pas être remplacé", file: path)
      unsafe unlink(temporary)
      throw refusal
    }
  }

  /// Makes a folder and those above it.
  package static func makeFolder(_ path: String) throws(Refusal) {
    if unsafe mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
      if unsafe mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    }
    throw problem(.diskFolder, "le dossier ne peut pas être créé", file: path)
  }

  /// Makes a folder inside the output: a link there would lead the results, or their removal, elsewhere.
  package static func makeOwnFolder(_ path: String) throws(Refusal) {
    if try !isOwnFolder(path) { try makeFolder(path) }
  }

  /// Whether an ordinary folder stands at a path; false when nothing does.
  /// - Throws: `Refusal` when something else stands there.
  static func isOwnFolder(_ path: String) throws(Refusal) -> Bool {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let entry = entry(String(path[path.index(after: slash)...]), in: String(path[..<slash]))
    if entry.isThere && entry.kind != .folder {
      throw Refusal(
        Diagnostic(
          code: .diskLink, "ce n’est pas un dossier ordinaire", advice: "l’ôter, puis relancer", file: path)
      )
    }
    return entry.isThere
  }

  /// Where a path really leads; what does not exist yet is added to what does.
  package static func real(_ path: String) -> String {
    if let resolved = unsafe realpath(path, nil) {
      defer { unsafe free(resolved) }
      return unsafe String(cString: resolved)
    }
    guard let slash = path.lastIndex(of: "/") else { return real(".") + "/" + path }
    let above = path[..<slash]
    return real(above.isEmpty ? "/" : String(above)) + path[slash...]
  }

  /// Removes a file, if it is there.
  package static func remove(_ path: String) { unsafe unlink(path) }
  /// Whether something that can be reached stands at a path.
  package static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Makes what was written durable, once for a whole run: a call per file would cost more than all the rest.
  package static func settle() { sync() }

  /// The system’s own reason, in French where people meet it.
  private static func reason(_ number: Int32) -> String {
    switch number {
    case ENOENT, ENOTDIR: "il n’existe pas"
    case EACCES, EPERM: "les droits ne le permettent pas"
    case ELOOP: "c’est un lien symbolique"
    case EISDIR: "c’est un dossier"
    case ENOSPC, EDQUOT: "il n’y a plus de place"
    case EROFS: "le support est en lecture seule"
    case EMFILE, ENFILE: "trop de fichiers sont ouverts"
    case ENAMETOOLONG: "le nom est trop long"
    default: "erreur \(number) du système"
    }
  }

  /// A refusal that gives the system’s own reason.
  package static func problem(_ code: DiagnosticCode, _ message: String, file: String) -> Refusal {
    return Refusal(
      Diagnostic(
        code: code, "\(message) : \(reason(errno))",
        advice: "vérifier l’emplacement, les droits et la place libre",
        file: file))
  }
}
