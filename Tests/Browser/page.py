"""What the tests in a real Chromium share: a copy of the sample session, a browser, a file saved."""
import os, shutil, subprocess, tempfile, time, unittest
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

    def text(self, name):
        with open(os.path.join(self.out, name), encoding="utf-8") as file:
            return file.read()

    def tick(self, name, on):
        box = self.find(f"[name='{name}']")
        self.chrome.execute_script("arguments[0].scrollIntoView({block: 'center'})", box)
        if box.is_selected() != on:
            box.click()

    def press(self, selector):
        button = self.find(selector)
        self.chrome.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
        button.click()

    def put(self, name, text):
        """A text that no keyboard types."""
        self.chrome.execute_script("arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
                                   self.find(f"[name='{name}']"), text)

    def file(self, name, text):
        path = os.path.join(self.work, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def reopen(self, path):
        """Opens a saved file in the page, and waits until it is read."""
        self.chrome.execute_script("document.getElementById('said').textContent = ''")
        self.find("#reopen").send_keys(path)
        for _ in range(50):
            if self.said():
                return
            time.sleep(0.1)
        raise AssertionError("the page said nothing")

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
