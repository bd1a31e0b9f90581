"use strict";
// Keys and mouse for reviewers. Everything here can be done without it, by the form itself.
(() => {
  const form = document.getElementById("jawaban");
  const story = document.getElementById("teks");
  const quotation = document.getElementById("isian-evidence");
  const near = document.getElementById("near");
  const shortcuts = document.getElementById("pintasan");
  const KEPT = "kawal-pintasan";

  shortcuts.checked = localStorage.getItem(KEPT) !== "tidak";
  shortcuts.addEventListener("change", () => localStorage.setItem(KEPT, shortcuts.checked ? "ya" : "tidak"));

  // The server counts characters as Python does, by code point.
  const lengthOf = (text) => [...text].length;

  const takeSelection = () => {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return;
    const range = chosen.getRangeAt(0);
    if (!story.contains(range.startContainer) || !story.contains(range.endContainer)) return;
    const before = document.createRange();
    before.setStart(story, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const words = range.toString();
    if (!words.trim()) return;
    quotation.value = words.trim();
    near.value = String(lengthOf(before.toString()) + lengthOf(words) - lengthOf(words.trimStart()));
  };
  document.addEventListener("mouseup", () => setTimeout(takeSelection));
  document.addEventListener("touchend", () => setTimeout(takeSelection));

  const isTyping = (target) => target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isTyping(event.target)) { event.target.blur(); return; }
    if (!shortcuts.checked || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === "k") {
      event.preventDefault();
      document.getElementById("isian-value").focus();
      return;
    }
    if (key === "b") {
      const undo = document.querySelector(".notice form");
      if (undo) { event.preventDefault(); undo.requestSubmit(); }
      return;
    }
    const control = form.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (control) { event.preventDefault(); control.click(); }
  });

  document.getElementById("bukti")?.scrollIntoView({ block: "center" });
})();
