import XML

extension Pipeline {
  /// The VAE path, from the request to the jury’s dossier.
  package static func vae() throws(Refusal) -> Pipeline {
    try Pipeline([
      Stage(assessRequest),
      Stage(reading: DossierReading.read),
      Stage(collecting: Collector.collect),
      Stage(takeIn),
      Stage(map),
      Stage(prepareGuide),
      Stage(recordInterview),
      Stage(deliberate),
      Stage(page: InterviewExtract.name, InterviewExtract.page),
      Stage(page: JuryPage.name, JuryPage.page),
      Stage(page: ResultLetter.name, ResultLetter.page),
    ])
  }
}
