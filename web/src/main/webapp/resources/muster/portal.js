/* What every page needs: opening and closing dialogs, copying and keeping what is shown once, and showing that work is in progress. */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};

  Muster.tell = function (severity, sentence) {
    var widget = PrimeFaces.widgets[severity === "error" ? "widget_refused" : "widget_told"];
    if (widget) {
      widget.renderMessage({severity: severity, summary: sentence, detail: "", severityText: severity, rendered: false});
    } else {
      window.alert(sentence);
    }
  };

  /* A text of the page (script-texts.xhtml) in its language, with the values in place of {0}, {1} and so on. */
  Muster.portalText = function () { return Muster.say.apply(null, ["portal-texts"].concat(Array.from(arguments))); };

  Muster.isRightToLeft = function () { return document.documentElement.dir === "rtl"; };

  function on(selector, work) {
    document.addEventListener("click", function (event) {
      var target = event.target.closest(selector);
      if (target) {
        work(target, event);
      }
    });
  }

  /* A button would be disabled for half a second after each answer, and lose what is clicked or typed meanwhile. */
  document.addEventListener("DOMContentLoaded", function () {
    if (window.PrimeFaces) {
      PrimeFaces.ajax.minLoadAnimation = 0;
    }
  });

  on("[data-open]", function (button) { PF(button.dataset.open).show(); });
  on("[data-close]", function (button) { PF(button.dataset.close).hide(); });
  on("[data-command]", function (button) {
    window[button.dataset.command]([{name: button.dataset.parameter || "id", value: button.dataset.id}]);
  });

  /* All lines are shown as text. */
  Muster.list = function (place, lines) {
    place.textContent = "";
    lines.forEach(function (line) {
      var item = document.createElement("li");
      item.textContent = line;
      place.appendChild(item);
    });
  };

  /* Asks before something is done. The question is shown as text. */
  Muster.confirm = function (question) {
    var dialog = PF("confirm");
    var body = document.getElementById("confirm-body");
    var yes = document.getElementById("confirm-yes");
    dialog.jq.find(".ui-dialog-title").text(question.title);
    body.textContent = "";
    question.lines.forEach(function (line) {
      var paragraph = document.createElement("p");
      paragraph.textContent = line;
      body.appendChild(paragraph);
    });
    yes.textContent = question.yes;
    yes.classList.toggle("danger", Boolean(question.danger));
    yes.onclick = function () {
      dialog.hide();
      question.work();
    };
    dialog.show();
  };

  /* Tells that it was copied: on the button for those who see it, in the status of the dialog for those who listen. */
  function copied(button) {
    var said = button.closest(".ui-dialog").querySelector("[role=status]");
    var label = document.querySelector("label[for='" + button.dataset.copy + "']");
    button.textContent = Muster.portalText("copied");
    if (said) {
      said.textContent = label ? Muster.portalText("copiedName", label.textContent.trim()) : Muster.portalText("copied");
    }
  }

  on("[data-copy]", function (button) {
    var field = document.getElementById(button.dataset.copy);
    function byHand() {
      var isMasked = field.classList.contains("masked");
      field.classList.remove("masked");
      field.select();
      document.execCommand("copy");
      field.classList.toggle("masked", isMasked);
      copied(button);
    }
    if (navigator.clipboard) {
      navigator.clipboard.writeText(field.value).then(function () { copied(button); }, byHand);
    } else {
      byHand();
    }
  });

  /* Saves data of the page as a file. */
  Muster.save = function (content, name, type) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], {type: type}));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  };

  on("[data-download]", function (button) {
    Muster.save(document.getElementById(button.dataset.download).value, button.dataset.file, "application/octet-stream");
  });

  /* Secrets that are shown once. A user who leaves the page is asked first, and the page that is left contains none of them. */
  function secrets() { return Array.from(document.querySelectorAll("[data-secret]")); }

  function forget() {
    secrets().forEach(function (field) { field.value = field.textContent = ""; });
  }

  window.addEventListener("beforeunload", function (event) {
    if (secrets().some(function (field) { return field.value; })) {
      event.preventDefault();
      event.returnValue = "";
    }
  });
  window.addEventListener("pagehide", forget);
  /* A page that the browser takes out of its memory may be out of date. */
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) {
      window.location.reload();
    }
  });

  /* A secret is removed from the page when its dialog closes. */
  on("[data-forget]", function (button) {
    var dialog = PF(button.dataset.forget);
    var next = document.querySelector(button.dataset.then || "[data-open]");
    forget();
    dialog.hide();
    dialog.content.find("#issued-body").empty();
    if (button.dataset.go) {
      window.location.href = button.dataset.go;
    } else if (next && next.getClientRects().length) {
      next.focus();
    }
  });

  document.addEventListener("change", function (event) {
    var enabled = event.target.dataset.enables;
    if (enabled) {
      enabled.split(" ").forEach(function (id) { document.getElementById(id).disabled = !event.target.checked; });
    }
  });

  on(".demo-login", function (button) {
    document.getElementById("username").value = button.dataset.username;
    document.getElementById("password").value = button.dataset.password;
    document.getElementById("log-in").click();
  });

  /* The user's menu closes with Escape or a click elsewhere. */
  document.addEventListener("click", function (event) {
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
  });
  document.addEventListener("keydown", function (event) {
    var menu = document.querySelector("details.menu[open]");
    if (event.key === "Escape" && menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  function failure(status) {
    if (!status) {
      return Muster.portalText("unreachable");
    }
    return Muster.portalText(status === 400 ? "unreadable" : "failed");
  }

  document.addEventListener("DOMContentLoaded", function () {
    var busy = document.getElementById("busy");
    var timer;
    if (!busy) {
      return;
    }
    jQuery(document).on("pfAjaxSend", function () {
      timer = timer || window.setTimeout(function () { busy.textContent = Muster.portalText("working"); busy.classList.add("on"); }, 400);
    }).on("pfAjaxComplete", function () {
      window.clearTimeout(timer);
      timer = null;
      busy.textContent = "";
      busy.classList.remove("on");
    }).on("pfAjaxError", function (event, answer) {
      if (!Muster.isTold) {
        Muster.tell("error", failure(answer ? answer.status : 0));
      }
      Muster.isTold = false;
    });
  });
}());
