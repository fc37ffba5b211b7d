/* Whether a chosen file can still be read. A browser keeps its name, size and time, and does not read the file if they differ. */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};
  var OPENING = 16;

  function sentence(error) {
    return error && error.name === "NotFoundError"
      ? "The file is no longer where you chose it: it was moved, renamed or deleted. Choose it again."
      : "The file has changed since you chose it; choose it again.";
  }

  Muster.file = {
    /* Resolves to a sentence, or to null if the file has not changed since it was chosen. */
    fault: function (file) {
      return file.slice(0, OPENING).arrayBuffer().then(function () { return null; }, sentence);
    }
  };
}());
