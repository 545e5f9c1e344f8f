"""The review page in a real Chromium: opened from a file, filled, saved, applied by the next run, reopened."""
import os, shutil, subprocess, sys, tempfile, time, unittest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.chrome.service import Service

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TOOL = os.environ.get("ACQUIS", os.path.join(ROOT, ".build/release/acquis"))


def browser(downloads):
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1100,1400"):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": downloads, "download.prompt_for_download": False})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


def saved(folder, name, old=None):
    """The file once it is whole."""
    path = os.path.join(folder, name)
    for _ in range(100):
        if os.path.exists(path) and not any(entry.endswith(".crdownload") for entry in os.listdir(folder)):
            return path
        time.sleep(0.1)
    raise AssertionError(f"{name} was not saved: {os.listdir(folder)}")


class Page(unittest.TestCase):
    def setUp(self):
        self.work = tempfile.mkdtemp(prefix="acquis-browser-")
        self.session, self.out = os.path.join(self.work, "session"), os.path.join(self.work, "out")
        self.downloads = os.path.join(self.work, "downloads")
        os.mkdir(self.downloads)
        shutil.copytree(os.path.join(ROOT, "Samples/session-2021-11"), self.session, ignore=shutil.ignore_patterns("expected"))
        self.run_tool("run", self.session, "-o", self.out)
        self.chrome = browser(self.downloads)

    def tearDown(self):
        self.chrome.quit()
        shutil.rmtree(self.work)

    def run_tool(self, *arguments):
        return subprocess.run([TOOL, *arguments], capture_output=True, text=True)

    def find(self, selector):
        return self.chrome.find_element(By.CSS_SELECTOR, selector)

    def write(self, name, text):
        field = self.find(f"[name='{name}']")
        if field.get_attribute("type") in ("date", "time"):
            self.chrome.execute_script("arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))", field, text)
        else:
            field.clear()
            field.send_keys(text)

    def choose(self, name, value):
        self.chrome.execute_script("arguments[0].scrollIntoView({block: 'center'})", self.find(f"[name='{name}'][value='{value}']"))
        self.find(f"[name='{name}'][value='{value}']").click()

    def save(self):
        self.find("button[type=submit]").click()

    def said(self):
        return self.find("#said").text

    def errors(self):
        return [entry for entry in self.chrome.get_log("browser") if entry["level"] == "SEVERE"]


class Review(Page):
    def open(self):
        self.assertEqual(self.run_tool("review", self.out).returncode, 0)
        self.chrome.get("file://" + os.path.join(self.out, "karine-epreuve/review-form.html"))

    def test_filled_saved_applied_reopened(self):
        self.open()
        self.save()
        self.assertIn("Écrivez votre nom", self.said())
        self.write("by", "Mme <EXEMPLE> & Cie")
        self.write("on", "2022-01-10")
        self.choose("S1.C1", "confirmed")
        self.choose("S2.C9", "dismissed")
        self.write("S2.C9.reason", "Passage d'un \"collègue\" & d'autres")
        self.choose("S1.C3", "added")
        self.save()
        path = saved(self.downloads, "review.xml")
        check = self.run_tool("check", path)
        self.assertEqual(check.returncode, 0, check.stderr)
        shutil.copy(path, os.path.join(self.session, "karine-epreuve/review.xml"))
        self.run_tool("run", self.session, "-o", self.out)
        mapping = open(os.path.join(self.out, "karine-epreuve/mapping.xml"), encoding="utf-8").read()
        for verdict in ("confirmed", "dismissed", "added"):
            self.assertIn(f'verdict="{verdict}"', mapping)
        self.assertNotIn("mapping.stale", mapping)
        # Reopened in a page that has kept no draft.
        self.chrome.execute_script("localStorage.clear()")
        self.chrome.refresh()
        self.find("#reopen").send_keys(path)
        time.sleep(0.5)
        self.assertTrue(self.find("[name='S1.C3'][value='added']").is_selected())
        self.assertEqual(self.find("[name='by']").get_attribute("value"), "Mme <EXEMPLE> & Cie")
        self.assertEqual(self.errors(), [])

    def test_draft_is_kept_and_forgotten(self):
        self.open()
        self.write("by", "Mme EXEMPLE")
        self.chrome.refresh()
        self.assertEqual(self.find("[name='by']").get_attribute("value"), "Mme EXEMPLE")
        self.find("#forget").click()
        self.chrome.refresh()
        self.assertEqual(self.find("[name='by']").get_attribute("value"), "")

    def test_nothing_is_fetched(self):
        self.open()
        entries = self.chrome.execute_script("return performance.getEntriesByType('resource').map(e => e.name)")
        self.assertEqual(entries, [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
