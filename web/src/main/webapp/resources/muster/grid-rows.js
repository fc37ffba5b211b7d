/* Selected rows of the grid, the changes of all of them at once, and undo. */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};
  var TITLES = {TYPE: "setType", GATEWAY: "setGateway", REPLACE: "replaceIn"};
  var selection = Muster.selection({table: "#grid", atMost: 500});

  /* What the dialog is about, and how many cells its replacement would change; null while that is not known. */
  var asked = null;
  var cells = null;
  var timer = null;

  function part(id) { return document.getElementById(id); }

  function say(name, first) { return Muster.say("grid-texts", name, first); }

  function numbers() { return selection.ids().map(Number).sort(function (a, b) { return a - b; }); }

  /* Which rows are meant, and of which draft. Without numbers they are all that were found. */
  function meant() {
    var change = [{name: "change", value: part("found").dataset.change}];
    return selection.isEverything() ? change : change.concat({name: "rows", value: numbers().join(",")});
  }

  function which() {
    var rows = numbers();
    return selection.isEverything()
      ? say("allFound")
      : say("rows", rows.slice(0, 20).concat(rows.length > 20 ? "…" : []).join(say("comma") + " "));
  }

  function deleteSelected() {
    var rows = selection.size();
    Muster.confirm({
      title: say("deleteRowsTitle", rows),
      lines: [which(), say("deleteRowsConsequence")],
      yes: say("deleteRows", rows),
      danger: true,
      work: function () { send([{name: "act", value: "DELETE"}]); }
    });
  }

  function send(parameters) {
    window.musterChangeSelected(parameters.concat(meant()));
    selection.clear();
  }

  function deleteRow(row) {
    var version = Muster.grid.versionOf(row);
    Muster.confirm({
      title: say("deleteRowTitle"),
      lines: [say("deleteRowConsequence", row)],
      yes: say("deleteRow"),
      danger: true,
      work: function () {
        selection.drop(row);
        window.musterDelete([{name: "row", value: row}, {name: "version", value: version}]);
      }
    });
  }

  function undo(button) {
    if (button) {
      window.musterUndo([{name: "change", value: button.dataset.undo}]);
    }
  }

  /* The cell of this place. If its row has gone, the cell of the next row, or of the last one. */
  function cellFrom(place) {
    var cells = Array.from(document.querySelectorAll("#grid .cell[data-column='" + place.column + "']"));
    var following = cells.find(function (cell) { return Number(cell.dataset.row) > Number(place.row); });
    return Muster.grid.cellOf(place.row, place.column) || following || cells.pop();
  }

  /* None if the first cell is invalid: F8 would go past it. */
  function firstCell() {
    var cell = document.querySelector("#grid .cell");
    return cell && cell.getAttribute("aria-invalid") !== "true" ? cell : null;
  }

  /* The button that was pressed may have gone with its row or its message: the keyboard goes on where it was in the grid. */
  Muster.grid.keepFocus = function () {
    var now = document.activeElement;
    var target = Muster.grid.last ? cellFrom(Muster.grid.last.dataset) : firstCell();
    /* A dialog whose opener has gone gives the focus to the content of the page. */
    if (target && (now === document.body || now.id === "content")) {
      target.focus({preventScroll: true});
    }
  };

  /* The message about a change has a button that takes it back. */
  function offerUndo(event, request) {
    var messages = document.querySelectorAll("#told_container .ui-growl-message");
    var undoing = part("undo");
    if (undoing && messages.length && request.pfArgs && request.pfArgs.undoable) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "button-small";
      button.dataset.undo = undoing.dataset.undo;
      button.textContent = undoing.dataset.offer;
      messages[messages.length - 1].appendChild(button);
      keepWhileFocused(jQuery(button));
    }
  }

  /* PrimeFaces takes a message away after some seconds, unless the mouse is over it. */
  function keepWhileFocused(button) {
    var message = button.closest(".ui-growl-item-container");
    button.on("focus", function () { message.triggerHandler("mouseover"); }).on("blur", function () { message.triggerHandler("mouseout"); });
  }

  /* The change that the dialog asks for, as the server reads it. */
  function change() {
    if (asked === "REPLACE") {
      return [{name: "act", value: "REPLACE"}, {name: "column", value: part("replace-column").value},
        {name: "part", value: part("replace-part").value}, {name: "by", value: part("replace-by").value}];
    }
    return [{name: "act", value: "PUT"}, {name: "column", value: asked === "TYPE" ? "deviceType" : "parentGateway"},
      {name: "value", value: part(asked === "TYPE" ? "put-type" : "put-gateway").value}];
  }

  function showButton() {
    var yes = part("change-rows-yes");
    var number = asked === "REPLACE" ? cells : selection.size();
    yes.textContent = number === null ? say("replace") : say("changeCells", number);
    yes.disabled = !number || asked === "TYPE" && !part("put-type").value;
    part("replace-count").textContent = cells === null ? "" : say("cellsContain", cells);
  }

  function ask(act) {
    asked = act;
    cells = null;
    document.querySelectorAll("#change-rows [data-for]").forEach(function (field) { field.hidden = field.dataset.for !== act; });
    document.querySelectorAll("#change-rows input, #put-type").forEach(function (field) { field.value = ""; });
    part("change-rows-which").textContent = which();
    PF("change-rows").jq.find(".ui-dialog-title").text(say(TITLES[act], selection.size()));
    showButton();
    PF("change-rows").show();
  }

  /* Counts some time after the last key. */
  function countLater() {
    window.clearTimeout(timer);
    cells = null;
    showButton();
    if (part("replace-part").value) {
      timer = window.setTimeout(function () { window.musterCountSelected(change().concat(meant())); }, 300);
    }
  }

  Muster.rowChanges = {
    counted: function (args) {
      if (asked === "REPLACE" && part("replace-part").value && args && args.cells !== undefined) {
        cells = args.cells;
        showButton();
      }
    }
  };

  function start() {
    PF("change-rows").hide();
    send(change());
  }

  document.addEventListener("click", function (event) {
    var target = event.target;
    var row = target.closest("[data-delete-row]");
    var counting = target.closest("[data-count-invalid]");
    var changing = target.closest("[data-change-rows]");
    if (row) {
      deleteRow(row.dataset.deleteRow);
    } else if (counting) {
      window[counting.dataset.countInvalid]();
    } else if (changing) {
      ask(changing.dataset.changeRows);
    } else if (target.id === "change-rows-yes") {
      start();
    } else if (target.closest("#delete-selected")) {
      deleteSelected();
    } else if (target.closest("[data-undo]")) {
      undo(target.closest("[data-undo]"));
      PrimeFaces.widgets.widget_told.removeAll();
    }
  });

  document.addEventListener("input", function (event) {
    var target = event.target;
    if (target.closest("#replace-fields") && target.id !== "replace-by") {
      countLater();
    } else if (target.closest("#change-rows")) {
      showButton();
    } else if (target.closest("#import-tools") && selection.isEverything()) {
      /* Another search finds other rows. */
      selection.clear();
    }
  });

  /* The browser takes back what is typed. In a cell without anything typed, Ctrl+Z takes back the last change of the draft. */
  function isTyping(element) {
    return element.matches && element.matches("input:not([type=checkbox]), textarea, select") && !Muster.grid.isUntouched(element);
  }

  document.addEventListener("keydown", function (event) {
    if (event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !isTyping(event.target) && !Muster.isDialogOpen()) {
      event.preventDefault();
      undo(part("undo"));
    }
  });

  Muster.rowSelection = selection;

  document.addEventListener("DOMContentLoaded", function () {
    selection.show();
    jQuery(document).on("pfAjaxUpdated", selection.show).on("pfAjaxComplete", selection.show).on("pfAjaxComplete", offerUndo);
  });
}());
