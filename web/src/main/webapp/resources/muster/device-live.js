/* A page that is not visible does not poll. It goes on when it is visible again. */
(function () {
  "use strict";

  document.addEventListener("visibilitychange", function () {
    var poll = PrimeFaces.widgets.devicePoll;
    if (!poll) {
      return;
    }
    if (document.hidden) {
      poll.stop();
    } else {
      poll.start();
    }
  });
}());
