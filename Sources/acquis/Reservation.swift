import ArgumentParser
import Artefacts
import Engine
import Files
import Glibc
import XML

/// The turn of a command that writes: one at a time in a folder.
struct Reservation: ParsableArguments {
  @Flag(help: "Attendre son tour si un autre traitement écrit dans le dossier.")
  var wait = false

  /// Reserves an output folder, made when it is not there.
  func output(_ out: String) throws(Refusal) -> FolderLock {
    try Disk.makeFolder(out)
    let lock = try FolderLock(
      out + "/" + Results.marker, resting: Results.mark, holder: Reservation.holder,
      waits: { wait && !Interruption.isAsked })
    try WholeSet.finish(out)
    return lock
  }

  /// Reserves the output folder that a run has left.
  func results(_ out: String) throws(Refusal) -> FolderLock {
    _ = try Results(out)
    return try output(out)
  }

  /// Reserves a session’s folder, and removes what a killed command left half-written there.
  func session(_ folder: String) throws(Refusal) -> FolderLock {
    let lock = try FolderLock(
      folder + "/" + WholeSet.lock, resting: [], holder: Reservation.holder,
      waits: { wait && !Interruption.isAsked })
    try WholeSet.finish(folder)
    Disk.sweep(folder)
    return lock
  }

  /// Who writes, and since when, for the one who comes second.
  private static var holder: String {
    var now = time(nil)
    var utc = unsafe tm()
    unsafe gmtime_r(&now, &utc)
    let date = unsafe [utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday].map(Int.init)
    let clock = unsafe [utc.tm_hour, utc.tm_min].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let day = Day(date[0], date[1], date[2])?.label ?? ""
    return "processus \(getpid()) depuis le \(day) à \(clock[0]):\(clock[1]) UTC"
  }
}
