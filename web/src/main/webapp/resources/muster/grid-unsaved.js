/*
 * Changes of cells that the server has not accepted yet. They are marked, sent again, and kept over a login; a user who
 * leaves the page is asked first. If the server does not answer, they are sent again after 2, 4, 8 and at most 30 seconds.
 */
(function () {
  "use strict";

  var Muster = window.Muster;
  /* No answer, or the answer of a server or a proxy that will answer later (RFC 9110 section 15; RFC 6585 section 4). */
  var LATER = [0, 408, 429, 502, 503, 504];
  var FIRST_WAIT = 2000;
  var LONGEST_WAIT = 30000;
  var wait = FIRST_WAIT;
  var timer = null;
  var restored = 0;
  var isCutOff = false;

  function part(id) { return document.getElementById(id); }

  function say(name, first, second, third) { return Muster.say("grid-texts", name, first, second, third); }

  function isOpen() { return Boolean(timer) || Muster.grid.refused().length > 0; }

  function sentence(number) {
    return say(timer ? "unsavedWaiting" : "unsavedRefused", number);
  }

  function note(cell, isUnsaved) {
    var box = cell.closest("td");
    var id = "unsaved-" + cell.dataset.row + "-" + cell.dataset.column;
    var said = part(id);
    var described = (cell.getAttribute("aria-describedby") || "").split(" ").filter(function (other) { return other && other !== id; });
    box.classList.toggle("unsaved-box", isUnsaved);
    if (isUnsaved && !said) {
      said = document.createElement("span");
      said.id = id;
      said.className = "not-saved";
      said.textContent = say("notSaved");
      box.appendChild(said);
    } else if (!isUnsaved && said) {
      said.remove();
    }
    cell.setAttribute("aria-describedby", described.concat(isUnsaved ? [id] : []).join(" "));
  }

  function show() {
    var bar = part("grid-unsaved");
    var changes = Muster.grid.pending();
    document.querySelectorAll("#grid .cell.saving, #grid .unsaved-box .cell").forEach(function (cell) {
      cell.classList.remove("saving");
      note(cell, false);
    });
    changes.forEach(function (change) {
      var cell = Muster.grid.cellOf(change.row, change.column);
      if (cell) {
        cell.classList.add("saving");
        note(cell, Boolean(timer) || Muster.grid.refused().indexOf(change) >= 0);
      }
    });
    if (bar) {
      bar.hidden = !isOpen() || !changes.length;
      part("grid-unsaved-count").textContent = bar.hidden ? "" : sentence(changes.length);
    }
  }

  function resend() {
    window.clearTimeout(timer);
    timer = null;
    Muster.grid.again();
    Muster.grid.next();
    show();
  }

  /* With the version of the row that the user saw, so that the change of another user in between is not overwritten. */
  function unsaved() {
    var changes = Muster.grid.pending();
    var fields = Array.from(document.querySelectorAll("#grid .cell")).filter(Muster.grid.isChanged).map(function (cell) {
      return {row: cell.dataset.row, column: cell.dataset.column, value: cell.value};
    });
    return changes.concat(fields).map(function (change) {
      return {row: change.row, column: change.column, value: change.value,
        version: change.version || Muster.grid.versionOf(change.row)};
    });
  }

  function lines() {
    return unsaved().map(function (change) { return say("unsavedCell", change.row, change.column, change.value); });
  }

  /* One user's changes are never sent in the name of another user who uses the same tab later. */
  function storageKey() {
    var grid = document.querySelector("[data-import]");
    return "muster.unsaved." + document.body.dataset.user + "." + (grid ? grid.dataset.import : "");
  }

  /* A change that is being sent does arrive, unless the page had no connection. */
  function keep() {
    var changes = isCutOff || timer ? unsaved() : Muster.grid.pending().filter(function (change) { return change !== Muster.grid.isSending(); });
    if (changes.length) {
      window.sessionStorage.setItem(storageKey(), JSON.stringify(changes));
    }
  }

  function sendKept() {
    var kept = window.sessionStorage.getItem(storageKey());
    if (kept && window.musterSaveCell) {
      window.sessionStorage.removeItem(storageKey());
      restored = JSON.parse(kept).length;
      Muster.grid.take(JSON.parse(kept));
    }
  }

  /* PrimeFaces adds its nonce to the forms some time after the page has loaded; without it a request is refused. */
  function whenReady(times) {
    if (times === 0 || document.querySelector("input[name='primefaces.nonce']")) {
      sendKept();
    } else {
      window.setTimeout(function () { whenReady(times - 1); }, 50);
    }
  }

  Muster.gridUnsaved = {
    show: show,
    lines: lines,
    isAway: function () { return Boolean(timer); },
    answered: function (args) { isCutOff = isCutOff || Boolean(args && args.redirect); },
    tellRestored: function (args) {
      if (restored && Muster.grid.pending().length === 0) {
        if (args && args.row) {
          Muster.tell("info", say("savedNow"));
        }
        restored = 0;
      }
    },
    /* Whether the change is sent again by itself. */
    failed: function (status) {
      Muster.isTold = true;
      if (LATER.indexOf(status) < 0) {
        return false;
      }
      timer = window.setTimeout(resend, wait);
      wait = Math.min(2 * wait, LONGEST_WAIT);
      return true;
    },
    /* Waits until the user has logged in again. */
    hold: function (dialog) {
      Muster.grid.hold();
      isCutOff = true;
      dialog.cfg.onHide = Muster.grid.again;
    }
  };

  document.addEventListener("muster:session-ended", function (event) {
    if (window.musterSaveCell) {
      event.preventDefault();
      Muster.gridUnsaved.hold(PF("ended"));
      Muster.list(part("ended-unsaved"), lines());
      PF("ended").show();
    }
  });

  /* An expired page is loaded again, and so is a page after a login: the change is then sent from the new page. */
  window.addEventListener("pagehide", keep);
  window.addEventListener("load", function () { whenReady(40); });
  window.addEventListener("online", function () {
    if (timer) {
      resend();
    }
  });
  window.addEventListener("beforeunload", function (event) {
    if (isOpen() && !isCutOff) {
      event.preventDefault();
      event.returnValue = "";
    }
  });

  document.addEventListener("click", function (event) {
    if (event.target.id === "ended-again") {
      window.location.reload();
    } else if (event.target.id === "unsaved-again" || event.target.id === "other-again") {
      resend();
    }
  });

  /* The import is committed only after all typed changes were sent. */
  document.addEventListener("click", function (event) {
    if (isOpen() && event.target.closest("#commit, [data-count-invalid='musterCountForCommit']")) {
      event.preventDefault();
      event.stopPropagation();
      Muster.tell("error", part("grid-unsaved-count").textContent);
    }
  }, true);

  document.addEventListener("DOMContentLoaded", function () {
    jQuery(document).on("pfAjaxSuccess", function () { wait = FIRST_WAIT; });
  });
}());
