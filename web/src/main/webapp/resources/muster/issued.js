/* The secrets of a new certificate: hidden until they are wanted, and saved as a ZIP or as PKCS#12 besides single files. */
(function () {
  "use strict";

  var Muster = window.Muster;

  var SHORTEST_PASSPHRASE = 8;

  function part(id) { return document.getElementById(id); }

  function bytesOf(base64) {
    return Uint8Array.from(window.atob(base64), function (character) { return character.charCodeAt(0); });
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-download-base64]");
    if (button) {
      Muster.save(bytesOf(part(button.dataset.downloadBase64).value), button.dataset.file, button.dataset.type);
    }
  });

  /* A secret is hidden until the user wants to see it. Copying and downloading do not show it. */
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-unmask]");
    if (button) {
      var isShown = part(button.dataset.unmask).classList.toggle("masked") === false;
      part(button.dataset.unmask + "-mask").hidden = isShown;
      button.textContent = isShown ? button.dataset.hide : button.dataset.show;
      button.setAttribute("aria-expanded", String(isShown));
      button.setAttribute("aria-label", isShown ? button.dataset.hideLabel : button.dataset.showLabel);
    }
  });

  function fault(sentence) { part("pkcs12-fault").textContent = sentence; }

  function faultOf(passphrase) {
    if (passphrase.length < SHORTEST_PASSPHRASE) {
      return part("pkcs12").dataset.short;
    }
    if (passphrase !== part("passphrase-again").value) {
      return part("pkcs12").dataset.differ;
    }
    return "";
  }

  function order(passphrase) {
    return JSON.stringify({
      privateKey: part("issued-private-key").value,
      certificate: part("issued-certificate").value,
      chain: part("issued-chain").value,
      passphrase: passphrase
    });
  }

  function ask(form, passphrase) {
    return Muster.post(form, form.getAttribute("action"), "application/json", order(passphrase));
  }

  function receive(answer, form) {
    if (answer.ok) {
      return answer.arrayBuffer().then(function (file) {
        Muster.save(file, form.dataset.file, "application/x-pkcs12");
        part("passphrase").value = part("passphrase-again").value = "";
        part("issued-said").textContent = form.dataset.made;
      });
    }
    if (answer.type === "opaqueredirect") {
      fault(form.dataset.ended);
      return null;
    }
    return answer.text().then(function (sentence) {
      var isOurs = (answer.headers.get("Content-Type") || "").indexOf("text/plain") === 0;
      fault(isOurs ? sentence : form.dataset.failed);
    });
  }

  document.addEventListener("submit", function (event) {
    var form = event.target;
    var make = part("pkcs12-make");
    if (form.id !== "pkcs12") {
      return;
    }
    event.preventDefault();
    var passphrase = part("passphrase").value;
    fault(faultOf(passphrase));
    if (make.disabled || part("pkcs12-fault").textContent) {
      return;
    }
    make.disabled = true;
    ask(form, passphrase).then(function (answer) { return receive(answer, form); })
        .catch(function () { fault(form.dataset.unreachable); })
        .then(function () { make.disabled = false; });
  });

  document.addEventListener("change", function (event) {
    if (event.target.id === "passphrase-shown") {
      ["passphrase", "passphrase-again"].forEach(function (id) { part(id).type = event.target.checked ? "text" : "password"; });
    }
  });
}());
