/* Fills the identifier that the user enters into the sample programs. */
(function () {
  "use strict";

  /* Neither the shell nor Python gives one of these characters a meaning at the place of the identifier. */
  var PLAIN = /^[A-Za-z0-9 ._:+=,/()?-]*$/;

  /* The identifier as each language writes it in the programs. */
  function places(identifier) { return [":-" + identifier + "}", ", \"" + identifier + "\")"]; }

  function fill(program, example, identifier) {
    var filled = places(identifier);
    program.value = places(example).reduce(function (text, place, index) {
      return text.replace(place, function () { return filled[index]; });
    }, program.defaultValue);
  }

  function fillAll() {
    var field = document.getElementById("snippet-identifier");
    var identifier = field.value.trim() || field.dataset.example;
    var isPlain = PLAIN.test(identifier);
    field.setAttribute("aria-invalid", String(!isPlain));
    document.getElementById("snippet-identifier-fault").textContent = isPlain ? ""
      : field.dataset.unfit;
    document.querySelectorAll("textarea.program").forEach(function (program) {
      fill(program, field.dataset.example, isPlain ? identifier : field.dataset.example);
    });
  }

  document.addEventListener("input", function (event) {
    if (event.target.id === "snippet-identifier") {
      fillAll();
    }
  });

  /* The server draws the programs again with its example. */
  document.addEventListener("DOMContentLoaded", function () {
    jQuery(document).on("pfAjaxComplete", fillAll);
  });
}());
