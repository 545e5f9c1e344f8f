/// What is counted of one experience.
package enum LineTreatment: String, Code {
  case declared
  case computed
  case unrelated
  case excluded
  case after
  case unknown
}

/// One line of the count, as a person would check it.
package struct HoursLine: Shaped {
  package var rank: Int
  package var status: ActivityStatus
  package var start: Day
  package var end: Day
  package var weekly: Hours?
  package var declared: Hours?
  package var computed: Hours?
  package var treatment: LineTreatment
  package var fullTimeYear: Hours?
  package var counted: Hours
  package var position: String

  package static let shape = Shape(
    "line", Self.init,
    .attribute("rank", \.rank),
    .attribute("status", \.status),
    .attribute("from", \.start),
    .attribute("to", \.end),
    .attribute("weekly", \.weekly),
    .attribute("declared", \.declared),
    .attribute("computed", \.computed),
    .attribute("treatment", \.treatment),
    .attribute("fullTimeYear", \.fullTimeYear),
    .attribute("counted", \.counted),
    .text("position", \.position))

  package init(
    rank: Int, status: ActivityStatus, start: Day, end: Day, weekly: Hours? = nil, declared: Hours? = nil,
    computed: Hours? = nil, treatment: LineTreatment, fullTimeYear: Hours? = nil, counted: Hours,
    position: String
  ) {
    (self.rank, self.status, self.start, self.end, self.weekly) = (rank, status, start, end, weekly)
    (self.declared, self.computed, self.treatment) = (declared, computed, treatment)
    (self.fullTimeYear, self.counted, self.position) = (fullTimeYear, counted, position)
  }
}

/// The hours counted, and what other ways of counting would change.
package struct HoursCount: Shaped {
  package var related: Hours
  package var training: Hours
  package var computed: Hours
  package var overlap: Hours
  package var minimum: Hours?
  package var trainingShare: Int?
  package var lines: [HoursLine]

  package static let shape = Shape(
    "hours", Self.init,
    .attribute("related", \.related),
    .attribute("training", \.training),
    .attribute("computed", \.computed),
    .attribute("overlap", \.overlap),
    .attribute("minimum", \.minimum),
    .attribute("trainingShare", \.trainingShare),
    .child(\.lines))

  package init(
    related: Hours, training: Hours, computed: Hours, overlap: Hours, minimum: Hours? = nil,
    trainingShare: Int? = nil, lines: [HoursLine]
  ) {
    (self.related, self.training, self.computed) = (related, training, computed)
    (self.overlap, self.minimum, self.trainingShare) = (overlap, minimum, trainingShare)
    self.lines = lines
  }
}
