"use strict";
// Filters by principle, steps from finding to finding, and the pair mark-entry lit together.
// Everything else of the page works without this script.
(function () {
  var form = document.getElementById("filters");
  if (!form) return;
  form.hidden = false;
  document.getElementById("steps").hidden = false;
  document.documentElement.classList.add("live");
  var boxes = Array.from(form.querySelectorAll("input"));
  var status = document.getElementById("status");
  var entries = Array.from(document.querySelectorAll(".notes .finding"));
  entries.sort(function (a, b) { return order(a) - order(b); });
  var current = -1;

  function order(entry) {
    var parts = /^d(\d+)f(\d+)$/.exec(entry.id);
    return Number(parts[1]) * 1e7 + Number(parts[2]);
  }
  function markOf(entry) {
    return document.getElementById(entry.id.replace("f", "m"));
  }
  function isShown(entry) {
    var section = entry.closest(".principle");
    return boxes.every(function (box) {
      return box.checked || !section.classList.contains("p-" + box.value);
    });
  }
  function filter() {
    boxes.forEach(function (box) {
      document.body.classList.toggle("hide-" + box.value, !box.checked);
    });
    status.textContent = status.dataset.text
      .replace("{n}", String(entries.filter(isShown).length))
      .replace("{all}", String(entries.length));
  }
  // A folded place opens when it is asked for.
  function unfold(entry) {
    var folded = entry.closest("details");
    if (folded) folded.open = true;
  }
  function light(entry) {
    unfold(entry);
    document.querySelectorAll(".on").forEach(function (old) { old.classList.remove("on"); });
    entry.classList.add("on");
    var mark = markOf(entry);
    if (mark) mark.classList.add("on");
    current = entries.indexOf(entry);
  }
  function entryOf(hash) {
    var parts = /^#(d\d+)[fm](\d+)$/.exec(hash || "");
    return parts && document.getElementById(parts[1] + "f" + parts[2]);
  }
  function show(entry) {
    var mark = markOf(entry);
    light(entry);
    entry.scrollIntoView({ block: "nearest" });
    if (mark) mark.scrollIntoView({ block: "nearest" });
  }
  // A link between mark and entry moves as little of the page as it can.
  function jump(event) {
    var link = event.target.closest("a[href]");
    var hash = link && link.getAttribute("href");
    var entry = entryOf(hash);
    if (!entry) return;
    event.preventDefault();
    history.replaceState(null, "", hash);
    var target = document.getElementById(hash.slice(1));
    light(entry);
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
  }
  function step(by) {
    for (var i = current + by; i >= 0 && i < entries.length; i += by) {
      if (!isShown(entries[i])) continue;
      show(entries[i]);
      status.textContent = entries[i].querySelector("p[id]").textContent;
      return;
    }
  }
  form.addEventListener("change", filter);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  document.getElementById("next").addEventListener("click", function () { step(1); });
  document.getElementById("previous").addEventListener("click", function () { step(-1); });
  document.addEventListener("click", jump);
  filter();
  if (entryOf(location.hash)) light(entryOf(location.hash));
})();
