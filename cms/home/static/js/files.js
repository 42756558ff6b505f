// A browser writes “Choose File, No file chosen” in the language of its menus. The field stays where it is, to be clicked,
// tabbed to and dropped on, but unseen; what is seen are our words under it.
(() => {
  const NONE = "Chưa chọn tệp nào";
  const names = (field) => [...field.files].map((file) => file.name).join(", ") || NONE;
  const word = (name, text) => Object.assign(document.createElement("span"), { className: name, textContent: text, ariaHidden: "true" });
  const dress = (field) => {
    // Wagtail's upload of many has a button of its own over its field.
    if (field.closest(".file-field, .replace-file-input")) return;
    const shell = Object.assign(document.createElement("span"), { className: "file-field" });
    field.replaceWith(shell);
    shell.append(field, word("file-button", field.multiple ? "Chọn các tệp" : "Chọn tệp"), word("file-names", names(field)));
  };
  const dressAll = (root) => [root, ...root.querySelectorAll("input[type=file]")].filter((one) => one.matches?.("input[type=file]")).forEach(dress);
  document.addEventListener("change", ({ target }) => {
    const said = target.closest?.(".file-field")?.querySelector(".file-names");
    if (said) said.textContent = names(target);
  });
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) dressAll(node);
  }).observe(document, { childList: true, subtree: true });
  dressAll(document);
})();
