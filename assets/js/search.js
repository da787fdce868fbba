/* SEARCH, BEGINNING  fetches what searches when somebody begins to search: they touch the field, or come with a question.
   Until then the page is as light as any other. Sending the form before that leads to this page with the question. */
(function () {
  "use strict";
  var form = document.querySelector("[data-search]");
  if (!form) return;
  var input = form.querySelector("input");
  var begun = false;

  function say(name) {
    var status = document.querySelector("[data-search-status]");
    status.textContent = "";
    status.appendChild(document.querySelector("[data-search-" + name + "]").firstChild.cloneNode(true));
  }

  function begin() {
    if (begun) return;
    begun = true;
    var script = document.createElement("script");
    if (input.value) say("loading");
    script.onerror = function () {
      begun = false;
      say("failed");
    };
    script.src = form.getAttribute("data-search-script");
    document.head.appendChild(script);
  }

  var asked = new URLSearchParams(location.hash.slice(1)).get("q") || new URLSearchParams(location.search).get("q");
  input.value = input.value || asked || "";
  if (input.value) begin();
  input.addEventListener("focus", begin);
  input.addEventListener("input", begin);
})();
