/* A page that nobody sees asks the server for nothing; seen again, it goes on. */
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
