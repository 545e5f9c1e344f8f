"""What a page to fill must not lose, nor certify: each was seen to fail."""
import os, unittest
from panels import Panels, CODES
from page import saved


class Losses(Panels):
    def open_interview(self):
        self.form(f"{self.candidate}/interview-form.html")

    def value(self, name):
        return self.find(f"[name='{name}']").get_attribute("value")

    def test_a_save_keeps_the_draft_until_the_page_shows_the_file(self):
        self.open_interview()
        self.fill_interview()
        self.save()
        self.assertIn("enregistré", self.said())
        os.remove(saved(self.downloads, "record.xml"))
        # The file is lost: what was typed is not.
        self.chrome.refresh()
        self.assertEqual(self.value("on"), "2022-02-23")
        self.assertIn("Brouillon retrouvé", self.said())
        self.assertIn("déjà été enregistré", self.said())
        self.save()
        self.keep_record()
        # The page now shows the file itself: the draft goes.
        self.open_interview()
        self.assertIn("ouverte avec le record.xml du dossier", self.said())
        self.assertEqual(self.value("on"), "2022-02-23")
        self.assertEqual(self.chrome.execute_script("return localStorage.length"), 0)
        self.assertEqual(self.errors(), [])

    def test_a_form_whose_record_exists_opens_with_it_and_a_draft_that_differs_is_told(self):
        self.open_interview()
        self.fill_interview(refused="C7")
        self.save()
        self.keep_record()
        self.chrome.execute_script("localStorage.clear()")
        self.open_interview()
        self.assertTrue(self.find("[name='outcome.C7'][value='not-acquired']").is_selected())
        self.write("end", "10:40")
        self.chrome.refresh()
        self.assertEqual(self.value("end"), "10:40")
        self.assertIn("diffère du record.xml du dossier", self.said())
        self.press("#forget")
        self.assertEqual(self.value("end"), "10:50")

    def test_an_absent_candidate_drops_results_only_once_asked(self):
        self.open_interview()
        self.fill_interview()
        self.choose("status", "absent")
        self.save()
        question = self.chrome.switch_to.alert
        self.assertIn("9 résultats", question.text)
        question.dismiss()
        self.assertEqual(os.listdir(self.downloads), [])
        self.assertTrue(self.find("[name='outcome.C9'][value='acquired']").is_selected())
        self.save()
        self.chrome.switch_to.alert.accept()
        with open(saved(self.downloads, "record.xml"), encoding="utf-8") as file:
            self.assertNotIn("assessment", file.read())

    def test_two_tabs_do_not_overwrite_each_other(self):
        self.open_interview()
        self.write("notes", "Du premier onglet")
        first = self.chrome.current_window_handle
        address = self.chrome.current_url
        self.chrome.switch_to.new_window("tab")
        self.chrome.get(address)
        self.assertEqual(self.value("notes"), "Du premier onglet")
        self.write("notes", "Du second onglet")
        self.chrome.switch_to.window(first)
        self.assertIn("un autre onglet", self.said())
        self.write("adjustments", "Tapé trop tard")
        self.chrome.refresh()
        self.assertEqual(self.value("notes"), "Du second onglet")

    def test_the_bar_never_covers_the_field_in_focus(self):
        self.open_interview()
        covered = """
            const bar = document.querySelector('.buttons');
            const fields = [...document.querySelectorAll('form input, form textarea, form button')]
                .filter(field => field.offsetParent && !bar.contains(field));
            return fields.filter(field => {
                field.focus({ preventScroll: false });
                return field.getBoundingClientRect().bottom > bar.getBoundingClientRect().top + 1;
            }).map(field => field.name || field.id);
        """
        for width in (1280, 390, 320):
            self.chrome.set_window_size(width, 700)
            self.assertEqual(self.chrome.execute_script(covered), [], width)

    def test_a_day_to_come_is_told(self):
        self.open_interview()
        self.fill_interview()
        self.write("on", "2199-01-01")
        self.save()
        self.assertIn("n’est pas encore venu", self.said())

    def test_a_review_that_says_nothing_is_not_saved(self):
        self.run_tool("review", self.out)
        self.chrome.get("file://" + os.path.join(self.out, f"{self.candidate}/review-form.html"))
        self.write("by", "Mme EXEMPLE")
        self.write("on", "2022-01-10")
        self.save()
        self.assertIn("Aucun avis n’est donné", self.said())
        self.assertEqual(os.listdir(self.downloads), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
