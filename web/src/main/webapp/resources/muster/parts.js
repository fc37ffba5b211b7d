/* Work that a page asks for part by part: each answer says where the next part begins. */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};

  function refuse(answer, work) {
    if (answer.type === "opaqueredirect") {
      work.stopped(Muster.say("part-texts", "sessionEnded"));
      return null;
    }
    return answer.text().then(function (sentence) {
      var isOurs = (answer.headers.get("Content-Type") || "").indexOf("text/plain") === 0;
      work.stopped(isOurs ? sentence : Muster.say("part-texts", "refused"));
    });
  }

  function go(work) {
    return work.ask().then(function (answer) {
      return answer.ok ? work.keep(answer).then(function (isMore) { return isMore ? go(work) : work.finished(); }) : refuse(answer, work);
    });
  }

  /*
   * work.ask() posts for the next part. work.keep(answer) resolves to whether there is more to ask for. At the end comes
   * work.finished(), or work.stopped(sentence) if a part did not arrive: then the same part can be asked for again.
   */
  Muster.inParts = function (work) {
    go(work).catch(function () { work.stopped(Muster.say("part-texts", "unreachable")); });
  };
}());
