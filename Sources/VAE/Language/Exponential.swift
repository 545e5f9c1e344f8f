import Glibc

/// The two functions of analysis that the model needs.
enum Exponential {
  static func of(_ x: Double) -> Double { exp(x) }
  static func logarithm(_ x: Double) -> Double { log(x) }
}
