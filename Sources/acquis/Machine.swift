import Glibc
import XML

/// What the machine must allow before anything is begun: short of it, the tool would stop in the middle of its work.
enum Machine {
  /// The parts of the system that are asked for.
  private static let ownFiles: rlim_t = 24
  /// Four files at once, each read by a program at the ends of some pipes.
  private static let filesPerJob: rlim_t = 40
  private static let ownMemory: rlim_t = 512 << 20
  private static let ownStack: rlim_t = 512 << 10
  private static let memoryPerJob: rlim_t = 64 << 20

  /// Checks what any command needs.
  /// - Throws: `Refusal` that says what is missing, and how to allow it.
  static func check() throws(Refusal) {
    if CommandLine.arguments.isEmpty {
      throw missing(
        "/proc n’est pas accessible : la commande ne peut pas être lue", "monter /proc, puis relancer")
    }
    try check(files: ownFiles, advice: "ulimit -n \(ownFiles)")
    try check(memory: ownMemory)
    try checkStack()
    try checkThreads()
  }

  /// Checks what a run of so many dossiers at once needs.
  static func check(jobs: Int) throws(Refusal) {
    if unsafe access("/dev/null", R_OK | W_OK) != 0 {
      throw missing("/dev/null n’est pas accessible", "monter /dev, puis relancer")
    }
    let files = ownFiles + filesPerJob * rlim_t(jobs)
    try check(files: files, advice: "baisser --jobs, ou permettre davantage (ulimit -n \(files))")
    try check(memory: ownMemory + memoryPerJob * rlim_t(min(jobs, cores)))
  }

  private static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Asks for what is allowed before saying that it is not.
  private static func check(files: rlim_t, advice: String) throws(Refusal) {
    var limit = rlimit()
    unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    if limit.rlim_cur >= files { return }
    limit.rlim_cur = min(files, limit.rlim_max)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    if limit.rlim_cur >= files { return }
    throw missing(
      "le système ne permet que \(limit.rlim_cur) fichiers ouverts, il en faut \(files)", advice)
  }

  private static func check(memory: rlim_t) throws(Refusal) {
    var limit = rlimit()
    unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    if limit.rlim_cur >= memory { return }
    throw missing(
      "le système ne permet que \(limit.rlim_cur >> 20) Mio de mémoire, il en faut \(memory >> 20)",
      "permettre davantage (ulimit -v \(memory >> 10))")
  }

  private static func checkStack() throws(Refusal) {
    var limit = rlimit()
    unsafe getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit)
    if limit.rlim_cur >= ownStack { return }
    throw missing(
      "le système ne permet que \(limit.rlim_cur >> 10) Kio de pile, il en faut \(ownStack >> 10)",
      "permettre davantage (ulimit -s \(ownStack >> 10))")
  }

  /// As many threads as will be wanted are started once, and ended.
  private static func checkThreads() throws(Refusal) {
    var threads: [pthread_t] = []
    var isEnough = true
    for _ in 0..<(2 * cores + 4) where isEnough {
      var thread = pthread_t()
      isEnough =
        unsafe pthread_create(
          &thread, nil,
          { _ in
            usleep(1000); return nil
          }, nil) == 0
      if isEnough { threads.append(thread) }
    }
    for thread in threads { pthread_join(thread, nil) }
    if isEnough { return }
    throw missing(
      "le système ne permet pas assez de processus",
      "en permettre davantage (ulimit -u), ou attendre que d’autres finissent")
  }

  private static func missing(_ message: String, _ advice: String) -> Refusal {
    Refusal(Diagnostic(code: .machineLimit, message, advice: advice))
  }
}
