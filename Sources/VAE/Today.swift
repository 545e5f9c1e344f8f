import Artefacts
import Glibc

extension Day {
  /// The day of the run, where the machine is.
  static var today: Day {
    var now = time(nil)
    var local = unsafe tm()
    // Both live until the call returns, which keeps neither.
    unsafe localtime_r(&now, &local)
    return Day(Int(unsafe local.tm_year) + 1900, Int(unsafe local.tm_mon) + 1, Int(unsafe local.tm_mday))
      ?? Day(literal: 1970, 1, 1)
  }
}
