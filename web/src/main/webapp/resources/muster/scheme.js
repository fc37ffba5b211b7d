/* Light or dark. The browser keeps what its user chose; otherwise the system decides. It runs in the head, before anything is drawn. */
(function () {
  "use strict";

  var KEY = "muster.scheme";

  function chosen() {
    try {
      return window.localStorage.getItem(KEY) || "system";
    } catch (noStorage) {
      return "system";
    }
  }

  function keep(scheme) {
    try {
      window.localStorage.setItem(KEY, scheme);
    } catch (noStorage) {
      /* Then the choice is for this page only. */
    }
  }

  function use(scheme) {
    if (scheme === "light" || scheme === "dark") {
      document.documentElement.dataset.scheme = scheme;
    } else {
      delete document.documentElement.dataset.scheme;
    }
    document.querySelectorAll("[data-choose-scheme]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.chooseScheme === scheme));
    });
    document.dispatchEvent(new CustomEvent("muster:scheme"));
  }

  use(chosen());
  document.addEventListener("DOMContentLoaded", function () { use(chosen()); });
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-choose-scheme]");
    if (button) {
      keep(button.dataset.chooseScheme);
      use(button.dataset.chooseScheme);
    }
  });

  /* Another tab of the same user. */
  window.addEventListener("storage", function (event) {
    if (event.key === KEY) {
      use(chosen());
    }
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", function () { use(chosen()); });
}());
