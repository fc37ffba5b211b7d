/* Whether a chosen file can still be read. A browser keeps its name, size and time, and does not read the file if they differ. */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};
  var OPENING = 16;

  function sentence(error) {
    return Muster.say("upload-texts", error && error.name === "NotFoundError" ? "fileMoved" : "fileChanged");
  }

  Muster.file = {
    /* Resolves to a sentence, or to null if the file has not changed since it was chosen. */
    fault: function (file) {
      return file.slice(0, OPENING).arrayBuffer().then(function () { return null; }, sentence);
    }
  };
}());
