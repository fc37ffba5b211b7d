/* Sets the focus after a key was added to a model or removed. */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};

  Muster.focusLastKey = function () {
    var names = document.querySelectorAll("#keys [data-key-name]");
    if (names.length) {
      names[names.length - 1].focus();
    }
  };

  Muster.focusAddKey = function () {
    document.getElementById("add-key").focus();
  };
}());
