/* The head of the page on a telephone: a button shows and hides the areas. */
(function () {
  "use strict";

  function show(isOpen) {
    var button = document.getElementById("menu-button");
    button.setAttribute("aria-expanded", String(isOpen));
    button.closest(".top").classList.toggle("open", isOpen);
  }

  function isOpen() {
    var button = document.getElementById("menu-button");
    return Boolean(button) && button.getAttribute("aria-expanded") === "true";
  }

  document.addEventListener("click", function (event) {
    if (event.target.closest("#menu-button")) {
      show(!isOpen());
    } else if (isOpen() && !event.target.closest(".top")) {
      show(false);
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && isOpen() && !event.defaultPrevented) {
      show(false);
      document.getElementById("menu-button").focus();
    }
  });
}());
