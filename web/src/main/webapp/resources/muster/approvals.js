/* Selects devices that wait for a decision, and approves or rejects them. */
(function () {
  "use strict";

  var Muster = window.Muster;

  function boxes() { return Array.from(document.querySelectorAll("[data-choose]")); }

  function chosen() {
    return boxes().filter(function (box) { return box.checked; }).map(function (box) { return box.dataset.choose; });
  }

  function show() {
    var number = chosen().length;
    var all = document.querySelector("[data-choose-all]");
    var said = document.getElementById("chosen-count");
    document.querySelectorAll("[data-decide]:not([data-one])").forEach(function (button) { button.disabled = number === 0; });
    if (all) {
      all.checked = number > 0 && number === boxes().length;
    }
    if (said) {
      said.textContent = number === 0 ? "" : Muster.say("chosen-count", "selected", number);
    }
  }

  document.addEventListener("change", function (event) {
    if (event.target.matches("[data-choose-all]")) {
      boxes().forEach(function (box) { box.checked = event.target.checked; });
    }
    if (event.target.matches("[data-choose-all], [data-choose]")) {
      show();
    }
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-decide]");
    if (button) {
      window[button.dataset.decide]([{name: "ids", value: button.dataset.one || chosen().join(",")}]);
    }
  });

  document.addEventListener("DOMContentLoaded", function () {
    jQuery(document).on("pfAjaxComplete", show);
  });
}());
