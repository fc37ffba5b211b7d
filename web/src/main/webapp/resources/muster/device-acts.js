/* Changes many devices: asks first, then shows how far it is, and which devices failed. */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};

  /* How many failures are listed; more are only counted. */
  var LISTED = 100;

  /* What is going on: null if nothing is. */
  var run = null;

  function part(id) { return document.getElementById(id); }

  function form() { return part("act-form"); }

  function show(id, isShown) { part(id).hidden = !isShown; }

  function text(name, first, second) { return Muster.say("act-texts", name, first, second); }

  function ask(act) {
    var selection = Muster.deviceSelection;
    var parameters = [{name: "act", value: act}];
    if (!selection.isEverything()) {
      parameters.push({name: "number", value: selection.ids().length});
    }
    window.musterAskAct(parameters);
  }

  Muster.acts = {
    /* The question is on the page. */
    asked: function () {
      var dialog = PF("act");
      dialog.jq.find(".ui-dialog-title").text((form() || part("rotation")).dataset.title);
      var searched = document.querySelector("#act-application [data-chosen=true], #act-life [data-chosen=true]");
      if (searched) {
        searched.selected = true;
      }
      dialog.show();
    },

    /* What a request for a part says about the selection: nothing if it is everything that was found. */
    body: function () { return Muster.deviceSelection.isEverything() ? "" : Muster.deviceSelection.ids().join(","); },

    /* All is done: the list shows what is so now. */
    ended: function () {
      Muster.deviceSelection.clear();
      jQuery(document).one("pfAjaxComplete", function () { part("text").focus(); });
      window.musterRefreshDevices();
    }
  };

  function address() {
    var target = part("act-model") || part("act-application");
    var life = part("act-life");
    return form().getAttribute("action") + run.query + encodeURIComponent(run.next) + (target ? "&to=" + encodeURIComponent(target.value) : "") + (life ? "&life=" + life.value : "");
  }

  function say(sentence) { part("acting-state").textContent = sentence; }

  function progress() {
    part("acting-bar").value = Math.min(100, Math.round(100 * run.entries / Math.max(1, run.devices)));
    say(text("progress", run.entries, run.devices));
  }

  function keep(answer) {
    return answer.json().then(function (told) {
      run.entries += told.entries;
      run.failures = run.failures.concat(told.failures);
      run.next = told.next;
      progress();
      return Boolean(told.next) && !run.isStopping;
    });
  }

  function failures() {
    var count = run.failures.length;
    show("acting-failures", count > 0);
    part("acting-failed").textContent = text(count > LISTED ? "leftFirst" : "left", count, LISTED);
    Muster.list(part("acting-list"), run.failures.slice(0, LISTED));
  }

  function settle() {
    failures();
    show("acting-stop", false);
    part("acting-close").disabled = false;
  }

  function finished() {
    var done = Muster.say("act-form", "done", run.entries - run.failures.length);
    var isWhole = !run.next;
    say(isWhole ? done : text("stopped", done));
    part("acting-bar").value = isWhole ? 100 : part("acting-bar").value;
    run.isOver = true;
    settle();
    part("acting-close").focus();
  }

  function stopped(sentence) {
    part("acting-fault").textContent = sentence + " " + Muster.say("act-form", "soFar", run.entries - run.failures.length);
    show("acting-fault", true);
    show("acting-on", true);
    settle();
  }

  function work() {
    show("acting-fault", false);
    show("acting-on", false);
    show("acting-stop", true);
    show("acting-failures", false);
    part("acting-close").disabled = true;
    progress();
    Muster.inParts({
      ask: function () { return Muster.post(part("act-token"), address(), "text/plain", run.body); },
      keep: keep,
      stopped: stopped,
      finished: finished
    });
  }

  /* Whether the text is the JSON object that a command has to be. The server looks more closely. */
  function isCommand(text) {
    try {
      var read = JSON.parse(text);
      return read !== null && typeof read === "object" && !Array.isArray(read);
    } catch (fault) {
      return false;
    }
  }

  function isReady() {
    var command = part("act-command");
    var isSound = !command || isCommand(command.value);
    if (command) {
      part("act-command-fault").textContent = isSound ? "" : command.dataset.fault;
      command.setAttribute("aria-invalid", String(!isSound));
    }
    if (!isSound) {
      command.focus();
    }
    return isSound;
  }

  function start() {
    var data = form().dataset;
    var command = part("act-command");
    run = {query: data.query, next: data.start, body: Muster.acts.body() + (command ? "\n" + command.value : ""), devices: Number(data.devices), entries: 0, failures: [], isStopping: false};
    PF("act").hide();
    PF("acting").show();
    work();
  }

  document.addEventListener("submit", function (event) {
    if (event.target.id === "act-form") {
      event.preventDefault();
      if (!part("act-start").disabled && isReady()) {
        start();
      }
    }
  });

  document.addEventListener("input", function (event) {
    if (event.target.id === "act-number") {
      part("act-start").disabled = event.target.value.replace(/[,.\s]/g, "") !== form().dataset.devices;
    }
  });

  document.addEventListener("click", function (event) {
    var act = event.target.closest("[data-act]");
    if (act) {
      ask(act.dataset.act);
    } else if (event.target.id === "acting-stop") {
      run.isStopping = true;
      say(text("stopping"));
    } else if (event.target.id === "acting-on") {
      work();
    } else if (event.target.id === "acting-close") {
      run = null;
      PF("acting").hide();
      Muster.acts.ended();
    }
  });

  window.addEventListener("beforeunload", function (event) {
    if (run && !run.isOver) {
      event.preventDefault();
      event.returnValue = "";
    }
  });
}());
