/* The faults of a draft by kind: shows only the rows of a kind, and asks what to do about all cells of a kind. */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};

  function part(id) { return document.getElementById(id); }

  function chosen() { return document.querySelector("#fault-acts [name='fault-act']:checked"); }

  function value() {
    var field = part("fault-value");
    return field ? field.value : "";
  }

  /* The button says what it does, and to how many cells. */
  function show() {
    var act = chosen();
    var yes = part("fault-yes");
    var isClearing = act && act.value === "PUT" && !value();
    yes.textContent = !act ? Muster.say("grid-texts", "chooseAct") : isClearing && act.dataset.clear ? act.dataset.clear : act.dataset.label;
    yes.disabled = !act || isClearing && !act.dataset.clear;
    yes.classList.toggle("danger", Boolean(act && (act.value === "DELETE" || act.value === "KEEP_FIRST")));
  }

  function mend() {
    var data = part("fault-acts").dataset;
    var act = chosen();
    PF("fault").hide();
    window.musterMend([{name: "act", value: act.value}, {name: "fault", value: data.fault}, {name: "change", value: data.change},
      {name: "kind", value: act.dataset.kind || ""}, {name: "value", value: value()}]);
  }

  Muster.faults = {
    /* Asks what to do about all cells with a fault; proposes a repair if its kind is given. */
    ask: function (fault, kind) {
      var parameters = [{name: "fault", value: fault}];
      window.musterAskFault(kind ? parameters.concat({name: "kind", value: kind}) : parameters);
    },

    /* The question is on the page. */
    asked: function () {
      show();
      PF("fault").show();
    }
  };

  document.addEventListener("click", function (event) {
    var filter = event.target.closest("[data-show-fault]");
    var ask = event.target.closest("[data-ask-fault]");
    if (filter) {
      Muster.rowSelection.clear();
      window.musterShowFault([{name: "fault", value: filter.dataset.showFault}]);
    } else if (ask) {
      Muster.faults.ask(ask.dataset.askFault);
    } else if (event.target.id === "fault-yes") {
      mend();
    }
  });

  document.addEventListener("input", function (event) {
    if (event.target.id === "fault-value") {
      part("fault-put").checked = true;
    }
    if (event.target.closest("#fault-acts")) {
      show();
    }
  });
}());
