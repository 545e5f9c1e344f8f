"""What the pages of the panel and the jury keep, take back and refuse."""
import os, re, unittest
from panels import Panels
from page import saved


class Forms(Panels):
    def test_a_second_interview_keeps_the_first(self):
        self.form(f"{self.candidate}/interview-form.html")
        self.write("on", "2022-02-10")
        self.choose("status", "revoked")
        self.press("#another")
        self.assertIn("Annulation : indiquez le motif", self.said())
        self.write("revocation.on", "2022-02-11")
        self.write("revocation.by", "Le centre")
        self.write("revocation.reason", "Commission <irrégulière>.")
        self.press("#another")
        self.assertIn("10/02/2022 — annulé : Commission <irrégulière>.", self.find("#earlier-list").text)
        self.chrome.refresh()
        self.assertIn("10/02/2022", self.find("#earlier-list").text)
        self.fill_interview()
        self.save()
        path = self.keep_record()
        interview = self.text(f"{self.candidate}/interview.xml")
        self.assertIn('<earlier on="2022-02-10" status="revoked">', interview)
        self.assertNotIn('result="not-satisfied"', interview)
        self.reopen(path)
        self.assertIn("10/02/2022", self.find("#earlier-list").text)
        self.assertEqual(self.errors(), [])

    def test_nothing_of_the_first_interview_passes_to_the_second(self):
        self.form(f"{self.candidate}/interview-form.html")
        self.fill_interview()
        self.write("recused.P3", "Membre de la famille")
        self.write("adjustments", "Temps majoré")
        self.write("companyOpinion", "Avis du premier")
        self.press("#another")
        for name in ("recused.P3", "adjustments", "companyOpinion", "on"):
            self.assertEqual(self.find(f"[name='{name}']").get_attribute("value"), "", name)
        self.assertFalse(self.find("[name='present.P1']").is_selected())
        self.write("on", "2022-02-22")
        self.choose("status", "excused")
        self.save()
        self.assertIn("ne peut pas précéder", self.said())
        self.write("on", "2022-02-25")
        self.save()
        with open(self.keep_record(), encoding="utf-8") as file:
            record = file.read()
        first = record[record.index("<earlier"):]
        for kept in ('start="10:00"', 'present member="P1"', "Membre de la famille", "Temps majoré", "Avis du premier", 'assessment capacity="C9"'):
            self.assertIn(kept, first)
            self.assertNotIn(kept, record[:record.index("<earlier")])
        self.assertIn("Avis du premier", self.text(f"{self.candidate}/extract.html"))

    def test_a_decision_of_a_dossier_is_reopened_and_revoked(self):
        self.form("deliberation-form.html")
        self.reopen(os.path.join(self.session, "amandine-exemple/decision.xml"))
        self.choose("amandine-exemple.state", "revoked")
        self.assertFalse(self.find("[name='amandine-exemple.C1'][value='acquired']").is_enabled())
        self.write("amandine-exemple.revocation.on", "2022-03-01")
        self.write("amandine-exemple.revocation.by", "Le jury")
        self.write("amandine-exemple.revocation.reason", "Pièce fausse.")
        self.save()
        self.assertIn("sa date précède", self.said())
        self.write("amandine-exemple.revocation.on", "2022-04-04")
        self.save()
        self.take_decisions()
        self.assertIn('state="recorded" result="revoked"', self.text("amandine-exemple/deliberation.xml"))
        self.assertEqual(len(os.listdir(os.path.join(self.session, "amandine-exemple/decisions"))), 1)

    def test_reopening_takes_all_or_nothing(self):
        self.form(f"{self.candidate}/interview-form.html")
        self.fill_interview(refused="C5")
        absent = self.file("absent.xml", '<record xmlns="urn:acquis:1" on="2022-02-11" status="absent"/>')
        self.reopen(absent)
        self.assertEqual(self.find("[name='reason.C5']").get_attribute("value"), "")
        self.save()
        with open(saved(self.downloads, "record.xml"), encoding="utf-8") as file:
            self.assertNotIn("<assessment", file.read())
        for name, text in [
            ("autre demande", '<record xmlns="urn:acquis:1" number="AUTRE" on="2022-02-11" status="absent"/>'),
            ("membre inconnu", '<record xmlns="urn:acquis:1" on="2022-02-11" status="held"><present member="ZZ"/></record>'),
            ("capacité jugée deux fois", '<record xmlns="urn:acquis:1" on="2022-02-11" status="held"><assessment capacity="C1" outcome="acquired"/><assessment capacity="C1" outcome="not-acquired"/></record>'),
            ("version à venir", '<record xmlns="urn:acquis:1" version="99" on="2022-02-11" status="absent"/>'),
            ("autre document", '<review xmlns="urn:acquis:1"/>'),
        ]:
            self.reopen(self.file("refuse.xml", text))
            self.assertTrue(re.search("rien n’en est repris|n’est pas un record.xml", self.said()), name)
        self.form("deliberation-form.html")
        for text in ('<decisions xmlns="urn:acquis:1" session="AUTRE"/>',
                     '<decisions xmlns="urn:acquis:1" session="2021-11"><case number="VAE-2021-019"><decision on="2022-03-24"/></case></decisions>'):
            self.reopen(self.file("refuse.xml", text))
            self.assertIn("rien n’en est repris", self.said())
        self.assertEqual(self.errors(), [])

    def test_what_is_saved_is_always_valid(self):
        self.form(f"{self.candidate}/interview-form.html")
        self.fill_interview()
        self.put("reason.C1", "x" * 700)
        self.save()
        self.assertIn("trop long de 100 caractères", self.said())
        self.put("reason.C1", "</reason>]]>\u0001 & 'émoji' \U0001F600 \u00a0: « fin »")
        self.put("on", "0202-02-23")
        self.save()
        self.assertIn("année est à vérifier", self.said())
        self.write("on", "2022-02-23")
        self.save()
        check = self.run_tool("check", saved(self.downloads, "record.xml"))
        self.assertEqual(check.returncode, 0, check.stderr)

    def test_what_is_reopened_and_saved_again_is_the_same_document(self):
        self.form(f"{self.candidate}/interview-form.html")
        self.write("on", "2022-02-10")
        self.choose("status", "revoked")
        for name, text in (("on", "2022-02-11"), ("by", "Le centre"), ("reason", "Commission <irrégulière>.")):
            self.write(f"revocation.{name}", text)
        self.press("#another")
        self.fill_interview(refused="C5")
        self.tick("evidence.C1.P1", True)
        self.write("recused.P3", "Membre de la famille")
        self.write("adjustments", "Temps majoré\n\nPause")
        self.write("companyOpinion", "Un avis\nsur deux lignes")
        self.write("notes", "Première note\nsur deux lignes\n\nSeconde note")
        self.same_again("record.xml")
        self.form("deliberation-form.html")
        self.fill_deliberation_of_a_tie()
        self.same_again("decisions.xml")

    def fill_deliberation_of_a_tie(self):
        # The page lists the candidates already interviewed: one of the sample is enough.
        self.candidate = "amandine-exemple"
        self.fill_deliberation(refused="C7")
        self.write(f"{self.candidate}.remark", "Salle changée")
        self.write(f"{self.candidate}.settled", "Le jury tranche.")
        self.write(f"{self.candidate}.recused.J5", "Ancien employeur")
        for name, count in (("for", 1), ("against", 1), ("abstain", 1)):
            self.write(f"{self.candidate}.{name}", str(count))
        self.tick(f"{self.candidate}.casting", True)

    def same_again(self, name):
        """Saves, reopens in a page without a draft, saves again: not a byte may differ."""
        self.save()
        path = saved(self.downloads, name)
        with open(path, encoding="utf-8") as file:
            first = file.read()
        self.assertIn(' version="', first.split(">")[1])
        self.assertEqual(self.run_tool("check", path).returncode, 0)
        kept = os.path.join(self.work, name)
        os.rename(path, kept)
        self.chrome.refresh()
        self.reopen(kept)
        self.save()
        with open(saved(self.downloads, name), encoding="utf-8") as file:
            self.assertEqual(file.read(), first)
        self.assertEqual(self.errors(), [])

    def test_drafts_of_two_candidates_and_two_sessions_stay_apart(self):
        self.form(f"{self.candidate}/interview-form.html")
        self.write("companyOpinion", "Brouillon de Karine")
        self.chrome.get("file://" + os.path.join(self.out, "hugo-prototype/interview-form.html"))
        self.assertEqual(self.find("[name=companyOpinion]").get_attribute("value"), "")
        self.chrome.get("file://" + os.path.join(self.out, self.candidate, "interview-form.html"))
        self.assertEqual(self.find("[name=companyOpinion]").get_attribute("value"), "Brouillon de Karine")
        self.assertIn(":2021-11:", self.find("form").get_attribute("data-draft"))

    def test_no_page_is_wider_than_a_narrow_screen(self):
        for page in (f"{self.candidate}/interview-form.html", "deliberation-form.html"):
            self.form(page)
            for box in self.chrome.find_elements("css selector", "[name$='.skip']"):
                self.tick(box.get_attribute("name"), False)
            self.chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                        {"width": 390, "height": 1000, "deviceScaleFactor": 1, "mobile": True})
            self.assertLessEqual(self.chrome.execute_script("return document.documentElement.scrollWidth"), 390, page)

    def test_every_field_has_a_name_for_who_does_not_see(self):
        for page in (f"{self.candidate}/interview-form.html", "deliberation-form.html"):
            self.form(page)
            unnamed = self.chrome.execute_script("""
                return [...document.querySelectorAll('input, textarea, select, button')].filter(field =>
                  !field.labels?.length && !field.getAttribute('aria-label') && !field.textContent.trim()).map(field => field.name)""")
            self.assertEqual(unnamed, [], page)


if __name__ == "__main__":
    unittest.main(verbosity=2)
