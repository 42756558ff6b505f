// What pages keep on this device for somebody (localStorage, `<what>:<user>:<key>`) goes when it is needed no more:
// many people use an office's machine.
for (const moved of document.querySelectorAll("[data-kept]")) localStorage.removeItem(moved.dataset.kept);
for (const form of document.querySelectorAll("form[data-leaves]")) {
  const mine = () => Object.keys(localStorage).filter((key) => key.split(":")[1] === form.dataset.leaves);
  for (const warning of document.querySelectorAll("[data-unsaved]")) warning.hidden = mine().length === 0;
  form.addEventListener("submit", () => {
    for (const key of mine()) localStorage.removeItem(key);
  });
}
