/* SEARCH, BEGINNING  fetches what searches when somebody begins to search: they touch the field, or come with a question.
   Until then the page is as light as any other. Sending the form before that leads to this page with the question. */
(function () {
  "use strict";
  var form = document.querySelector("[data-search]");
  if (!form) return;
  var input = form.querySelector("input");
  var begun = false;

  function begin() {
    if (begun) return;
    begun = true;
    var status = document.querySelector("[data-search-status]");
    var script = document.createElement("script");
    if (input.value) status.textContent = "Die Suche wird geladen …";
    script.onerror = function () {
      begun = false;
      status.textContent = "Die Suche konnte nicht geladen werden. Unten steht alles, was es gibt.";
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
