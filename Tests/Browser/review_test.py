"""The review page: opened from a file, filled, saved, applied by the next run, reopened."""
import os, shutil, time, unittest
from page import Page, saved


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
        mapping = self.text("karine-epreuve/mapping.xml")
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
