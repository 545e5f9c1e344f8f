// The adviser’s review: each proposal confirmed, dismissed, or another capacity added.
(function () {
  "use strict";

  document.addEventListener("acquis-form", ({ detail: forms }) => {
    // Saved without a word, it would say that someone has read.
    const problems = () => {
      if (forms.named(forms.built(), "item").length) return [];
      const text = "Aucun avis n’est donné : confirmez, écartez ou ajoutez au moins une capacité.";
      return [{ field: forms.form.querySelector("input[type=radio]").name, text }];
    };
    forms.start({
      next: "placez-le dans le dossier du candidat, puis relancez « acquis run ».", problems,
    });
  });
})();
