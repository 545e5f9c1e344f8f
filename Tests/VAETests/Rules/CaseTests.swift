import Testing
import XML

@testable import Artefacts

@Suite("Table de cas de recevabilité")
struct CaseTests {
  @Test("There are at least sixty cases, each with a name of its own")
  func count() {
    #expect(Case.all.count >= 60)
    #expect(Set(Case.all.map(\.name)).count == Case.all.count)
  }

  @Test("Each case comes out as its article says", arguments: Case.all)
  func outcome(each: Case) throws {
    var request = Fixture.request
    let received = each.received ?? each.begun
    request.reception.initiatedOn = Fixture.day(each.begun)
    request.reception.receivedOn = Fixture.day(received)
    request.reception.completeOn = each.complete.map { Fixture.day($0 == "same" ? received : $0) }
    request.reception.decision = each.decided.map {
      RequestDecision(outcome: $0.0, date: Fixture.day($0.1), by: "Commission", reason: "motif")
    }
    if let prior = each.prior {
      request.nature = .renewal
      request.prior = PriorAdmissibility(
        date: Fixture.day(prior.on), until: prior.until.map(Fixture.day), by: "Commission")
      request.attachments.append(
        Artefacts.Attachment(
          kind: .admissibilityNotice, signatures: nil, separatesWork: nil, title: "Notification")
      )
    }
    request.experiences[0].start = Fixture.day("2005-01-03")
    request.experiences[0].end = Fixture.day("2017-04-20")
    request.experiences[0].weeklyHours = nil
    request.experiences[0].totalHours = Hours(each.hours - each.training)
    if each.training > 0 {
      var training = request.experiences[0]
      training.status = .professionalisation
      training.start = Fixture.day("2014-09-01")
      training.end = Fixture.day("2015-08-31")
      training.workplaceHours = Hours(each.training)
      request.experiences.append(training)
      request.attachments.append(
        Artefacts.Attachment(
          kind: .trainingCertificate, signatures: nil, separatesWork: true, title: "Attestation")
      )
    }
    let admissibility = try Fixture.assess(request, asOf: each.asOf ?? received) {
      $0.parameters.onNationalPortal = each.portal
      $0.parameters.branchMinimum = each.branch
    }
    #expect(admissibility.outcome == each.outcome)
    #expect(admissibility.basis == each.basis)
    #expect(admissibility.regime?.name == each.regime)
    #expect(!admissibility.findings.isEmpty)
  }
}
