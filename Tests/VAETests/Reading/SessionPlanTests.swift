import Schemas
import Testing

@testable import Reading

@Suite("Le classeur tient tout ce que tiennent session.xml et request.xml")
struct SessionPlanTests {
  /// Every place of a document that holds a text, walked in its schema.
  private func places(_ node: SchemaTree, _ path: String = "") -> [String] {
    node.parts.flatMap { part -> [String] in
      let place = (path.isEmpty ? "" : path + "/") + (part.isAttribute ? "@" : "") + part.name
      if ["@version", "provenance"].contains(place) { return [] }
      return part.form != nil ? [place] : places(part, place)
    }
  }

  @Test("Each element and attribute has its column", arguments: ["session", "request"])
  func whole(document: String) {
    let plans =
      document == "session"
      ? [SessionPlan.sheet] + SessionPlan.ofSession : [SessionPlan.requests] + SessionPlan.ofRequest
    let columns = Set(
      plans.flatMap { plan in plan.columns.map { (plan.place.isEmpty ? "" : plan.place + "/") + $0.path } })
    let places = places(SchemaTree.document(document))
    #expect(places.count > 50)
    #expect(places.filter { !columns.contains($0) } == [])
  }

  @Test("No two columns of a sheet bear one title, and no title says another column")
  func titles() {
    for plan in [SessionPlan.sheet, SessionPlan.requests] + SessionPlan.ofSession + SessionPlan.ofRequest {
      let titles = plan.headings.names.map(plan.headings.title)
      #expect(Set(titles.map(Spreadsheet.plain)).count == titles.count, "\(plan.name)")
      for name in plan.headings.names {
        #expect(
          plan.headings.column(plan.headings.title(name)) == Spreadsheet.plain(name), "\(plan.name) \(name)")
      }
    }
  }
}
