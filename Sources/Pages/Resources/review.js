// The adviser’s review: each proposal confirmed, dismissed, or another capacity added.
(function () {
  "use strict";

  document.addEventListener("acquis-form", ({ detail: forms }) => forms.start({
    next: "placez-le dans le dossier du candidat, puis relancez « acquis run ».",
  }));
})();
