/// Of the capacities of a request: those kept from an earlier session, and those still to assess and rule on.
package struct CapacityScope: Sendable {
  package let kept: [String]
  package let expected: [String]

  package init(kept: [String], expected: [String]) { (self.kept, self.expected) = (kept, expected) }
}
