/* A page that is live reads its numbers again every few seconds. It stops while the page cannot be seen, and after a quarter of an hour in which nobody
   touched it: each look counts as a use of the session, which has to end if nobody is there. */
(function () {
  "use strict";

  var PATIENCE = 15 * 60 * 1000;
  var touched = Date.now();
  var paused = false;

  function isWatched() {
    return !document.hidden && Date.now() - touched < PATIENCE;
  }

  function show(isLive) {
    var text = document.getElementById("live-text");
    if (paused === isLive) {
      paused = !isLive;
      text.textContent = isLive ? text.dataset.live : text.dataset.paused;
      text.parentElement.classList.toggle("paused", paused);
    }
  }

  function check() {
    var poll = PrimeFaces.widgets.overviewPoll || PrimeFaces.widgets.arrivalPoll;
    if (!poll) {
      return;
    }
    if (isWatched() && paused) {
      show(true);
      poll.start();
    } else if (!isWatched() && !paused) {
      show(false);
      poll.stop();
    }
  }

  ["pointermove", "pointerdown", "keydown", "wheel", "focus"].forEach(function (kind) {
    window.addEventListener(kind, function () {
      touched = Date.now();
      check();
    }, {passive: true});
  });
  document.addEventListener("visibilitychange", check);
  window.setInterval(check, 5000);
}());
