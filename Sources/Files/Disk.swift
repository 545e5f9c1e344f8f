import Glibc
import XML

/// The file system, and nothing else: every call here is an effect.
///
/// Nothing follows a symbolic link, on the way or at the end; nothing waits on a pipe; what is written is for its owner
/// alone (0600, in folders 0700) and appears whole or not at all.
package enum Disk {
  /// The bytes of a regular file, or nil when there is none.
  /// - Throws: `Refusal` when it is not a regular file, is too large, or cannot be read.
  package static func read(
    _ path: String, named name: String, limit: Int = Limits().bytes
  ) throws(Refusal) -> [UInt8]? {
    let descriptor = Holder.open(path)
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

  /// The bytes of a file that a person has named: it must be there.
  package static func existing(_ path: String) throws(Refusal) -> [UInt8] {
    if let bytes = try read(straight(path), named: path) { return bytes }
    throw Refusal(
      Diagnostic(code: .diskMissing, "le fichier n’existe pas", advice: "vérifier le chemin", file: path))
  }

  /// Refuses what a person has named and is no file that can be read.
  package static func requireFile(_ path: String, advice: String) throws(Refusal) {
    let descriptor = Holder.open(straight(path))
    if descriptor < 0 { throw problem(.diskOpen, "le fichier ne s’ouvre pas", file: path) }
    defer { close(descriptor) }
    var info = stat()
    if unsafe fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG { return }
    throw Refusal(
      Diagnostic(code: .diskKind, "ce n’est pas un fichier ordinaire", advice: advice, file: path))
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

  /// A path that a person has named, free of links: as it was named when there are none, and else where it leads.
  package static func straight(_ path: String) -> String {
    if let holder = Holder(of: path) { return holder.endsInLink ? real(path) : path }
    return errno == ELOOP ? real(path) : path
  }

  /// Whether something that can be reached stands at a path.
  package static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// The system’s own reason, in French where people meet it.
  private static func reason(_ number: Int32) -> String {
    switch number {
    case ENOENT, ENOTDIR: "il n’existe pas"
    case EACCES, EPERM: "les droits ne le permettent pas"
    case ELOOP: "un lien symbolique se trouve sur le chemin"
    case EISDIR: "c’est un dossier"
    case ENOSPC, EDQUOT: "il n’y a plus de place"
    case EROFS: "le support est en lecture seule"
    case EMFILE, ENFILE: "trop de fichiers sont ouverts"
    case ENAMETOOLONG: "le nom est trop long"
    case EFBIG: "il dépasse la taille permise"
    case ENOMEM: "la mémoire manque"
    case EIO, ENXIO, ENODEV: "le support ne répond pas correctement"
    case ETIMEDOUT, ESTALE, EHOSTDOWN, ENOTCONN: "le serveur de fichiers ne répond pas"
    case EAGAIN, EBUSY, ETXTBSY: "un autre programme s’en sert"
    case EXDEV: "il serait sur un autre support"
    case ENOTEMPTY, EEXIST: "quelque chose s’y trouve déjà"
    case EILSEQ, EINVAL: "le support n’admet pas ce nom"
    case ENOLCK, ENOSYS, EOPNOTSUPP: "le support ne le permet pas"
    default: "le système le refuse (erreur \(number))"
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
