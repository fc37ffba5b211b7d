/*
 * Passkeys: a login without a password, and a new passkey (W3C, Web Authentication). The server makes the challenge and checks
 * the answer; this script only hands them on. Octets travel as base64url.
 */
(function () {
  "use strict";

  /* A sentence of the page, in its language. */
  function words(key) { return document.getElementById("passkey-texts").dataset[key]; }

  function octets(text) {
    var plain = window.atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (letter) { return letter.charCodeAt(0); });
  }

  function text(buffer) {
    var plain = Array.from(new Uint8Array(buffer), function (octet) { return String.fromCharCode(octet); }).join("");
    return window.btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  /* A problem that is shown as it is. The field, if there is one, gets the focus. */
  function Told(sentence, field) {
    this.sentence = sentence;
    this.field = field;
  }

  function read(answer) {
    return answer.json().then(
        function (json) { return answer.ok ? json : Promise.reject(new Told(json.detail || words("unreachable"))); },
        function () { return Promise.reject(new Told(words("serverFault"))); });
  }

  function post(address, message) {
    return window.fetch(address, {
      method: "POST",
      redirect: "error",
      cache: "no-store",
      headers: {"Content-Type": "application/json"},
      body: JSON.stringify(message)
    }).then(read, function () { return Promise.reject(new Told(words("unreachable"))); });
  }

  /* The reason in words; browsers do not say whether the user cancelled or whether there is no passkey. */
  function sentence(reason, began, limit) {
    if (reason instanceof Told) {
      return reason.sentence;
    }
    switch (reason && reason.name) {
      case "NotAllowedError":
        return Date.now() - began >= limit ? words("tooLate") : words("cancelled");
      case "TimeoutError":
        return words("tooLate");
      case "AbortError":
        return words("cancelled");
      case "InvalidStateError":
        return words("twice");
      case "ConstraintError":
      case "NotSupportedError":
        return words("unfit");
      case "SecurityError":
        return words("elsewhere");
      default:
        return words("failed");
    }
  }

  function isPossible(place) {
    return Boolean(window.PublicKeyCredential) && place.dataset.origins.split(" ").indexOf(window.location.origin) >= 0;
  }

  function show(place, told) {
    place.textContent = told;
    place.hidden = !told;
  }

  /* Does the steps; the button waits, and a problem is shown. */
  function run(button, place, steps) {
    var state = {began: Date.now(), limit: Infinity};
    if (button.getAttribute("aria-busy") === "true") {
      return;
    }
    show(place, "");
    button.setAttribute("aria-busy", "true");
    steps(state).catch(function (reason) {
      show(place, sentence(reason, state.began, state.limit));
      ((reason && reason.field) || button).focus();
    }).then(function () { button.removeAttribute("aria-busy"); });
  }

  function wait(state, options) {
    state.began = Date.now();
    state.limit = options.timeout;
  }

  function logIn(button) {
    return function (state) {
      return post(button.dataset.address + "/challenge", {}).then(function (options) {
        wait(state, options);
        options.challenge = octets(options.challenge);
        return navigator.credentials.get({publicKey: options});
      }).then(function (key) {
        return post(button.dataset.address, {
          id: text(key.rawId),
          userHandle: text(key.response.userHandle || new ArrayBuffer(0)),
          clientData: text(key.response.clientDataJSON),
          authenticatorData: text(key.response.authenticatorData),
          signature: text(key.response.signature),
          next: button.dataset.next || ""
        });
      }).then(function (answer) { window.location.assign(answer.next); });
    };
  }

  function send(form, address, message) {
    return window.Muster.post(form, address, "application/json", JSON.stringify(message)).then(
        read, function () { return Promise.reject(new Told(words("unreachable"))); });
  }

  function creation(options) {
    options.challenge = octets(options.challenge);
    options.user.id = octets(options.user.id);
    options.excludeCredentials.forEach(function (key) { key.id = octets(key.id); });
    return {publicKey: options};
  }

  function add(form) {
    var name = document.getElementById("passkey-name");
    var password = document.getElementById("passkey-password");
    var code = document.getElementById("passkey-code");
    return function (state) {
      if (!name.value.trim() || !password.value) {
        return Promise.reject(name.value.trim()
          ? new Told(words("enterPassword"), password)
          : new Told(words("enterName"), name));
      }
      return send(form, form.dataset.address + "/challenge", {password: password.value, code: code ? code.value : ""}).then(function (options) {
        password.value = "";
        if (code) {
          code.value = "";
        }
        wait(state, options);
        return navigator.credentials.create(creation(options));
      }).then(function (key) {
        return send(form, form.dataset.address + "/add", {
          name: name.value,
          clientData: text(key.response.clientDataJSON),
          attestationObject: text(key.response.attestationObject)
        });
      }).then(function () {
        PF("add").hide();
        name.value = "";
        window.musterPasskeyAdded();
      });
    };
  }

  document.addEventListener("DOMContentLoaded", function () {
    var login = document.getElementById("passkey-log-in");
    var form = document.getElementById("add-form");
    if (login) {
      document.getElementById("passkey-login").hidden = !isPossible(login);
      login.addEventListener("click", function () { run(login, document.getElementById("passkey-refusal"), logIn(login)); });
    }
    if (form) {
      var button = document.getElementById("passkey-add");
      document.querySelectorAll("[data-passkeys]").forEach(function (part) {
        part.hidden = (part.dataset.passkeys === "possible") !== isPossible(form);
      });
      button.addEventListener("click", function () { run(button, document.getElementById("passkey-refusal"), add(form)); });
    }
  });
}());
