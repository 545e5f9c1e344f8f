/// A result of the jury or an interview taken back: who, why, and for the jury the result that it was. What was
/// ruled stays where it was written.
package struct Revocation: Shaped {
  package var date: Day
  package var by: String
  package var previous: AwardResult?
  package var reason: String

  package static let shape = Shape(
    "revocation", Self.init,
    .attribute("on", \.date),
    .attribute("by", \.by),
    .attribute("previous", \.previous),
    .text("reason", \.reason))

  package init(date: Day, by: String, previous: AwardResult? = nil, reason: String) {
    (self.date, self.by, self.previous, self.reason) = (date, by, previous, reason)
  }
}
