/*
 * Takes the secret of a one-time link from the fragment of the address, which browsers do not send, and puts it into the
 * form. The address loses it, so that it does not stay in the history.
 */
document.addEventListener("DOMContentLoaded", function () {
  "use strict";

  var field = document.getElementById("secret");
  if (!field) {
    return;
  }
  if (window.location.hash.length > 1) {
    field.value = window.location.hash.substring(1);
    window.history.replaceState(null, "", window.location.pathname);
  }
  document.getElementById("link-missing").hidden = field.value !== "";
});
