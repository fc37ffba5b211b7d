/*
 * Shows the first rows of the chosen file as they will be read, and finds out which of its columns is which: the server reads
 * the beginning of the file by the rules of an import, and keeps nothing of it. The user can correct what was guessed.
 * Everything from the file is shown as text.
 */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};
  var OPENING = 262144;
  var LONGEST = 60;
  var preview = null;
  var looked = 0;
  var lookAgain = null;

  function part(id) { return document.getElementById(id); }
  function say(name, first, second, third) { return Muster.say("upload-texts", name, first, second, third); }
  function listed(names) { return names.join(say("comma") + " "); }
  function columns() { return Array.from(document.querySelectorAll("#upload-columns [data-column]")); }
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

  /* A column that is known by Muster's own name is read in any case, so it cannot be left out. */
  function select(head) {
    var column = head.dataset.column;
    var element = document.createElement("select");
    element.setAttribute("aria-label", say("whichColumn", column));
    element.dataset.testid = "map-" + column;
    if (!(column in preview.known)) {
      element.appendChild(option("", say(head.dataset.required === "true" ? "choose" : "noColumn")));
    }
    choices().forEach(function (choice) { element.appendChild(option(choice.place, choice.name)); });
    element.value = column in preview.known ? preview.known[column] : column in preview.guessed ? preview.guessed[column] : "";
    return element;
  }

  function fill(head) { head.querySelector(".theirs").replaceChildren(select(head)); }

  function chosen(head) {
    var element = head.querySelector("select");
    return element && element.value !== "" ? Number(element.value) : null;
  }

  function cell(text, name) {
    var element = document.createElement(name);
    element.textContent = text.length > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return element;
  }

  function showRows() {
    var places = columns().map(chosen);
    part("preview-rows").replaceChildren.apply(part("preview-rows"), preview.rows.map(function (row) {
      var line = document.createElement("tr");
      line.appendChild(cell(String(row.line), "td"));
      places.forEach(function (place) { line.appendChild(cell(place === null ? "" : row.cells[place] || "", "td")); });
      return line;
    }));
    showLeftOut(places);
  }

  function showLeftOut(places) {
    var names = preview.names.filter(function (name, place) { return name.trim() && places.indexOf(place) < 0; });
    var note = part("preview-left-out");
    note.hidden = !names.length;
    note.textContent = names.length ? say("notRead", listed(names)) : "";
  }

  function noteOn(number) {
    return say(!number ? "previewNone" : preview.complete ? "previewAll" : "previewFirst", number);
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

  function hint() {
    var open = preview.missing.filter(function (column) { return !(column in preview.guessed); });
    if (!preview.missing.length) {
      return say("columnsFound");
    }
    return say("otherNames", listed(preview.missing), preview.missing.length, say(open.length ? "chooseColumns" : "guessed"));
  }

  function show(answer) {
    preview = answer;
    columns().forEach(fill);
    offerLines();
    showRows();
    part("columns-hint").textContent = hint();
    part("preview-note").textContent = noteOn(preview.rows.length);
    part("upload-columns").hidden = false;
  }

  Muster.columns = {
    /* What the user must still choose before the file can be sent, in sentences. */
    missing: function () {
      var sentences = [];
      var taken = {};
      columns().forEach(function (row) {
        var place = chosen(row);
        if (!row.querySelector("select")) {
          return;
        }
        if (place === null && row.dataset.required === "true") {
          sentences.push(choices().length < 3
            ? say("noColumnFor", row.dataset.column) : say("chooseColumnFor", row.dataset.column));
        } else if (place !== null && taken[place]) {
          sentences.push(say("columnTwice", taken[place], row.dataset.column));
        }
        taken[place] = row.dataset.column;
      });
      return sentences;
    },
    /* The query that says which line is the header line, and which column is which. */
    query: function () {
      return (preview && !isFirstLine() ? "&header=" + preview.line : "") + columns().map(function (row) {
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
      columns().forEach(function (head) { head.querySelector(".theirs").textContent = ""; });
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
      showRows();
    }
  });
}());
