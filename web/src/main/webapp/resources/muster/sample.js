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

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-sample]");
    if (button) {
      PF("upload").show();
      window.fetch(button.dataset.sample).then(function (answer) {
        return answer.ok ? answer.blob() : Promise.reject(answer);
      }).then(choose, function () { window.Muster.tell("error", button.dataset.refused); });
    }
  });
}());
