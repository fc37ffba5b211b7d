/* New credentials for all devices of an import, or for those that are selected in the list of devices. The script asks for one part after the other, makes one file of them, and forgets them. */
(function () {
  "use strict";

  var Muster = window.Muster;

  /* The parts of the file so far, and the number at which the next part begins. */
  var run = null;

  function part(id) { return document.getElementById(id); }

  function text(name, first, second) { return Muster.say("rotation-texts", name, first, second); }

  function form() { return part("rotation"); }

  function show(id, isShown) { part(id).hidden = !isShown; }

  function say(sentence) { part("rotated-state").textContent = sentence; }

  function fault(sentence) {
    part("rotated-fault").textContent = sentence;
    show("rotated-fault", sentence !== "");
    show("rotated-on", sentence !== "");
  }

  function progress() {
    var entries = Number(form().dataset.entries);
    part("rotated-bar").value = Math.min(100, Math.round(100 * run.entries / Math.max(1, entries)));
    say(text("progress", run.entries, entries));
  }

  function ask() {
    var data = form().dataset;
    var holder = part("act-token") || form();
    return Muster.post(holder, form().getAttribute("action") + data.query + encodeURIComponent(run.next), "text/plain", run.body);
  }

  function keep(answer) {
    return answer.arrayBuffer().then(function (lines) {
      run.parts.push(lines);
      run.entries += Number(answer.headers.get("X-Entries"));
      run.rotated += Number(answer.headers.get("X-Rotated"));
      run.next = answer.headers.get("X-Next");
      progress();
      return run.next !== null;
    });
  }

  /* The parts that have arrived are good. A part that has not is asked for again, and its devices get new credentials once more. */
  function stopped(sentence) {
    fault(sentence + " " + text("keepFile"));
    settle();
  }

  function settle() {
    show("rotated-file", run.parts.length > 0);
    part("rotated-stored").disabled = false;
  }

  function work() {
    fault("");
    part("rotated-stored").disabled = true;
    Muster.inParts({ask: ask, keep: keep, stopped: stopped, finished: finish});
  }

  function finish() {
    var without = run.entries - run.rotated;
    say(text("done", run.rotated) + (without ? " " + text("without", without) : ""));
    settle();
    save();
    part("rotated-file").focus();
  }

  function save() { Muster.save(new Blob(run.parts), "credentials.csv", "text/csv;charset=utf-8"); }

  document.addEventListener("input", function (event) {
    if (event.target.id === "rotation-number") {
      part("rotation-start").disabled = event.target.value.replace(/[.,’٬\s]/g, "") !== form().dataset.devices;
    }
  });

  document.addEventListener("submit", function (event) {
    if (event.target.id !== "rotation") {
      return;
    }
    event.preventDefault();
    if (part("rotation-start").disabled) {
      return;
    }
    run = {parts: [], next: form().dataset.start, body: Muster.acts ? Muster.acts.body() : "", entries: 0, rotated: 0};
    part("rotation-number").value = "";
    part("rotation-start").disabled = true;
    PrimeFaces.getWidgetById(form().closest(".ui-dialog").id).hide();
    PF("rotated").show();
    progress();
    work();
  });

  document.addEventListener("click", function (event) {
    if (event.target.id === "rotated-on") {
      work();
    } else if (event.target.id === "rotated-file") {
      save();
    } else if (event.target.id === "rotated-close") {
      forget();
      PF("rotated").hide();
      end();
    }
  });

  function end() {
    var opener = document.querySelector("[data-open=rotate-all]");
    if (opener) {
      opener.focus();
    } else {
      Muster.acts.ended();
    }
  }

  function forget() {
    run = null;
    part("rotated-stored").checked = false;
    part("rotated-stored").disabled = part("rotated-close").disabled = true;
    show("rotated-file", false);
    fault("");
  }

  window.addEventListener("beforeunload", function (event) {
    if (run) {
      event.preventDefault();
      event.returnValue = "";
    }
  });
}());
