/*
 * The form that creates a certificate. It offers only what fits the choices made, reads a request from its file, and sends
 * nothing twice.
 */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};

  var LONGEST_CSR = 16384;
  var running = false;
  var chosenDays = null;

  function part(id) { return document.getElementById(id); }

  /* A sentence in the language of the page. */
  function sentence(name) { return part("create-texts").dataset[name]; }

  function chosen(group) {
    return document.querySelector("#create-form .choice input[type=radio][name$='" + group + "']:checked");
  }

  /* Jakarta Faces puts the name of the component before the value. */
  function choice(group) { return chosen(group).value.split(":").pop(); }

  function isProof() { return choice("purpose") === "PROOF"; }
  function isBrought() { return choice("key-source") === "CSR"; }

  /* Disables the options that do not fit the choices made. */
  function offer() {
    var card = chosen("purpose").closest(".choice");
    part("key-made").hidden = isBrought();
    part("key-brought").hidden = !isBrought();
    offerKeys(card.dataset.keys.split(","));
    offerDays(Number(card.dataset.maxDays), card.dataset.usualDays, card.dataset.validityHint);
    offerLiteral();
  }

  function offerKeys(keys) {
    var menu = part("key-algorithm");
    Array.from(menu.options).forEach(function (option) {
      option.hidden = option.disabled = keys.indexOf(option.value) < 0;
    });
    if (menu.selectedOptions[0].disabled) {
      menu.value = keys[0];
    }
  }

  function offerDays(most, usual, hint) {
    part("validity").max = most;
    part("validity-hint").textContent = hint;
    document.querySelectorAll(".presets [data-days]").forEach(function (button) {
      button.hidden = Number(button.dataset.days) > most;
    });
    if (chosenDays === null) {
      part("validity").value = usual;
    }
    markPreset();
  }

  function markPreset() {
    document.querySelectorAll(".presets [data-days]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.days === part("validity").value));
    });
  }

  function offerLiteral() {
    var isRsa = part("key-algorithm").dataset.literalKeys.split(",").indexOf(part("key-algorithm").value) >= 0;
    part("literal").hidden = !isProof() || !(isBrought() || isRsa);
    part("literal-rsa").hidden = !isBrought();
  }

  function faultOfCsr(fault) {
    part("csr-fault").textContent = fault;
    part("csr").setAttribute("aria-invalid", String(fault !== ""));
    return fault === "";
  }

  /* A private key does not leave the browser, not even by mistake. */
  function isCsrFit() {
    var text = part("csr").value;
    if (!isBrought()) {
      return true;
    }
    if (text.indexOf("PRIVATE KEY") >= 0) {
      part("csr").value = "";
      return faultOfCsr(sentence("privateKey"));
    }
    if (!text.trim()) {
      return faultOfCsr(sentence("missing"));
    }
    return faultOfCsr(text.length > LONGEST_CSR ? sentence("tooLong") : "");
  }

  function pem(bytes) {
    var base64 = window.btoa(String.fromCharCode.apply(null, bytes));
    return "-----BEGIN CERTIFICATE REQUEST-----\n" + base64.match(/.{1,64}/g).join("\n") + "\n-----END CERTIFICATE REQUEST-----\n";
  }

  /* A request in DER begins with 0x30; no text in PEM does. */
  function take(bytes) {
    var text = bytes[0] === 0x30 ? pem(bytes) : new TextDecoder().decode(bytes);
    if (text.indexOf("PRIVATE KEY") >= 0) {
      faultOfCsr(sentence("privateKey"));
    } else {
      part("csr").value = text;
      faultOfCsr("");
    }
  }

  function read(file) {
    if (file.size > LONGEST_CSR) {
      faultOfCsr(sentence("fileTooLarge"));
    } else {
      file.arrayBuffer().then(function (buffer) { take(new Uint8Array(buffer)); },
          function () { faultOfCsr(sentence("fileUnreadable")); });
    }
  }

  /* Marks each faulty field for screen readers, and focuses the first. */
  function markFaults() {
    document.querySelectorAll("#create-form .field .ui-message").forEach(function (message) {
      var isFaulty = message.textContent.trim() !== "";
      message.closest(".field").querySelector("input").setAttribute("aria-invalid", String(isFaulty));
    });
    var first = document.querySelector("#create-form [aria-invalid=true]") || document.querySelector("#create-refusal .refusal");
    if (first) {
      first.focus();
    }
  }

  function busy(isBusy) {
    running = isBusy;
    part("create-confirm").disabled = isBusy;
    part("create-progress").hidden = !isBusy;
    if (isBusy) {
      part("create-refusal").textContent = "";
      part("create-progress").scrollIntoView({block: "nearest"});
    }
  }

  function reset() {
    part("create-form").reset();
    chosenDays = null;
    faultOfCsr("");
    offer();
  }

  Muster.certificateForm = {
    begin: function () {
      if (running) {
        return false;
      }
      if (!isCsrFit()) {
        part("csr").focus();
        return false;
      }
      busy(true);
      return true;
    },
    end: function (args) {
      busy(false);
      if (part("issued-close")) {
        reset();
        PF("create").hide();
        PF("issued").show();
      } else if (args && args.validationFailed) {
        markFaults();
      }
    }
  };

  document.addEventListener("change", function (event) {
    if (!event.target.closest("#create-form")) {
      return;
    }
    if (event.target.id === "csr-file" && event.target.files[0]) {
      read(event.target.files[0]);
    }
    if (event.target.type === "radio" || event.target.id === "key-algorithm") {
      offer();
    }
  });

  document.addEventListener("input", function (event) {
    if (event.target.id === "validity") {
      chosenDays = event.target.value;
      markPreset();
    }
  });

  document.addEventListener("click", function (event) {
    var preset = event.target.closest(".presets [data-days]");
    if (preset) {
      chosenDays = part("validity").value = preset.dataset.days;
      markPreset();
    }
  });

  /* A user who leaves while a key is being made would never see the key. */
  window.addEventListener("beforeunload", function (event) {
    if (running) {
      event.preventDefault();
      event.returnValue = "";
    }
  });

  document.addEventListener("DOMContentLoaded", function () {
    if (part("create-form")) {
      offer();
    }
  });
}());
