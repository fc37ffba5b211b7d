/* Sends the import file as the body of one request, with a progress bar, a way to cancel, and the reason if it is refused. */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};
  var OPENING = 1024;
  var NOT_LET_IN = [401, 403, 409];
  var running = null;

  function part(id) { return document.getElementById(id); }

  function say(name, first) { return Muster.say("upload-texts", name, first); }

  function refuse(lines) {
    var box = part("upload-refusal");
    var list = document.createElement("ul");
    Muster.list(list, lines);
    box.replaceChildren(list);
    box.hidden = false;
  }

  function busy(isBusy) {
    part("upload-progress").hidden = !isBusy;
    part("upload-start").disabled = isBusy;
    part("file").disabled = isBusy;
    if (isBusy) {
      part("upload-refusal").hidden = true;
      progress(0);
    }
  }

  function progress(percent) {
    var bar = part("upload-bar");
    part("upload-state").textContent = percent < 100 ? say("sending", percent) : say("reading");
    if (percent < 100) {
      bar.value = percent;
    } else {
      bar.removeAttribute("value");
    }
  }

  function sentences(answer) {
    if (answer.errors) {
      return answer.errors.map(function (error) { return error.detail; });
    }
    return [answer.detail || say("notImported")];
  }

  function answerOf(request) {
    try {
      return JSON.parse(request.responseText);
    } catch (noJson) {
      return {detail: say("unreadable")};
    }
  }

  function finish(request) {
    var answer = answerOf(request);
    running = null;
    if (request.status === 201 || request.status === 202) {
      done(answer.id);
    } else {
      busy(false);
      refuse(sentences(answer));
    }
  }

  function done(id) {
    if (document.querySelector("[data-replaces]")) {
      window.musterReplace([{name: "by", value: id}]);
    } else {
      window.location.assign(part("upload-form").dataset.next + encodeURIComponent(id));
    }
  }

  /* Forgets the chosen file and what was found in it. */
  function forget() {
    part("file").value = "";
    Muster.columns.look();
  }

  /* The browser also breaks an upload off if the file has changed since it was chosen. */
  function broken(file) {
    Muster.file.fault(file).then(function (sentence) {
      running = null;
      busy(false);
      if (sentence) {
        forget();
      }
      refuse([sentence || say("broken")]);
      window.setTimeout(lookAgain, 1000);
    });
  }

  function send(manufacturer, file) {
    var form = part("upload-form");
    var request = running = new XMLHttpRequest();
    request.open("POST", form.dataset.address + "?manufacturer=" + encodeURIComponent(manufacturer) + Muster.columns.query());
    request.setRequestHeader("Content-Type", "text/csv");
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.setRequestHeader("X-CSRF-Token", form.dataset.token);
    Muster.forUser(request);
    request.upload.onprogress = function (event) {
      progress(event.lengthComputable ? Math.floor(event.loaded * 100 / event.total) : 0);
    };
    request.upload.onload = function () { progress(100); };
    request.onload = function () { finish(request); };
    request.onerror = function () { broken(file); };
    busy(true);
    request.send(file);
  }

  function start() {
    var chosen = part("manufacturer_hinput").value;
    var file = part("file").files[0];
    var refusal = part("manufacturer-refusal").textContent.trim();
    var missing = [];
    if (!chosen) {
      missing.push(say("selectManufacturer"));
    }
    if (!file) {
      missing.push(say("chooseFile"));
    }
    if (chosen && refusal) {
      missing.push(refusal);
    }
    missing = missing.concat(Muster.columns.missing());
    if (missing.length) {
      refuse(missing);
    } else {
      check(chosen.substring(0, 36), file);
    }
  }

  /* Asks with the first bytes whether the file can be read and may be sent, before the whole file is sent. */
  function check(manufacturer, file) {
    var form = part("upload-form");
    var mine = running = {abort: function () { /* Nothing has been sent yet. */ }};
    busy(true);
    Muster.file.fault(file).then(function (sentence) {
      if (sentence) {
        forget();
        return [sentence];
      }
      return Muster.post(form, form.dataset.preview, "text/csv", file.slice(0, OPENING)).then(refusal, function () { return null; });
    }).then(function (lines) {
      if (running === mine && lines) {
        running = null;
        busy(false);
        refuse(lines);
      } else if (running === mine) {
        send(manufacturer, file);
      }
    });
  }

  function refusal(answer) {
    return answer.text().then(function (text) {
      return NOT_LET_IN.indexOf(answer.status) < 0 ? null : sentences(answerOf({responseText: text}));
    });
  }

  function cancel() {
    if (running) {
      running.abort();
      running = null;
      busy(false);
      refuse([say("cancelled")]);
      window.setTimeout(lookAgain, 1000);
    } else {
      PF("upload").hide();
    }
  }

  function lookAgain() { (window.musterLookAgain || Function.prototype)(); }

  document.addEventListener("change", function (event) {
    if (event.target.id === "file") {
      Muster.columns.look(event.target.files[0], function (answer) { refuse(sentences(answer)); });
    }
  });

  /* Leaving the page would break the upload off. */
  window.addEventListener("beforeunload", function (event) {
    if (running) {
      event.preventDefault();
    }
  });

  document.addEventListener("click", function (event) {
    if (event.target.id === "upload-start") {
      start();
    } else if (event.target.id === "upload-cancel") {
      cancel();
    }
  });
}());
