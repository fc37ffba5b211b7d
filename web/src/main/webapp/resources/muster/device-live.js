/* A page that is not visible does not poll, and neither does one in whose times somebody types: a poll would draw them again. */
(function () {
  "use strict";

  function isTyping() { return Boolean(document.activeElement && document.activeElement.closest("[data-pauses]")); }

  function follow() {
    var poll = PrimeFaces.widgets.devicePoll;
    if (!poll) {
      return;
    }
    if (document.hidden || isTyping()) {
      poll.stop();
    } else if (!poll.isActive()) {
      poll.start();
    }
  }

  document.addEventListener("visibilitychange", follow);
  document.addEventListener("focusin", follow);
  document.addEventListener("focusout", function () { window.setTimeout(follow, 0); });
}());
