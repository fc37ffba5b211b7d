/*
 * Whose page this is. Everything that the page sends says so, and the server refuses it once another user has logged in in
 * the same browser. Then the page says it as well, and keeps what was typed.
 */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};
  var HEADER = "X-Muster-User";
  var FIELD = "muster.user";
  var isTold = false;

  function user() { return document.body.dataset.user || ""; }

  /* The headers of a request by script, with the page's user among them. */
  Muster.headers = function (headers) {
    headers[HEADER] = user();
    return headers;
  };

  Muster.forUser = function (request) { request.setRequestHeader(HEADER, user()); };

  /* The token of the present session: who has logged in again goes on with the page as it is. */
  Muster.renewToken = function (form) {
    return window.fetch(window.location.href, {cache: "no-store", redirect: "error", headers: Muster.headers({})}).then(function (answer) {
      return answer.ok ? answer.text() : Promise.reject(answer);
    }).then(function (text) {
      var same = new DOMParser().parseFromString(text, "text/html").getElementById(form.id);
      var isNew = Boolean(same && same.dataset.token && same.dataset.token !== form.dataset.token);
      form.dataset.token = isNew ? same.dataset.token : form.dataset.token;
      return isNew;
    });
  };

  function post(form, address, type, body) {
    return window.fetch(address, {
      method: "POST",
      redirect: "manual",
      cache: "no-store",
      headers: Muster.headers({"Content-Type": type, "X-CSRF-Token": form.dataset.token}),
      body: body
    });
  }

  /* Posts to one of the portal's own addresses, with the token of the form. */
  Muster.post = function (form, address, type, body) {
    return post(form, address, type, body).then(function (answer) {
      return answer.status !== 403 ? answer : Muster.renewToken(form).then(
          function (isNew) { return isNew ? post(form, address, type, body) : answer; },
          function () { return answer; });
    });
  };

  /* What a page asks by itself every second tells it once; what somebody does tells it each time. */
  function tell() {
    isTold = true;
    var dialog = PrimeFaces.widgets["other-user"];
    if (!dialog) {
      return;
    }
    Muster.list(document.getElementById("other-unsaved"), Muster.gridUnsaved ? Muster.gridUnsaved.lines() : []);
    if (!dialog.isVisible()) {
      dialog.show();
    }
  }

  function isAsked() {
    return Boolean(Muster.grid && Muster.grid.isSending()) || !navigator.userActivation || navigator.userActivation.isActive;
  }

  document.addEventListener("muster:other-user", function () {
    var isWanted = !isTold || isAsked();
    if (Muster.gridUnsaved) {
      Muster.gridUnsaved.hold(PF("other-user"));
    }
    if (isWanted) {
      tell();
    }
  });

  document.addEventListener("submit", function (event) {
    var field = event.target.elements[FIELD] || document.createElement("input");
    field.type = "hidden";
    field.name = FIELD;
    field.value = user();
    event.target.appendChild(field);
  }, true);

  /* Pages of one browser tell each other whose they are, so that one of another user says so before anything is sent. */
  function listen() {
    if (!window.BroadcastChannel || !user()) {
      return;
    }
    var channel = new BroadcastChannel("muster-user");
    channel.onmessage = function (event) {
      if (event.data !== user()) {
        tell();
      }
    };
    channel.postMessage(user());
  }

  document.addEventListener("DOMContentLoaded", function () {
    jQuery.ajaxPrefilter(function (options) { options.headers = Muster.headers(options.headers || {}); });
    listen();
  });
}());
