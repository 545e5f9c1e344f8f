/// A day on which the jury sits.
package struct JuryDay: Shaped {
  package var date: Day
  /// When the unions were asked to name their members, and when the employers were told of the release.
  package var askedOn: Day?
  package var noticeOn: Day?
  /// When the regional joint committee was told of the composition and the calendar.
  package var regionToldOn: Day?

  package static let shape = Shape(
    "jury", Self.init,
    .attribute("on", \.date),
    .attribute("askedOn", \.askedOn),
    .attribute("noticeOn", \.noticeOn),
    .attribute("regionToldOn", \.regionToldOn))

  package init(date: Day, askedOn: Day? = nil, noticeOn: Day? = nil, regionToldOn: Day? = nil) {
    (self.date, self.askedOn, self.noticeOn) = (date, askedOn, noticeOn)
    self.regionToldOn = regionToldOn
  }
}

/// When and where one candidate is heard.
package struct Slot: Shaped {
  /// Of the request.
  package var number: String
  package var date: Day
  /// Local time, `HH:MM`.
  package var time: String
  package var minutes: Int?
  package var place: String?
  package var link: String?

  package static let shape = Shape(
    "slot", Self.init,
    .attribute("number", \.number),
    .attribute("on", \.date),
    .attribute("at", \.time),
    .attribute("minutes", \.minutes),
    .attribute("place", \.place),
    .attribute("link", \.link))

  package init(
    number: String, date: Day, time: String, minutes: Int? = nil, place: String? = nil, link: String? = nil
  ) {
    (self.number, self.date, self.time) = (number, date, time)
    (self.minutes, self.place, self.link) = (minutes, place, link)
  }
}

/// The calendar of the session.
package struct Calendar: Shaped {
  package var depositBy: Day?
  package var interviewsFrom: Day?
  package var interviewsTo: Day?
  package var slots: [Slot]
  package var juries: [JuryDay]

  package static let shape = Shape(
    "calendar", Self.init,
    .attribute("depositBy", \.depositBy),
    .attribute("interviewsFrom", \.interviewsFrom),
    .attribute("interviewsTo", \.interviewsTo),
    .child(\.slots),
    .child(\.juries))

  package init(
    depositBy: Day? = nil, interviewsFrom: Day? = nil, interviewsTo: Day? = nil, slots: [Slot] = [],
    juries: [JuryDay]
  ) {
    (self.depositBy, self.interviewsFrom) = (depositBy, interviewsFrom)
    (self.interviewsTo, self.slots, self.juries) = (interviewsTo, slots, juries)
  }
}
