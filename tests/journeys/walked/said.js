// Everything that this document says or would say: texts, what is read aloud, what waits in templates and frames.
() => {
  const silent = new Set(["SCRIPT", "STYLE", "CODE", "KBD", "NOSCRIPT", "TEXTAREA"]);
  // The date picker's button for choosing without leaving, and counters without a number.
  const neverShown = ".xdsoft_save_selected, [data-side-panel-toggle-counter][hidden]";
  const names = ["aria-label", "aria-description", "title", "placeholder", "alt", "label"];
  const said = new Set();
  const add = (text) => text && text.trim() && said.add(text.trim().replace(/\s+/g, " "));
  // Messages that wait in attributes for a script; the rest of these are names of controllers, classes, selectors.
  const isMessage = (name, value) =>
    name.startsWith("data-") && !/^data-(controller|action)$|transition|class/.test(name) && /\p{L}\s+\p{L}/u.test(value) && !/->|[{}<>[\]]/.test(value);
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return add(node.data);
    if (node.nodeType === Node.ELEMENT_NODE) {
      if ((silent.has(node.tagName) && node.tagName !== "TEXTAREA") || node.matches(neverShown)) return;
      for (const { name, value } of node.attributes) if (names.includes(name) || isMessage(name, value)) add(value);
      if (node.tagName === "INPUT" && ["submit", "button", "reset"].includes(node.type)) add(node.value);
      if (node.matches("input[type=file]") && node.isConnected && !node.closest(".file-field, .replace-file-input")) add("Choose File: no file chosen");
      if (node.tagName === "META" && node.name === "description") add(node.content);
      if (node.tagName === "TEXTAREA") return;
      if (node.shadowRoot) read(node.shadowRoot);
      if (node.tagName === "TEMPLATE") read(node.content);
      if (node.tagName === "IFRAME") return node.contentDocument && read(node.contentDocument);
    }
    node.childNodes.forEach(read);
  };
  read(document);
  return [...said];
}
