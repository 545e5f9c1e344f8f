"""Filling the pages of the panel and of the jury as people would."""
import os, shutil
from page import Page, saved

CODES = [f"C{number}" for number in range(1, 10)]


class Panels(Page):
    candidate = "karine-epreuve"

    def form(self, name):
        """The page, made again from what the last run wrote."""
        done = self.run_tool("forms", self.session, "-o", self.out)
        self.assertIn("jules-brouillon/request.xml", done.stderr)
        self.assertIn(name, done.stdout)
        self.chrome.get("file://" + os.path.join(self.out, name))

    def run_session(self):
        return self.run_tool("run", self.session, "-o", self.out)

    def fill_interview(self, refused=None):
        self.write("on", "2022-02-23")
        self.write("start", "10:00")
        self.write("end", "10:50")
        self.choose("status", "held")
        for member in ("P1", "P2"):
            self.tick(f"present.{member}", True)
        for code in CODES:
            self.choose(f"outcome.{code}", "not-acquired" if code == refused else "acquired")
        if refused:
            self.write(f"reason.{refused}", "N'a pas lu les textes <nouveaux> & n'en tire rien.")

    def keep_record(self):
        path = saved(self.downloads, "record.xml")
        check = self.run_tool("check", path)
        self.assertEqual(check.returncode, 0, check.stderr)
        target = os.path.join(self.session, self.candidate, "record.xml")
        shutil.move(path, target)
        self.run_session()
        return target

    def fill_deliberation(self, refused=None):
        self.write("on", "2022-03-24")
        for member in ("J1", "J2", "J4", "J5"):
            self.tick(f"present.{member}", True)
        for article in self.chrome.find_elements("css selector", "[data-candidate]"):
            name = article.get_attribute("data-candidate")
            self.tick(f"{name}.skip", name != self.candidate)
        self.choose(f"{self.candidate}.conformity", "true")
        self.tick(f"{self.candidate}.examined", True)
        for code in CODES:
            self.choose(f"{self.candidate}.{code}", "not-acquired" if code == refused else "acquired")
        if refused:
            self.write(f"{self.candidate}.{refused}.reason", "Comme la commission.")

    def take_decisions(self):
        path = saved(self.downloads, "decisions.xml")
        check = self.run_tool("check", path)
        self.assertEqual(check.returncode, 0, check.stderr)
        done = self.run_tool("import-decisions", path, "-o", self.session)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.run_session()
        return path
