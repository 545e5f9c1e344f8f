"""An interview and a deliberation entered through their pages, no XML typed by hand, up to the result."""
import os, shutil, time, unittest
from page import Page, saved

CODES = [f"C{number}" for number in range(1, 10)]


class Panels(Page):
    candidate = "karine-epreuve"

    def interview(self, refused="C7"):
        self.run_tool("forms", self.session, "-o", self.out)
        self.chrome.get("file://" + os.path.join(self.out, self.candidate, "interview-form.html"))
        self.save()
        self.assertIn("Indiquez la date", self.said())
        self.write("on", "2022-02-23")
        self.write("start", "10:00")
        self.write("end", "09:00")
        self.choose("status", "held")
        for member in ("P1", "P2"):
            self.tick(f"present.{member}")
        self.write("adjustments", "Temps majoré d'un tiers")
        for code in CODES:
            self.choose(f"outcome.{code}", "not-acquired" if code == refused else "acquired")
        self.save()
        self.assertIn("La fin doit suivre le début", self.said())
        self.assertIn("« non acquis » demande un motif", self.said())
        self.write("end", "10:50")
        self.write(f"reason.{refused}", "N'a pas lu les textes <nouveaux> & n'en tire rien.")
        self.tick("evidence.C1.P1")
        self.write("notes", "Première note\n\nSeconde note")
        self.save()
        return saved(self.downloads, "record.xml")

    def test_interview_then_deliberation(self):
        path = self.interview()
        check = self.run_tool("check", path)
        self.assertEqual(check.returncode, 0, check.stderr)
        shutil.copy(path, os.path.join(self.session, self.candidate, "record.xml"))
        self.run_tool("run", self.session, "-o", self.out)
        record = self.text(f"{self.candidate}/interview.xml")
        self.assertIn("Temps majoré d&apos;un tiers" if "&apos;" in record else "Temps majoré d'un tiers", record)
        self.assertEqual(record.count("<note>"), 2)
        self.assertNotIn('result="not-satisfied"', record)

        # Reopened where no draft was kept.
        self.chrome.execute_script("localStorage.clear()")
        self.chrome.refresh()
        self.find("#reopen").send_keys(path)
        time.sleep(0.5)
        self.assertTrue(self.find("[name='outcome.C7'][value='not-acquired']").is_selected())
        self.assertTrue(self.find("[name='evidence.C1.P1']").is_selected())

        # The jury.
        self.run_tool("forms", self.session, "-o", self.out)
        self.chrome.get("file://" + os.path.join(self.out, "deliberation-form.html"))
        self.write("on", "2022-03-24")
        for member in ("J1", "J2", "J4", "J5"):
            self.tick(f"present.{member}")
        for article in self.chrome.find_elements("css selector", "[data-candidate]"):
            name = article.get_attribute("data-candidate")
            if name != self.candidate:
                self.tick(f"{name}.skip")
        self.save()
        self.assertIn("récapitulatif est à examiner", self.said())
        self.choose(f"{self.candidate}.conformity", "true")
        self.tick(f"{self.candidate}.examined")
        for code in CODES:
            self.choose(f"{self.candidate}.{code}", "not-acquired" if code == "C7" else "acquired")
        self.write(f"{self.candidate}.C7.reason", "Comme la commission.")
        self.write(f"{self.candidate}.for", "2")
        self.write(f"{self.candidate}.against", "2")
        self.save()
        self.assertIn("voix du président", self.said())
        self.tick(f"{self.candidate}.casting")
        self.assertIn("validation partielle", self.find(f"[data-candidate='{self.candidate}'] .result").text)
        self.save()
        decisions = saved(self.downloads, "decisions.xml")
        self.assertEqual(self.run_tool("check", decisions).returncode, 0, self.run_tool("check", decisions).stderr)
        imported = self.run_tool("import-decisions", decisions, "-o", self.session)
        self.assertEqual(imported.returncode, 0, imported.stderr)
        self.run_tool("run", self.session, "-o", self.out)
        deliberation = self.text(f"{self.candidate}/deliberation.xml")
        self.assertIn('state="recorded" result="partial"', deliberation)
        # Nothing is replaced.
        path = os.path.join(self.session, self.candidate, "decision.xml")
        with open(path, encoding="utf-8") as file:
            kept = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(kept.replace('against="2"', 'against="1"'))
        self.assertEqual(self.run_tool("import-decisions", decisions, "-o", self.session).returncode, 1)
        self.assertEqual(self.errors(), [])

    def test_keyboard_alone_reaches_the_button(self):
        self.run_tool("forms", self.session, "-o", self.out)
        self.chrome.get("file://" + os.path.join(self.out, self.candidate, "interview-form.html"))
        unnamed = self.chrome.execute_script("""
            return [...document.querySelectorAll('input, textarea, select, button')].filter(field =>
              !field.labels?.length && !field.getAttribute('aria-label') && !field.textContent.trim()).map(field => field.name)""")
        self.assertEqual(unnamed, [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
