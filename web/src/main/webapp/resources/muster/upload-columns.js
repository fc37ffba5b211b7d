/*
 * Reads the first bytes of the chosen file, and finds out which of its columns is which. If the name of a required column
 * is not known, the form asks. Everything from the file is shown as text.
 */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};
  var OPENING = 65536;
  var preview = null;
  var looked = 0;
  var lookAgain = null;

  function part(id) { return document.getElementById(id); }
  function rows() { return Array.from(document.querySelectorAll("#upload-columns [data-column]")); }
  function folded(name) { return name.trim().toUpperCase(); }

  /* Names that distinguish the columns. */
  function choices() {
    return preview.names.map(function (name, place) { return {name: name, place: place}; }).filter(function (choice) {
      return choice.name.trim() && preview.names.filter(function (other) { return folded(other) === folded(choice.name); }).length === 1;
    });
  }

  function option(value, text) {
    var element = document.createElement("option");
    element.value = value;
    element.textContent = text;
    return element;
  }

  function select(row) {
    var column = row.dataset.column;
    var element = document.createElement("select");
    element.setAttribute("aria-label", "Which column is " + column);
    element.dataset.testid = "map-" + column;
    element.appendChild(option("", row.dataset.required === "true" ? "Choose …" : "None"));
    choices().forEach(function (choice) { element.appendChild(option(choice.place, choice.name)); });
    element.value = column in preview.known ? preview.known[column] : "";
    return element;
  }

  function showFirst(row, place) {
    var text = place === "" || place === undefined ? "" : preview.firstRow[place] || "";
    row.querySelector(".first").textContent = text.length > 60 ? text.substring(0, 60) + "…" : text;
  }

  function fill(row) {
    var cell = row.querySelector(".theirs");
    var place = preview.known[row.dataset.column];
    cell.textContent = "";
    if (preview.missing.length) {
      cell.appendChild(select(row));
    } else {
      cell.textContent = place === undefined ? "–" : preview.names[place];
    }
    showFirst(row, place);
  }

  /* A title may stand above the header line. The form asks for the header line only if the first line does not name the columns. */
  function offerLines() {
    var choice = part("header-line");
    choice.textContent = "";
    preview.lines.forEach(function (line) { choice.appendChild(option(line.number, line.number + ": " + line.text)); });
    choice.value = preview.line;
    part("header-choice").hidden = preview.lines.length < 2 || isFirstLine() && !preview.missing.length;
  }

  function isFirstLine() { return !preview.lines.length || preview.lines[0].number === preview.line; }

  function show(answer) {
    preview = answer;
    rows().forEach(fill);
    offerLines();
    part("columns-hint").textContent = answer.missing.length
      ? "The file has other column names: " + answer.missing.join(", ") + (answer.missing.length === 1 ? " is" : " are")
        + " missing. Choose which column is which."
      : "These columns were found.";
    part("upload-columns").hidden = false;
  }

  function chosen(row) {
    var element = row.querySelector("select");
    return element && element.value !== "" ? Number(element.value) : null;
  }

  Muster.columns = {
    /* What the user must still choose before the file can be sent, in sentences. */
    missing: function () {
      var sentences = [];
      var taken = {};
      rows().forEach(function (row) {
        var place = chosen(row);
        if (!row.querySelector("select")) {
          return;
        }
        if (place === null && row.dataset.required === "true") {
          sentences.push(choices().length < 3
            ? "The file has no column that can be " + row.dataset.column + ": its header line has too few names."
            : "Choose which column of the file is " + row.dataset.column + ".");
        } else if (place !== null && taken[place]) {
          sentences.push("One column of the file cannot be both " + taken[place] + " and " + row.dataset.column + ".");
        }
        taken[place] = row.dataset.column;
      });
      return sentences;
    },
    /* The query that says which line is the header line, and which column is which. */
    query: function () {
      return (preview && !isFirstLine() ? "&header=" + preview.line : "") + rows().map(function (row) {
        var place = chosen(row);
        return place === null || place === preview.known[row.dataset.column]
          ? "" : "&map=" + encodeURIComponent(preview.names[place] + ":" + row.dataset.column);
      }).join("");
    },
    /* Looks at a file. A late answer for an earlier file is ignored. */
    look: function (file, refuse, line) {
      var form = part("upload-form");
      var mine = ++looked;
      lookAgain = function (chosen) { Muster.columns.look(file, refuse, chosen); };
      preview = null;
      part("upload-columns").hidden = true;
      rows().forEach(function (row) { row.querySelector(".theirs").textContent = ""; });
      part("upload-refusal").hidden = true;
      if (!file) {
        return;
      }
      var address = form.dataset.preview + (line ? "?header=" + encodeURIComponent(line) : "");
      Muster.post(form, address, "text/csv", file.slice(0, OPENING)).then(function (response) {
        return response.json().then(function (answer) {
          if (mine === looked) {
            if (response.ok) { show(answer); } else { refuse(answer); }
          }
        });
      }).catch(function () {
        Muster.file.fault(file).then(function (sentence) {
          if (sentence && mine === looked) { refuse({detail: sentence}); }
        });
      });
    }
  };

  document.addEventListener("change", function (event) {
    if (event.target.id === "header-line") {
      lookAgain(event.target.value);
      return;
    }
    var row = event.target.closest && event.target.closest("#upload-columns [data-column]");
    if (row) {
      part("upload-refusal").hidden = true;
      showFirst(row, event.target.value);
    }
  });
}());
