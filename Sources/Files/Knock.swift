import Glibc

/// A disk that never answers holds whoever asks it, and no signal helps: another thread asks first.
@safe final class Knock: @unchecked Sendable {
  private let folder: String
  private let answered: UnsafeMutablePointer<sem_t>

  private init(_ folder: String) {
    self.folder = folder
    unsafe answered = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    unsafe sem_init(answered, 0, 0)
  }

  deinit {
    unsafe sem_destroy(answered)
    unsafe answered.deallocate()
  }

  /// How long a disk may take to wake, in seconds.
  private static let patience = 20

  /// Whether the first byte of each file of a folder, and of the folders in it, can be asked for.
  static func isAnswered(_ folder: String) -> Bool {
    let knock = Knock(folder)
    let held = unsafe Unmanaged.passRetained(knock).toOpaque()
    var thread = pthread_t()
    let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { held in
      guard let held = unsafe held else { return nil }
      let knock = unsafe Unmanaged<Knock>.fromOpaque(held).takeRetainedValue()
      Knock.touch(knock.folder, depth: 0)
      unsafe sem_post(knock.answered)
      return nil
    }
    guard unsafe pthread_create(&thread, nil, body, held) == 0 else {
      unsafe Unmanaged<Knock>.fromOpaque(held).release()
      return true
    }
    pthread_detach(thread)
    var until = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &until)
    until.tv_sec += patience
    while unsafe sem_timedwait(knock.answered, &until) != 0 { if errno != EINTR { return false } }
    return true
  }

  private static func touch(_ folder: String, depth: Int) {
    for entry in (try? Disk.list(folder)) ?? [] {
      if entry.kind == .folder && depth == 0 { touch(folder + "/" + entry.name, depth: 1) }
      guard entry.kind == .file else { continue }
      let descriptor = Holder.open(folder + "/" + entry.name)
      if descriptor < 0 { continue }
      var byte: UInt8 = 0
      _ = unsafe pread(descriptor, &byte, 1, 0)
      close(descriptor)
    }
  }
}

extension Disk {
  /// Whether what holds a folder answers: its files, and those of the folders in it, can be read from.
  package static func answers(_ folder: String) -> Bool { Knock.isAnswered(folder) }
}
