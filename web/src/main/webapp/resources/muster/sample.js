/* "Import the sample": opens the dialog of an import with a sample file in it. The user still says whose devices they are. */
(function () {
  "use strict";

  function choose(blob) {
    var field = document.getElementById("file");
    var files = new DataTransfer();
    files.items.add(new File([blob], "sample.csv", {type: "text/csv"}));
    field.files = files.files;
    field.dispatchEvent(new Event("change", {bubbles: true}));
  }

  function refuse() { window.Muster.tell("error", "The sample cannot be loaded. Try again, or choose a file of your own."); }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-sample]");
    if (button) {
      PF("upload").show();
      window.fetch(button.dataset.sample).then(function (answer) {
        return answer.ok ? answer.blob() : Promise.reject(answer);
      }).then(choose, refuse);
    }
  });
}());
